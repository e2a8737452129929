package scene

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/data"
	"entangle/layout"
	"entangle/layout/geom"
	"entangle/ui/style"
)

func TestLabelsTouchNothing(t *testing.T) {
	eachRandom(t, 200, func(_ *Diagram, s *Scene, _ *rand.Rand) {
		for i, chip := range s.chips {
			for _, b := range s.boxes {
				require.Falsef(t, chip.rect.Intersects(b.rect), "label of %v on box %v", chip.ref, b.ref)
			}
			for _, o := range s.chips[:i] {
				require.Falsef(t, chip.rect.Intersects(o.rect), "labels of %v and %v", chip.ref, o.ref)
			}
		}
		require.Equal(t, len(s.lines), s.Shown.Labels+s.Shown.Bare, "every line is counted")
		require.Len(t, s.chips, s.Shown.Labels)
	})
}

func TestALabelLiesOnItsLineAndHoldsItsWords(t *testing.T) {
	eachRandom(t, 40, func(_ *Diagram, s *Scene, _ *rand.Rand) {
		for _, chip := range s.chips {
			require.LessOrEqual(t, distanceTo(s, chip.ref, chip.rect.Center()), 0.5, "its middle is on the line")
			require.LessOrEqual(t, chip.rect.W(), style.ChipWidth+120, "no label is as long as its words")
			for m := range s.Marks() {
				if text, ok := m.Shape.(Text); ok && m.Ref == chip.ref {
					require.GreaterOrEqual(t, text.At.X, chip.rect.Min.X+4)
					require.LessOrEqual(t, text.At.X+text.Width, chip.rect.Max.X-4, "%q", text.String)
				}
			}
		}
	})
}

func TestEvenly(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 8))
	for range 100 {
		var path geom.Path
		at := geom.Point{}
		next := func() geom.Point {
			return at.Add(geom.Point{X: random.Float64()*300 - 100, Y: random.Float64()*300 - 100})
		}
		for range 1 + random.IntN(4) {
			c := geom.Cubic{at, next(), next(), next()}
			path, at = append(path, c), c[3]
		}
		length, points := path.Length(), evenly(path, mostPoints)
		require.Equal(t, path.Start(), points[0])
		require.Equal(t, path.End(), points[len(points)-1])
		require.InDelta(t, length/8, float64(len(points)), 2)
		for i, p := range points {
			exact, _ := path.AtLength(length * float64(i) / float64(len(points)-1))
			require.LessOrEqual(t, p.Dist(exact), 1.5)
		}
	}
	still := evenly(geom.Polyline(geom.Point{X: 1}, geom.Point{X: 1}), mostPoints)
	assert.Equal(t, []geom.Point{{X: 1}, {X: 1}}, still, "a line without length")
}

// crowd is a diagram in which labels have no room: many short lines between two
// columns that stand close.
func crowd(n int) (*Diagram, map[string]geom.Point) { return columns(n, 270) }

// columns are two of boxes, so far apart from middle to middle.
func columns(n int, apart float64) (*Diagram, map[string]geom.Point) {
	d, centres := &Diagram{}, map[string]geom.Point{}
	for i := range n {
		a, b := fmt.Sprint("a", i), fmt.Sprint("b", i)
		d.Boxes = append(d.Boxes, box(a, a, data.AILab), box(b, b, data.Cloud))
		centres[a], centres[b] = geom.Point{X: 0, Y: float64(i) * 80}, geom.Point{X: apart, Y: float64(i) * 80}
		d.Lines = append(d.Lines, Line{
			ID: fmt.Sprint("l", i), From: a, To: b, Label: "A label that finds no room", Layer: data.LayerCloud,
			Ties: []string{fmt.Sprint("t", i), fmt.Sprint("u", i)}[:1+i%2],
		})
	}
	return d, centres
}

func TestALabelWithoutRoomIsShortenedThenLeftOut(t *testing.T) {
	d, centres := crowd(4)
	s := compose(t, d, centres, Look{})
	assert.Equal(t, Shown{Entries: s.Shown.Entries, Labels: 2, Bare: 2}, s.Shown)
	var texts []string
	for m := range s.Marks() {
		if text, ok := m.Shape.(Text); ok && m.Ref.Kind != Party {
			texts = append(texts, text.String)
		}
	}
	assert.Equal(t, []string{"×2", "×2"}, texts, "the count is what remains")
}

