package outline

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/data"
	"entangle/data/deals"
	"entangle/data/format"
	"entangle/data/query"
	"entangle/data/resolve"
	"entangle/seeds"
)

func look(d *data.Dataset, change func(query.View) query.View) *query.Result {
	v := change(query.Default(d, data.DayOf(2026, 5, 1)))
	return query.Apply(resolve.At(d, v.Moment()), v)
}

func same(v query.View) query.View { return v }

// Every party, tie, note and source in view is told, and what is not is counted.
func TestAllOfTheViewIsTold(t *testing.T) {
	d, err := format.Parse(seeds.FrontierAIName, seeds.FrontierAI)
	require.NoError(t, err)
	for _, change := range []func(query.View) query.View{
		same,
		func(v query.View) query.View { return v.Choose(query.ByLayer, "chips") },
		func(v query.View) query.View { v.Status = query.StatusAll; return v },
	} {
		r := look(d, change)
		text := Text(d, r)
		for _, p := range r.Parties {
			assert.Contains(t, text, "\n  "+d.Party(p).Name, p)
		}
		for _, s := range r.Ties {
			assert.Contains(t, text, s.Tie.Title)
		}
		for _, n := range r.Notes {
			assert.Contains(t, text, n.Note.Title)
		}
		assert.Equal(t, len(r.Sources), strings.Count(text[strings.Index(text, "\nSOURCES\n"):], "“"))
		assert.Equal(t, r.Hidden.Ties > 0, strings.Contains(text, "hidden ("))
	}
}

func TestAnEmptyView(t *testing.T) {
	d := deals.Make(deals.Size{Parties: 5, Ties: 6, Statements: 8}, 1)
	text := Text(d, look(d, func(v query.View) query.View { return v.Choose(query.BySource, "none") }))
	assert.Contains(t, text, "0 parties and 0 ties are shown.")
	assert.Contains(t, text, "(")
}
