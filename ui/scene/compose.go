package scene

import (
	"entangle/layout"
	"entangle/layout/geom"
	"entangle/ui/style"
)

// Look is how a diagram is shown: its colours and what is picked.
type Look struct {
	Palette  *style.Palette
	Selected Ref
}

// Compose turns a placed diagram into a scene. The diagram must have been
// measured; a line without a path is left out.
func Compose(d *Diagram, placed layout.Placed, look Look, ruler *style.Ruler) *Scene {
	c := newComposer(d, placed, look, ruler)
	for _, lit := range []bool{false, true} {
		c.drawLines(lit)
	}
	for _, lit := range []bool{false, true} {
		c.drawChips(lit)
	}
	c.drawBoxes()
	s := c.scene
	s.Marks, s.Page = c.marks, look.Palette.Page
	s.Bounds = BoundsOf(s.Marks)
	s.Shown.Entries = entriesOf(c.lines)
	return s
}

type composer struct {
	painter
	d       *Diagram
	look    Look
	pal     *style.Palette
	ruler   *style.Ruler
	scene   *Scene
	rects   map[string]geom.Rect
	paths   map[string]geom.Path
	lines   []*Line // those drawn: a fanned line is replaced by its ties
	chips   map[string]chip
	picking bool // something is selected: the rest is dimmed
}

func newComposer(d *Diagram, placed layout.Placed, look Look, ruler *style.Ruler) *composer {
	c := &composer{
		d: d, look: look, pal: look.Palette, ruler: ruler, scene: &Scene{},
		rects: map[string]geom.Rect{}, chips: map[string]chip{}, picking: look.Selected.Kind != None,
	}
	for _, b := range placed.Boxes {
		c.rects[b.ID] = b.Rect
	}
	c.paths = d.pathsOf(placed)
	for i := range d.Lines {
		c.spread(&d.Lines[i])
	}
	c.placeChips()
	return c
}

// spread takes a line as it is, or its ties side by side when it is fanned out.
func (c *composer) spread(l *Line) {
	path := c.paths[l.ID]
	if len(path) == 0 {
		return
	}
	if len(l.Fan) == 0 {
		c.lines = append(c.lines, l)
		return
	}
	for i := range l.Fan {
		f := &l.Fan[i]
		c.paths[f.ID] = bow(path, fanGap*(float64(i)-float64(len(l.Fan)-1)/2))
		c.lines = append(c.lines, f)
	}
}

// lit says whether the line belongs to what is selected.
func (c *composer) lit(l *Line) bool {
	sel := c.look.Selected
	switch sel.Kind {
	case Party:
		return l.Touches(sel.ID)
	case Bundle, Tie:
		return l.Holds(sel) || (sel.Kind == Bundle && c.fanOf(sel.ID, l))
	default:
		return false
	}
}

func (c *composer) fanOf(bundle string, l *Line) bool {
	for i := range c.d.Lines {
		parent := &c.d.Lines[i]
		if parent.ID != bundle {
			continue
		}
		for j := range parent.Fan {
			if parent.Fan[j].ID == l.ID {
				return true
			}
		}
	}
	return false
}

// litBox says whether the party is selected or at an end of what is.
func (c *composer) litBox(id string) bool {
	if c.look.Selected == (Ref{Party, id}) {
		return true
	}
	for _, l := range c.lines {
		if l.Touches(id) && c.lit(l) {
			return true
		}
	}
	return false
}

// shade dims a colour of what is not selected.
func (c *composer) shade(col style.Colour, lit bool) style.Colour {
	if !c.picking || lit {
		return col
	}
	return style.Over(col, c.pal.Page, style.DimTo)
}

func (c *composer) drawLines(lit bool) {
	for _, l := range c.lines {
		if c.lit(l) != lit {
			continue
		}
		ref, path := l.Ref(), c.paths[l.ID]
		width := style.LineWidth(len(l.Ties))
		if lit && c.look.Selected.Kind != Party {
			c.add(ref, Curve{Path: path, Stroke: c.pal.Halo, Width: width + 11})
		}
		c.stroke(ref, l, path, width, c.shade(c.pal.Layer(l.Layer), lit))
		c.scene.lines = append(c.scene.lines, lineTarget{ref, l.From, l.To, path, path.Bounds()})
	}
}

// stroke draws a line and its arrowhead, the tip at the end of the path.
func (c *composer) stroke(ref Ref, l *Line, path geom.Path, width float64, col style.Colour) {
	head := style.HeadLength(width)
	length := path.Length()
	if length <= head {
		head = length / 2
	}
	base, _ := path.AtLength(length - head)
	c.add(ref, Curve{Path: path.Trim(0, length-head*0.8), Stroke: col, Width: width, Dash: l.Dash})
	c.add(ref, Polygon{Points: arrowhead(base, path.End(), head*0.42+width*0.3), Fill: col})
}

// arrowhead is a triangle from a base point to a tip.
func arrowhead(base, tip geom.Point, half float64) []geom.Point {
	aside := tip.Sub(base).Unit().Normal().Mul(half)
	return []geom.Point{base.Add(aside), tip, base.Sub(aside)}
}

func (c *composer) drawBoxes() {
	for i := range c.d.Boxes {
		b := &c.d.Boxes[i]
		rect, ok := c.rects[b.ID]
		if !ok {
			continue
		}
		c.drawBox(b, rect, c.litBox(b.ID))
	}
}

func (c *composer) drawBox(b *Box, rect geom.Rect, lit bool) {
	ref, pair := Ref{Party, b.ID}, c.pal.Box(b.Kind)
	if c.look.Selected == ref {
		c.add(ref, Rect{Rect: rect.Inset(-6), Radius: style.BoxRadius + 6, Fill: c.pal.Halo})
	}
	c.add(ref, Rect{
		Rect: rect, Radius: style.BoxRadius, Width: 1.4,
		Fill: c.shade(pair.Fill, lit), Stroke: c.shade(pair.Edge, lit),
	})
	mid := rect.Center()
	step := style.SizeName * style.LineHeight
	block := float64(len(b.lines))*step + style.SizeSmall*style.LineHeight
	y := mid.Y - block/2 + step*0.76
	for _, line := range b.lines {
		c.centred(ref, line, geom.Point{X: mid.X, Y: y}, style.SizeName, c.shade(c.pal.Ink, lit))
		y += step
	}
	c.centred(ref, b.Word, geom.Point{X: mid.X, Y: y - step*0.76 + style.SizeSmall*1.1}, style.SizeSmall, c.shade(pair.Edge, lit))
	c.scene.boxes = append(c.scene.boxes, target{ref, rect})
}

func (c *composer) centred(ref Ref, s string, at geom.Point, size float64, col style.Colour) {
	w := c.ruler.Width(s, size, true)
	c.add(ref, Text{At: geom.Point{X: at.X - w/2, Y: at.Y}, String: s, Size: size, Bold: true, Colour: col, Width: w})
}
