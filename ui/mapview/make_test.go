package mapview

import (
	"context"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/require"

	"entangle/ui/palette"
	"entangle/ui/scene"
	"entangle/ui/scene/scenetest"
	"entangle/ui/style"
)

// atOnce runs work where it stands, so that no goroutine is in a test.
func atOnce(t testing.TB) Run {
	return func(what string, work func(context.Context) (func(), error)) {
		apply, err := work(t.Context())
		require.NoError(t, err, what)
		if apply != nil {
			apply()
		}
	}
}

// parked keeps work until it is asked to do the oldest.
type parked struct{ work []func() }

func (p *parked) run(_ string, work func(context.Context) (func(), error)) {
	p.work = append(p.work, func() {
		if apply, _ := work(context.Background()); apply != nil {
			apply()
		}
	})
}

func (p *parked) next() bool {
	if len(p.work) == 0 {
		return false
	}
	do := p.work[0]
	p.work = p.work[1:]
	do()
	return true
}

func (p *parked) all() {
	for p.next() {
		continue
	}
}

func ruler(t testing.TB) *style.Ruler {
	t.Helper()
	r, err := style.NewRuler()
	require.NoError(t, err)
	return r
}

// shown is a map of the small scene in a window of 480 × 320.
func shown(t *testing.T, run Run) (*View, fyne.Window) {
	t.Helper()
	v, w := empty(t, run)
	v.SetScene(small(t, scene.Look{}), style.Of(style.Light), scene.Ref{})
	return v, w
}

func empty(t *testing.T, run Run) (*View, fyne.Window) {
	t.Helper()
	test.NewTempApp(t)
	test.ApplyTheme(t, palette.Theme{Choice: palette.Light})
	v := New(run, ruler(t))
	v.tiler.rest = 0 // tests do not wait
	w := test.NewTempWindow(t, v)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(480, 320))
	return v, w
}

func small(t testing.TB, look scene.Look) *scene.Scene {
	t.Helper()
	if look.Palette == nil {
		look.Palette = style.Of(style.Light)
	}
	return scenetest.Compose(scenetest.Small(), look, ruler(t))
}

// plain is a scene of marks in the room of another.
func plain(s *scene.Scene, marks []scene.Mark) *scene.Scene {
	out := scene.Plain(marks, s.Bounds, s.Page)
	out.Frame = s.Frame
	return out
}

func party(id string) scene.Ref { return scene.Ref{Kind: scene.Party, ID: id} }

func tie(id string) scene.Ref { return scene.Ref{Kind: scene.Tie, ID: id} }
