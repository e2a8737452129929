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
		middle, _ := l.Path.AtLength(l.Path.Length() / 2)
		out = out.Union(l.Path.Bounds()).Union(geom.RectAround(middle, labelRoom, style.ChipHeight))
	}
	if out.Empty() {
		return geom.Rect{}
	}
	return out.Inset(-edgeWidth / 2)
}
