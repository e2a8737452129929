package scene

import (
	"math"
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
	Nearby   bool            // labels are looked for by whoever comes near, in squares: lines are very many
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
	c.scene.under = c.taken()
	emphases := []emphasis{faint, plain, lit}
	c.scene.lines = make([]drawnLine, 0, len(c.lines))
	for _, e := range emphases {
		c.drawLines(e)
	}
	c.nameLanes()
	c.scene.between = c.taken()
	c.scene.chips = make([]drawnChip, 0, len(c.chips))
	for _, e := range emphases {
		c.drawChips(e)
	}
	c.scene.boxes = make([]drawnBox, 0, len(d.Boxes))
	c.drawBoxes()
	if look.Pace.At(0.9) != nil {
		return nil
	}
	s := c.scene
	s.pal, s.ruler, s.Page = c.pal, ruler, look.Palette.Page
	s.measure()
	s.Frame, s.Emphasised = c.page, c.emphasised()
	s.Shown.Entries = c.entries()
	return s.indexed()
}

type composer struct {
	brush
	d       *Diagram
	look    Look
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
		brush: brush{pal: look.Palette, ruler: ruler, scale: math.Inf(1)}, d: d, look: look, scene: &Scene{},
		chips: map[string]chip{}, fanned: map[string]bool{},
	}
	c.scene.ground = groundOf(placed, look.Before)
	c.rects, c.paths = c.scene.ground.rects, d.pathsOf(c.scene.ground)
	for i := range d.Lines {
		c.spread(&d.Lines[i])
	}
	c.lanes = c.placeLanes(placed)
	c.page = c.scene.ground.frame
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
	for _, l := range c.lines {
		if c.emphasisOf(l) == e && !c.liftedLine(l) {
			c.scene.lines = append(c.scene.lines, drawnLine{Line: l, path: c.paths[l.ID], placed: c.numberOf(l), faint: e == faint, halo: c.haloed(l)})
		}
	}
}

// numberOf returns the number of a line in the placement, -1 when it is bowed out of
// the one that was placed.
func (c *composer) numberOf(l *Line) int32 {
	if n, ok := c.scene.ground.number[l.ID]; ok && !c.fanned[l.ID] {
		return n
	}
	return -1
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
		c.scene.boxes = append(c.scene.boxes, drawnBox{target{Ref{Party, b.ID}, rect, 0}, b, c.boxEmphasis(b.ID) == faint})
	}
}

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
