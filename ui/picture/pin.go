package picture

import (
	"slices"

	"entangle/data"
	"entangle/layout"
	"entangle/ui/style"
)

// pin fixes the boxes of a graph that a person put somewhere, and those that lie
// where a saved view had them. In the other arrangements than the web the place
// of a box says what it is, and none is fixed.
func (v View) pin(g *layout.Graph) {
	if v.Arranged() != Web {
		return
	}
	for i := range g.Boxes {
		id := data.PartyID(g.Boxes[i].ID)
		if at, ok := v.Pins[id]; ok {
			g.Boxes[i].Pin = &at
		} else if at, ok := v.Kept[id]; ok {
			g.Boxes[i].Pin = &at
		}
	}
}

// Part is some boxes and the lines among them as a graph of their own, with no
// pins.
func (s *Subject) Part(parties []data.PartyID, ruler *style.Ruler) layout.Graph {
	whole, in := s.Graph(ruler), map[string]bool{}
	part := layout.Graph{Options: whole.Options}
	for _, b := range whole.Boxes {
		if slices.Contains(parties, data.PartyID(b.ID)) {
			b.Pin, in[b.ID] = nil, true
			part.Boxes = append(part.Boxes, b)
		}
	}
	for _, l := range whole.Lines {
		if in[l.From] && in[l.To] {
			part.Lines = append(part.Lines, l)
		}
	}
	return part
}
