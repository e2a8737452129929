package panel

import (
	"testing"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/require"

	"entangle/data"
	"entangle/data/format"
	"entangle/data/query"
	"entangle/data/resolve"
	"entangle/seeds"
	"entangle/ui/brief"
	"entangle/ui/golden"
	"entangle/ui/palette"
	"entangle/ui/picture"
	"entangle/ui/style"
)

// TestGoldenPagesOfTime sets a history, a dispute and the list of what changed
// between two days, of the invented example.
func TestGoldenPagesOfTime(t *testing.T) {
	d, err := format.Parse(seeds.ExampleName, seeds.Example)
	require.NoError(t, err)
	v := query.Default(d, data.DayOf(2026, 5, 1))
	s := picture.Look(resolve.At(d, v.Moment()), picture.View{View: v, Since: data.DayOf(2025, 1, 1)})
	for name, page := range map[string]*brief.Brief{
		"history": brief.History(s, "alpha-beta-commitment"),
		"dispute": brief.Tie(s, "alpha-beta-revenue-share"),
		"changes": brief.Answer(s, brief.WhatChanged),
		"ahead":   brief.Answer(s, brief.WhatEndsNext),
	} {
		require.NotNil(t, page, name)
		p, w := shown(t, palette.Light)
		w.Resize(fyne.NewSize(Width, 900))
		p.Show(page, style.Of(style.Light), true)
		golden.Image(t, "page-"+name+".png", w.Canvas().Capture(), 0.006)
	}
}
