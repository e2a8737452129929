package picture

import (
	"testing"

	"github.com/stretchr/testify/require"

	"entangle/data"
	"entangle/data/deals"
	"entangle/data/query"
	"entangle/data/resolve"
	"entangle/layout/layouttest"
	"entangle/ui/scene"
	"entangle/ui/style"
)

// BenchmarkStep is what a step of the timeline costs until its first picture can
// be painted: the view of another day, and its scene. Resolving alone is
// measured in data/resolve.
func BenchmarkStep(b *testing.B) {
	ruler, err := style.NewRuler()
	require.NoError(b, err)
	for _, size := range []deals.Size{deals.Sizes()[0], deals.Sizes()[2], deals.Sizes()[3], deals.Spoken()} {
		d := deals.Make(size, 1)
		v := View{View: query.Default(d, data.DayOf(2026, 5, 1))}
		s := Look(resolve.At(d, v.Moment()), v)
		placed, err := layouttest.Grid(b.Context(), s.Graph(ruler))
		require.NoError(b, err)
		days := []data.Day{data.DayOf(2026, 5, 1), data.DayOf(2025, 9, 15), data.DayOf(2025, 10, 20), data.DayOf(2026, 2, 1)}
		name := size.String()
		if size == deals.Spoken() {
			name += "-spoken"
		}
		step := func(i int) {
			v.AsOf = days[i%len(days)]
			s = s.Look(v)
		}
		b.Run(name+"/look", func(b *testing.B) {
			for i := 0; b.Loop(); i++ {
				step(i)
			}
		})
		b.Run(name+"/next", func(b *testing.B) { // to the next event, as a key does
			for i := 0; b.Loop(); i++ {
				v.AsOf = days[1] + data.Day(i%200)
				s = s.Look(v)
			}
		})
		b.Run(name+"/resolve", func(b *testing.B) {
			web := s.Web
			for i := 0; b.Loop(); i++ {
				v.AsOf = days[i%len(days)]
				web = web.At(v.Moment())
			}
		})
		b.Run(name+"/diagram", func(b *testing.B) {
			for b.Loop() {
				s.Diagram(ruler)
			}
		})
		b.Run(name+"/compose", func(b *testing.B) {
			for b.Loop() {
				s.Compose(placed, scene.Look{Palette: style.Of(style.Light)}, ruler)
			}
		})
		b.Run(name+"/events", func(b *testing.B) {
			for b.Loop() {
				s.Events()
			}
		})
	}
}
