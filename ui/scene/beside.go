package scene

import (
	"math"

	"entangle/layout/geom"
)

// Beside returns the party that a tie leads to from what is picked, in the
// direction that was pressed (of length 1, y downwards): of those within 65 degrees
// of it the one that is nearest and most straight ahead. From a line it is the
// party at its end on that side. From nothing it is the box that is nearest to
// the middle of what is seen.
func (s *Scene) Beside(ref Ref, pressed geom.Point, seen geom.Rect) (Ref, bool) {
	var near []string
	var start geom.Point
	switch ref.Kind {
	case None:
		return s.middlemost(seen)
	case Party:
		box, ok := s.BoxOf(ref.ID)
		if !ok {
			return s.middlemost(seen)
		}
		start = box.Center()
		for _, l := range s.lines {
			switch ref.ID {
			case l.From:
				near = append(near, l.To)
			case l.To:
				near = append(near, l.From)
			}
		}
	default:
		found := false
		for _, l := range s.linesOf(ref) {
			start, _ = l.path.AtLength(l.path.Length() / 2)
			near, found = []string{l.From, l.To}, true
		}
		if !found {
			return s.middlemost(seen)
		}
	}
	best, found := math.Inf(1), Ref{}
	for _, id := range near {
		box, ok := s.BoxOf(id)
		if !ok {
			continue
		}
		way := box.Center().Sub(start)
		ahead := way.Unit().Dot(pressed)
		if ahead < math.Cos(65*math.Pi/180) {
			continue
		}
		if cost := way.Len() * (2 - ahead); cost < best {
			best, found = cost, Ref{Party, id}
		}
	}
	return found, found.Kind != None
}

// middlemost is the box nearest to the middle of a rectangle.
func (s *Scene) middlemost(seen geom.Rect) (Ref, bool) {
	best, found := math.Inf(1), Ref{}
	for _, b := range s.boxes {
		if d := b.rect.Center().Dist(seen.Center()); d < best {
			best, found = d, b.ref
		}
	}
	return found, found.Kind != None
}

// RingOf returns where the ring of the keyboard lies about a record: its box, its
// label, or the middle of its line.
func (s *Scene) RingOf(ref Ref) (geom.Rect, bool) {
	if ref.Kind == Party {
		return s.BoxOf(ref.ID)
	}
	if s.index == nil || ref.Kind == None {
		return geom.Rect{}, false
	}
	if chip, ok := s.chipOf(ref); ok {
		return chip.rect, true
	}
	const side = 16
	p, ok := s.PointOn(ref)
	return geom.RectAround(p, side, side), ok
}

// LabelFrom returns how many pixels a point must take for the label of a record to
// be drawn; 0 where there is none, or it always is.
func (s *Scene) LabelFrom(ref Ref) float64 {
	if s.index == nil || ref.Kind == None {
		return 0
	}
	chip, ok := s.chipOf(ref)
	if !ok {
		return 0
	}
	return chip.from
}
