package scene

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/layout/geom"
	"entangle/ui/style"
)

func TestALineIsLitWithItsEnds(t *testing.T) {
	pal := style.Of(style.Light)
	s := compose(t, small(), smallPlaces, Look{})
	lit := s.Lit(Ref{Bundle, "lc"}, pal)
	rings := map[Ref]bool{}
	for _, m := range lit {
		if r, ok := m.Shape.(Rect); ok && r.Stroke == pal.Accent {
			rings[m.Ref] = true
		}
	}
	assert.Equal(t, map[Ref]bool{{Party, "l"}: true, {Party, "c"}: true}, rings)
	assert.Equal(t, []string{"Commitment · $250 bn", "×3"}, texts(Plain(lit, geom.Rect{}, style.Colour{}), Ref{Bundle, "lc"}))
	var before, after []float64
	for m := range s.Marks() {
		if c, ok := m.Shape.(Curve); ok && m.Ref == (Ref{Bundle, "lc"}) {
			before = append(before, c.Width)
		}
	}
	for _, m := range lit {
		if c, ok := m.Shape.(Curve); ok {
			after = append(after, c.Width)
		}
	}
	require.Len(t, after, len(before))
	assert.InDelta(t, before[0]+1.6, after[0], 1e-9, "the line is thicker")
	assert.Equal(t, before[1:], after[1:], "the mark of disagreement is not")
}

func TestABoxIsLitByARing(t *testing.T) {
	s := compose(t, small(), smallPlaces, Look{})
	lit := s.Lit(Ref{Party, "l"}, style.Of(style.Light))
	require.Len(t, lit, 1)
	assert.Equal(t, Ref{Party, "l"}, lit[0].Ref)
	assert.Empty(t, s.Lit(Ref{}, style.Of(style.Light)))
	assert.Empty(t, s.Lit(Ref{Tie, "none"}, style.Of(style.Light)))
}

// What is lit is painted into a picture of the size of its bounds: they must
// hold the thicker line, too.
func TestWhatIsLitLiesInItsBounds(t *testing.T) {
	pal := style.Of(style.Light)
	eachRandom(t, 30, func(_ *Diagram, s *Scene, _ *rand.Rand) {
		for _, ref := range s.Refs() {
			for _, m := range s.Lit(ref, pal) {
				require.Equal(t, m.Shape.bounds(), m.Bounds)
			}
		}
	})
}

func TestMoved(t *testing.T) {
	d := geom.Point{X: 10, Y: -4}
	for m := range compose(t, small(), smallPlaces, Look{}).Marks() {
		moved := Moved(m, d)
		assert.Equal(t, m.Bounds.Shift(d), moved.Bounds)
		back := Moved(moved, geom.Point{X: -10, Y: 4})
		assert.InDelta(t, m.Bounds.Min.X, back.Shape.bounds().Min.X, 1e-9)
		assert.InDelta(t, m.Bounds.Max.Y, back.Shape.bounds().Max.Y, 1e-9)
	}
}

func TestBoundsOf(t *testing.T) {
	assert.Equal(t, geom.Rect{}, BoundsOf(nil))
	m := TextMark(newRuler(t), "Alpha", geom.Point{X: 5, Y: 20}, 13, true, style.Colour{A: 255})
	assert.Equal(t, m.Bounds, BoundsOf([]Mark{m}))
}
