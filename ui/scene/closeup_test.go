package scene

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/data"
	"entangle/layout"
	"entangle/layout/geom"
	"entangle/ui/pace"
	"entangle/ui/style"
)

// closest is how far one can zoom in.
const closest = 6.0

// readAt is what of the labels can be read in an area at so many pixels per point.
func (s *Scene) readAt(area geom.Rect, scale float64) []drawnChip {
	var out []drawnChip
	for _, k := range s.chips {
		if k.from <= scale && k.rect.Intersects(area) {
			out = append(out, k)
		}
	}
	return append(out, s.closeChips(area, scale)...)
}

// tangle is a web with far more lines than there is room for labels, as large as
// those in which nothing is searched for twice: columns of boxes that are joined
// at random.
func tangle(t testing.TB, boxes, lines int) (*Diagram, layout.Placed) {
	t.Helper()
	random := rand.New(rand.NewPCG(21, 22))
	d, centres := &Diagram{}, map[string]geom.Point{}
	for i := range boxes {
		id := fmt.Sprint(i)
		d.Boxes = append(d.Boxes, box(id, "Party "+id, data.AILab))
		centres[id] = geom.Point{X: float64(i%30) * 420, Y: float64(i/30)*300 + 100*random.Float64()} // no lines lie on one another
	}
	for i := range lines {
		from, to := random.IntN(boxes), random.IntN(boxes)
		if from == to {
			continue
		}
		d.Lines = append(d.Lines, Line{
			ID: fmt.Sprint("l", i), From: fmt.Sprint(from), To: fmt.Sprint(to), Label: fmt.Sprintf("Cloud commitment · $%d bn", i),
			Ties: []string{fmt.Sprint("t", i), fmt.Sprint("u", i)}[:1+i%2],
		})
	}
	d.Measure(newRuler(t))
	return d, placed(d, centres)
}

// At no zoom does a label touch another, a box or the border, and none goes away
// when one comes nearer.
func TestCloseLabelsTouchNothingAndStay(t *testing.T) {
	check := func(s *Scene, area geom.Rect) {
		var before []drawnChip
		for _, scale := range []float64{0.5, 0.9, 1.4, 2.3, 3.8, closest} {
			now := s.readAt(area, scale)
			taken := rooms{}
			for _, b := range s.boxes {
				taken.add(b.rect)
			}
			for _, k := range now {
				require.False(t, taken.meets(k.rect), "label of %v at %g", k.ref, scale)
				require.True(t, s.Frame.ContainsRect(k.rect))
				require.GreaterOrEqual(t, style.SizeChip*k.chip.scale*scale, 6-1e-9, "it can be read")
				taken.add(k.rect)
			}
			there := map[geom.Rect]bool{}
			for _, k := range now {
				there[k.rect] = true
			}
			for _, k := range before {
				require.True(t, there[k.rect], "label of %v is gone at %g", k.ref, scale)
			}
			before = now
		}
	}
	eachRandom(t, 60, func(_ *Diagram, s *Scene, _ *rand.Rand) { check(s, s.Bounds) })
	r := newRuler(t)
	for _, lines := range []int{300, 1100} { // the second has so many that no label of the whole is made smaller
		d, p := tangle(t, 240, lines)
		for _, nearby := range []bool{false, true} {
			s := Compose(d, p, Look{Palette: style.Of(style.Light), Nearby: nearby}, r)
			check(s, geom.RectAround(s.Bounds.Center(), 2500, 1200))
		}
	}
}

