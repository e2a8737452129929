package scene

import (
	"maps"
	"slices"

	"entangle/layout/geom"
)

// labelling is where the labels of a scene lie while nothing is selected or
// fanned out, and what that follows from. Selecting something composes the same
// web again: finding those places anew would take half of the time.
type labelling struct {
	chips map[string]chip
	lines []Line
	paths map[string]geom.Path
	rects map[string]geom.Rect
}

// again takes the labels of an earlier scene over, when they would come to lie
// where they lay.
func (c *composer) again(p *placer) bool {
	if c.look.Before == nil || c.look.Before.labels == nil || len(c.lanes) > 0 {
		return false
	}
	old := c.look.Before.labels
	if len(c.d.Lines) != len(old.lines) || c.scene.ground != c.look.Before.ground && !maps.Equal(c.rects, old.rects) {
		return false
	}
	same := c.scene.ground == c.look.Before.ground && sameList(c.d.Lines, old.lines)
	for i := 0; i < len(c.d.Lines) && !same; i++ { // by place: they are large
		if a, b := &c.d.Lines[i], &old.lines[i]; !a.saysWhat(b) || !slices.Equal(c.paths[a.ID], old.paths[b.ID]) {
			return false
		}
	}
	for i := range c.d.Lines {
		l := &c.d.Lines[i]
		if k, ok := old.chips[l.ID]; ok {
			k.line = l
			p.put(l, k)
		}
	}
	return true
}

// saysWhat says whether two lines have the same label, of the same weight.
func (l *Line) saysWhat(o *Line) bool {
	return l.ID == o.ID && l.Label == o.Label && l.Tag == o.Tag && len(l.Ties) == len(o.Ties) && l.Disputed == o.Disputed &&
		l.Uncertain == o.Uncertain && l.Undated == o.Undated && l.Faint == o.Faint && l.Change == o.Change
}

// remember keeps the labels for the next scene, as they are now.
func (c *composer) remember() {
	c.scene.labels = &labelling{chips: c.chips, lines: c.d.Lines, paths: c.paths, rects: c.rects}
	if c.picking || len(c.fanned) > 0 { // some will come and go
		c.scene.labels.chips = maps.Clone(c.chips)
	}
}
