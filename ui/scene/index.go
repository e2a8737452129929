package scene

import (
	"slices"
	"sync"

	"entangle/layout/geom"
)

// index finds what lies at a place, and what belongs to a record, without going
// through the whole scene. It never changes.
type index struct {
	under   *tree // the bounds of the marks below the lines, and above them
	between *tree
	boxes   *tree
	chips   *tree
	pieces  *tree   // short pieces of the lines
	line    []int32 // the line that a piece is of

	boxOf   map[string]int32 // by party
	chipOf  map[Ref]int32
	linesOf map[Ref][]int32
}

// pieces is into about how many a line across the whole scene is cut, so that
// only what runs near a place is looked at there; shortest is how long one is at
// least, in points.
const (
	pieces   = 40
	shortest = 220.0
)

// indexed gives a scene that is complete otherwise its index. It is made when
// somebody asks for a place or a record: a picture of the whole needs none.
func (s *Scene) indexed() *Scene {
	s.index = sync.OnceValue(s.newIndex)
	return s
}

// Ready makes what finding a place or a record takes, so that the first who asks
// need not wait for it. It may be called from anywhere.
func (s *Scene) Ready() {
	if s.index != nil {
		s.index()
	}
}

func (s *Scene) newIndex() *index {
	x := &index{
		boxOf: make(map[string]int32, len(s.boxes)), chipOf: make(map[Ref]int32, len(s.chips)), linesOf: make(map[Ref][]int32, len(s.lines)),
		under:   rectsOf(len(s.under), func(i int) geom.Rect { return s.under[i].Bounds }),
		between: rectsOf(len(s.between), func(i int) geom.Rect { return s.between[i].Bounds }),
		boxes:   rectsOf(len(s.boxes), func(i int) geom.Rect { return s.boxes[i].rect }),
		chips:   rectsOf(len(s.chips), func(i int) geom.Rect { return s.chips[i].rect }),
	}
	for i, b := range s.boxes {
		if _, twice := x.boxOf[b.ref.ID]; !twice {
			x.boxOf[b.ref.ID] = int32(i)
		}
	}
	for i, c := range s.chips {
		if _, twice := x.chipOf[c.ref]; !twice {
			x.chipOf[c.ref] = int32(i)
		}
	}
	var hulls []geom.Rect
	length := max(shortest, max(s.Bounds.W(), s.Bounds.H())/pieces)
	for i := range s.lines {
		l := &s.lines[i]
		x.linesOf[l.Ref()] = append(x.linesOf[l.Ref()], int32(i))
		for _, c := range l.path {
			hulls = cut(hulls, c, length)
		}
		for len(x.line) < len(hulls) {
			x.line = append(x.line, int32(i))
		}
	}
	x.pieces = newTree(hulls)
	return x
}

func rectsOf(n int, rect func(i int) geom.Rect) *tree {
	rects := make([]geom.Rect, n)
	for i := range rects {
		rects[i] = rect(i)
	}
	return newTree(rects)
}

// cut appends rectangles that hold a curve piece by piece. A curve lies within
// its control points.
func cut(out []geom.Rect, c geom.Cubic, length float64) []geom.Rect {
	hull := geom.Rect{Min: c[0], Max: c[0]}.Extend(c[1]).Extend(c[2]).Extend(c[3])
	if wide, thin := max(hull.W(), hull.H()), min(hull.W(), hull.H()); wide < length || wide < 4*length && thin < length/8 {
		return append(out, hull)
	}
	a, b := c.Split(0.5)
	return cut(cut(out, a, length), b, length)
}

// linesNear lists the lines that run through an area, in the order of painting.
func (x *index) linesNear(area geom.Rect) []int32 {
	near := x.pieces.sorted(area)
	for i, piece := range near {
		near[i] = x.line[piece]
	}
	return slices.Compact(near) // the pieces of a line follow one another
}

// topmost finds the last one at a point, -1 for none.
func topmost(t *tree, p geom.Point, rect func(i int) geom.Rect) int {
	found := -1
	t.meet(geom.Rect{Min: p, Max: p}, func(i int) {
		if i > found && rect(i).Contains(p) {
			found = i
		}
	})
	return found
}

// linesOf lists the lines that stand for a record.
func (s *Scene) linesOf(ref Ref) []*drawnLine {
	if s.index == nil {
		return nil
	}
	var out []*drawnLine
	for _, i := range s.index().linesOf[ref] {
		out = append(out, &s.lines[i])
	}
	return out
}

// chipOf returns the label of a line.
func (s *Scene) chipOf(ref Ref) (*drawnChip, bool) {
	i, ok := s.index().chipOf[ref]
	if !ok {
		return nil, false
	}
	return &s.chips[i], true
}