// Whoever comes close enough finds every line labelled that is of some length, and
// that has words, in words: of a hundred lines one may lie below boxes, or share
// its way with too many others.
func TestEveryLineHasALabelCloseUp(t *testing.T) {
	const long = 60.0
	lines, bare, wordless := 0, 0, 0
	check := func(s *Scene) {
		labels, words := map[Ref]bool{}, map[Ref]bool{}
		for _, k := range s.readAt(s.Bounds, closest) {
			labels[k.ref] = true
			words[k.ref] = words[k.ref] || k.chip.text != ""
		}
		for i := range s.lines {
			l := &s.lines[i]
			if l.Label == "" || free(s, l.path) < long {
				continue
			}
			lines++
			if !labels[l.Ref()] {
				bare++
			}
			if !words[l.Ref()] {
				wordless++
			}
		}
	}
	r, random := newRuler(t), rand.New(rand.NewPCG(3, 5))
	for range 60 {
		d, p := randomDiagram(random, r)
		for i := range d.Lines {
			d.Lines[i].Fan = nil
		}
		check(Compose(d, p, Look{Palette: style.Of(style.Light)}, r))
	}
	t.Logf("of %d lines %d have no label, %d no words", lines, bare, wordless)
	assert.LessOrEqual(t, bare, lines/500)
	assert.LessOrEqual(t, wordless, lines/50)
	lines, bare, wordless = 0, 0, 0
	for _, n := range []int{300, 1100} {
		d, p := tangle(t, 240, n)
		check(Compose(d, p, Look{Palette: style.Of(style.Light)}, r))
		check(Compose(d, p, Look{Palette: style.Of(style.Light), Nearby: true}, r))
	}
	t.Logf("of %d lines %d have no label, %d no words", lines, bare, wordless)
	assert.LessOrEqual(t, bare, lines/500)
	assert.LessOrEqual(t, wordless, lines/50)
}

// free is how much of a path lies below no box.
func free(s *Scene, path geom.Path) float64 {
	length := 0.0
	points := evenly(path, mostPoints)
	for i := 1; i < len(points); i++ {
		if !slices.ContainsFunc(s.boxes, func(b drawnBox) bool { return b.rect.Inset(-4).Contains(points[i]) }) {
			length += points[i].Dist(points[i-1])
		}
	}
	return length
}

// What is seen close up is the same whichever way one came there, and whatever
// was selected on it.
func TestCloseLabelsDoNotDependOnTheWay(t *testing.T) {
	r := newRuler(t)
	d, p := tangle(t, 240, 800)
	middle := geom.RectAround(geom.Point{X: 6000, Y: 1100}, 3000, 1600)
	look := Look{Palette: style.Of(style.Light)}
	whole := map[geom.Rect]Ref{}
	for _, k := range Compose(d, p, look, r).readAt(middle, closest) {
		whole[k.rect] = k.ref
	}
	random := rand.New(rand.NewPCG(5, 6))
	for range 3 {
		look.Selected = Ref{Party, d.Boxes[random.IntN(len(d.Boxes))].ID}
		s := Compose(d, p, look, r)
		look.Before = s
		lit := 0
		for range 60 {
			at := geom.Point{X: middle.Min.X + random.Float64()*middle.W(), Y: middle.Min.Y + random.Float64()*middle.H()}
			for _, k := range s.closeChips(geom.RectAround(at, 700, 500), closest) {
				if !middle.ContainsRect(k.rect) {
					continue
				}
				require.Equal(t, whole[k.rect], k.ref)
				if !k.faint {
					lit++
				}
				require.Equal(t, k.ref, s.At(k.rect.Center(), style.HitRadius/closest), "it can be picked")
			}
		}
		require.Positive(t, lit, "what is selected is not faint")
	}
}

