package picture

import (
	"testing"

	"github.com/stretchr/testify/require"

	"entangle/data"
	"entangle/data/format"
	"entangle/data/query"
	"entangle/data/resolve"
	"entangle/layout"
	"entangle/layout/layouttest"
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

func placed(t testing.TB, s *Subject, r *style.Ruler) layout.Placed {
	t.Helper()
	p, err := layouttest.Grid(t.Context(), s.Graph(r))
	require.NoError(t, err)
	return p
}
