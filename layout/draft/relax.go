package draft

import (
	"context"
	"math"
	"runtime"
	"sync"

	"entangle/layout/geom"
)

// How the springs are let go: at first boxes may move by a good length of a line,
// in the end by little.
const (
	rounds  = 40
	less    = 28 // rounds for more than many boxes, which take longer and show less
	many    = 4000
	cooling = 0.93
	far     = 0.9  // a group of boxes counts as one from that many of its widths away
	push    = 0.35 // how strong boxes push each other, beside lines that pull
)

// relax moves the boxes as springs would: lines pull their ends together, boxes
// push each other away.
func (w *web) relax(ctx context.Context) error {
	move := make([]geom.Point, len(w.at))
	most := w.reach * 2
	var tree quad
	n := rounds
	if len(w.at) > many {
		n = less
	}
	for range n {
		if err := ctx.Err(); err != nil {
			return err
		}
		tree.grow(w.at)
		inParallel(len(w.at), func(box int) {
			if !w.fixed[box] {
				move[box] = w.force(&tree, box)
			}
		})
		for i := range w.at {
			if length := move[i].Len(); length > 0 && !w.fixed[i] {
				w.at[i] = w.at[i].Add(move[i].Mul(min(length, most) / length))
			}
		}
		most *= cooling
	}
	return nil
}

// force is where a box wants to go, in points.
func (w *web) force(tree *quad, box int) geom.Point {
	p := w.at[box]
	force := tree.push(p, box).Mul(push * w.reach * w.reach)
	for _, b := range w.neighbours(box) {
		d := w.at[b].Sub(p)
		// Busy boxes have long lines: else everything would be drawn into them.
		busy := math.Sqrt(float64(min(w.degree(box), w.degree(b))))
		force = force.Add(d.Mul(d.Len() / (w.reach * busy)))
	}
	return force
}

// inParallel calls f for 0 to n-1 on all processors.
func inParallel(n int, f func(i int)) {
	workers := min(runtime.GOMAXPROCS(0), max(1, n/256))
	var all sync.WaitGroup
	for k := range workers {
		all.Go(func() {
			for i := k * n / workers; i < (k+1)*n/workers; i++ {
				f(i)
			}
		})
	}
	all.Wait()
}
