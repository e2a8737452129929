package graphviz

import (
	"cmp"
	"slices"

	"entangle/layout"
	"entangle/layout/geom"
)

// obstacles finds boxes by where they are.
type obstacles struct {
	rects   []geom.Rect
	order   []int // the boxes from the top down
	tallest float64
}

func newObstacles(boxes []layout.PlacedBox) *obstacles {
	o := &obstacles{rects: make([]geom.Rect, len(boxes)), order: make([]int, len(boxes))}
	for i, box := range boxes {
		o.rects[i], o.order[i] = box.Rect, i
		o.tallest = max(o.tallest, box.Rect.H())
	}
	slices.SortFunc(o.order, func(a, b int) int { return cmp.Compare(o.rects[a].Min.Y, o.rects[b].Min.Y) })
	return o
}

// in calls found with the boxes that share a point with the area until it says that
// it has seen enough.
func (o *obstacles) in(area geom.Rect, found func(i int) bool) {
	start, _ := slices.BinarySearchFunc(o.order, area.Min.Y-o.tallest, func(i int, y float64) int {
		return cmp.Compare(o.rects[i].Min.Y, y)
	})
	for _, i := range o.order[start:] {
		if o.rects[i].Min.Y > area.Max.Y {
			return
		}
		if o.rects[i].Intersects(area) && !found(i) {
			return
		}
	}
}
