package scene

import (
	"entangle/layout/geom"
	"entangle/ui/style"
)

// mark draws the mark of a layer around a point; along is the direction of the
// line that it stands on.
func (p *painter) mark(ref Ref, m style.Mark, at, along geom.Point, size float64, col, ground style.Colour) {
	ahead := along.Unit()
	aside := ahead.Normal()
	corners := func(half float64) []geom.Point { // upright: leaning it would be a square
		x, y := geom.Point{X: half}, geom.Point{Y: half}
		return []geom.Point{at.Sub(y), at.Add(x), at.Add(y), at.Sub(x)}
	}
	box := func(half float64) geom.Rect { return geom.RectAround(at, 2*half, 2*half) }
	across := func(d geom.Point) {
		p.add(ref, Curve{Path: geom.Polyline(at.Sub(d), at.Add(d)), Stroke: col, Width: 1.8})
	}
	const edge = 1.3
	switch m {
	case style.Ring:
		p.add(ref, Rect{Rect: box(size * 0.9), Radius: size, Fill: ground, Stroke: col, Width: edge})
	case style.Disc:
		p.add(ref, Rect{Rect: box(size), Radius: size, Fill: col})
	case style.Square:
		p.add(ref, Rect{Rect: box(size * 0.88), Fill: col})
	case style.Frame:
		p.add(ref, Rect{Rect: box(size * 0.85), Fill: ground, Stroke: col, Width: edge})
	case style.Diamond:
		p.add(ref, Polygon{Points: corners(size * 1.35), Fill: col})
	case style.Bar:
		across(aside.Mul(size * 1.35))
	case style.Cross:
		across(ahead.Add(aside).Mul(size * 0.85))
		across(ahead.Sub(aside).Mul(size * 0.85))
	case style.Kite:
		p.add(ref, Polygon{Points: corners(size * 1.3), Fill: ground, Stroke: col, Width: edge})
	}
}
