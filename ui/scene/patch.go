package scene

import (
	"math"
	"slices"

	"entangle/layout/geom"
	"entangle/ui/style"
)

// Patch is what another picture of the same placement has otherwise than a scene: it
// is laid over the scene until that picture is made, which of a huge web takes a
// second. It is immutable.
type Patch struct {
	base    *Scene
	wiped   []Ref
	changed map[Ref]bool // the same: lines and boxes of the base that are not there any more, or look otherwise
	gone    map[Ref]bool // of these, those that are not there
	halos   []Mark
	lines   []drawnLine // as they are now
	chips   []drawnChip
	said    map[Ref]int32 // the lines that say what they said, by record
	boxes   []drawnBox
	veil    bool // everything else steps back
}

// Difference says in what a picture differs from a scene.
type Difference struct {
	// Diagram holds the lines that are new or look otherwise, and at least the boxes
	// at their ends.
	Diagram *Diagram
	Boxes   map[string]bool // ids of the boxes that are new or look otherwise
	Changed []Ref           // what of the scene is not there any more, or looks otherwise
	Labels  map[Ref]bool    // of the lines, those that say what they said
	Picking bool            // something that is drawn is picked: the rest is faint
	Veil    bool            // in the scene nothing was
}

// Patch composes what a picture has otherwise than the scene. A line that is new has
// no label yet.
func (s *Scene) Patch(d Difference, look Look, ruler *style.Ruler) *Patch {
	look.Bare, look.Before = true, s
	c := newComposer(d.Diagram, s.ground.placed, look, ruler)
	c.picking = d.Picking
	p := &Patch{base: s, wiped: d.Changed, veil: d.Veil, changed: map[Ref]bool{}, gone: map[Ref]bool{}, said: map[Ref]int32{}}
	c.drawHalos()
	p.halos = c.taken()
	for _, e := range []emphasis{faint, plain, lit} {
		c.drawLines(e)
	}
	c.drawBoxes()
	p.lines = c.scene.lines
	for _, b := range c.scene.boxes {
		if d.Boxes[b.ref.ID] {
			p.boxes = append(p.boxes, b)
		}
	}
	for _, ref := range d.Changed {
		p.changed[ref], p.gone[ref] = true, true
	}
	for i := range p.lines {
		l := &p.lines[i]
		delete(p.gone, l.Ref())
		if !d.Labels[l.Ref()] {
			continue
		}
		p.said[l.Ref()] = int32(i)
		if chip, ok := s.chipOf(l.Ref()); ok {
			p.chips = append(p.chips, drawnChip{chip.target, chip.chip, l.faint, l.halo})
		}
	}
	for _, b := range p.boxes {
		delete(p.gone, b.ref)
	}
	return p
}

// Hides says whether a record of the scene is not there in the picture that is made.
func (p *Patch) Hides(ref Ref) bool { return p != nil && p.gone[ref] }

// closeBy is up to how many boxes, and pieces of lines four times as many, the part of a
// scene that is seen is painted anew as a whole. Of more, only what changed is painted
// over it: then each is small, and nobody sees what the wiping does to those that it
// crosses.
const closeBy = 150

// Stroke is the way of a line that is to be taken out of a picture.
type Stroke struct {
	Path  geom.Path
	Width float64 // in points
}

// Layers is what is laid over the picture of a scene, from the lowest up.
type Layers struct {
	Ground style.Colour // over all of it; of alpha 0 nothing
	Gone   []Stroke     // ways of lines that are taken out
	Lines  []Mark
	Kept   []geom.Rect // nothing of the above but the ground is to be seen here
	Above  []Mark
}

// Over says what is to be laid over an area of the scene, at so many pixels per point.
func (p *Patch) Over(area geom.Rect, scale float64) Layers {
	b := &brush{pal: p.base.pal, ruler: p.base.ruler, scale: scale}
	x, near := p.base.index(), p.labelsNear(area, scale)
	var out Layers
	if x.boxes.few(area, closeBy) && x.fewLines(area.Inset(-reach), 4*closeBy) {
		p.whole(b, area, near, x.linesNear(area.Inset(-reach)), x.chips.sorted(area), x.boxes.sorted(area))
		out.Above = b.taken()
	} else {
		p.strokes(b, area, near, &out)
	}
	unseen := func(m Mark) bool { return m.From > scale || !m.Bounds.Intersects(area) }
	out.Lines, out.Above = slices.DeleteFunc(out.Lines, unseen), slices.DeleteFunc(out.Above, unseen)
	return out
}

