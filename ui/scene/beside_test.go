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

// star is a scene of a box in the middle and others around it; lines lead from the
// middle to all of them but one.
func star(t testing.TB) *Scene {
	t.Helper()
	s := &Scene{pal: style.Of(style.Light), ruler: newRuler(t)}
	middles := map[string]geom.Point{}
	box := func(id string, x, y float64) {
		middles[id] = geom.Point{X: x, Y: y}
		s.boxes = append(s.boxes, drawnBox{target: target{ref: Ref{Party, id}, rect: geom.RectAround(middles[id], 40, 20)}, box: &Box{}})
	}
	line := func(id, from, to string) {
		p := geom.Polyline(middles[from], middles[to])
		s.lines = append(s.lines, drawnLine{Line: &Line{ID: id, Ties: []string{id}, From: from, To: to}, path: p})
	}
	box("m", 0, 0)
	box("right", 200, 10)
	box("far", 500, 0)
	box("up", -20, -150)
	box("stranger", -100, 0)
	line("t1", "m", "right")
	line("t2", "far", "m")
	line("t3", "up", "m")
	return s.indexed()
}

func TestArrowsLeadAlongTies(t *testing.T) {
	s := star(t)
	all := geom.Rect{Min: geom.Point{X: -300, Y: -300}, Max: geom.Point{X: 300, Y: 300}}
	left, right, up, down := geom.Point{X: -1}, geom.Point{X: 1}, geom.Point{Y: -1}, geom.Point{Y: 1}
	for _, c := range []struct {
		from    Ref
		pressed geom.Point
		want    string
	}{
		{Ref{Party, "m"}, right, "right"}, // nearer than far
		{Ref{Party, "m"}, up, "up"},
		{Ref{Party, "m"}, left, ""}, // no tie leads to the stranger
		{Ref{Party, "m"}, down, ""},
		{Ref{Party, "far"}, left, "m"}, // against the arrow too
		{Ref{Party, "stranger"}, right, ""},
		{Ref{Tie, "t1"}, left, "m"},
		{Ref{Tie, "t1"}, right, "right"},
		{Ref{}, right, "m"},
		{Ref{Party, "gone"}, right, "m"},
		{Ref{Tie, "gone"}, left, "m"},
	} {
		got, ok := s.Beside(c.from, c.pressed, all)
		assert.Equal(t, c.want != "", ok, "%v", c)
		assert.Equal(t, c.want, got.ID, "%v", c)
	}
	_, ok := (&Scene{}).Beside(Ref{}, right, all)
	assert.False(t, ok)
}

// Wherever the arrows lead on random webs, a tie goes there, and it lies in that
// direction; and a step to where one came from can be taken back when that is the
// nearest.
func TestArrowsKeepTheirDirection(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 50 {
		s := &Scene{}
		for i := range 12 {
			s.boxes = append(s.boxes, drawnBox{target: target{ref: Ref{Party, string(rune('a' + i))}, rect: geom.RectAround(geom.Point{X: 900 * r.Float64(), Y: 600 * r.Float64()}, 60, 30)}})
		}
		for i := range 18 {
			a, b := s.boxes[r.IntN(12)], s.boxes[r.IntN(12)]
			if a.ref != b.ref {
				s.lines = append(s.lines, drawnLine{Line: &Line{Ties: []string{string(rune('A' + i))}, From: a.ref.ID, To: b.ref.ID}, path: geom.Polyline(a.rect.Center(), b.rect.Center())})
			}
		}
		s.indexed()
		for _, b := range s.boxes {
			for _, pressed := range []geom.Point{{X: 1}, {X: -1}, {Y: 1}, {Y: -1}} {
				got, ok := s.Beside(b.ref, pressed, geom.Rect{})
				if !ok {
					continue
				}
				tied := false
				for _, l := range s.lines {
					tied = tied || l.From == b.ref.ID && l.To == got.ID || l.To == b.ref.ID && l.From == got.ID
				}
				require.True(t, tied)
				to, _ := s.BoxOf(got.ID)
				require.Greater(t, to.Center().Sub(b.rect.Center()).Unit().Dot(pressed), math.Cos(66*math.Pi/180))
			}
		}
	}
}

func TestTheRingIsAboutWhatIsPicked(t *testing.T) {
	s := star(t)
	box, _ := s.BoxOf("m")
	got, ok := s.RingOf(Ref{Party, "m"})
	assert.True(t, ok)
	assert.Equal(t, box, got)
	got, ok = s.RingOf(Ref{Tie, "t1"})
	assert.True(t, ok)
	assert.InDelta(t, 0, s.lines[0].path.Dist(got.Center()), 1e-6, "a line without a label: on the line")
	assert.Zero(t, s.LabelFrom(Ref{Tie, "t1"}), "no label")
	s.chips = append(s.chips, drawnChip{target: target{ref: Ref{Tie, "t1"}, rect: geom.RectAround(geom.Point{X: 90, Y: 90}, 30, 10), from: 0.5}})
	got, _ = s.indexed().RingOf(Ref{Tie, "t1"})
	assert.InDelta(t, 0.5, s.LabelFrom(Ref{Tie, "t1"}), 1e-9, "a label that is not always drawn")
	assert.Equal(t, s.chips[0].rect, got)
	_, ok = s.RingOf(Ref{})
	assert.False(t, ok)
}

func TestSketch(t *testing.T) {
	s := star(t)
	k := s.Sketch([]string{"far"}, 4)
	require.Len(t, k.Boxes, 1)
	require.Len(t, k.Lines, 1)
	l := k.Lines[0]
	require.Len(t, l.Points, 5)
	assert.Equal(t, s.lines[1].path.Start(), l.Points[0])
	assert.InDelta(t, 0, l.Points[4].Dist(s.lines[1].path.End()), 1e-9)
	bent := l.Bent(geom.Point{Y: 100}, geom.Point{})
	assert.Equal(t, l.Points[0].Add(geom.Point{Y: 100}), bent[0])
	assert.Equal(t, l.Points[4], bent[4], "the other end stays")
	assert.InDelta(t, l.Points[2].Y+50, bent[2].Y, 1e-9)
	whole := s.Sketch(nil, 1)
	boxes, lines := s.Count()
	assert.Len(t, whole.Boxes, boxes)
	assert.Len(t, whole.Lines, lines)
}
