package scene

import (
	"cmp"
	"math"
	"slices"

	"entangle/layout/geom"
)

// tree finds which of many rectangles meet a place without looking at all of
// them: neighbours are packed together, and packs into larger packs (an R-tree,
// packed by sorting into strips and tiles). It is made once and never changes.
type tree struct {
	items  []int32    // the numbers of the rectangles, neighbours together
	levels [][]narrow // bounds: of the items, of packs of them, up to one of all
}

// narrow is a rectangle in half of the bits, rounded outwards: a tree finds what is
// near, and may find what lies a hair beside the place.
type narrow struct{ left, top, right, bottom float32 }

func narrowed(r geom.Rect) narrow {
	down := func(x float64) float32 {
		if f := float32(x); float64(f) <= x {
			return f
		}
		return math.Nextafter32(float32(x), float32(math.Inf(-1)))
	}
	return narrow{down(r.Min.X), down(r.Min.Y), -down(-r.Max.X), -down(-r.Max.Y)}
}

func (n narrow) wide() geom.Rect {
	return geom.Rect{Min: geom.Point{X: float64(n.left), Y: float64(n.top)}, Max: geom.Point{X: float64(n.right), Y: float64(n.bottom)}}
}

func (n narrow) meets(r geom.Rect) bool {
	return float64(n.left) <= r.Max.X && r.Min.X <= float64(n.right) && float64(n.top) <= r.Max.Y && r.Min.Y <= float64(n.bottom)
}

func (n narrow) union(o narrow) narrow {
	return narrow{min(n.left, o.left), min(n.top, o.top), max(n.right, o.right), max(n.bottom, o.bottom)}
}

// packed is how many go into one pack.
const packed = 16

func newTree(rects []narrow) *tree {
	t := &tree{items: make([]int32, len(rects))}
	for i := range rects {
		t.items[i] = int32(i)
	}
	slices.SortFunc(t.items, func(a, b int32) int {
		return cmp.Compare(rects[a].left+rects[a].right, rects[b].left+rects[b].right)
	})
	packs := (len(rects) + packed - 1) / packed
	strip := packed * int(math.Ceil(math.Sqrt(float64(packs))))
	for part := range slices.Chunk(t.items, max(strip, 1)) {
		slices.SortFunc(part, func(a, b int32) int {
			return cmp.Compare(rects[a].top+rects[a].bottom, rects[b].top+rects[b].bottom)
		})
	}
	level := make([]narrow, len(rects))
	for i, item := range t.items {
		level[i] = rects[item]
	}
	t.levels = [][]narrow{level}
	for len(level) > 1 {
		above := make([]narrow, 0, (len(level)+packed-1)/packed)
		for pack := range slices.Chunk(level, packed) {
			around := pack[0]
			for _, r := range pack[1:] {
				around = around.union(r)
			}
			above = append(above, around)
		}
		t.levels, level = append(t.levels, above), above
	}
	return t
}

// meet calls each with the numbers of the rectangles that meet r, in no order.
func (t *tree) meet(r geom.Rect, each func(i int)) {
	if t != nil && len(t.items) > 0 && !r.Empty() {
		t.descend(len(t.levels)-1, 0, len(t.levels[len(t.levels)-1]), r, each)
	}
}

func (t *tree) descend(level, from, to int, r geom.Rect, each func(i int)) {
	for i := from; i < to; i++ {
		switch {
		case !t.levels[level][i].meets(r):
		case level == 0:
			each(int(t.items[i]))
		default:
			t.descend(level-1, i*packed, min((i+1)*packed, len(t.levels[level-1])), r, each)
		}
	}
}

// few says whether at most so many rectangles meet r, without counting further.
func (t *tree) few(r geom.Rect, most int) bool {
	if t == nil || len(t.items) == 0 || r.Empty() {
		return true
	}
	n := 0
	var count func(level, from, to int) bool
	count = func(level, from, to int) bool {
		for i := from; i < to && n <= most; i++ {
			switch {
			case !t.levels[level][i].meets(r):
			case level == 0:
				n++
			default:
				count(level-1, i*packed, min((i+1)*packed, len(t.levels[level-1])))
			}
		}
		return n <= most
	}
	return count(len(t.levels)-1, 0, len(t.levels[len(t.levels)-1]))
}

// sorted lists the rectangles that meet r, by number.
func (t *tree) sorted(r geom.Rect) []int32 {
	var out []int32
	t.meet(r, func(i int) { out = append(out, int32(i)) })
	slices.Sort(out)
	return out
}
