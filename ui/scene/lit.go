package scene

import (
	"entangle/layout/geom"
	"entangle/ui/style"
)

// Lit returns the marks of a record as they look under the pointer: a line
// thicker, with its label and a ring around its two ends; a box with a ring.
// They lie where they lay, so nothing shifts.
func (s *Scene) Lit(ref Ref, pal *style.Palette) []Mark {
	if s.grid != nil {
		return s.litGrid(ref, pal)
	}
	var p painter
	ends, starts := map[string]bool{}, map[geom.Point]bool{}
	for _, l := range s.lines {
		if l.ref == ref {
			ends[l.from], ends[l.to], starts[l.path.Start()] = true, true, true
		}
	}
	if ref.Kind == Party {
		ends[ref.ID] = true
	}
	for _, b := range s.boxes {
		if ends[b.ref.ID] {
			p.add(b.ref, Rect{Rect: b.rect.Inset(-1), Radius: style.BoxRadius + 1, Stroke: pal.Accent, Width: 2.4})
		}
	}
	if ref.Kind == Party {
		return p.marks
	}
	for _, m := range s.Marks {
		if m.Ref != ref {
			continue
		}
		if c, ok := m.Shape.(Curve); ok && c.Stroke != pal.Halo && starts[c.Path.Start()] {
			c.Width += 1.6
			m.Shape = c
		}
		p.add(ref, m.Shape)
	}
	return p.marks
}

// Glow returns a broad stroke along the lines of records, to be laid over the
// scene for a moment. A record that is drawn as a part of a line is marked by the
// whole line.
func (s *Scene) Glow(refs []Ref, pal *style.Palette) []Mark {
	wanted := make(map[Ref]bool, len(refs))
	for _, r := range refs {
		wanted[r] = true
	}
	var p painter
	for _, l := range s.lines {
		if wanted[l.ref] {
			p.add(l.ref, Curve{Path: l.path, Stroke: pal.Accent, Width: 10})
		}
	}
	return p.marks
}
