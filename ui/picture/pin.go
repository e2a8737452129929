package picture

import (
	"slices"

	"entangle/data"
	"entangle/layout"
	"entangle/ui/style"
)

// pin fixes the boxes of a graph that a person put somewhere, and, where most of
// the boxes are those of a saved view, leaves them where they lay in it. In the other arrangements than the web the place
// of a box says what it is, and none is fixed.
func (v View) pin(g *layout.Graph) {
	if v.Arranged() != Web {
		return
	}
	kept, all := 0, v.Pins.With(v.Kept)
	for _, b := range g.Boxes {
		if _, ok := all[data.PartyID(b.ID)]; ok {
			kept++
		}
	}
	for i := range g.Boxes {
		id := data.PartyID(g.Boxes[i].ID)
		if at, ok := v.Pins[id]; ok {
			g.Boxes[i].Pin = &at
		} else if at, ok := v.Kept[id]; ok && 2*kept > len(g.Boxes) {
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
