package scene

import (
	"slices"

	"entangle/layout"
	"entangle/layout/geom"
	"entangle/ui/pace"
	"entangle/ui/style"
)

// Look is how a diagram is shown: its colours and what is picked.
type Look struct {
	Palette  *style.Palette
	Selected Ref
	Lit      []string        // ids of parties and ties that are picked beside it
	InFocus  map[string]bool // ids of the parties and ties that are not dimmed; nil: nothing is
	Bare     bool            // lines have no labels: they will soon lie elsewhere
	Before   *Scene          // made earlier, of the same web perhaps: what is as it was is taken over
	Lifted   []string        // ids of parties that are being carried elsewhere: they and their lines are left out
	Pace     pace.Pace       // of composing, which ends without a scene when it does
}

// Compose turns a placed diagram into a scene. The diagram must have been
// measured; a line without a path is left out. It returns nil when it had to end.
func Compose(d *Diagram, placed layout.Placed, look Look, ruler *style.Ruler) *Scene {
	c := newComposer(d, placed, look, ruler)
	if look.Pace.Err() != nil {
		return nil
	}
	c.drawLanes()
	c.drawHalos()
	emphases := []emphasis{faint, plain, lit}
	for _, e := range emphases {
		c.drawLines(e)
	}
	c.nameLanes()
	for _, e := range emphases {
		c.drawChips(e)
	}
	c.drawBoxes()
	if look.Pace.At(0.9) != nil {
		return nil
	}
	s := c.scene
	s.Marks, s.Page = c.marks, look.Palette.Page
	s.Bounds = BoundsOf(s.Marks)
	s.Frame, s.Emphasised = c.page, c.emphasised()
	s.Shown.Entries = c.entries()
	return s.indexed()
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
	lanes   []placedLane
	page    geom.Rect       // the room of all of it
	fanned  map[string]bool // lines that are fanned out of a bundle
	picking bool            // something that is drawn is selected: the rest is faint
	ends    map[string]bool // the parties at the ends of what is
}

func newComposer(d *Diagram, placed layout.Placed, look Look, ruler *style.Ruler) *composer {
	c := &composer{
		d: d, look: look, pal: look.Palette, ruler: ruler, scene: &Scene{},
		rects: map[string]geom.Rect{}, chips: map[string]chip{}, fanned: map[string]bool{},
	}
	for _, b := range placed.Boxes {
		c.rects[b.ID] = b.Rect
	}
	c.paths = d.pathsOf(placed)
	for i := range d.Lines {
		c.spread(&d.Lines[i])
	}
	c.lanes = c.placeLanes(placed)
	c.page = frameOf(placed)
	for _, l := range c.lanes {
		c.page = c.page.Union(l.room.Inset(-edgeWidth / 2))
	}
	c.picking, c.ends = c.picks(), c.litEnds()
	if !look.Bare {
		c.placeChips()
	}
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
		c.fanned[f.ID] = true
		c.lines = append(c.lines, f)
	}
}

// emphasis is how much a mark stands out.
type emphasis int

const (
	faint emphasis = iota // something else is selected
	plain
	lit // selected, or at the end of what is
)

// emphasisOf says how much a line stands out: what is selected is lit, the ties
// fanned out beside it are plain, and everything else is faint.
func (c *composer) emphasisOf(l *Line) emphasis {
	switch {
	case l.Faint && !c.picked(l), l.Change == Unchanged && !c.picked(l), !c.kept(l) && !l.Holds(c.look.Selected):
		return faint
	case !c.picking:
		return plain
	case c.picked(l):
		return lit
	case c.fanned[l.ID]:
		return plain
	default:
		return faint
	}
}

// kept says whether a line is in focus, with any of its ties.
func (c *composer) kept(l *Line) bool {
	return c.look.InFocus == nil || slices.ContainsFunc(l.Ties, func(id string) bool { return c.look.InFocus[id] })
}

// boxEmphasis says how much the box of a party stands out.
func (c *composer) boxEmphasis(id string) emphasis {
	left := c.look.InFocus != nil && !c.look.InFocus[id]
	if left && !c.pickedBox(id) || c.picking && !c.litBox(id) {
		return faint
	}
	return plain
}

// picked says whether the line is selected or lit, or ends at what is.
func (c *composer) picked(l *Line) bool {
	sel := c.look.Selected
	return sel.Kind == Party && l.Touches(sel.ID) || l.Holds(sel) ||
		slices.ContainsFunc(c.look.Lit, func(id string) bool { return l.Touches(id) || slices.Contains(l.Ties, id) })
}

// picks says whether anything that is drawn is selected or lit. A tie that is
// read and not drawn leaves the map as it is.
func (c *composer) picks() bool {
	return slices.ContainsFunc(c.lines, c.picked) || slices.ContainsFunc(c.d.Boxes, func(b Box) bool {
		_, drawn := c.rects[b.ID]
		return drawn && c.pickedBox(b.ID)
	})
}

func (c *composer) pickedBox(id string) bool {
	return c.look.Selected == (Ref{Party, id}) || slices.Contains(c.look.Lit, id)
}

// litBox says whether the party is selected or at an end of what is.
func (c *composer) litBox(id string) bool {
	return c.pickedBox(id) || c.ends[id]
}

func (c *composer) litEnds() map[string]bool {
	ends := map[string]bool{}
	for _, l := range c.lines {
		if c.picked(l) {
			ends[l.From], ends[l.To] = true, true
		}
	}
	return ends
}

// shade dims a colour of what is faint.
func (c *composer) shade(col style.Colour, e emphasis) style.Colour {
	if e != faint {
		return col
	}
	return style.Over(col, c.pal.Page, style.DimTo)
}

