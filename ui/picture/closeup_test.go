package picture

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/data"
	"entangle/data/deals"
	"entangle/data/query"
	"entangle/data/resolve"
	"entangle/layout"
	"entangle/layout/geom"
	"entangle/layout/graphviz"
	"entangle/ui/golden"
	"entangle/ui/paper"
	"entangle/ui/scene"
	"entangle/ui/style"
)

// Close up, lines that have no label from afar have one.
func TestACloseView(t *testing.T) {
	r := newRuler(t)
	d := deals.Make(deals.Size{Parties: 60, Ties: 260, Statements: 300}, 3)
	v := query.Default(d, data.DayOf(2026, 5, 1))
	v.Status = query.StatusAll
	s := Look(resolve.At(d, v.Moment()), View{View: v, Engine: layout.SFDP})
	placed, err := Place(t.Context(), graphviz.Layout, s.Graph(r))
	require.NoError(t, err)
	painter, err := paper.NewPainter()
	require.NoError(t, err)
	const w, h = 900, 600
	for theme, scale := range map[style.Theme]float64{style.Light: 1.6, style.Dark: 2.6} {
		sc := s.Compose(placed, scene.Look{Palette: style.Of(theme)}, r)
		at := sc.Bounds.Center().Add(geom.Point{Y: 380}).Sub(geom.Point{X: w / 2 / scale, Y: h / 2 / scale}) // where many lines run
		assert.NotEmpty(t, sc.CloseUp(geom.Rect{Min: at, Max: at.Add(geom.Point{X: w / scale, Y: h / scale})}, scale))
		golden.Image(t, "closeup-"+string(theme)+".png", painter.Part(sc, at, scale, w, h, func() bool { return false }), 0.005)
	}
}
