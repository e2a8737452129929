package geom

import "math"

// Rect is a rectangle with sides along the axes. It holds its Min edges and its
// Max edges. A rectangle whose Max lies before its Min is empty; one of zero
// width or height is not: it is the bounds of a straight line.
type Rect struct{ Min, Max Point }

// RectAround returns the rectangle of the given width and height around a centre.
func RectAround(center Point, w, h float64) Rect {
	half := Point{w / 2, h / 2}
	return Rect{center.Sub(half), center.Add(half)}
}

// EmptyRect returns a rectangle that holds nothing; it is the neutral element of
// Union and Extend.
func EmptyRect() Rect {
	inf := math.Inf(1)
	return Rect{Point{inf, inf}, Point{-inf, -inf}}
}

// W returns the width, 0 for an empty rectangle.
func (r Rect) W() float64 { return math.Max(0, r.Max.X-r.Min.X) }

// H returns the height, 0 for an empty rectangle.
func (r Rect) H() float64 { return math.Max(0, r.Max.Y-r.Min.Y) }

// Center returns the middle of r.
func (r Rect) Center() Point { return r.Min.Lerp(r.Max, 0.5) }

// Empty reports whether r holds no point at all.
func (r Rect) Empty() bool { return !(r.Min.X <= r.Max.X && r.Min.Y <= r.Max.Y) }

// Contains reports whether p lies in r or on its border.
func (r Rect) Contains(p Point) bool {
	return r.Min.X <= p.X && p.X <= r.Max.X && r.Min.Y <= p.Y && p.Y <= r.Max.Y
}

// ContainsRect reports whether all of q lies in r. An empty q lies in every r.
func (r Rect) ContainsRect(q Rect) bool {
	return q.Empty() || (r.Contains(q.Min) && r.Contains(q.Max))
}

// Intersects reports whether r and q share at least a point; a shared border is
// enough.
func (r Rect) Intersects(q Rect) bool {
	return !r.Empty() && !q.Empty() &&
		r.Min.X <= q.Max.X && q.Min.X <= r.Max.X && r.Min.Y <= q.Max.Y && q.Min.Y <= r.Max.Y
}

// Intersect returns what r and q share; it is empty when they share nothing.
func (r Rect) Intersect(q Rect) Rect {
	return Rect{
		Point{math.Max(r.Min.X, q.Min.X), math.Max(r.Min.Y, q.Min.Y)},
		Point{math.Min(r.Max.X, q.Max.X), math.Min(r.Max.Y, q.Max.Y)},
	}
}

// Union returns the smallest rectangle that holds r and q. Empty ones add nothing.
func (r Rect) Union(q Rect) Rect {
	switch {
	case r.Empty():
		return q
	case q.Empty():
		return r
	}
	return Rect{
		Point{math.Min(r.Min.X, q.Min.X), math.Min(r.Min.Y, q.Min.Y)},
		Point{math.Max(r.Max.X, q.Max.X), math.Max(r.Max.Y, q.Max.Y)},
	}
}

// Extend returns the smallest rectangle that holds r and p.
func (r Rect) Extend(p Point) Rect { return r.Union(Rect{p, p}) }

// Inset returns r with every side moved inwards by d, outwards when d is
// negative. It is empty when nothing is left.
func (r Rect) Inset(d float64) Rect {
	by := Point{d, d}
	return Rect{r.Min.Add(by), r.Max.Sub(by)}
}

// Shift returns r moved by d.
func (r Rect) Shift(d Point) Rect { return Rect{r.Min.Add(d), r.Max.Add(d)} }

// Clamp returns the point of r that is nearest to p: p itself when it lies inside.
func (r Rect) Clamp(p Point) Point {
	return Point{
		math.Max(r.Min.X, math.Min(r.Max.X, p.X)),
		math.Max(r.Min.Y, math.Min(r.Max.Y, p.Y)),
	}
}

// Dist returns the distance from p to r, 0 when p lies inside.
func (r Rect) Dist(p Point) float64 { return r.Clamp(p).Dist(p) }

// NearestOnBorder returns the point on the four sides of r that is nearest to p.
func (r Rect) NearestOnBorder(p Point) Point {
	if !r.Contains(p) {
		return r.Clamp(p)
	}
	best, at := p.X-r.Min.X, Point{r.Min.X, p.Y}
	if d := r.Max.X - p.X; d < best {
		best, at = d, Point{r.Max.X, p.Y}
	}
	if d := p.Y - r.Min.Y; d < best {
		best, at = d, Point{p.X, r.Min.Y}
	}
	if d := r.Max.Y - p.Y; d < best {
		at = Point{p.X, r.Max.Y}
	}
	return at
}

// Exit returns where the ray from the centre of r towards p leaves r. A ray
// without direction (p is the centre) leaves through the right-hand side.
func (r Rect) Exit(p Point) Point {
	c := r.Center()
	d := p.Sub(c)
	if d == (Point{}) {
		return Point{r.Max.X, c.Y}
	}
	t := math.Inf(1)
	if d.X != 0 {
		t = math.Min(t, r.W()/2/math.Abs(d.X))
	}
	if d.Y != 0 {
		t = math.Min(t, r.H()/2/math.Abs(d.Y))
	}
	return c.Add(d.Mul(t))
}

// Clip returns the part of the segment from a to b that lies in r, its border
// included, as fractions of the way: what is left after cutting away what lies beyond
// each side (Liang and Barsky). ok is false when nothing is left.
func (r Rect) Clip(a, b Point) (from, to float64, ok bool) {
	to = 1
	d := b.Sub(a)
	for _, side := range [4][2]float64{{-d.X, a.X - r.Min.X}, {d.X, r.Max.X - a.X}, {-d.Y, a.Y - r.Min.Y}, {d.Y, r.Max.Y - a.Y}} {
		p, q := side[0], side[1]
		switch {
		case p == 0 && q < 0:
			return 0, 0, false
		case p < 0:
			from = math.Max(from, q/p)
		case p > 0:
			to = math.Min(to, q/p)
		}
	}
	return from, to, from <= to
}