// liftedLine says whether the line ends at a party that is being carried.
func (c *composer) liftedLine(l *Line) bool {
	return slices.ContainsFunc(c.look.Lifted, l.Touches)
}

// haloed says whether a line has the halo of the selection: it was picked
// itself, not a party at its end.
func (c *composer) haloed(l *Line) bool {
	return l.Holds(c.look.Selected) || slices.ContainsFunc(c.look.Lit, func(id string) bool { return slices.Contains(l.Ties, id) })
}

func (c *composer) drawLines(e emphasis) {
	drawing := c.look.Pace.Part(0.5, 0.9)
	for _, l := range c.lines {
		if c.emphasisOf(l) != e || c.liftedLine(l) {
			continue
		}
		if drawing.Step(len(c.scene.lines), len(c.lines)) != nil {
			return
		}
		ref, path := l.Ref(), c.paths[l.ID]
		width := l.Change.width(style.LineWidth(len(l.Ties)))
		if c.haloed(l) {
			c.add(ref, Curve{Path: path, Stroke: c.pal.Halo, Width: width + 11})
		}
		hue := c.shade(c.pal.Layer(l.Layer), e)
		c.stroke(ref, l, path, width, hue)
		c.scene.lines = append(c.scene.lines, lineTarget{ref, l.From, l.To, path, path.Bounds(), hue, width, l.Change.dash(l.Dash)})
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
	shaft := path.Trim(0, length-head*0.8)
	c.add(ref, Curve{Path: shaft, Stroke: col, Width: width, Dash: l.Change.dash(l.Dash)})
	if core := l.Change.core(width); core > 0 {
		c.add(ref, Curve{Path: shaft, Stroke: c.pal.Page, Width: core})
	}
	c.add(ref, Polygon{Points: arrowhead(base, path.End(), head*0.42+width*0.3), Fill: col})
	c.since(len(c.marks)-1, 1.5/style.HeadLength(width))
	c.markLine(ref, l, path, head, col)
}

// arrowhead is a triangle from a base point to a tip.
func arrowhead(base, tip geom.Point, half float64) []geom.Point {
	aside := tip.Sub(base).Unit().Normal().Mul(half)
	return []geom.Point{base.Add(aside), tip, base.Sub(aside)}
}

// drawHalos draws the halos of boxes, below the tips of arrows.
func (c *composer) drawHalos() {
	for i := range c.d.Boxes {
		id := c.d.Boxes[i].ID
		if rect, ok := c.rects[id]; ok && c.pickedBox(id) && !slices.Contains(c.look.Lifted, id) {
			c.add(Ref{Party, id}, Rect{Rect: rect.Inset(-6), Radius: style.BoxRadius + 6, Fill: c.pal.Halo})
		}
	}
}

func (c *composer) drawBoxes() {
	for i := range c.d.Boxes {
		b := &c.d.Boxes[i]
		rect, ok := c.rects[b.ID]
		if !ok || slices.Contains(c.look.Lifted, b.ID) {
			continue
		}
		c.drawBox(b, rect, c.boxEmphasis(b.ID))
	}
}

const edgeWidth = 1.4 // of a box

func (c *composer) drawBox(b *Box, rect geom.Rect, e emphasis) {
	ref, pair := Ref{Party, b.ID}, c.pal.Box(b.Kind)
	c.add(ref, Rect{
		Rect: rect, Radius: style.BoxRadius, Width: edgeWidth,
		Fill: c.shade(pair.Fill, e), Stroke: c.shade(pair.Edge, e),
	})
	mid := rect.Center()
	step := style.SizeName * style.LineHeight
	block := float64(len(b.lines))*step + style.SizeSmall*style.LineHeight
	y := mid.Y - block/2 + step*0.76
	for _, line := range b.lines {
		c.centred(ref, line, geom.Point{X: mid.X, Y: y}, style.SizeName, c.shade(c.pal.Ink, e))
		y += step
	}
	c.centred(ref, b.Word, geom.Point{X: mid.X, Y: y - step*0.76 + style.SizeSmall*1.1}, style.SizeSmall, c.shade(pair.Edge, e))
	if b.Pinned {
		c.pin(ref, geom.Point{X: rect.Max.X - 9, Y: rect.Min.Y + 9}, c.shade(pair.Edge, e))
	}
	c.scene.boxes = append(c.scene.boxes, target{ref, rect, 0})
}

// pin draws the small dot of what a person put in its place.
func (p *painter) pin(ref Ref, at geom.Point, col style.Colour) {
	const radius = 2.5
	p.add(ref, Rect{Rect: geom.RectAround(at, 2*radius, 2*radius), Radius: radius, Fill: col})
}

func (c *composer) centred(ref Ref, s string, at geom.Point, size float64, col style.Colour) {
	w := c.ruler.Width(s, size, true)
	c.add(ref, Text{At: geom.Point{X: at.X - w/2, Y: at.Y}, String: s, Size: size, Bold: true, Colour: col, Width: w})
	c.since(len(c.marks)-1, nameFrom/size)
}

// nameFrom is how many pixels a name must be high to be drawn in its box.
const nameFrom = 5.5

// emphasised is the room of the lines and labels that are not faint while
// something is selected.
func (c *composer) emphasised() geom.Rect {
	out := geom.EmptyRect()
	if !c.picking || c.look.Selected.Kind == Party {
		return out
	}
	for _, l := range c.lines {
		if c.emphasisOf(l) == faint {
			continue
		}
		out = out.Union(c.paths[l.ID].Bounds())
		if k, ok := c.chips[l.ID]; ok {
			out = out.Union(k.rect)
		}
	}
	return out
}
