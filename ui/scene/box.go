package scene

import (
	"strings"

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
	d.write(b, b.shade(pair.Edge, d.faint))
	if d.box.Pinned {
		b.pin(d.ref, geom.Point{X: d.rect.Max.X - 9, Y: d.rect.Min.Y + 9}, b.shade(pair.Edge, d.faint))
	}
}

// write writes the name, and under it the kind of party in that colour. From afar the
// name has the box for itself.
func (d *drawnBox) write(b *brush, kind style.Colour) {
	mid, ink := d.rect.Center(), b.shade(b.pal.Ink, d.faint)
	lines, larger := d.larger(b)
	step := style.SizeName * style.LineHeight * larger
	block, below := float64(len(lines))*step, style.SizeSmall*style.LineHeight
	if larger == 1 {
		block += below
	}
	y := mid.Y - block/2 + step*0.76
	for _, line := range lines {
		b.centred(d.ref, line, geom.Point{X: mid.X, Y: y}, style.SizeName*larger, ink)
		y += step
	}
	if larger == 1 {
		b.centred(d.ref, d.box.Word, geom.Point{X: mid.X, Y: y - step*0.76 + style.SizeSmall*1.1}, style.SizeSmall, kind)
	}
}

// farName is how many pixels high a name is kept while the box around it shrinks, as
// long as there is room.
const farName = 10.5

// larger is the lines of the name and how much larger than usual they are written, so
// that they can be read from afar: 1 close by, and in files. Where that makes them
// larger each word has a line of its own.
func (d *drawnBox) larger(b *brush) (lines []string, times float64) {
	wanted := farName / (style.SizeName * b.scale)
	if wanted <= 1 {
		return d.box.lines, 1
	}
	room := d.room(b, d.box.lines)
	if words := strings.Fields(strings.Join(d.box.lines, " ")); room < wanted && len(words) > len(d.box.lines) {
		if more := d.room(b, words); more > max(room, 1) {
			return words, min(wanted, more)
		}
	}
	return d.box.lines, max(1, min(wanted, room))
}

// room is how much larger than usual lines can be written in the box.
func (d *drawnBox) room(b *brush, lines []string) float64 {
	const aside, above = 7.0, 2.0
	room := (d.rect.H() - 2*above) / (float64(len(lines)) * style.SizeName * style.LineHeight)
	for _, line := range lines {
		room = min(room, (d.rect.W()-2*aside)/max(b.ruler.Width(line, style.SizeName, true), 1))
	}
	return room
}

// pin draws the small dot of what a person put in its place.
func (p *painter) pin(ref Ref, at geom.Point, col style.Colour) {
	const radius = 2.5
	p.add(ref, Rect{Rect: geom.RectAround(at, 2*radius, 2*radius), Radius: radius, Fill: col})
}
