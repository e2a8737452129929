package scene

import (
	"math"
	"slices"

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
	if s.index == nil {
		return nil
	}
	var ends []string
	starts := map[geom.Point]bool{}
	for _, l := range s.linesOf(ref) {
		ends = append(ends, l.From, l.To)
		starts[l.path.Start()] = true
	}
	if ref.Kind == Party {
		ends = append(ends, ref.ID)
	}
	slices.Sort(ends)
	for _, id := range slices.Compact(ends) {
		if r, ok := s.BoxOf(id); ok {
			p.add(Ref{Party, id}, Rect{Rect: r.Inset(-1), Radius: style.BoxRadius + 1, Stroke: pal.Accent, Width: 2.4})
		}
	}
	if ref.Kind == Party {
		return p.marks
	}
	for _, m := range s.marksFor(ref) {
		if c, ok := m.Shape.(Curve); ok && c.Stroke != pal.Halo && starts[c.Path.Start()] {
			c.Width += 1.6
			m.Shape = c
		}
		p.add(ref, m.Shape)
		p.marks[len(p.marks)-1].From = m.From
	}
	return p.marks
}

// marksFor lists the marks of the lines of a record and of their labels.
func (s *Scene) marksFor(ref Ref) []Mark {
	b := &brush{pal: s.pal, ruler: s.ruler, scale: math.Inf(1)}
	for _, l := range s.linesOf(ref) {
		l.draw(b)
	}
	for i := range s.chips {
		if s.chips[i].ref == ref {
			s.chips[i].draw(b)
		}
	}
	return b.marks
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
	for i := range s.lines {
		if l := &s.lines[i]; wanted[l.Ref()] {
			p.add(l.Ref(), Curve{Path: l.path, Stroke: pal.Accent, Width: 10})
		}
	}
	return p.marks
}
