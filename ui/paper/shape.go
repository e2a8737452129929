package paper

import (
	"math"

	"entangle/layout/geom"
	"entangle/ui/scene"
	"entangle/ui/style"
)

// shape is what one mark paints, or several of the same look, in points of the
// page: hundreds of signs along a line are one path, and the same picture in a
// fourth of the bytes.
type shape struct {
	look
	ref    scene.Ref
	pieces []piece
	within []geom.Rect // the bounds of its marks
}

// look is how a shape is painted. A colour with alpha 0 is not.
type look struct {
	fill, stroke style.Colour
	width        float64 // of the stroke, in points of the layer
	dash         style.Dash
}

// piece is a step of a path.
type piece struct {
	kind kind
	p    [3]geom.Point // where it leads to comes last of those that it has
}

type kind int

const (
	moveTo kind = iota
	lineTo
	quadTo
	cubeTo
	closed
	circle // a path of its own: its centre, and its radius as the x of a point
)

// together is how many marks are put together at most.
const together = 128

// takes adds a mark of a layer, unless it stands for another record than those that
// are there, or looks unlike them; then they have to be drawn first. A text is never
// taken.
func (s *shape) takes(m *scene.Mark, l *Layer) bool {
	k, ok := lookOf(m.Shape)
	if !ok {
		return false
	}
	if n := len(s.within); n == 0 {
		s.look, s.ref = k, m.Ref
	} else if n == together || k != s.look || m.Ref != s.ref || !s.joins(m) {
		return false
	}
	s.add(m.Shape, l)
	s.within = append(s.within, m.Bounds)
	return true
}

// clear makes room for other marks.
func (s *shape) clear() { s.pieces, s.within = s.pieces[:0], s.within[:0] }

// joins says whether a mark looks the same when it is painted with the others: it
// lies beside them, or what lies twice in a place cannot be told.
func (s *shape) joins(m *scene.Mark) bool {
	opaque := func(c style.Colour) bool { return c.A == 0 || c.A == 255 }
	if s.dash != style.Solid || !opaque(s.fill) || !opaque(s.stroke) {
		return false
	}
	if s.fill.A == 0 {
		return true
	}
	for _, r := range s.within {
		if r.Intersects(m.Bounds) {
			return false
		}
	}
	return true
}

func lookOf(s scene.Shape) (look, bool) {
	var k look
	switch s := s.(type) {
	case scene.Rect:
		k = look{fill: s.Fill, stroke: s.Stroke, width: s.Width}
	case scene.Polygon:
		k = look{fill: s.Fill, stroke: s.Stroke, width: s.Width}
	case scene.Curve:
		k = look{stroke: s.Stroke, width: s.Width, dash: s.Dash}
	default:
		return k, false
	}
	if k.width <= 0 || k.stroke.A == 0 {
		k.width, k.stroke = 0, style.Colour{}
	}
	return k, true
}

// add appends the outline of a mark.
func (s *shape) add(m scene.Shape, l *Layer) {
	at := func(p geom.Point) geom.Point { return p.Mul(l.Scale).Add(l.At) }
	step := func(k kind, points ...geom.Point) {
		now := piece{kind: k}
		for i, p := range points {
			now.p[i] = at(p)
		}
		s.pieces = append(s.pieces, now)
	}
	switch m := m.(type) {
	case scene.Polygon:
		for i, p := range m.Points {
			step(min(kind(i), lineTo), p)
		}
		step(closed)
	case scene.Curve:
		for i, c := range m.Path {
			if i == 0 {
				step(moveTo, c[0])
			}
			if c[1].Dist(c[0].Lerp(c[3], 1./3)) < straight && c[2].Dist(c[0].Lerp(c[3], 2./3)) < straight {
				step(lineTo, c[3])
			} else {
				step(cubeTo, c[1], c[2], c[3])
			}
		}
	case scene.Rect:
		s.rect(m.Rect.Min, m.Rect.Max, min(max(m.Radius, 0), m.Rect.W()/2, m.Rect.H()/2), l.Scale, step)
	}
}

// rect appends a rectangle with rounded corners, one that is all corners as a
// circle.
func (s *shape) rect(a, b geom.Point, r, scale float64, step func(kind, ...geom.Point)) {
	point := func(x, y float64) geom.Point { return geom.Point{X: x, Y: y} }
	switch {
	case r > 0 && math.Abs(2*r-(b.X-a.X)) < 1e-6 && math.Abs(2*r-(b.Y-a.Y)) < 1e-6:
		step(circle, a.Lerp(b, 0.5))
		s.pieces[len(s.pieces)-1].p[1].X = r * scale
		return
	case r == 0:
		step(moveTo, a)
		for _, p := range []geom.Point{point(b.X, a.Y), b, point(a.X, b.Y)} {
			step(lineTo, p)
		}
		step(closed)
		return
	}
	k := r * (1 - arc)
	step(moveTo, point(a.X+r, a.Y))
	step(lineTo, point(b.X-r, a.Y))
	step(cubeTo, point(b.X-k, a.Y), point(b.X, a.Y+k), point(b.X, a.Y+r))
	step(lineTo, point(b.X, b.Y-r))
	step(cubeTo, point(b.X, b.Y-k), point(b.X-k, b.Y), point(b.X-r, b.Y))
	step(lineTo, point(a.X+r, b.Y))
	step(cubeTo, point(a.X+k, b.Y), point(a.X, b.Y-k), point(a.X, b.Y-r))
	step(lineTo, point(a.X, a.Y+r))
	step(cubeTo, point(a.X, a.Y+k), point(a.X+k, a.Y), point(a.X+r, a.Y))
	step(closed)
}

// straight is how far, in points, the controls of a cubic may be from where they
// are in a straight line.
const straight = 1e-6

// arc is how far the controls of a cubic lie along its tangents, as a share of the
// radius, when it draws a quarter of a circle.
const arc = 0.5522847

// digits is how many digits behind the point a coordinate of a layer needs, in
// units of which a page point has so many: a hundredth of a point of the layer.
func digits(scale float64) int {
	return min(max(2+int(math.Ceil(-math.Log10(max(scale, 1e-4))-1e-9)), 1), 6)
}
