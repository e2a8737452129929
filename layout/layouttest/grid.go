package layouttest

import (
	"context"

	"entangle/layout"
	"entangle/layout/geom"
)

// Grid is an engine that needs no Graphviz: boxes in rows of four, straight lines
// from border to border. Pinned boxes lie at their pins. It names the engine that was asked for.
func Grid(ctx context.Context, g layout.Graph) (layout.Placed, error) {
	if err := ctx.Err(); err != nil {
		return layout.Placed{}, err
	}
	if err := g.Validate(); err != nil {
		return layout.Placed{}, err
	}
	p := layout.Placed{Engine: g.Options.Engine, Bounds: geom.EmptyRect()}
	rects := map[string]geom.Rect{}
	for i, b := range g.Boxes {
		at := geom.Point{X: 200 + float64(i%4)*520, Y: 60 + float64(i/4)*260}
		if b.Pin != nil {
			at = *b.Pin
		}
		r := geom.RectAround(at, b.W, b.H)
		rects[b.ID] = r
		p.Boxes = append(p.Boxes, layout.PlacedBox{ID: b.ID, Rect: r})
		p.Bounds = p.Bounds.Union(r)
	}
	for _, l := range g.Lines {
		a, b := rects[l.From], rects[l.To]
		p.Lines = append(p.Lines, layout.PlacedLine{ID: l.ID, Path: geom.Polyline(a.Exit(b.Center()), b.Exit(a.Center()))})
	}
	return p, nil
}
