package geom

import "math"

// Cubic is a cubic Bézier curve: start, two control points, end. Its parameter t
// runs from 0 at the start to 1 at the end.
type Cubic [4]Point

// Straight returns the cubic that runs evenly along the segment from a to b.
func Straight(a, b Point) Cubic {
	return Cubic{a, a.Lerp(b, 1.0/3), a.Lerp(b, 2.0/3), b}
}

// even says whether the curve runs evenly along a segment, as Straight makes it.
func (c Cubic) even() bool {
	third := c[3].Sub(c[0]).Mul(1.0 / 3)
	slack := 1e-9 * (1 + math.Abs(c[0].X) + math.Abs(c[0].Y) + math.Abs(c[3].X) + math.Abs(c[3].Y))
	return c[1].Sub(c[0]).Sub(third).within(slack) && c[3].Sub(c[2]).Sub(third).within(slack)
}

// within says whether both coordinates are as small as that.
func (p Point) within(slack float64) bool { return math.Abs(p.X) <= slack && math.Abs(p.Y) <= slack }

// At returns the point at parameter t.
func (c Cubic) At(t float64) Point {
	u := 1 - t
	a, b, d, e := u*u*u, 3*u*u*t, 3*u*t*t, t*t*t
	return Point{
		a*c[0].X + b*c[1].X + d*c[2].X + e*c[3].X,
		a*c[0].Y + b*c[1].Y + d*c[2].Y + e*c[3].Y,
	}
}

// Tangent returns the direction of travel at parameter t as a vector of length
// 1. Where control points coincide it is the direction of the nearest part of the
// curve that has one; it is zero only for a curve that is a single point.
func (c Cubic) Tangent(t float64) Point {
	d := c.derivative(t)
	if size := c.size(); d.Len() > 1e-9*size {
		return d.Unit()
	}
	return c.tangentByStep(t)
}

// tangentByStep looks a little to both sides of t, which settles the direction at
// ends with coinciding control points and at cusps.
func (c Cubic) tangentByStep(t float64) Point {
	for _, step := range []float64{1e-4, 1e-2, 1} {
		a, b := math.Max(0, t-step), math.Min(1, t+step)
		if d := c.At(b).Sub(c.At(a)); d.Len() > 1e-12*c.size() {
			return d.Unit()
		}
	}
	return Point{}
}

// size is a length that tells what is small on this curve.
func (c Cubic) size() float64 {
	return c[0].Dist(c[1]) + c[1].Dist(c[2]) + c[2].Dist(c[3])
}

func (c Cubic) derivative(t float64) Point {
	u := 1 - t
	return c[1].Sub(c[0]).Mul(3 * u * u).
		Add(c[2].Sub(c[1]).Mul(6 * u * t)).
		Add(c[3].Sub(c[2]).Mul(3 * t * t))
}

// Split cuts the curve at parameter t into the part before and the part after.
func (c Cubic) Split(t float64) (before, after Cubic) {
	ab, bc, cd := c[0].Lerp(c[1], t), c[1].Lerp(c[2], t), c[2].Lerp(c[3], t)
	abc, bcd := ab.Lerp(bc, t), bc.Lerp(cd, t)
	mid := abc.Lerp(bcd, t)
	return Cubic{c[0], ab, abc, mid}, Cubic{mid, bcd, cd, c[3]}
}

// Between returns the part of the curve from parameter a to parameter b, a ≤ b.
func (c Cubic) Between(a, b float64) Cubic {
	if b <= 0 {
		return Cubic{c[0], c[0], c[0], c[0]}
	}
	head, _ := c.Split(b)
	_, part := head.Split(a / b)
	return part
}

// Reverse returns the same curve travelled from its end to its start.
func (c Cubic) Reverse() Cubic { return Cubic{c[3], c[2], c[1], c[0]} }

// Shift returns the curve moved by d.
func (c Cubic) Shift(d Point) Cubic {
	return Cubic{c[0].Add(d), c[1].Add(d), c[2].Add(d), c[3].Add(d)}
}

