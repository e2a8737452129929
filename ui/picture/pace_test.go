package picture

import (
	"context"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/data"
	"entangle/data/deals"
	"entangle/data/query"
	"entangle/data/resolve"
	"entangle/layout/layouttest"
	"entangle/ui/pace"
	"entangle/ui/paper"
	"entangle/ui/scene"
	"entangle/ui/style"
)

// evidence stands for an annex: two pages of many lines.
func evidence(s *Subject, title string, ruler *style.Ruler, pc pace.Pace) []*paper.Page {
	prose := &paper.Prose{Palette: style.Of(style.Print), Ruler: ruler}
	for i := range 60 {
		if pc.At(float64(i)/60) != nil {
			return nil
		}
		prose.Block(nil, paper.Paragraph{Text: title, Size: 14, Colour: style.Of(style.Print).Ink})
	}
	return prose.Pages(2)
}

// Whatever is written says how far it is, from nothing to everything and never
// backwards, and ends wherever it is told to.
func TestEveryExportSaysHowFarItIs(t *testing.T) {
	ruler := newRuler(t)
	d := deals.Make(deals.Size{Parties: 60, Ties: 150, Statements: 200}, 1)
	v := query.Default(d, today)
	s := Look(resolve.At(d, v.Moment()), View{View: v})
	exports := map[string]Export{
		"png": {Format: "png", Scale: 0.4}, "svg": {Format: "svg"}, "shapes": {Format: "svg", OutlineText: true},
		"pdf": {Format: "pdf"}, "pdf with annex": {Format: "pdf", Annex: evidence},
		"framed": {Format: "svg", FrameOf: []data.Day{data.DayOf(2025, 1, 1), data.DayOf(2026, 1, 1)}},
	}
	for _, f := range DataFormats() {
		exports[f.Name] = Export{Format: f.Name}
	}
	for name, e := range exports {
		var told []float64
		e.Pace = pace.New(t.Context(), func(x float64) { told = append(told, x) })
		_, err := s.Write(t.Context(), layouttest.Grid, ruler, e)
		require.NoError(t, err, name)
		assert.IsIncreasing(t, told, name)
		assert.Zero(t, told[0], name)
		assert.Equal(t, 1.0, told[len(told)-1], name)
		if slices.Contains(Formats(), e.Format) { // data is written at once
			assert.Greater(t, len(told), 15, name)
		}
		for n := 1; n <= len(told); n += max(len(told)/4, 1) {
			ctx, cancel := context.WithCancel(t.Context())
			calls := 0
			e.Pace = pace.New(ctx, func(float64) {
				if calls++; calls == n {
					cancel()
				}
			})
			drawn, err := s.Write(t.Context(), layouttest.Grid, ruler, e)
			assert.ErrorIs(t, err, context.Canceled, "%s, ended at step %d of %d", name, n, len(told))
			assert.True(t, drawn == nil, name)
			assert.Equal(t, n, calls, "%s goes on after it was ended", name)
			cancel()
		}
	}
}

func TestAPreviewEndsToo(t *testing.T) {
	ruler, s := newRuler(t), core(builtin(t))
	p := placed(t, s, ruler)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	e := Export{Pace: pace.New(ctx, nil)}
	_, _, err := s.Preview(p, ruler, e, 100)
	require.ErrorIs(t, err, context.Canceled)
	_, err = s.Measure(p, ruler, e)
	require.ErrorIs(t, err, context.Canceled)
	assert.Nil(t, s.Compose(p, scene.Look{Palette: style.Of(style.Print), Pace: e.Pace}, ruler))
}
