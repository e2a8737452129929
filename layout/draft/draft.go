// Package draft places graphs that are so large that an engine of Graphviz takes
// long for them: well within a second for ten thousand boxes. What it gives is
// good enough to begin with and not as good as theirs: boxes near those that they
// are tied to, none on another as far as can be, lines straight. The same graph
// always gives the same. It is a layout.Engine, computes on all processors, and
// must not know what a box stands for or who refines the draft.
package draft

import (
	"context"
	"fmt"

	"entangle/layout"
	"entangle/layout/geom"
)

// Name is the engine that Placed names.
const Name layout.EngineName = "draft"

// Layout is a layout.Engine. It takes no options; pinned boxes stay where they are.
func Layout(ctx context.Context, g layout.Graph) (layout.Placed, error) {
	if err := g.Validate(); err != nil {
		return layout.Placed{}, err
	}
	w := newWeb(g)
	w.begin()
	if err := w.relax(ctx); err != nil {
		return layout.Placed{}, fmt.Errorf("drafting the layout: %w", err)
	}
	if err := w.part(ctx); err != nil {
		return layout.Placed{}, fmt.Errorf("drafting the layout: %w", err)
	}
	return w.placed(g), nil
}

// Finish takes the middles of the boxes from another engine of springs, makes
// room for boxes and draws the lines, as Layout does in the end. The boxes of a
// graph without pins keep their directions from its middle, not their distances.
func Finish(ctx context.Context, g layout.Graph, middles []geom.Point) (layout.Placed, error) {
	w := newWeb(g)
	for i, p := range middles {
		if !w.fixed[i] {
			w.at[i] = p
		}
	}
	if err := w.part(ctx); err != nil {
		return layout.Placed{}, fmt.Errorf("parting the boxes: %w", err)
	}
	return w.placed(g), nil
}

// web is a graph by numbers, as it is worked on.
type web struct {
	at     []geom.Point // the middles of the boxes
	w, h   []float64
	fixed  []bool
	pinned bool     // some box is
	ends   [][2]int // of each line
	first  []int    // the neighbours of box i are next[first[i]:first[i+1]]
	next   []int
	gap    float64 // to keep between boxes
	reach  float64 // a good length for lines
}

// usualGap leaves room for some lines to pass.
const usualGap = 27

func newWeb(g layout.Graph) *web {
	n := len(g.Boxes)
	w := &web{
		at: make([]geom.Point, n), w: make([]float64, n), h: make([]float64, n), fixed: make([]bool, n),
		ends: make([][2]int, len(g.Lines)), first: make([]int, n+1), next: make([]int, 2*len(g.Lines)), gap: usualGap,
	}
	number := make(map[string]int, n)
	var sum float64
	for i, b := range g.Boxes {
		number[b.ID] = i
		w.w[i], w.h[i] = b.W, b.H
		sum += (b.W + b.H) / 2
		if b.Pin != nil {
			w.at[i], w.fixed[i], w.pinned = *b.Pin, true, true
		}
	}
	w.reach = 1.5*sum/max(1, float64(n)) + w.gap
	for i, l := range g.Lines {
		a, b := number[l.From], number[l.To]
		w.ends[i] = [2]int{a, b}
		w.first[a+1]++
		w.first[b+1]++
	}
	for i := range n {
		w.first[i+1] += w.first[i]
	}
	filled := make([]int, n)
	for _, e := range w.ends {
		for k, box := range e {
			w.next[w.first[box]+filled[box]] = e[1-k]
			filled[box]++
		}
	}
	return w
}

// neighbours lists the boxes at the other ends of a box's lines.
func (w *web) neighbours(box int) []int { return w.next[w.first[box]:w.first[box+1]] }

func (w *web) degree(box int) int { return w.first[box+1] - w.first[box] }

func (w *web) rect(box int) geom.Rect { return geom.RectAround(w.at[box], w.w[box], w.h[box]) }

// placed draws the lines and moves everything to the origin, unless pins say
// where it is.
func (w *web) placed(g layout.Graph) layout.Placed {
	p := layout.Placed{
		Boxes: make([]layout.PlacedBox, len(g.Boxes)), Lines: make([]layout.PlacedLine, len(g.Lines)),
		Engine: Name,
	}
	if len(g.Boxes) == 0 {
		return p
	}
	bounds := geom.EmptyRect()
	for i := range g.Boxes {
		bounds = bounds.Union(w.rect(i))
	}
	var move geom.Point
	if !w.pinned {
		move = move.Sub(bounds.Min)
	}
	for i := range w.at {
		w.at[i] = w.at[i].Add(move)
	}
	p.Bounds = bounds.Shift(move)
	for i, b := range g.Boxes {
		p.Boxes[i] = layout.PlacedBox{ID: b.ID, Rect: w.rect(i)}
	}
	for i, path := range w.paths() {
		p.Lines[i] = layout.PlacedLine{ID: g.Lines[i].ID, Path: path}
		p.Bounds = p.Bounds.Union(path.Bounds())
	}
	return p
}
