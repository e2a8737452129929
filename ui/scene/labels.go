package scene

import (
	"entangle/layout/geom"
	"entangle/ui/pace"
)

// Label is where the label of a line lies.
type Label struct {
	Ref  Ref
	Rect geom.Rect
}

// Labels lists the labels of the lines, in the order in which they are painted. A
// long line of very many has several.
func (s *Scene) Labels() []Label {
	out := make([]Label, 0, len(s.chips))
	for _, c := range s.chips {
		out = append(out, Label{c.ref, c.rect})
	}
	return out
}

// Labelled returns the scene with all labels of full size, for a file: on the screen
// those of very many lines are looked for where somebody comes near. It returns nil
// when it had to end.
func (s *Scene) Labelled(p pace.Pace) *Scene {
	if s.close == nil || s.close.grades[0].size < 1 {
		return s
	}
	chips, ok := s.close.everywhere(p)
	if !ok {
		return nil
	}
	out := *s
	out.chips = append(s.added(chips), s.chips...)
	labelled := make(map[Ref]bool, len(s.lines))
	for i := range out.chips {
		labelled[out.chips[i].ref] = true
	}
	out.Shown.Labels, out.Shown.Bare = len(labelled), len(s.lines)-len(labelled)
	return out.indexed()
}
