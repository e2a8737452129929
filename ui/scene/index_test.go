package scene

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/layout/geom"
	"entangle/ui/style"
)

// The tree finds what looking at every rectangle finds.
func TestATreeAgreesWithBruteForce(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 8))
	some := func(size float64) geom.Rect {
		at := geom.Point{X: random.Float64() * 1000, Y: random.Float64() * 1000}
		return geom.Rect{Min: at, Max: at.Add(geom.Point{X: random.Float64() * size, Y: random.Float64() * size})}
	}
	for _, n := range []int{0, 1, 2, packed, packed + 1, 300, 5000} {
		rects := make([]geom.Rect, n)
		for i := range rects {
			rects[i] = some(80)
		}
		small := make([]narrow, n)
		for i, r := range rects {
			small[i] = narrowed(r)
		}
		tr := newTree(small)
		for range 50 {
			place := some(200)
			var got, want []int
			tr.meet(place, func(i int) { got = append(got, i) })
			for i, r := range rects {
				if r.Intersects(place) {
					want = append(want, i)
				}
			}
			slices.Sort(got)
			require.Equal(t, want, got, "of %d", n)
		}
	}
}

// What is listed for an area is what touches it, and nothing that is too small.
func TestWithin(t *testing.T) {
	eachRandom(t, 40, func(_ *Diagram, s *Scene, random *rand.Rand) {
		for range 20 {
			mid := geom.Point{
				X: s.Bounds.Min.X + random.Float64()*s.Bounds.W(), Y: s.Bounds.Min.Y + random.Float64()*s.Bounds.H(),
			}
			area, scale := geom.RectAround(mid, random.Float64()*500, random.Float64()*500), random.Float64()*1.5
			got := slices.Collect(s.Within(area, scale))
			for m := range s.Within(s.Bounds, scale) {
				require.LessOrEqual(t, m.From, scale)
				switch {
				case !m.Bounds.Intersects(area):
				case len(got) > 0 && assert.ObjectsAreEqual(m, got[0]):
					got = got[1:]
				default: // a line whose curve goes round the area
					for _, p := range m.Shape.(Curve).Path.Flatten(0.5) {
						require.False(t, area.Contains(p), "%v runs through %v", m, area)
					}
				}
			}
			require.Empty(t, got, "in the order of painting, and nothing else")
		}
		require.Equal(t, all(s), slices.Collect(s.Within(s.Bounds, 1)), "at full size nothing is left out")
		for m := range s.Within(s.Bounds, 0.1) {
			_, text := m.Shape.(Text)
			require.False(t, text, "no word that nobody can read")
		}
	})
}

// What a thing is looked for in holds all of its marks.
func TestHulls(t *testing.T) {
	eachRandom(t, 40, func(_ *Diagram, s *Scene, random *rand.Rand) {
		b := &brush{pal: s.pal, ruler: s.ruler, scale: []float64{math.Inf(1), 0.3 + random.Float64()}[random.IntN(2)]}
		for _, l := range s.layers() {
			for i := range l.things {
				b.marks = b.marks[:0]
				l.draw(b, i)
				for _, m := range b.marks {
					require.True(t, l.hull(i).ContainsRect(m.Bounds), "%v in %v", m, l.hull(i))
				}
			}
		}
		require.Equal(t, BoundsOf(all(s)), s.Bounds)
	})
}

// Records are found through the index as by going through all.
func TestRecordsAreFound(t *testing.T) {
	eachRandom(t, 30, func(_ *Diagram, s *Scene, _ *rand.Rand) {
		for _, b := range s.boxes {
			r, ok := s.BoxOf(b.ref.ID)
			require.True(t, ok)
			require.Equal(t, b.rect, r)
		}
		for _, l := range s.lines {
			var want []Mark
			for m := range s.Marks() {
				if m.Ref == l.Ref() {
					want = append(want, m)
				}
			}
			require.Equal(t, want, s.marksFor(l.Ref()))
		}
		_, ok := s.BoxOf("nobody")
		require.False(t, ok)
	})
	empty := &Scene{}
	assert.Empty(t, empty.Lit(Ref{Party, "a"}, style.Of(style.Light)))
	_, ok := empty.PointOn(Ref{Tie, "a"})
	assert.False(t, ok)
}

// wide is a diagram of so many boxes in rows, three lines to each.
func wide(r *style.Ruler, n int) (*Diagram, func() *Scene) {
	random := rand.New(rand.NewPCG(5, uint64(n)))
	d := &Diagram{}
	centres := map[string]geom.Point{}
	for i := range n {
		id := fmt.Sprint("p", i)
		d.Boxes = append(d.Boxes, Box{ID: id, Name: fmt.Sprint("Firm ", i), Word: "investor"})
		centres[id] = geom.Point{X: float64(i%100) * 260, Y: float64(i/100) * 150}
	}
	for i := range 3 * n {
		a, b := random.IntN(n), random.IntN(n)
		if a == b {
			b = (a + 1) % n
		}
		id := fmt.Sprint("t", i)
		d.Lines = append(d.Lines, Line{ID: id, From: d.Boxes[a].ID, To: d.Boxes[b].ID, Label: fmt.Sprint("Supply ", i%500), Ties: []string{id}})
	}
	d.Measure(r)
	p := placed(d, centres)
	return d, func() *Scene { return Compose(d, p, Look{Palette: style.Of(style.Light)}, r) }
}

func BenchmarkComposeOfSizes(b *testing.B) {
	for _, n := range []int{40, 1_000, 10_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			_, make := wide(newRuler(b), n)
			for b.Loop() {
				make()
			}
		})
	}
}

func BenchmarkIndex(b *testing.B) {
	_, make := wide(newRuler(b), 10_000)
	s := make()
	for b.Loop() {
		s.newIndex()
	}
}

func BenchmarkHit(b *testing.B) {
	for _, n := range []int{40, 1_000, 10_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			_, make := wide(newRuler(b), n)
			s, random := make(), rand.New(rand.NewPCG(1, 1))
			for b.Loop() {
				s.At(geom.Point{X: random.Float64() * s.Bounds.W(), Y: random.Float64() * s.Bounds.H()}, 10)
			}
		})
	}
}
