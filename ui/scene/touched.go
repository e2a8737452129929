package scene

import (
	"entangle/layout/geom"
)

// touched gathers the labels and boxes of a scene, within an area, that what is
// painted over it may touch.
type touched struct {
	x            *index
	area         geom.Rect
	near         []drawnChip // the labels that are read from close by alone
	chips, boxes map[int32]bool
	labels       map[int]bool // of these
}

// along adds what lies near a path.
func (t *touched) along(path geom.Path) {
	for _, c := range path {
		for _, hull := range cut(nil, c, shortest) {
			t.in(hull.wide())
		}
	}
}

func (t *touched) in(r geom.Rect) {
	if r = r.Inset(-reach); !r.Intersects(t.area) {
		return
	}
	t.x.chips.meet(r, func(i int) { t.chips[int32(i)] = true })
	for i := range t.near {
		if t.near[i].rect.Intersects(r) {
			t.labels[i] = true
		}
	}
	t.x.boxes.meet(r, func(i int) { t.boxes[int32(i)] = true })
}

// fewLines says whether at most so many pieces of lines run through an area.
func (x *index) fewLines(area geom.Rect, most int) bool {
	return len(x.loose) <= most && (x.runs == nil || x.runs.pieces.few(area, most))
}
