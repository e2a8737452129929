package scene

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/layout/geom"
	"entangle/ui/style"
)

func TestAt(t *testing.T) {
	s := compose(t, small(), smallPlaces, Look{})
	for what, c := range map[string]struct {
		at     geom.Point
		radius float64
		want   Ref
	}{
		"the middle of a box":         {smallPlaces["l"], 10, Ref{Party, "l"}},
		"the label of a bundle":       {geom.Point{X: 300, Y: 195}, 10, Ref{Bundle, "lc"}},
		"a line of one tie":           {geom.Point{X: 440, Y: 150}, 10, Ref{Tie, "d"}},
		"empty ground":                {geom.Point{X: 900, Y: 60}, 10, Ref{}},
		"beside a line":               {geom.Point{X: 307, Y: 255}, 10, Ref{Bundle, "lc"}},
		"too far beside a line":       {geom.Point{X: 307, Y: 255}, 5, Ref{}},
		"a box before a line near it": {geom.Point{X: 300, Y: 299}, 10, Ref{Party, "l"}},
	} {
		assert.Equal(t, c.want, s.At(c.at, c.radius), what)
	}
	assert.Equal(t, Ref{}, (&Scene{}).At(geom.Point{}, 10), "nothing is drawn")
}

// What a click picks is what is drawn there, as found by looking at everything.
func TestAtIsWhatIsDrawn(t *testing.T) {
	eachRandom(t, 60, func(_ *Diagram, s *Scene, random *rand.Rand) {
		marks := all(s)
		for range 60 {
			p := geom.Point{
				X: s.Bounds.Min.X + random.Float64()*s.Bounds.W(),
				Y: s.Bounds.Min.Y + random.Float64()*s.Bounds.H(),
			}
			radius := 1 + random.Float64()*40
			got := s.At(p, radius)
			want, least := drawnAt(s, marks, p, radius)
			switch {
			case want.Kind != None:
				require.Equal(t, want, got)
			case least > radius+0.1:
				require.Equal(t, Ref{}, got, "nearest line %.2f away, radius %.2f", least, radius)
			case least < radius-0.1:
				require.LessOrEqual(t, distanceTo(s, got, p), least+0.1, "picked %v", got)
			}
		}
	})
}

// drawnAt returns the last box at a point, else the last label that can be read
// at the zoom that the radius belongs to, else how far
// the nearest line is, from the marks alone.
func drawnAt(s *Scene, marks []Mark, p geom.Point, radius float64) (Ref, float64) {
	boxes := map[string]geom.Rect{}
	s.Boxes(func(r Ref, rect geom.Rect) { boxes[r.ID] = rect })
	for id, rect := range boxes {
		if rect.Contains(p) {
			return Ref{Party, id}, 0
		}
	}
	var found Ref
	least := math.Inf(1)
	for _, l := range s.lines {
		least = min(least, brute(l.path, p))
	}
	for _, m := range marks {
		if r, ok := m.Shape.(Rect); ok && m.Ref.Kind != Party && r.Rect.Contains(p) && style.HitRadius/radius >= m.From {
			found = m.Ref
		}
	}
	return found, least
}

func distanceTo(s *Scene, ref Ref, p geom.Point) float64 {
	least := math.Inf(1)
	for _, l := range s.lines {
		if l.Ref() == ref {
			least = min(least, brute(l.path, p))
		}
	}
	return least
}

func TestPointOn(t *testing.T) {
	eachRandom(t, 40, func(_ *Diagram, s *Scene, _ *rand.Rand) {
		for _, ref := range s.Refs() {
			if p, ok := s.PointOn(ref); ok {
				require.Equal(t, ref, s.At(p, 1), "a click where the record can be clicked")
			}
		}
	})
	s := compose(t, small(), smallPlaces, Look{})
	for _, id := range []string{"d", "r"} {
		_, ok := s.PointOn(Ref{Tie, id})
		assert.True(t, ok, id)
	}
	_, ok := s.PointOn(Ref{Tie, "none"})
	assert.False(t, ok)
}

func TestRefsAreEachNamedOnce(t *testing.T) {
	d := small()
	fan(d, "lc")
	s := compose(t, d, smallPlaces, Look{Selected: Ref{Tie, "x"}})
	assert.ElementsMatch(t, []Ref{
		{Party, "l"}, {Party, "c"}, {Party, "n"}, {Party, "i"}, {Tie, "x"}, {Tie, "y"}, {Tie, "z"}, {Tie, "d"}, {Tie, "r"},
	}, s.Refs())
}

func TestBoxOf(t *testing.T) {
	s := compose(t, small(), smallPlaces, Look{})
	r, ok := s.BoxOf("l")
	require.True(t, ok)
	assert.Equal(t, smallPlaces["l"], r.Center())
	_, ok = s.BoxOf("nobody")
	assert.False(t, ok)
}

func FuzzAt(f *testing.F) {
	s := compose(f, small(), smallPlaces, Look{})
	f.Add(300.0, 255.0, 10.0)
	f.Add(math.Inf(1), math.NaN(), -1.0)
	f.Fuzz(func(t *testing.T, x, y, radius float64) {
		p := geom.Point{X: x, Y: y}
		ref := s.At(p, radius)
		if ref.Kind == Tie || ref.Kind == Bundle {
			want, least := drawnAt(s, all(s), p, radius)
			assert.True(t, want == ref || least <= radius+0.1)
		}
	})
}
