package scene

import (
	"entangle/layout/geom"
	"entangle/ui/style"
)

// drawnLine is a line on a scene.
type drawnLine struct {
	*Line
	path   geom.Path
	placed int32 // its number in the placement; below 0 when it runs elsewhere
	faint  bool
	halo   bool // it was picked itself
}

// haloWidth is how much wider than a line its halo is.
const haloWidth = 11.0

func (d *drawnLine) width() float64 { return d.Change.width(style.LineWidth(len(d.Ties))) }

func (d *drawnLine) hue(b *brush) style.Colour { return b.shade(b.pal.Layer(d.Layer), d.faint) }

// dash is the pattern of the line, whatever changed.
func (d *drawnLine) dash() style.Dash { return d.Change.dash(d.Dash) }

// reach is how far from its path a line is painted at most: its halo, its head, the
// marks of its layer.
const reach = 16.0

// draw makes the marks of the line: its halo, its stroke, the arrowhead with the tip
// at the end of the path, and the marks of its layer.
func (d *drawnLine) draw(b *brush) {
	ref, width, hue := d.Ref(), d.width(), d.hue(b)
	if d.halo {
		b.add(ref, Curve{Path: d.path, Stroke: b.pal.Halo, Width: width + haloWidth})
	}
	head := style.HeadLength(width)
	length := d.path.Length()
	if length <= head {
		head = length / 2
	}
	shaft := d.path.Trim(0, length-head*0.8)
	b.add(ref, Curve{Path: shaft, Stroke: hue, Width: width, Dash: d.dash()})
	if core := d.Change.core(width); core > 0 {
		b.add(ref, Curve{Path: shaft, Stroke: b.pal.Page, Width: core})
	}
	if from := 1.5 / style.HeadLength(width); b.scale >= from {
		base, _ := d.path.AtLength(length - head)
		b.add(ref, Polygon{Points: arrowhead(base, d.path.End(), head*0.42+width*0.3), Fill: hue})
		b.since(len(b.marks)-1, from)
	}
	d.markLayer(b, length, head, hue)
}

// arrowhead is a triangle from a base point to a tip.
func arrowhead(base, tip geom.Point, half float64) []geom.Point {
	aside := tip.Sub(base).Unit().Normal().Mul(half)
	return []geom.Point{base.Add(aside), tip, base.Sub(aside)}
}

// layerFrom is from how many pixels per point on the marks of layers are drawn:
// smaller, they could not be told apart.
const layerFrom = 0.4

// markLayer makes the marks of the line's layer along it, clear of its ends and of its
// label; a short line has one.
func (d *drawnLine) markLayer(b *brush, length, head float64, col style.Colour) {
	m := b.pal.Mark(d.Layer)
	if m == style.NoMark || b.scale < layerFrom {
		return
	}
	clear := head + 2*style.MarkSize
	if length < 2*clear {
		return // its label carries the mark
	}
	first := len(b.marks)
	steps := max(1, int((length-2*clear)/style.MarkStep))
	for i := range steps {
		at, along := d.path.AtLength(clear + (length-2*clear)*(float64(i)+0.5)/float64(steps))
		b.mark(d.Ref(), m, at, along, style.MarkSize, col, b.pal.Page)
	}
	b.since(first, layerFrom)
}
