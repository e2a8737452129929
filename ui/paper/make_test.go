package paper

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"entangle/data"
	"entangle/ui/scene"
	"entangle/ui/scene/scenetest"
	"entangle/ui/style"
)

func newRuler(t testing.TB) *style.Ruler {
	t.Helper()
	r, err := style.NewRuler()
	require.NoError(t, err)
	return r
}

func newPainter(t testing.TB) *Painter {
	t.Helper()
	p, err := NewPainter()
	require.NoError(t, err)
	return p
}

// everyMark is a scene with every sort of mark: boxes, a wide line, a dashed
// and a dotted one, labels with a count and both signs. names replace those of
// the parties and the label of the first line.
func everyMark(t testing.TB, theme style.Theme, names ...string) *scene.Scene {
	t.Helper()
	d := scenetest.Small()
	for i, name := range names {
		if i < len(d.Boxes) {
			d.Boxes[i].Name = name
		} else {
			d.Lines[0].Label = name
		}
	}
	look := scene.Look{Palette: style.Of(theme), Selected: scene.Ref{Kind: scene.Tie, ID: "v"}}
	return scenetest.Compose(d, look, newRuler(t))
}

func caption(t testing.TB, s *scene.Scene, title string, lines ...string) *Caption {
	return &Caption{
		Title: title, Dates: "As of 1 May 2026, known on 1 May 2026", Lines: lines, Legend: s.Shown.Entries,
		Layer: func(id data.LayerID) string { return string(id) }, Palette: style.Of(style.Light), Ruler: newRuler(t),
	}
}

// words are the texts of a layer, joined.
func words(l Layer) string {
	var out []string
	for m := range l.All() {
		if text, ok := m.Shape.(scene.Text); ok {
			out = append(out, text.String)
		}
	}
	return strings.Join(out, " ")
}
