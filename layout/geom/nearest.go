package geom

import "math"

// Nearest returns the parameter of the point on the curve that is nearest to p,
// and its distance.
func (c Cubic) Nearest(p Point) (t, dist float64) {
	t, dist = 0, c[0].Dist(p)
	if d := c[3].Dist(p); d < dist {
		t, dist = 1, d
	}
	s := nearestSearch{p: p, tol: nearestTolerance * c.size(), t: t, dist: dist}
	s.visit(c, 0, 1, maxDepth)
	return s.t, c.At(s.t).Dist(p)
}

// nearestTolerance is how near to the smallest distance Nearest comes, as a part
// of the size of the curve. A finer one costs much where all of a curve is about
// equally near, as seen from the centre of an arc.
const nearestTolerance = 1e-6

// nearestSearch halves the curve and drops every half that cannot come nearer
// than what is known. It cannot miss the nearest point, as a search that starts
// from samples can.
type nearestSearch struct {
	p       Point
	tol     float64
	t, dist float64
}

func (s *nearestSearch) visit(c Cubic, from, to float64, depth int) {
	if !(c.hullDist(s.p) < s.dist-s.tol) {
		return
	}
	mid := (from + to) / 2
	if depth == 0 || c.bend() <= s.tol {
		t, d := nearestOnSegment(c[0], c[3], s.p)
		s.offer(from+(to-from)*t, d)
		return
	}
	a, b := c.Split(0.5)
	s.offer(mid, a[3].Dist(s.p))
	// The nearer half first, so that the other one is dropped more often.
	if a.hullDist(s.p) <= b.hullDist(s.p) {
		s.visit(a, from, mid, depth-1)
		s.visit(b, mid, to, depth-1)
		return
	}
	s.visit(b, mid, to, depth-1)
	s.visit(a, from, mid, depth-1)
}

func (s *nearestSearch) offer(t, dist float64) {
	if dist < s.dist {
		s.t, s.dist = t, dist
	}
}

// hullDist is a lower bound of the distance from p to the curve: the curve lies
// within bend of its chord, and within the rectangle of its control points.
func (c Cubic) hullDist(p Point) float64 {
	_, chord := nearestOnSegment(c[0], c[3], p)
	return math.Max(c.Hull().Dist(p), chord-c.bend())
}

// nearestOnSegment returns how far along the segment from a to b (0 to 1) the
// point nearest to p lies, and its distance.
func nearestOnSegment(a, b, p Point) (t, dist float64) {
	d := b.Sub(a)
	if l := d.Dot(d); l > 0 {
		t = math.Max(0, math.Min(1, p.Sub(a).Dot(d)/l))
	}
	return t, a.Lerp(b, t).Dist(p)
}
