package scene

import (
	"cmp"
	"slices"
)

// placeChips gives every line's label a place on its line where it touches no
// box and no other label, and crosses as few other lines as can be; none reaches
// over the edge. Lines with more ties choose first. What finds no place is made
// smaller, then shortened, then left out: it comes back as the map is zoomed. Of very
// many lines all come only where somebody is near (closeup.go).
//
// What is selected moves no label: only then do the ties that are fanned out,
// and the lines that are lit and have no label yet, take the room of others.
func (c *composer) placeChips() {
	p := c.newPlacer()
	taken := c.again(p)
	if !taken && !c.look.Nearby && !c.placeThroughout(p) {
		return
	}
	c.remember()
	c.comeCloser(p, taken)
	for i := range c.d.Lines {
		if l := &c.d.Lines[i]; len(l.Fan) > 0 {
			delete(c.chips, l.ID)
		}
	}
	c.insist(p)
	c.scene.Shown.Labels = len(c.chips)
	if !c.look.Nearby {
		c.scene.Shown.Bare = len(c.lines) - len(c.chips)
	}
}

// placeThroughout looks for places for the labels of all lines as they are while
// nothing is fanned out, those with the most ties first. It returns false when it had
// to end.
func (c *composer) placeThroughout(p *placer) bool {
	lines := make([]*Line, 0, len(c.d.Lines))
	for i := range c.d.Lines {
		if l := &c.d.Lines[i]; len(c.paths[l.ID]) > 0 {
			lines = append(lines, l)
		}
	}
	slices.SortStableFunc(lines, func(a, b *Line) int { return cmp.Compare(len(b.Ties), len(a.Ties)) })
	p.follow(lines)
	placing := c.look.Pace.Part(0, 0.5)
	for i, l := range lines {
		if placing.Step(i, len(lines)) != nil {
			return false
		}
		p.label(l)
	}
	return true
}

// insist gives labels to lines that are fanned out, and to those that are lit and
// have none in words.
func (c *composer) insist(p *placer) {
	var fanned, picked []*Line
	for _, l := range c.lines {
		k, ok := c.chips[l.ID]
		switch {
		case c.fanned[l.ID]:
			fanned = append(fanned, l)
		case (!ok || k.text == "" || k.scale < 1) && !c.yields(l) && (!c.look.Nearby || c.haloed(l)):
			picked = append(picked, l)
		}
	}
	if len(fanned)+len(picked) == 0 {
		return
	}
	p.follow(c.lines)
	p.insisting = true
	for _, l := range fanned {
		_ = p.placeWhole(l) || p.placeShort(l)
	}
	for _, l := range picked {
		_, ok := c.chips[l.ID]
		if k, near := c.scene.close.ofMiddle(l); near {
			p.put(l, k) // it stays where it is read
			continue
		}
		_ = p.place(l, newChip(l, false, c.ruler)) || ok || p.placeWhole(l) || p.placeShort(l)
	}
}

// yields says whether the label of a line gives way to those of what is lit or
// fanned out.
func (c *composer) yields(l *Line) bool { return !c.fanned[l.ID] && c.emphasisOf(l) != lit }
