package scene

import (
	"sync"

	"entangle/layout"
	"entangle/layout/geom"
)

// ground is what follows from a placement alone, whatever is drawn of it on a day, in
// a theme, with a selection: all scenes of the placement share it. It never changes.
type ground struct {
	placed layout.Placed
	rects  map[string]geom.Rect
	number map[string]int32 // of the placed lines, by id
	frame  geom.Rect
	runs   func() *runs // made when it is first asked for
}

// runs finds the lines that run near a place.
type runs struct {
	pieces *tree   // short pieces of the lines
	line   []int32 // the number of the line that a piece is of
}

// groundOf returns the ground of a placement, that of an earlier scene when it is of
// the same one.
func groundOf(p layout.Placed, before *Scene) *ground {
	if before != nil && before.ground != nil && before.ground.is(p) {
		return before.ground
	}
	g := &ground{
		placed: p, rects: make(map[string]geom.Rect, len(p.Boxes)), number: make(map[string]int32, len(p.Lines)), frame: frameOf(p),
	}
	for _, b := range p.Boxes {
		g.rects[b.ID] = b.Rect
	}
	for i, l := range p.Lines {
		g.number[l.ID] = int32(i)
	}
	g.runs = sync.OnceValue(g.newRuns)
	return g
}

// LiesOn says whether the scene is one of that very placement.
func (s *Scene) LiesOn(p layout.Placed) bool { return s.ground != nil && s.ground.is(p) }

// is says whether the ground is of that very placement: placements are never changed.
func (g *ground) is(p layout.Placed) bool {
	return sameList(g.placed.Boxes, p.Boxes) && sameList(g.placed.Lines, p.Lines)
}

func sameList[T any](a, b []T) bool {
	return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0])
}

// pieces is into about how many a line across the whole placement is cut, so that
// only what runs near a place is looked at there; shortest is how long one is at
// least, in points.
const (
	pieces   = 40
	shortest = 220.0
)

func (g *ground) newRuns() *runs {
	r := &runs{}
	hulls := make([]narrow, 0, 2*len(g.placed.Lines))
	length := max(shortest, max(g.frame.W(), g.frame.H())/pieces)
	for i := range g.placed.Lines {
		for _, c := range g.placed.Lines[i].Path {
			hulls = cut(hulls, c, length)
		}
		for len(r.line) < len(hulls) {
			r.line = append(r.line, int32(i))
		}
	}
	r.pieces = newTree(hulls)
	return r
}

// cut appends rectangles that hold a curve piece by piece. A curve lies within
// its control points.
func cut(out []narrow, c geom.Cubic, length float64) []narrow {
	hull := geom.Rect{Min: c[0], Max: c[0]}.Extend(c[1]).Extend(c[2]).Extend(c[3])
	if wide, thin := max(hull.W(), hull.H()), min(hull.W(), hull.H()); wide < length || wide < 4*length && thin < length/8 {
		return append(out, narrowed(hull))
	}
	a, b := c.Split(0.5)
	return cut(cut(out, a, length), b, length)
}
