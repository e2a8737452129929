package scene

import (
	"fmt"

	"entangle/layout/geom"
	"entangle/ui/style"
)

// chip is the label of a line: what, how much, how many, and the marks.
type chip struct {
	line  *Line
	rect  geom.Rect
	text  string // "" in the short form
	count string
	mark  bool // sources disagree
	query bool // cannot be said whether it is in force
	tag   string
	ring  bool    // it rests on undated statements alone
	scale float64 // one of sizes
}

// sizes are how large a label may be, beside its full size: where that finds no
// place there is room for a smaller one, which is read closer up. The first ones
// are part of every picture, the others of what is looked at closely (closeup.go).
var sizes = [...]float64{1, 0.6, 0.36, 0.22, 0.13, 0.085}

// fromAfar is how many sizes are part of every picture.
const fromAfar = 2

const (
	markWidth = 15.0
	ringWidth = 8.0
	chipGap   = 6.0 // between the parts of a chip, and around it
)

func newChip(l *Line, short bool, ruler *style.Ruler) chip {
	out := chip{line: l, mark: l.Disputed, query: l.Uncertain, tag: l.Tag, ring: l.Undated, scale: 1}
	if !short {
		out.text = ruler.Fit(l.Label, style.SizeChip, false, style.ChipWidth)
	}
	if n := len(l.Ties); n > 1 {
		out.count = fmt.Sprintf("×%d", n)
	}
	w := 2*style.ChipPad - chipGap
	for _, part := range []float64{
		when(out.ring, ringWidth), ruler.Width(out.tag, style.SizeChip, true), ruler.Width(out.text, style.SizeChip, false), ruler.Width(out.count, style.SizeChip, true),
		when(out.query, ruler.Width("?", style.SizeChip, true)), when(out.mark, markWidth),
	} {
		if part > 0 {
			w += part + chipGap
		}
	}
	out.rect = geom.Rect{Max: geom.Point{X: w, Y: style.ChipHeight}}
	return out
}

// chipFrom is how many pixels a point must take for a label of full size to be
// drawn.
const chipFrom = 6 / style.SizeChip

// from is how many pixels a point must take for the label to be drawn.
func (k chip) from() float64 { return chipFrom / k.scale }

// at is the label, which has its full size, at another.
func (k chip) at(scale float64) chip {
	k.scale = scale
	k.rect = geom.Rect{Max: k.rect.Max.Mul(scale)}
	return k
}

func (k chip) empty() bool {
	return k.text == "" && k.count == "" && k.tag == "" && !k.mark && !k.query
}

func when(yes bool, x float64) float64 {
	if yes {
		return x
	}
	return 0
}

// drawnChip is a label on a scene.
type drawnChip struct {
	target
	chip  chip
	faint bool
	halo  bool // its line has one
}

func (c *composer) drawChips(e emphasis) {
	for _, l := range c.lines {
		k, ok := c.chips[l.ID]
		if ok && c.emphasisOf(l) == e && !c.liftedLine(l) {
			c.scene.chips = append(c.scene.chips, drawnChip{target{l.Ref(), k.rect, k.from()}, k, e == faint, c.haloed(l)})
		}
	}
}

// hull holds all marks of the label.
func (d *drawnChip) hull() geom.Rect { return d.rect.Inset(-2 * style.MarkSize) }

// draw makes the marks of the label.
func (d *drawnChip) draw(b *brush) {
	if b.scale < d.from {
		return
	}
	first := len(b.marks)
	k, l := &d.chip, d.chip.line
	hue, ink, muted := b.shade(b.pal.Layer(l.Layer), d.faint), b.shade(b.pal.Ink, d.faint), b.shade(b.pal.Muted, d.faint)
	fill := b.pal.Panel
	if d.halo {
		fill = b.pal.Halo
	}
	b.add(d.ref, Rect{Rect: k.rect, Radius: style.ChipRadius * k.scale, Fill: fill, Stroke: hue, Width: 1.1 * k.scale})
	size, gap, middle := style.SizeChip*k.scale, chipGap*k.scale, k.rect.Center().Y
	x := k.rect.Min.X + style.ChipPad*k.scale
	write := func(s string, bold bool, col style.Colour) {
		if s == "" {
			return
		}
		w := b.ruler.Width(s, size, bold)
		b.add(d.ref, Text{At: geom.Point{X: x, Y: middle + size*0.36}, String: s, Size: size, Bold: bold, Colour: col, Width: w})
		x += w + gap
	}
	if k.ring {
		b.ring(d.ref, geom.Point{X: x + ringWidth*k.scale/2, Y: middle}, k.scale, muted)
		x += ringWidth*k.scale + gap
	}
	write(k.tag, true, ink)
	// The mark of the layer sits on the edge, so that a label is as wide on paper.
	b.mark(d.ref, b.pal.Mark(l.Layer), geom.Point{X: k.rect.Min.X, Y: middle}, geom.Point{Y: 1}, style.MarkSize*k.scale, hue, fill)
	write(k.text, false, ink)
	write(k.count, true, hue)
	if k.query {
		write("?", true, muted)
	}
	if k.mark {
		b.warning(d.ref, geom.Point{X: x + markWidth*k.scale/2, Y: middle}, k.scale, b.shade(b.pal.Disagree, d.faint))
	}
	b.since(first, d.from)
}

// ring draws the mark of ties that rest on undated statements.
func (p *painter) ring(ref Ref, at geom.Point, scale float64, col style.Colour) {
	p.add(ref, Rect{Rect: geom.RectAround(at, 6.5*scale, 6.5*scale), Radius: 3.25 * scale, Stroke: col, Width: 1.2 * scale})
}

// warning draws the mark of disagreement: a triangle with a stroke in it.
func (p *painter) warning(ref Ref, at geom.Point, scale float64, col style.Colour) {
	point := func(x, y float64) geom.Point { return at.Add(geom.Point{X: x, Y: y}.Mul(scale)) }
	const half, up, down = 6.6, 6.6, 5.2
	width := 1.4 * scale
	p.add(ref, Polygon{Points: []geom.Point{point(0, -up), point(half, down), point(-half, down)}, Stroke: col, Width: width})
	for _, y := range [][2]float64{{-2.2, 1}, {3.1, 3.2}} {
		p.add(ref, Curve{Path: geom.Polyline(point(0, y[0]), point(0, y[1])), Stroke: col, Width: width})
	}
}