// Where a label of full size has no room a smaller one has, which is drawn from
// nearer on, and picked from there on.
func TestALabelIsMadeSmallerBeforeItIsShortened(t *testing.T) {
	d, centres := columns(4, 330)
	s := compose(t, d, centres, Look{})
	assert.Equal(t, 4, s.Shown.Labels)
	for m := range s.Marks() {
		if text, ok := m.Shape.(Text); ok && m.Ref.Kind != Party {
			assert.InDelta(t, style.SizeChip*sizes[1], text.Size, 1e-9)
			assert.InDelta(t, 6, text.Size*m.From, 1e-9, "as large on the screen when it comes as another label is")
		}
	}
	at := s.chips[0].rect.Center().Add(geom.Point{Y: 5})
	near, far := style.HitRadius/s.chips[0].from, style.HitRadius/(0.9*s.chips[0].from)
	assert.Equal(t, s.chips[0].ref, s.At(at, near))
	assert.Equal(t, s.chips[0].ref, s.At(at, far), "its line is near all the same")
	corner := s.chips[0].rect.Min.Add(geom.Point{X: 1, Y: 1})
	assert.Equal(t, s.chips[0].ref, s.At(corner, 1))
}

func TestALongLabelEndsInAnEllipsis(t *testing.T) {
	d := small()
	d.Lines[1].Label = strings.Repeat("Deployment of many things ", 6)
	s := compose(t, d, smallPlaces, Look{})
	for m := range s.Marks() {
		if text, ok := m.Shape.(Text); ok && m.Ref == (Ref{Tie, "d"}) {
			assert.True(t, strings.HasSuffix(text.String, style.Ellipsis))
			assert.LessOrEqual(t, text.Width, style.ChipWidth)
		}
	}
}

// A box of 700 lines is the largest web that dot lays out.
func BenchmarkCompose(b *testing.B) {
	d, centres := &Diagram{}, map[string]geom.Point{}
	random := rand.New(rand.NewPCG(1, 1))
	for i := range 200 {
		id := fmt.Sprint(i)
		d.Boxes = append(d.Boxes, box(id, "Party "+id, data.AILab))
		centres[id] = geom.Point{X: float64(i%14) * 420, Y: float64(i/14) * 300}
	}
	for i := range 700 {
		from, to := random.IntN(200), random.IntN(200)
		if from != to {
			d.Lines = append(d.Lines, Line{ID: fmt.Sprint(i), From: fmt.Sprint(from), To: fmt.Sprint(to), Label: "A commitment · $5 bn", Ties: []string{fmt.Sprint(i)}})
		}
	}
	r := newRuler(b)
	d.Measure(r)
	p := placed(d, centres)
	var s *Scene
	for b.Loop() {
		s = Compose(d, p, Look{Palette: style.Of(style.Light)}, r)
	}
	b.ReportMetric(float64(s.Shown.Labels), "labels")
	var _ layout.Placed = p
}

// A label that would hide an arrowhead costs more than one that only lies on the
// line, its own or another's.
func TestLabelsAvoidArrowheads(t *testing.T) {
	r := newRuler(t)
	d := small()
	d.Measure(r)
	c := newComposer(d, placed(d, smallPlaces), Look{Palette: style.Of(style.Light)}, r)
	p, lines := c.newPlacer(), []*Line{&d.Lines[0], &d.Lines[1]}
	p.follow(lines)
	l := lines[0]
	path := c.paths[l.ID]
	middle, _ := path.AtLength(path.Length() / 2)
	on := func(at geom.Point) geom.Rect { return geom.RectAround(at, 20, 20) }
	for _, own := range []bool{true, false} {
		of := l
		if !own {
			of = lines[1]
		}
		assert.Greater(t, p.crossings(of, on(path.End())), p.crossings(of, on(middle)), "own: %v", own)
	}
	assert.Zero(t, p.crossings(l, on(middle)))
}
