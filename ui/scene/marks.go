package scene

import (
	"iter"
	"math"

	"entangle/layout/geom"
	"entangle/ui/style"
)

// Marks lists every mark, from the first to the last: they are painted over one
// another. They are made as they are listed, and let go of.
func (s *Scene) Marks() iter.Seq[Mark] { return marks(s.Painted(nil)) }

// Painted lists every mark, or those that can be seen in an area, each with the number
// of the thing that it is a part of: see Things. Numbers only grow.
func (s *Scene) Painted(area *geom.Rect) iter.Seq2[int, Mark] {
	return s.marksOf(s.layers(), area, math.Inf(1))
}

func marks(numbered iter.Seq2[int, Mark]) iter.Seq[Mark] {
	return func(yield func(Mark) bool) {
		for _, m := range numbered {
			if !yield(m) {
				return
			}
		}
	}
}

// Within lists the marks that can be seen in an area of the scene at so many pixels
// per point, in the order of painting.
func (s *Scene) Within(area geom.Rect, scale float64) iter.Seq[Mark] {
	return marks(s.marksOf(s.layers(), &area, scale))
}

// Things counts what is painted: a line or a label is one, of however many marks.
func (s *Scene) Things() int {
	n := 0
	for _, l := range s.layers() {
		n += l.things
	}
	return n
}

// layer is a run of things that are painted one after the other.
type layer struct {
	things int
	hull   func(i int) geom.Rect // holds all marks of a thing, and may be somewhat larger
	draw   func(b *brush, i int)
	near   func(x *index, area geom.Rect) []int32 // the things whose marks may be in an area, in order
}

// layers lists what is painted, the lowest first.
func (s *Scene) layers() []layer {
	under := marksLayer(s.under, func(x *index) *tree { return x.under })
	if s.inMarks {
		return []layer{under}
	}
	return []layer{
		under,
		{
			things: len(s.lines), hull: func(i int) geom.Rect { return s.lines[i].path.Bounds().Inset(-reach) },
			draw: func(b *brush, i int) { s.lines[i].draw(b) },
			near: func(x *index, area geom.Rect) []int32 { return x.linesNear(area.Inset(-reach)) },
		},
		marksLayer(s.between, func(x *index) *tree { return x.between }),
		{
			things: len(s.chips), hull: func(i int) geom.Rect { return s.chips[i].hull() },
			draw: func(b *brush, i int) { s.chips[i].draw(b) },
			near: func(x *index, area geom.Rect) []int32 { return x.chips.sorted(area.Inset(-2 * style.MarkSize)) },
		},
		s.boxLayer(),
	}
}

func marksLayer(marks []Mark, of func(*index) *tree) layer {
	return layer{
		things: len(marks), hull: func(i int) geom.Rect { return marks[i].Bounds },
		draw: func(b *brush, i int) { b.marks = append(b.marks, marks[i]) },
		near: func(x *index, area geom.Rect) []int32 { return of(x).sorted(area) },
	}
}

func (s *Scene) boxLayer() layer {
	return layer{
		things: len(s.boxes), hull: func(i int) geom.Rect { return s.boxes[i].hull() },
		draw: func(b *brush, i int) { s.boxes[i].draw(b) },
		near: func(x *index, area geom.Rect) []int32 { return x.boxes.sorted(area.Inset(-boxReach)) },
	}
}

// marksOf makes the marks of layers that can be seen in an area, nil for all of them.
func (s *Scene) marksOf(layers []layer, area *geom.Rect, scale float64) iter.Seq2[int, Mark] {
	if area != nil && area.ContainsRect(s.Bounds) {
		area = nil // and no index is needed
	}
	return func(yield func(int, Mark) bool) {
		b := &brush{pal: s.pal, ruler: s.ruler, scale: scale}
		before := 0
		for _, l := range layers {
			for i := range l.within(s, area) {
				b.marks = b.marks[:0]
				l.draw(b, i)
				for _, m := range b.marks {
					if m.From <= scale && (area == nil || m.Bounds.Intersects(*area)) && !yield(before+i, m) {
						return
					}
				}
			}
			before += l.things
		}
	}
}

// within lists the things that may be seen in an area, nil for all of them.
func (l layer) within(s *Scene, area *geom.Rect) iter.Seq[int] {
	return func(yield func(int) bool) {
		if area != nil && s.index != nil {
			for _, i := range l.near(s.index(), *area) {
				if !yield(int(i)) {
					return
				}
			}
			return
		}
		for i := range l.things {
			if !yield(i) {
				return
			}
		}
	}
}

// measure finds the bounds of all marks. It makes the marks only of what reaches out
// of what has been measured before.
func (s *Scene) measure() {
	b := &brush{pal: s.pal, ruler: s.ruler, scale: math.Inf(1)}
	all := geom.EmptyRect()
	for _, l := range s.layers() {
		for i := range l.things {
			if all.ContainsRect(l.hull(i)) {
				continue
			}
			b.marks = b.marks[:0]
			l.draw(b, i)
			for _, m := range b.marks {
				all = all.Union(m.Bounds)
			}
		}
	}
	if s.Bounds = all; all.Empty() {
		s.Bounds = geom.Rect{}
	}
}
