package draft

import (
	"entangle/layout/geom"
)

// quad is a square with points in it, cut in four again and again, so that far
// groups of points can count as one (after Barnes and Hut).
type quad struct {
	nodes []square
	at    []geom.Point
}

// square is a node of the tree.
type square struct {
	min, middle geom.Point // a corner; of its points the mean
	width       float64
	count       int
	child       int // the first of four; 0 for none
	point       int // the only one in it, or the last of a heap; -1 for none
}

// deepest is how often squares are cut: points nearer than that are a heap.
const deepest = 24

// grow makes the tree of points, in the place of the one before.
func (q *quad) grow(at []geom.Point) {
	q.at = at
	bounds := geom.EmptyRect()
	for _, p := range at {
		bounds = bounds.Extend(p)
	}
	q.nodes = append(q.nodes[:0], square{min: bounds.Min, width: max(bounds.W(), bounds.H(), 1), point: -1})
	for i := range at {
		q.add(i)
	}
	for i := range q.nodes {
		if s := &q.nodes[i]; s.count > 0 {
			s.middle = s.middle.Mul(1 / float64(s.count))
		}
	}
}

func (q *quad) add(i int) {
	node := 0
	for depth := 0; ; depth++ {
		s := &q.nodes[node]
		s.count++
		s.middle = s.middle.Add(q.at[i])
		switch {
		case s.child > 0:
			node = q.childFor(node, q.at[i])
		case s.point < 0 || depth == deepest:
			s.point = i
			return
		default:
			node = q.cut(node, i)
		}
	}
}

// cut divides a square that holds one point and returns the part for the next.
func (q *quad) cut(node, next int) int {
	old := q.nodes[node].point
	half := q.nodes[node].width / 2
	corner := q.nodes[node].min
	q.nodes[node].child, q.nodes[node].point = len(q.nodes), -1
	for k := range 4 {
		q.nodes = append(q.nodes, square{
			min:   geom.Point{X: corner.X + half*float64(k&1), Y: corner.Y + half*float64(k>>1)},
			width: half, point: -1,
		})
	}
	s := &q.nodes[q.childFor(node, q.at[old])]
	s.point, s.count, s.middle = old, 1, q.at[old]
	return q.childFor(node, q.at[next])
}

func (q *quad) childFor(node int, p geom.Point) int {
	s := &q.nodes[node]
	k := s.child
	if p.X >= s.min.X+s.width/2 {
		k++
	}
	if p.Y >= s.min.Y+s.width/2 {
		k += 2
	}
	return k
}

// push is how all points push one away, for a length of one: the nearer, the
// more. Points in one place are parted by their numbers.
func (q *quad) push(p geom.Point, self int) geom.Point {
	var sum geom.Point
	var waiting [4*deepest + 4]int
	stack := append(waiting[:0], 0)
	for len(stack) > 0 {
		s := &q.nodes[stack[len(stack)-1]]
		stack = stack[:len(stack)-1]
		if s.count == 0 {
			continue
		}
		d := p.Sub(s.middle)
		squared := d.X*d.X + d.Y*d.Y
		if s.child > 0 && s.width*s.width*far*far > squared {
			stack = append(stack, s.child, s.child+1, s.child+2, s.child+3)
			continue
		}
		if squared < 1e-6 {
			if s.count == 1 {
				continue // itself
			}
			d, squared = geom.Point{X: float64(self%7) - 3, Y: float64(self%5) - 2}, 1
		}
		sum = sum.Add(d.Mul(float64(s.count) / squared))
	}
	return sum
}
