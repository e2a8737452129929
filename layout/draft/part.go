package draft

import (
	"context"
	"math"
	"slices"

	"entangle/layout/geom"
)

// How boxes that overlap are parted.
const (
	partRounds = 160
	patience   = 8    // rounds before everything is drawn out a little
	growth     = 1.05 // by how much
	fill       = 0.4  // the part of the area that boxes cover at first
	tolerance  = 0.5  // how much too near two boxes may stay, in points
)

// part moves boxes apart that are too near: pairs push each other along the
// shorter way, and when that does not end everything is drawn out a little.
func (w *web) part(ctx context.Context) error {
	if len(w.at) == 0 {
		return nil
	}
	if !w.pinned {
		w.level()
	}
	cell := geom.Point{X: slices.Max(w.w) + w.gap, Y: slices.Max(w.h) + w.gap}
	for round := 1; round <= partRounds; round++ {
		if err := ctx.Err(); err != nil {
			return err
		}
		if !w.parted(cell) {
			return nil
		}
		if round%patience == 0 && !w.pinned {
			w.scale(growth)
		}
	}
	return nil
}

// level draws what is crowded out and what is far off in: seen from the middle,
// each box has the others that are nearer within a disk of just their area.
func (w *web) level() {
	var middle geom.Point
	for _, p := range w.at {
		middle = middle.Add(p.Mul(1 / float64(len(w.at))))
	}
	order := make([]ranked, len(w.at))
	for i, p := range w.at {
		order[i] = ranked{p.Dist(middle), i}
	}
	slices.SortFunc(order, byRank)
	var area float64
	for _, r := range order {
		own := (w.w[r.box] + w.gap) * (w.h[r.box] + w.gap) / fill
		radius := math.Sqrt((area + own/2) / math.Pi)
		area += own
		if r.by > 0 {
			w.at[r.box] = middle.Add(w.at[r.box].Sub(middle).Mul(radius / r.by))
		}
	}
}

func (w *web) scale(k float64) {
	for i := range w.at {
		w.at[i] = w.at[i].Mul(k)
	}
}

// parted pushes every pair that is too near once, and says whether there was one.
// Boxes are gone through row by row of cells of that size, no smaller than any.
func (w *web) parted(cell geom.Point) bool {
	bounds := geom.EmptyRect()
	for _, p := range w.at {
		bounds = bounds.Extend(p)
	}
	const bits = 21 // of a row, of a column and of a number
	cell.X, cell.Y = max(cell.X, bounds.W()/(1<<bits-2)), max(cell.Y, bounds.H()/(1<<bits-2))
	key := func(i int) uint64 {
		row := uint64((w.at[i].Y - bounds.Min.Y) / cell.Y)
		column := uint64((w.at[i].X - bounds.Min.X) / cell.X)
		return row<<(2*bits) | column<<bits | uint64(i)
	}
	keys := make([]uint64, len(w.at))
	for i := range keys {
		keys[i] = key(i)
	}
	slices.Sort(keys)
	any, below := false, 0
	for k, this := range keys {
		box, place := int(this&(1<<bits-1)), this>>bits
		for _, next := range keys[k+1:] { // this cell and the one to its right
			if next>>bits > place+1 {
				break
			}
			any = w.pushApart(box, int(next&(1<<bits-1))) || any
		}
		under := place + 1<<bits - 1 // below to the left
		for below < len(keys) && keys[below]>>bits < under {
			below++
		}
		for _, next := range keys[below:] { // and the two to the right of that
			if next>>bits > under+2 {
				break
			}
			any = w.pushApart(box, int(next&(1<<bits-1))) || any
		}
	}
	return any
}

// pushApart moves two boxes that are too near, each by half of what is needed,
// along the axis on which less is needed.
func (w *web) pushApart(a, b int) bool {
	d := w.at[a].Sub(w.at[b])
	x := (w.w[a]+w.w[b])/2 + w.gap - math.Abs(d.X)
	y := (w.h[a]+w.h[b])/2 + w.gap - math.Abs(d.Y)
	if x <= tolerance || y <= tolerance || w.fixed[a] && w.fixed[b] {
		return false
	}
	var move geom.Point
	if x < y {
		move.X = math.Copysign(x/2, side(d.X, a, b))
	} else {
		move.Y = math.Copysign(y/2, side(d.Y, a, b))
	}
	switch {
	case w.fixed[a]:
		w.at[b] = w.at[b].Add(move.Mul(-2))
	case w.fixed[b]:
		w.at[a] = w.at[a].Add(move.Mul(2))
	default:
		w.at[a], w.at[b] = w.at[a].Add(move), w.at[b].Sub(move)
	}
	return true
}

// side says which way the first of two goes; boxes in one place part by their
// numbers.
func side(d float64, a, b int) float64 {
	if d != 0 {
		return d
	}
	return float64(a - b)
}
