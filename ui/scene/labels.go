package scene

import "entangle/layout/geom"

// Label is where the label of a line lies.
type Label struct {
	Ref  Ref
	Rect geom.Rect
}

// Labels lists the labels of the lines, in the order in which they are painted.
func (s *Scene) Labels() []Label {
	out := make([]Label, 0, len(s.chips))
	for _, c := range s.chips {
		out = append(out, Label{c.ref, c.rect})
	}
	return out
}
