package graphviz

import (
	"bytes"
	"context"
	"fmt"

	"github.com/goccy/go-graphviz"

	"entangle/layout"
)

// Layout computes the layout in this process. It is meant for the worker: it cannot
// be cancelled (ctx is only looked at before each step), it must not be called by
// two goroutines at a time, and an error may leave Graphviz unusable.
func Layout(ctx context.Context, g layout.Graph) (layout.Placed, error) {
	if err := g.Validate(); err != nil {
		return layout.Placed{}, err
	}
	if len(g.Boxes) == 0 {
		return layout.Placed{Engine: asked(g.Options)}, nil
	}
	p := planFor(g)
	placed, err := run(ctx, g, p)
	if err != nil || p.lines {
		return placed, err
	}
	return route(ctx, g, placed)
}

// route draws the lines of a graph whose boxes are placed.
func route(ctx context.Context, g layout.Graph, placed layout.Placed) (layout.Placed, error) {
	pinned := g
	pinned.Boxes = make([]layout.Box, len(g.Boxes))
	for i, box := range g.Boxes {
		center := placed.Boxes[i].Rect.Center()
		box.Pin = &center
		pinned.Boxes[i] = box
	}
	routed, err := run(ctx, pinned, planFor(pinned))
	if err != nil {
		return layout.Placed{}, err
	}
	routed.Note = join(placed.Note, routed.Note)
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
	var dot, answer bytes.Buffer
	if err := compose(&dot, g, p); err != nil {
		return layout.Placed{}, err
	}
	if err := render(ctx, dot.Bytes(), p.engine, &answer); err != nil {
		return layout.Placed{}, fmt.Errorf("graphviz, engine %s, %d boxes and %d lines: %w",
			p.engine, len(g.Boxes), len(g.Lines), err)
	}
	return Parse(&answer, g)
}

// render has go-graphviz compute. Its context only carries values: a cancelled one
// would leave the one WebAssembly instance of the process unusable.
func render(ctx context.Context, dot []byte, engine string, answer *bytes.Buffer) (err error) {
	ctx = context.WithoutCancel(ctx)
	gv, err := graphviz.New(ctx)
	if err != nil {
		return err
	}
	defer gv.Close()
	graph, err := graphviz.ParseBytes(dot)
	if err != nil {
		return err
	}
	defer graph.Close()
	gv.SetLayout(graphviz.Layout(engine))
	return gv.Render(ctx, graph, "json0", answer)
}