// Of very many lines a label lies where it lay when its line is selected, and is the
// one that the line is known by then.
func TestTheLabelOfWhatIsSelectedStays(t *testing.T) {
	r := newRuler(t)
	d, p := tangle(t, 240, 800)
	look := Look{Palette: style.Of(style.Light), Nearby: true}
	s := Compose(d, p, look, r)
	require.Empty(t, s.Labels(), "from afar there are none")
	lies := map[geom.Rect]Ref{}
	for _, k := range s.closeChips(s.Bounds, closest) {
		lies[k.rect] = k.ref
	}
	look.Before = s
	stays, insists := 0, 0
	for i := 0; i < len(d.Lines); i += 7 {
		look.Selected = d.Lines[i].Ref()
		now := Compose(d, p, look, r)
		require.Len(t, now.Labels(), 1, "it has one for certain")
		label := now.Labels()[0]
		ring, ok := now.RingOf(label.Ref)
		require.True(t, ok)
		require.Equal(t, label.Rect, ring)
		if lies[label.Rect] != label.Ref {
			insists++
			continue
		}
		stays++
		for _, k := range now.closeChips(label.Rect.Inset(-200), closest) {
			require.Equal(t, k.ref, lies[k.rect], "as do the others")
		}
	}
	assert.Greater(t, stays, 2*insists, "others make room for those that had none at the middle of their line")
	assert.Positive(t, insists)
}

// A file shows the labels of full size that the screen shows where somebody is near,
// and says how many lines have none.
func TestLabelledShowsWhatTheScreenShows(t *testing.T) {
	r := newRuler(t)
	d, p := tangle(t, 240, 900)
	look := Look{Palette: style.Of(style.Light), Nearby: true, Selected: d.Lines[5].Ref()}
	s := Compose(d, p, look, r)
	file := s.Labelled(pace.Pace{})
	seen := map[geom.Rect]Ref{}
	for _, k := range s.readAt(s.Bounds, chipFrom) {
		seen[k.rect] = k.ref
	}
	labels, lines := file.Labels(), map[Ref]bool{}
	require.Len(t, labels, len(seen))
	for _, l := range labels {
		require.Equal(t, seen[l.Rect], l.Ref)
		lines[l.Ref] = true
	}
	assert.Equal(t, len(lines), file.Shown.Labels)
	assert.Equal(t, len(s.lines), file.Shown.Labels+file.Shown.Bare)
	assert.Equal(t, s.Bounds, file.Bounds)
	ordinary := Compose(d, p, Look{Palette: style.Of(style.Light)}, r)
	assert.Same(t, ordinary, ordinary.Labelled(pace.Pace{}), "where labels are placed throughout it is the same scene")
	ended, end := context.WithCancel(t.Context())
	end()
	assert.Nil(t, s.Labelled(pace.New(ended, nil)))
}

// A label that is read from close by is drawn by the brush of all others, and is
// in the way of the pointer only where it is drawn.
func TestCloseLabelsAreDrawnAndHit(t *testing.T) {
	d, centres := crowd(4)
	s := compose(t, d, centres, Look{})
	require.Equal(t, 2, s.Shown.Bare)
	assert.Empty(t, s.CloseUp(s.Bounds, 1.2), "from afar there are none")
	near := s.CloseUp(s.Bounds, closest)
	words := 0
	for _, m := range near {
		assert.LessOrEqual(t, m.From, closest)
		if text, ok := m.Shape.(Text); ok && text.String == d.Lines[0].Label {
			words++
		}
	}
	assert.Equal(t, 4, words, "every line has its words")
	k := s.closeChips(s.Bounds, closest)[0]
	corner := k.rect.Min.Add(geom.Point{X: 0.1, Y: 0.1})
	assert.Equal(t, k.ref, s.At(corner, style.HitRadius/closest))
	assert.Empty(t, Compose(d, placed(d, centres), Look{Palette: style.Of(style.Light), Bare: true}, newRuler(t)).CloseUp(s.Bounds, closest), "a draft has none")
}

// BenchmarkCloseUp places the labels of a close view of ten thousand lines.
func BenchmarkCloseUp(b *testing.B) {
	d, p := tangle(b, 900, 10_000)
	r := newRuler(b)
	s := Compose(d, p, Look{Palette: style.Of(style.Light)}, r)
	n := 0
	view := geom.RectAround(s.Bounds.Center(), 1900, 1100)
	s.CloseUp(view, 0.9)
	for b.Loop() {
		clear(s.close.found)
		n = len(s.closeChips(view, 0.9))
	}
	b.ReportMetric(float64(n), "labels")
}
