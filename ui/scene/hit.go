package scene

import "entangle/layout/geom"

// At returns what stands at a point: a box before a label, a label before a
// line, and of several lines the nearest within the radius (in points).
func (s *Scene) At(p geom.Point, radius float64) Ref {
	for _, list := range [][]target{s.boxes, s.chips} {
		for i := len(list) - 1; i >= 0; i-- {
			if list[i].rect.Contains(p) {
				return list[i].ref
			}
		}
	}
	best, found := radius, Ref{}
	for _, l := range s.lines {
		if !l.bounds.Inset(-best).Contains(p) {
			continue
		}
		if d := l.path.Dist(p); d <= best {
			best, found = d, l.ref
		}
	}
	return found
}

// BoxOf returns the rectangle of a party's box.
func (s *Scene) BoxOf(id string) (geom.Rect, bool) {
	for _, b := range s.boxes {
		if b.ref.ID == id {
			return b.rect, true
		}
	}
	return geom.Rect{}, false
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
	for _, c := range s.chips {
		if c.ref == ref {
			return c.rect.Center(), true
		}
	}
	for _, l := range s.lines {
		if l.ref != ref {
			continue
		}
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
	for _, l := range s.lines {
		out = append(out, l.ref)
	}
	return out
}
