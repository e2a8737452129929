package geom

import (
	"math"
	"slices"
)

// Path is a run of cubics, each beginning where the one before it ends. Lengths
// along it are arc lengths from its start.
type Path []Cubic

// lengthTolerance is the error allowed in the length of one cubic, in the unit of
// the coordinates: far below a pixel.
const lengthTolerance = 1e-3

// Polyline returns the straight path through the points; fewer than two make no
// path.
func Polyline(points ...Point) Path {
	var p Path
	for i := 1; i < len(points); i++ {
		p = append(p, Straight(points[i-1], points[i]))
	}
	return p
}

// Start returns where the path begins, the zero point for an empty path.
func (p Path) Start() Point {
	if len(p) == 0 {
		return Point{}
	}
	return p[0][0]
}

// End returns where the path ends, the zero point for an empty path.
func (p Path) End() Point {
	if len(p) == 0 {
		return Point{}
	}
	return p[len(p)-1][3]
}

// Bounds returns the smallest rectangle that holds the path.
func (p Path) Bounds() Rect {
	r := EmptyRect()
	for _, c := range p {
		r = r.Union(c.Bounds())
	}
	return r
}

// Meets reports whether the path has a point in r, its border included; the path may be
// taken to be off by tol.
func (p Path) Meets(r Rect, tol float64) bool {
	return slices.ContainsFunc(p, func(c Cubic) bool { return c.Meets(r, tol) })
}

// Flatten returns points on the path, first and last included, such that the
// polyline through them stays within tol of the path.
func (p Path) Flatten(tol float64) []Point {
	return p.AppendFlat(nil, tol)
}

// Length returns the arc length of the path.
func (p Path) Length() float64 {
	var sum float64
	for _, c := range p {
		sum += c.Length(lengthTolerance)
	}
	return sum
}

// AtLength returns the point at arc length s and the direction of travel there, a
// vector of length 1. Before the start and past the end it is the first and last
// point.
func (p Path) AtLength(s float64) (point, tangent Point) {
	if len(p) == 0 {
		return Point{}, Point{}
	}
	i, t := p.locate(s)
	return p[i].At(t), p[i].Tangent(t)
}

// locate returns the cubic and the parameter in it at arc length s. The path must
// not be empty.
func (p Path) locate(s float64) (index int, t float64) {
	if !(s > 0) {
		return 0, 0
	}
	for i, c := range p {
		l := c.Length(lengthTolerance)
		if s < l {
			return i, c.paramAt(s, l)
		}
		s -= l
	}
	return len(p) - 1, 1
}

// paramAt returns the parameter at arc length s of a cubic of the given length, by
// halving.
func (c Cubic) paramAt(s, length float64) float64 {
	if c.even() && length > 0 {
		return math.Max(0, math.Min(1, s/length))
	}
	lo, hi, rest := 0.0, 1.0, c
	for range 30 {
		if length <= lengthTolerance/4 {
			break
		}
		a, b := rest.Split(0.5)
		la := a.Length(lengthTolerance / 8)
		mid := (lo + hi) / 2
		if s < la {
			hi, rest, length = mid, a, la
			continue
		}
		lo, rest, s, length = mid, b, s-la, length-la
	}
	if length <= 0 {
		return lo
	}
	return lo + (hi-lo)*math.Max(0, math.Min(1, s/length))
}

// Nearest returns the point on the path that is nearest to q, its arc length from
// the start, and its distance from q. An empty path is infinitely far away.
func (p Path) Nearest(q Point) (point Point, s, dist float64) {
	dist = math.Inf(1)
	index, at := -1, 0.0
	for i, c := range p {
		if c.hullDist(q) >= dist {
			continue
		}
		if t, d := c.Nearest(q); d < dist {
			index, at, dist = i, t, d
		}
	}
	if index < 0 {
		return Point{}, 0, dist
	}
	for _, c := range p[:index] {
		s += c.Length(lengthTolerance)
	}
	before, _ := p[index].Split(at)
	return p[index].At(at), s + before.Length(lengthTolerance), dist
}

// Dist returns the distance from q to the path. It is cheaper than Nearest.
func (p Path) Dist(q Point) float64 {
	dist := math.Inf(1)
	for _, c := range p {
		if c.hullDist(q) < dist {
			_, d := c.Nearest(q)
			dist = math.Min(dist, d)
		}
	}
	return dist
}

// Trim returns the part of the path between two arc lengths from its start. What
// lies outside the path is ignored; where nothing is left the result is empty.
func (p Path) Trim(from, to float64) Path {
	var out Path
	var start float64
	for _, c := range p {
		l := c.Length(lengthTolerance)
		a, b := math.Max(from, start)-start, math.Min(to, start+l)-start
		start += l
		if !(a < b) {
			continue
		}
		ta, tb := 0.0, 1.0
		if a > 0 {
			ta = c.paramAt(a, l)
		}
		if b < l {
			tb = c.paramAt(b, l)
		}
		if ta < tb {
			out = append(out, c.Between(ta, tb))
		}
	}
	return out
}

// Reverse returns the same path travelled from its end to its start.
func (p Path) Reverse() Path {
	out := make(Path, len(p))
	for i, c := range p {
		out[len(p)-1-i] = c.Reverse()
	}
	return out
}

// Shift returns the path moved by d.
func (p Path) Shift(d Point) Path {
	out := make(Path, len(p))
	for i, c := range p {
		out[i] = c.Shift(d)
	}
	return out
}

// AppendFlat appends what Flatten returns to a list, which may be used again.
func (p Path) AppendFlat(points []Point, tol float64) []Point {
	if len(p) == 0 {
		return points
	}
	points = append(points, p[0][0])
	for _, c := range p {
		points = c.AppendFlat(points, tol)
	}
	return points
}
