package draft

import (
	"entangle/layout/geom"
)

// besides is the distance between lines of the same two boxes, in points, if
// there is room.
const besides = 9

// paths draws every line straight from border to border, those between the same
// two boxes side by side.
func (w *web) paths() []geom.Path {
	count := make(map[[2]int]int, len(w.ends))
	for _, e := range w.ends {
		count[[2]int{min(e[0], e[1]), max(e[0], e[1])}]++
	}
	drawn := make(map[[2]int]int)
	out := make([]geom.Path, len(w.ends))
	for i, e := range w.ends {
		pair := [2]int{min(e[0], e[1]), max(e[0], e[1])}
		n := count[pair]
		if n == 1 {
			out[i] = w.straight(e, geom.Point{})
			continue
		}
		across := w.at[pair[1]].Sub(w.at[pair[0]])
		across = geom.Point{X: -across.Y, Y: across.X}
		if length := across.Len(); length > 0 {
			across = across.Mul(1 / length)
		}
		side := min(w.w[e[0]], w.h[e[0]], w.w[e[1]], w.h[e[1]])
		step := min(besides, 0.8*side/float64(n))
		out[i] = w.straight(e, across.Mul(step*(float64(drawn[pair])-float64(n-1)/2)))
		drawn[pair]++
	}
	return out
}

// straight is the segment between two boxes, moved aside.
func (w *web) straight(ends [2]int, aside geom.Point) geom.Path {
	from, to := w.rect(ends[0]), w.rect(ends[1])
	a, b := from.Exit(to.Center()), to.Exit(from.Center())
	if aside != (geom.Point{}) {
		a, b = from.NearestOnBorder(a.Add(aside)), to.NearestOnBorder(b.Add(aside))
	}
	return geom.Polyline(a, b)
}
