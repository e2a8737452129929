package graphviz

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/goccy/go-graphviz"

	"entangle/layout"
	"entangle/layout/draft"
	"entangle/layout/geom"
	"entangle/layout/graphviz/load"
)

// load has changed the environment for the initialiser of go-graphviz, which has
// run by now.
func init() { load.Restore() }

var errNotLoaded = errors.New("graphviz runs in the layout process only")

// Layout computes the layout in this process. It is meant for the worker: it cannot
// be cancelled (ctx is only looked at before each step), it must not be called by
// two goroutines at a time, and an error may leave Graphviz unusable.
func Layout(ctx context.Context, g layout.Graph) (layout.Placed, error) {
	if err := g.Validate(); err != nil {
		return layout.Placed{}, err
	}
	if !load.Real() {
		return layout.Placed{}, errNotLoaded
	}
	if len(g.Boxes) == 0 {
		return layout.Placed{Engine: asked(g.Options)}, nil
	}
	p := planFor(g)
	placed, err := run(ctx, g, p)
	if err != nil || p.lines {
		return placed, err
	}
	if asked(g.Options) == layout.SFDP && len(g.Boxes) > crowd {
		return finish(ctx, g, placed)
	}
	return route(ctx, g, placed)
}

// finish parts the boxes of a graph with so many that Graphviz could not lead lines
// around them, and draws these straight. That takes no second process of it.
func finish(ctx context.Context, g layout.Graph, placed layout.Placed) (layout.Placed, error) {
	free := g
	free.Boxes = slices.Clone(g.Boxes)
	middles := make([]geom.Point, len(placed.Boxes))
	for i, box := range placed.Boxes {
		middles[i], free.Boxes[i].Pin = box.Rect.Center(), nil // sfdp knows no pins
	}
	finished, err := draft.Finish(ctx, free, middles)
	if err != nil {
		return layout.Placed{}, err
	}
	finished.Engine, finished.Note = placed.Engine, join(placed.Note, straightForObstacles)
	return finished, nil
}

// route parts the boxes of a graph that have been placed and draws its lines.
func route(ctx context.Context, g layout.Graph, placed layout.Placed) (layout.Placed, error) {
	rects, fixed := make([]geom.Rect, len(g.Boxes)), make([]bool, len(g.Boxes))
	for i, box := range g.Boxes {
		rects[i] = placed.Boxes[i].Rect
		fixed[i] = box.Pin != nil && planFor(g).pins
	}
	rects = spread(rects, fixed, gap(g.Options))
	pinned := g
	pinned.Boxes = make([]layout.Box, len(g.Boxes))
	for i, box := range g.Boxes {
		center := rects[i].Center()
		box.Pin = &center
		pinned.Boxes[i] = box
	}
	routed, err := run(ctx, pinned, planFor(pinned))
	if err != nil {
		return layout.Placed{}, err
	}
	routed.Note = join(placed.Note, routed.Note)
	routed.Engine = placed.Engine
	if !(planFor(g).pins && anyPinned(g.Boxes)) {
		settle(&routed, false)
	}
	return routed, nil
}

// run puts one graph to Graphviz.
func run(ctx context.Context, g layout.Graph, p plan) (layout.Placed, error) {
	if err := ctx.Err(); err != nil {
		return layout.Placed{}, err
	}
	var dot, answer strings.Builder
	if err := compose(&dot, g, p); err != nil {
		return layout.Placed{}, err
	}
	if err := render(ctx, dot.String(), p.engine, &answer); err != nil {
		return layout.Placed{}, fmt.Errorf("%w: graphviz, engine %s: %w", layout.ErrBroken, p.engine, err)
	}
	placed, err := parse(answer.String(), g)
	if err != nil {
		// go-graphviz loses the error when Graphviz traps; then there is no answer.
		return layout.Placed{}, fmt.Errorf("%w: graphviz, engine %s: %w", layout.ErrBroken, p.engine, err)
	}
	return placed, nil
}

// render has go-graphviz compute. Its context only carries values: a cancelled one
// would leave the one WebAssembly instance of the process unusable. The plain output
// is the leanest: writing numbers is slow there.
func render(ctx context.Context, dot, engine string, answer io.Writer) error {
	ctx = context.WithoutCancel(ctx)
	gv, err := graphviz.New(ctx)
	if err != nil {
		return err
	}
	defer gv.Close() // its error counts every warning since the start of the process
	graph, err := read(ctx, dot)
	if err != nil {
		return err
	}
	defer graph.Close()
	gv.SetLayout(graphviz.Layout(engine))
	return gv.Render(ctx, graph, "plain", answer)
}
