package geom

import "math"

// offsetDepth bounds how often a cubic is halved to follow its parallel.
const offsetDepth = 4

// Offset returns a path beside p at distance d, to the right of the direction of
// travel (y grows downwards) when d is positive. It approximates the parallel
// curve and stays connected; at corners it is mitred, and where p bends tighter
// than d it may fold over itself. It is meant for fanning lines out and for text
// along a line.
func (p Path) Offset(d float64) Path {
	if d == 0 || len(p) == 0 {
		return append(Path(nil), p...)
	}
	var pieces Path
	for _, c := range p {
		pieces = c.halved(pieces, d, offsetDepth)
	}
	out := make(Path, len(pieces))
	from := miter(Point{}, pieces[0].Tangent(0), d)
	for i, c := range pieces {
		next := Point{}
		if i+1 < len(pieces) {
			next = pieces[i+1].Tangent(0)
		}
		to := miter(c.Tangent(1), next, d)
		out[i] = c.sideways(from, to)
		from = to
	}
	return out
}

// halved appends c in pieces that turn little enough to be moved as a whole.
func (c Cubic) halved(pieces Path, d float64, depth int) Path {
	turn := c.Tangent(0).Dot(c.Tangent(1))
	if depth == 0 || (turn > 0.9 && c.bend() < 0.2*c[0].Dist(c[3])) {
		return append(pieces, c)
	}
	a, b := c.Split(0.5)
	return b.halved(a.halved(pieces, d, depth-1), d, depth-1)
}

// sideways moves the start of c by from and its end by to, and stretches its
// handles as the chord stretches, which keeps the directions at both ends.
func (c Cubic) sideways(from, to Point) Cubic {
	a, b := c[0].Add(from), c[3].Add(to)
	k := 1.0
	if chord := c[0].Dist(c[3]); chord > 0 {
		k = math.Min(4, a.Dist(b)/chord)
	}
	return Cubic{a, a.Add(c[1].Sub(c[0]).Mul(k)), b.Add(c[2].Sub(c[3]).Mul(k)), b}
}

// maxMiter is how many times d the corner of an offset path may be away.
const maxMiter = 3

// miter returns the way from a joint, entered in direction in and left in
// direction out, to the joint of the parallels at distance d. A zero direction
// means that the path ends there.
func miter(in, out Point, d float64) Point {
	if in == (Point{}) {
		in = out
	}
	if out == (Point{}) {
		out = in
	}
	n := in.Normal().Add(out.Normal()).Unit()
	if n == (Point{}) { // a turn on the spot
		n = in.Normal()
	}
	cos := n.Dot(in.Normal())
	return n.Mul(d / math.Max(cos, 1.0/maxMiter))
}
