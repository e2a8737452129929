package scene

import (
	"entangle/layout"
	"entangle/layout/geom"
	"entangle/ui/style"
)

// frameOf is the room of everything that is placed, with what the label in the
// middle of a line takes at its sides. It follows from the placement alone: what
// is drawn of it on a day, what is selected and what is fanned out leave it as it
// is, and so the camera and the page need not move with them.
func frameOf(p layout.Placed) geom.Rect {
	const labelRoom = style.ChipWidth * 0.8 // most labels are shorter
	out := geom.EmptyRect()
	for _, b := range p.Boxes {
		out = out.Union(b.Rect)
	}
	for _, l := range p.Lines {
		if len(l.Path) == 0 {
			continue
		}
		middle := halfWay(l.Path)
		out = out.Union(l.Path.Bounds()).Union(geom.RectAround(middle, labelRoom, style.ChipHeight))
	}
	if out.Empty() {
		return geom.Rect{}
	}
	return out.Inset(-edgeWidth / 2)
}

// halfWay is a point near the middle of a path, found without measuring it: of
// several pieces the joint in the middle, or the middle of that in the middle.
func halfWay(p geom.Path) geom.Point {
	if mid := p[len(p)/2]; len(p)%2 == 1 {
		return mid.At(0.5)
	}
	return p[len(p)/2][0]
}
