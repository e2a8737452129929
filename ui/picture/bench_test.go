package picture

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"entangle/data"
	"entangle/data/format"
	"entangle/data/query"
	"entangle/data/resolve"
	"entangle/layout"
	"entangle/layout/geom"
	"entangle/layout/graphviz"
	"entangle/seeds"
	"entangle/ui/paper"
	"entangle/ui/scene"
	"entangle/ui/style"
)

// whole is the built-in dataset with everything in view.
func whole(b *testing.B) *Subject {
	b.Helper()
	d, err := format.Parse(seeds.FrontierAIName, seeds.FrontierAI)
	require.NoError(b, err)
	v := query.Default(d, data.DayOf(2026, 5, 1))
	return Look(resolve.At(d, v.Moment()), View{View: v})
}

func BenchmarkOpenBuiltin(b *testing.B) {
	for b.Loop() {
		whole(b)
	}
}

func BenchmarkLayoutBuiltin(b *testing.B) {
	s := whole(b)
	ruler, err := style.NewRuler()
	require.NoError(b, err)
	for _, engine := range layout.Engines {
		b.Run(string(engine), func(b *testing.B) {
			s.View.Engine = engine
			graph := s.Graph(ruler)
			for b.Loop() {
				_, err := graphviz.Layout(b.Context(), graph)
				require.NoError(b, err)
			}
		})
	}
}

// BenchmarkRedraw is composing and painting everything at 1280 × 800.
func BenchmarkRedraw(b *testing.B) {
	s := whole(b)
	ruler, err := style.NewRuler()
	require.NoError(b, err)
	painter, err := paper.NewPainter()
	require.NoError(b, err)
	placed, err := graphviz.Layout(b.Context(), s.Graph(ruler))
	require.NoError(b, err)
	look := scene.Look{Palette: style.Of(style.Light)}
	sc := scene.Compose(s.Diagram(ruler), placed, look, ruler)
	scale := min(1280/sc.Bounds.W(), 800/sc.Bounds.H())
	b.Run("compose", func(b *testing.B) {
		for b.Loop() {
			scene.Compose(s.Diagram(ruler), placed, look, ruler)
		}
	})
	b.Run("paint", func(b *testing.B) {
		for b.Loop() {
			painter.Raster(slices.Collect(sc.Marks()), sc.Page, geom.Point(sc.Bounds.Min), scale, 1280, 800)
		}
	})
}
