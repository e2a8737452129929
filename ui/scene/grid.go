package scene

import (
	"entangle/layout/geom"
	"entangle/ui/style"
)

// grid is the rows and columns of a matrix, by party.
type grid struct{ rows, columns map[string]geom.Rect }

// litGrid is Lit of a matrix: the row of who gives, the column of who gets, and
// a ring around the cell.
func (s *Scene) litGrid(ref Ref, pal *style.Palette) []Mark {
	var p painter
	wash := pal.Accent
	wash.A = 26
	band := func(r geom.Rect) { p.add(Ref{}, Rect{Rect: r, Radius: style.ChipRadius, Fill: wash}) }
	if ref.Kind == Party {
		band(s.grid.rows[ref.ID])
		band(s.grid.columns[ref.ID])
		return p.marks
	}
	for _, l := range s.lines {
		if l.Ref() == ref {
			band(s.grid.rows[l.From])
			band(s.grid.columns[l.To])
		}
	}
	for _, c := range s.chips {
		if c.ref == ref {
			p.add(ref, Rect{Rect: c.rect.Inset(-1), Radius: 5, Stroke: pal.Accent, Width: 2.4})
		}
	}
	return p.marks
}
