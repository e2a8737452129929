package scene

import (
	"slices"

	"entangle/layout/geom"
)

// index finds what lies at a place, and what belongs to a record, without going
// through the whole scene. It is made with the scene and never changes.
type index struct {
	marks  *tree // the bounds of the marks
	boxes  *tree
	chips  *tree
	pieces *tree   // short pieces of the lines
	line   []int32 // the line that a piece is of

	boxOf   map[string]int32 // by party
	chipOf  map[Ref]int32
	linesOf map[Ref][]int32
	marksOf map[Ref][]int32
}

// pieces is into about how many a line across the whole scene is cut, so that
// only what runs near a place is looked at there; shortest is how long one is at
// least, in points.
const (
	pieces   = 40
	shortest = 220.0
)

// indexed makes the index of a scene that is complete otherwise.
func (s *Scene) indexed() *Scene {
	x := &index{
		boxOf: make(map[string]int32, len(s.boxes)), chipOf: make(map[Ref]int32, len(s.chips)),
		linesOf: make(map[Ref][]int32, len(s.lines)), marksOf: map[Ref][]int32{},
	}
	bounds := make([]geom.Rect, len(s.Marks))
	for i := range s.Marks {
		bounds[i] = s.Marks[i].Bounds
		if ref := s.Marks[i].Ref; ref.Kind == Tie || ref.Kind == Bundle {
			x.marksOf[ref] = append(x.marksOf[ref], int32(i))
		}
	}
	x.marks = newTree(bounds)
	x.boxes, x.chips = rectsOf(s.boxes), rectsOf(s.chips)
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
	for i, l := range s.lines {
		x.linesOf[l.ref] = append(x.linesOf[l.ref], int32(i))
		for _, c := range l.path {
			hulls = cut(hulls, c, length)
		}
		for len(x.line) < len(hulls) {
			x.line = append(x.line, int32(i))
		}
	}
	x.pieces = newTree(hulls)
	s.index = x
	return s
}

func rectsOf(list []target) *tree {
	rects := make([]geom.Rect, len(list))
	for i, t := range list {
		rects[i] = t.rect
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

// Within lists the numbers of the marks that can be seen in an area of the
// scene at so many pixels per point, in the order of painting.
func (s *Scene) Within(area geom.Rect, scale float64) []int {
	var out []int
	take := func(i int) {
		if s.Marks[i].From <= scale {
			out = append(out, i)
		}
	}
	if s.index == nil || len(s.index.marks.items) != len(s.Marks) { // made by hand
		for i := range s.Marks {
			if s.Marks[i].Bounds.Intersects(area) {
				take(i)
			}
		}
		return out
	}
	s.index.marks.meet(area, take)
	slices.Sort(out)
	return out
}

// topmost finds the last one at a point, -1 for none.
func topmost(t *tree, list []target, p geom.Point) int {
	found := -1
	t.meet(geom.Rect{Min: p, Max: p}, func(i int) {
		if i > found && list[i].rect.Contains(p) {
			found = i
		}
	})
	return found
}

// linesOf lists the lines that stand for a record.
func (s *Scene) linesOf(ref Ref) []lineTarget {
	if s.index == nil {
		return nil
	}
	var out []lineTarget
	for _, i := range s.index.linesOf[ref] {
		out = append(out, s.lines[i])
	}
	return out
}

// chipOf returns the label of a line.
func (s *Scene) chipOf(ref Ref) (geom.Rect, bool) {
	i, ok := s.index.chipOf[ref]
	if !ok {
		return geom.Rect{}, false
	}
	return s.chips[i].rect, true
}