// Bounds returns the smallest rectangle that holds the curve itself, not merely
// its control points.
func (c Cubic) Bounds() Rect {
	r := EmptyRect().Extend(c[0]).Extend(c[3])
	for _, t := range extrema(c[0].X, c[1].X, c[2].X, c[3].X) {
		r = r.Extend(c.At(t))
	}
	for _, t := range extrema(c[0].Y, c[1].Y, c[2].Y, c[3].Y) {
		r = r.Extend(c.At(t))
	}
	return r
}

// extrema returns the parameters strictly between 0 and 1 at which a cubic with
// these values in one coordinate turns round.
func extrema(p0, p1, p2, p3 float64) []float64 {
	a, b, k := p3-3*p2+3*p1-p0, 2*(p2-2*p1+p0), p1-p0
	var found []float64
	keep := func(t float64) {
		if t > 0 && t < 1 {
			found = append(found, t)
		}
	}
	disc := b*b - 4*a*k
	if disc < 0 {
		return nil
	}
	// The form that avoids cancellation; with a = 0 the second root is the only one.
	q := -0.5 * (b + math.Copysign(math.Sqrt(disc), b))
	if a != 0 {
		keep(q / a)
	}
	if q != 0 {
		keep(k / q)
	}
	return found
}

// maxDepth bounds every subdivision: 2^16 pieces are finer than any screen.
const maxDepth = 16

// Flatten returns points on the curve, first and last included, such that the
// polyline through them stays within tol of the curve.
func (c Cubic) Flatten(tol float64) []Point {
	return c.AppendFlat([]Point{c[0]}, tol)
}

// AppendFlat appends the points of the flattened curve except the first, such that the
// polyline stays within tol of it.
func (c Cubic) AppendFlat(points []Point, tol float64) []Point {
	return c.flatten(points, math.Max(tol, 1e-6), maxDepth)
}

func (c Cubic) flatten(points []Point, tol float64, depth int) []Point {
	if depth == 0 || !(c.bend() > tol) {
		return append(points, c[3])
	}
	a, b := c.Split(0.5)
	return b.flatten(a.flatten(points, tol, depth-1), tol, depth-1)
}

// bend bounds how far the curve can be from its chord. The curve minus the chord
// travelled evenly is 3u²t·d1 + 3ut²·d2, with d1 and d2 the way of the control
// points from the thirds of the chord, and 3u²t + 3ut² = 3ut is 3/4 at most.
func (c Cubic) bend() float64 {
	d1 := c[1].Dist(c[0].Lerp(c[3], 1.0/3))
	d2 := c[2].Dist(c[0].Lerp(c[3], 2.0/3))
	return 0.75 * math.Max(d1, d2)
}

// Meets reports whether the curve has a point in r, its border included; the curve may
// be taken to be off by tol.
func (c Cubic) Meets(r Rect, tol float64) bool { return c.meets(r, math.Max(tol, 1e-6), maxDepth) }

func (c Cubic) meets(r Rect, tol float64, depth int) bool {
	if !c.Hull().Intersects(r) {
		return false
	}
	if r.Contains(c[0]) || r.Contains(c[3]) {
		return true
	}
	if depth == 0 || !(c.bend() > tol) {
		_, _, ok := r.Clip(c[0], c[3])
		return ok
	}
	a, b := c.Split(0.5)
	return a.meets(r, tol, depth-1) || b.meets(r, tol, depth-1)
}

// Hull returns the rectangle of the control points, which holds the curve. It is cheaper
// than Bounds.
func (c Cubic) Hull() Rect {
	return Rect{
		Point{min(c[0].X, c[1].X, c[2].X, c[3].X), min(c[0].Y, c[1].Y, c[2].Y, c[3].Y)},
		Point{max(c[0].X, c[1].X, c[2].X, c[3].X), max(c[0].Y, c[1].Y, c[2].Y, c[3].Y)},
	}
}

// Length returns the arc length with an error of about tol.
func (c Cubic) Length(tol float64) float64 {
	return c.length(math.Max(tol, 1e-9), maxDepth)
}

func (c Cubic) length(tol float64, depth int) float64 {
	chord, hull := c[0].Dist(c[3]), c.size()
	if depth == 0 || !(hull-chord > tol) {
		return (2*chord + 2*hull) / 4
	}
	a, b := c.Split(0.5)
	return a.length(tol/2, depth-1) + b.length(tol/2, depth-1)
}
