package scene

import (
	"entangle/layout/geom"
	"entangle/ui/style"
)

// target is a place that can be clicked.
type target struct {
	ref  Ref
	rect geom.Rect
	from float64 // pixels per point from which on it is drawn
}

// drawnBox is a box on a scene.
type drawnBox struct {
	target
	box   *Box
	faint bool
}

const edgeWidth = 1.4 // of a box

// boxReach is how far out of a box its marks reach at most: its edge, and what
// letters may take beyond their width.
const boxReach = 4.0

// hull holds all marks of the box.
func (d *drawnBox) hull() geom.Rect { return d.rect.Inset(-boxReach) }

// draw makes the marks of the box.
func (d *drawnBox) draw(b *brush) {
	pair := b.pal.Box(d.box.Kind)
	b.add(d.ref, Rect{
		Rect: d.rect, Radius: style.BoxRadius, Width: edgeWidth,
		Fill: b.shade(pair.Fill, d.faint), Stroke: b.shade(pair.Edge, d.faint),
	})
	mid := d.rect.Center()
	step := style.SizeName * style.LineHeight
	block := float64(len(d.box.lines))*step + style.SizeSmall*style.LineHeight
	y := mid.Y - block/2 + step*0.76
	for _, line := range d.box.lines {
		b.centred(d.ref, line, geom.Point{X: mid.X, Y: y}, style.SizeName, b.shade(b.pal.Ink, d.faint))
		y += step
	}
	b.centred(d.ref, d.box.Word, geom.Point{X: mid.X, Y: y - step*0.76 + style.SizeSmall*1.1}, style.SizeSmall, b.shade(pair.Edge, d.faint))
	if d.box.Pinned {
		b.pin(d.ref, geom.Point{X: d.rect.Max.X - 9, Y: d.rect.Min.Y + 9}, b.shade(pair.Edge, d.faint))
	}
}

// pin draws the small dot of what a person put in its place.
func (p *painter) pin(ref Ref, at geom.Point, col style.Colour) {
	const radius = 2.5
	p.add(ref, Rect{Rect: geom.RectAround(at, 2*radius, 2*radius), Radius: radius, Fill: col})
}
