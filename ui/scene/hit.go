package scene

import (
	"entangle/layout/geom"
	"entangle/ui/style"
)

// At returns what stands at a point: a box before a label, a label before a
// line, and of several lines the nearest within the radius (in points). Labels
// that are too small to be read at the zoom that the radius belongs to are not
// drawn and are not in the way.
func (s *Scene) At(p geom.Point, radius float64) Ref {
	if s.index == nil {
		return Ref{}
	}
	x := s.index()
	if i := topmost(x.boxes, p, func(i int) geom.Rect { return s.boxes[i].rect }); i >= 0 {
		return s.boxes[i].ref
	}
	if i := topmost(x.chips, p, func(i int) geom.Rect { return s.chips[i].rect }); i >= 0 && radius*s.chips[i].from <= style.HitRadius {
		return s.chips[i].ref
	}
	if ref, ok := s.closeAt(p, style.HitRadius/radius); ok {
		return ref
	}
	best, found := radius, -1
	for _, i := range x.linesNear(geom.Rect{Min: p, Max: p}.Inset(-radius)) {
		if d := s.lines[i].path.Dist(p); d <= best { // of two that lie on one another the upper one
			best, found = d, int(i)
		}
	}
	if found < 0 {
		return Ref{}
	}
	return s.lines[found].Ref()
}

// BoxOf returns the rectangle of a party's box.
func (s *Scene) BoxOf(id string) (geom.Rect, bool) {
	if s.index == nil {
		return geom.Rect{}, false
	}
	i, ok := s.index().boxOf[id]
	if !ok {
		return geom.Rect{}, false
	}
	return s.boxes[i].rect, true
}

// Boxes lists the parties on the scene and their boxes, in drawing order.
func (s *Scene) Boxes(each func(Ref, geom.Rect)) {
	for _, b := range s.boxes {
		each(b.ref, b.rect)
	}
}

// PointOn returns a point at which a pointer hits the line and nothing else:
// its label, or the middle of the line.
func (s *Scene) PointOn(ref Ref) (geom.Point, bool) {
	if s.index == nil {
		return geom.Point{}, false
	}
	if chip, ok := s.chipOf(ref); ok {
		return chip.rect.Center(), true
	}
	for _, l := range s.linesOf(ref) {
		length := l.path.Length()
		for _, share := range slides {
			if p, _ := l.path.AtLength(share * length); s.At(p, 1) == ref {
				return p, true
			}
		}
	}
	return geom.Point{}, false
}

// Refs lists what can be picked, each once, boxes first.
func (s *Scene) Refs() []Ref {
	var out []Ref
	for _, b := range s.boxes {
		out = append(out, b.ref)
	}
	for i := range s.lines {
		out = append(out, s.lines[i].Ref())
	}
	return out
}