// Bounds holds all of the layers but the ground.
func (l Layers) Bounds() geom.Rect {
	out := geom.EmptyRect()
	for _, marks := range [][]Mark{l.Lines, l.Above} {
		for i := range marks {
			out = out.Union(marks[i].Bounds)
		}
	}
	for _, s := range l.Gone {
		out = out.Union(s.Path.Bounds().Inset(-s.Width))
	}
	return out
}

// whole makes the marks of the picture as it will be, but for labels that are to come.
func (p *Patch) whole(b *brush, area geom.Rect, near nearLabels, lines, chips, boxes []int32) {
	b.add(Ref{}, Rect{Rect: area, Fill: p.base.Page})
	b.marks = append(b.marks, p.base.under...)
	b.marks = append(b.marks, p.halos...)
	for _, i := range lines {
		if l := p.base.lines[i]; !p.changed[l.Ref()] {
			l.faint = l.faint || p.veil
			l.draw(b)
		}
	}
	for i := range p.lines {
		p.lines[i].draw(b)
	}
	b.marks = append(b.marks, p.base.between...)
	for _, i := range chips {
		if c := p.base.chips[i]; !p.changed[c.ref] {
			c.faint = c.faint || p.veil
			c.draw(b)
		}
	}
	for _, c := range near.kept {
		c.faint = c.faint || p.veil
		c.draw(b)
	}
	for i := range p.chips {
		p.chips[i].draw(b)
	}
	for i := range near.now {
		near.now[i].draw(b)
	}
	for _, i := range boxes {
		if d := p.base.boxes[i]; !p.changed[d.ref] {
			d.faint = d.faint || p.veil
			d.draw(b)
		}
	}
	for i := range p.boxes {
		p.boxes[i].draw(b)
	}
}

// strokes lays what changed alone over the scene, below the labels and boxes that are as
// they were.
func (p *Patch) strokes(b *brush, area geom.Rect, near nearLabels, out *Layers) {
	t := touched{x: p.base.index(), area: area, near: near.kept, chips: map[int32]bool{}, labels: map[int]bool{}, boxes: map[int32]bool{}}
	if p.veil { // it dims what is picked as well, and that is then painted over it
		out.Ground = p.base.Page
		out.Ground.A = uint8(math.Round(255 * (1 - style.DimTo)))
	} else {
		p.wipe(b, &t, near, out)
	}
	b.marks = append(b.marks, p.halos...)
	for i := range p.lines {
		p.lines[i].draw(b)
		t.along(p.lines[i].path)
	}
	out.Lines = b.taken()
	for i := range t.chips {
		if c := &p.base.chips[i]; !p.changed[c.ref] && b.scale >= c.from {
			out.Kept = append(out.Kept, c.rect)
		}
	}
	for i := range t.labels {
		out.Kept = append(out.Kept, near.kept[i].rect)
	}
	for i := range t.boxes {
		if d := &p.base.boxes[i]; !p.changed[d.ref] {
			out.Kept = append(out.Kept, d.rect.Inset(-edgeWidth/2))
		}
	}
	for i := range p.chips {
		p.chips[i].draw(b)
	}
	for i := range near.now {
		near.now[i].draw(b)
	}
	for i := range p.boxes {
		p.boxes[i].draw(b)
	}
	out.Above = b.taken()
}

// wipe takes out the lines that changed, and paints over boxes and labels that did.
func (p *Patch) wipe(b *brush, t *touched, near nearLabels, out *Layers) {
	fill := func(ref Ref, r geom.Rect) {
		b.add(ref, Rect{Rect: r.Inset(-0.6 / b.scale), Fill: p.base.Page}) // what is smoothed at the edge too
		t.in(r)
	}
	for _, ref := range p.wiped {
		if r, ok := p.base.BoxOf(ref.ID); ok && ref.Kind == Party {
			const halo = 6.0
			fill(ref, r.Inset(-halo-edgeWidth))
		}
		for _, l := range p.base.linesOf(ref) {
			if l.path.Bounds().Inset(-reach).Intersects(t.area) {
				out.Gone = append(out.Gone, Stroke{l.path, l.reach(b.scale)})
				t.along(l.path)
			}
		}
		if c, ok := p.base.chipOf(ref); ok && b.scale >= c.from {
			fill(ref, c.hull())
		}
	}
	for i := range near.wiped {
		fill(near.wiped[i].ref, near.wiped[i].hull())
	}
}

// reach is how wide a line is with all that is painted along it at so many pixels per
// point.
func (d *drawnLine) reach(scale float64) float64 {
	w := d.width()
	switch {
	case d.halo:
		return w + haloWidth
	case scale >= layerFrom:
		return max(w, 2.8*style.MarkSize)
	case scale >= 1.5/style.HeadLength(w):
		return max(w, 2*(style.HeadLength(w)*0.42+w*0.3))
	default:
		return w
	}
}
