package picture

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"entangle/data"
	"entangle/data/format"
	"entangle/data/query"
	"entangle/data/resolve"
	"entangle/layout"
	"entangle/layout/geom"
	"entangle/seeds"
	"entangle/ui/style"
)

// today is a fixed day: of datasets without an as-of day of their own.
var today = data.DayOf(2026, 5, 1)

func parse(t testing.TB, name string, content []byte) *resolve.Web {
	t.Helper()
	d, err := format.Parse(name, content)
	require.NoError(t, err)
	return resolve.At(d, query.Default(d, today).Moment())
}

func builtin(t testing.TB) *resolve.Web { return parse(t, seeds.FrontierAIName, seeds.FrontierAI) }

func example(t testing.TB) *resolve.Web { return parse(t, seeds.ExampleName, seeds.Example) }

// everything is a web with nothing hidden but by status.
func everything(web *resolve.Web) *Subject {
	return Look(web, View{View: query.Default(web.Dataset(), today)})
}

// core is the view that a web opens with.
func core(web *resolve.Web) *Subject {
	v := View{View: query.Default(web.Dataset(), today)}
	v.Parties = Core(web)
	return Look(web, v)
}

func newRuler(t testing.TB) *style.Ruler {
	t.Helper()
	r, err := style.NewRuler()
	require.NoError(t, err)
	return r
}

// onGrid is a layout that needs no Graphviz: boxes in rows, straight lines.
func onGrid(_ context.Context, g layout.Graph) (layout.Placed, error) {
	if err := g.Validate(); err != nil {
		return layout.Placed{}, err
	}
	p := layout.Placed{Engine: g.Options.Engine, Bounds: geom.EmptyRect()}
	rects := map[string]geom.Rect{}
	for i, b := range g.Boxes {
		r := geom.RectAround(geom.Point{X: 200 + float64(i%4)*520, Y: 60 + float64(i/4)*260}, b.W, b.H)
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

func placed(t testing.TB, s *Subject, r *style.Ruler) layout.Placed {
	t.Helper()
	p, err := onGrid(t.Context(), s.View.Graph(s.Diagram(r)))
	require.NoError(t, err)
	return p
}
