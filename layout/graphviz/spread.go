package graphviz

import (
	"cmp"
	"math"
	"slices"

	"entangle/layout/geom"
)

// spread moves boxes apart until they are at least gap points from each other, and
// keeps the arrangement as far as it can. Fixed boxes stay where they are, even on
// top of each other. It stands in for Graphviz' own removal of overlaps: the build
// in go-graphviz lacks the good one (prism) and makes maps several times as large.
//
// First everything is scaled up evenly until there is room for all boxes; then pairs
// that are too near are pushed apart along the shorter way, again and again. Where
// that does not end, a little more room is made.
func spread(rects []geom.Rect, fixed []bool, gap float64) []geom.Rect {
	s := newSpreading(slices.Clone(rects), fixed, gap)
	if len(s.near()) == 0 {
		return s.rects
	}
	if !s.pinned { // else the pins say how large things are
		s.scale(s.room())
	}
	for round := 1; round <= spreadRounds; round++ {
		near := s.near()
		if len(near) == 0 {
			break
		}
		for _, pair := range near {
			s.push(pair[0], pair[1])
		}
		if round%spreadPatience == 0 {
			s.scale(spreadGrowth)
		}
	}
	return s.rects
}

const (
	spreadRounds   = 2000
	spreadPatience = 20   // rounds before more room is made
	spreadGrowth   = 1.05 // how much more
	spreadFill     = 0.35 // the part of the area that boxes may cover at first
)

type spreading struct {
	rects  []geom.Rect
	fixed  []bool
	gap    float64
	pinned bool
	order  []int // the boxes by their left-hand sides
}

func newSpreading(rects []geom.Rect, fixed []bool, gap float64) *spreading {
	s := &spreading{rects: rects, fixed: fixed, gap: gap, order: make([]int, len(rects))}
	for i := range rects {
		s.order[i] = i
		s.pinned = s.pinned || fixed[i]
	}
	return s
}

// clearance returns how near to each other the nearest two boxes are, in points, at
// most the given distance; 0 when boxes touch or overlap.
func clearance(rects []geom.Rect, most float64) float64 {
	s := newSpreading(rects, make([]bool, len(rects)), most)
	least := most
	for _, pair := range s.near() {
		x, y := s.overlap(pair[0], pair[1])
		least = math.Min(least, most-math.Min(x, y))
	}
	return math.Max(0, least)
}

// room returns the factor that makes the covered part of the area small enough.
func (s *spreading) room() float64 {
	bounds, covered := geom.EmptyRect(), 0.0
	for _, r := range s.rects {
		bounds = bounds.Union(r)
		covered += (r.W() + s.gap) * (r.H() + s.gap)
	}
	area := bounds.W() * bounds.H()
	return math.Max(1, math.Sqrt(covered/spreadFill/area))
}

// scale moves the centres of the boxes that are not fixed away from the middle.
func (s *spreading) scale(k float64) {
	bounds := geom.EmptyRect()
	for _, r := range s.rects {
		bounds = bounds.Union(r)
	}
	middle := bounds.Center()
	for i, r := range s.rects {
		if !s.fixed[i] {
			s.rects[i] = r.Shift(r.Center().Sub(middle).Mul(k - 1))
		}
	}
}

// near returns the pairs of boxes that are too near, in an order that depends on
// nothing but the boxes.
func (s *spreading) near() [][2]int {
	slices.SortFunc(s.order, func(a, b int) int {
		return cmp.Or(cmp.Compare(s.rects[a].Min.X, s.rects[b].Min.X), cmp.Compare(a, b))
	})
	var pairs [][2]int
	for i, a := range s.order {
		for _, b := range s.order[i+1:] {
			if s.rects[b].Min.X-s.rects[a].Max.X >= s.gap-spreadTolerance {
				break
			}
			if x, y := s.overlap(a, b); x > spreadTolerance && y > spreadTolerance && !(s.fixed[a] && s.fixed[b]) {
				pairs = append(pairs, [2]int{a, b})
			}
		}
	}
	return pairs
}

// spreadTolerance is how much nearer than the gap two boxes may stay, in points.
const spreadTolerance = 0.01

// overlap returns how far two boxes, with the gap around them, reach into each
// other in x and in y. Both are positive when they are too near.
func (s *spreading) overlap(a, b int) (x, y float64) {
	p, q := s.rects[a], s.rects[b]
	c, d := p.Center(), q.Center()
	x = (p.W()+q.W())/2 + s.gap - math.Abs(c.X-d.X)
	y = (p.H()+q.H())/2 + s.gap - math.Abs(c.Y-d.Y)
	return x, y
}

// push moves two boxes apart, each by half of what is needed, along the axis on
// which less is needed.
func (s *spreading) push(a, b int) {
	x, y := s.overlap(a, b)
	if x <= 0 || y <= 0 {
		return // another push has parted them
	}
	c, d := s.rects[a].Center(), s.rects[b].Center()
	var move geom.Point
	if x < y {
		move.X = math.Copysign(x/2, side(c.X, d.X, a, b))
	} else {
		move.Y = math.Copysign(y/2, side(c.Y, d.Y, a, b))
	}
	switch {
	case s.fixed[a]:
		s.rects[b] = s.rects[b].Shift(move.Mul(-2))
	case s.fixed[b]:
		s.rects[a] = s.rects[a].Shift(move.Mul(2))
	default:
		s.rects[a] = s.rects[a].Shift(move)
		s.rects[b] = s.rects[b].Shift(move.Mul(-1))
	}
}

// side returns which way the first of two moves; boxes in the same place part by
// their numbers.
func side(c, d float64, a, b int) float64 {
	if c != d {
		return c - d
	}
	return float64(a - b)
}
