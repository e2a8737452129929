package draft

import (
	"cmp"
	"math"
	"slices"

	"entangle/layout/geom"
)

// begin gives every box that is not pinned a first place. Each connected part of
// the graph becomes a tree of shortest ways around its busiest box, drawn on
// rings, where every branch has as wide a piece of the ring as it has boxes. The
// parts lie in rows.
func (w *web) begin() {
	parts := w.parts()
	var total float64
	sizes := make([]float64, len(parts))
	for i, p := range parts {
		sizes[i] = w.rings(p)
		total += sizes[i] * sizes[i]
	}
	width := 1.3 * math.Sqrt(total)
	var x, y, row float64
	for i, p := range parts {
		if x > 0 && x+sizes[i] > width {
			x, y, row = 0, y+row, 0
		}
		w.shift(p, geom.Point{X: x + sizes[i]/2, Y: y + sizes[i]/2})
		x, row = x+sizes[i], max(row, sizes[i])
	}
}

// parts lists the boxes of each connected part in the order in which a walk from
// its busiest box reaches them, the largest part first.
func (w *web) parts() [][]int {
	order := make([]int, len(w.at))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Or(cmp.Compare(w.degree(b), w.degree(a)), cmp.Compare(a, b)) })
	seen := make([]bool, len(w.at))
	var parts [][]int
	for _, root := range order {
		if seen[root] {
			continue
		}
		part := []int{root}
		seen[root] = true
		for i := 0; i < len(part); i++ {
			for _, b := range w.neighbours(part[i]) {
				if !seen[b] {
					seen[b] = true
					part = append(part, b)
				}
			}
		}
		parts = append(parts, part)
	}
	slices.SortStableFunc(parts, func(a, b []int) int { return cmp.Compare(len(b), len(a)) })
	return parts
}

// rings places one part around the origin and returns how wide it is.
func (w *web) rings(part []int) float64 {
	parent, depth, weight := map[int]int{part[0]: -1}, map[int]int{}, map[int]float64{}
	var order []int // from the root outwards
	order = append(order, part[0])
	for i := 0; i < len(order); i++ {
		for _, b := range w.neighbours(order[i]) {
			if _, reached := parent[b]; !reached {
				parent[b], depth[b] = order[i], depth[order[i]]+1
				order = append(order, b)
			}
		}
	}
	for i := len(order) - 1; i >= 0; i-- {
		box := order[i]
		weight[box]++
		if parent[box] >= 0 {
			weight[parent[box]] += weight[box]
		}
	}
	// A branch begins at the angle up to which its parent's piece is given away.
	angle := map[int]float64{}
	spent := map[int]float64{}
	step := w.reach * max(1, math.Sqrt(float64(len(part)))/(2*float64(1+depth[order[len(order)-1]])))
	for _, box := range order {
		begin, share := 0.0, 2*math.Pi
		if p := parent[box]; p >= 0 {
			share = 2 * math.Pi * weight[box] / float64(len(part))
			begin = angle[p] + spent[p]
			spent[p] += share
		}
		angle[box] = begin
		if !w.fixed[box] {
			sin, cos := math.Sincos(begin + share/2)
			w.at[box] = geom.Point{X: cos, Y: sin}.Mul(step * float64(depth[box]))
		}
	}
	return 2*step*float64(depth[order[len(order)-1]]) + 2*w.reach
}

func (w *web) shift(part []int, by geom.Point) {
	for _, box := range part {
		if !w.fixed[box] {
			w.at[box] = w.at[box].Add(by)
		}
	}
}
