package picture

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/layout"
	"entangle/layout/geom"
	"entangle/ui/scene"
	"entangle/ui/style"
)

func byRole(s *Subject) *Subject {
	v := s.View
	v.Roles = true
	return s.Look(v)
}

func TestRolesHaveFrames(t *testing.T) {
	r := newRuler(t)
	s := byRole(core(builtin(t)))
	g := s.Graph(r)
	require.NoError(t, g.Validate())
	frames := map[string]string{}
	for _, b := range g.Boxes {
		require.NotEmpty(t, b.Frame, b.ID)
		assert.Empty(t, b.Group, "a frame and a rank of its own do not go together")
		frames[b.ID] = b.Frame
	}
	assert.Equal(t, frames["openai"], frames["anthropic"])
	assert.Equal(t, frames["amazon"], frames["google"])
	assert.NotEqual(t, frames["openai"], frames["amazon"])
	assert.NotEqual(t, core(builtin(t)).Graph(r).Hash(), g.Hash())
	var names []string
	for _, l := range s.Diagram(r).Lanes {
		assert.True(t, l.Frame)
		names = append(names, l.Name)
	}
	assert.Equal(t, []string{"labs", "clouds", "chip makers"}, names)
	assert.False(t, s.PlacesLike(core(builtin(t))), "it is placed anew")
	assert.False(t, s.View.Equal(core(builtin(t)).View))
	stack := stacked(s)
	for _, b := range stack.Graph(r).Boxes {
		assert.Empty(t, b.Frame, "the stack has lanes instead")
	}
}

// Where an engine puts strangers into a frame the frame is not drawn, and that is
// said.
func TestWhatHasNoFrameIsSaid(t *testing.T) {
	r := newRuler(t)
	s := byRole(everything(builtin(t)))
	g := s.Graph(r)
	placed := layout.Placed{}
	for i, b := range g.Boxes { // all in one row, roles mixed
		x := float64((i*7)%len(g.Boxes)) * 300
		placed.Boxes = append(placed.Boxes, layout.PlacedBox{ID: b.ID, Rect: rectAt(x, b.W, b.H)})
	}
	sc := s.Compose(placed, scene.Look{Palette: style.Of(style.Light)}, r)
	assert.Positive(t, sc.Shown.Unframed)
	lines := strings.Join(s.Caption("", sc, style.Of(style.Light), r).Lines, " ")
	assert.Contains(t, lines, "without a frame")
	assert.Equal(t, "1 group without a frame, since other boxes stand among its own.", Unframed(1))
}

func rectAt(x, w, h float64) geom.Rect {
	return geom.Rect{Min: geom.Point{X: x}, Max: geom.Point{X: x + w, Y: h}}
}
