package brief

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/data"
	"entangle/data/query"
	"entangle/ui/picture"
)

// rows finds the row that does something.
func rowOf(t *testing.T, b *Brief, act Act) Row {
	t.Helper()
	for _, s := range b.Sections {
		for _, r := range s.Rows {
			if r.Act == act {
				return r
			}
		}
	}
	require.Fail(t, "no such row", "%+v in\n%s", act, b.Text())
	return Row{}
}

func TestThePageOfFilters(t *testing.T) {
	s := subject(t, web)
	b := Answer(s, WhatIsShown)
	assert.Equal(t, "What the map shows", b.Title)
	assert.Equal(t, Row{Act: Act{Toggle, "status", "reported"}, Check: RadioOff, Words: "reported, or better", Aside: "6"}, rowOf(t, b, Act{Toggle, "status", "reported"}))
	assert.Equal(t, RadioOn, rowOf(t, b, Act{Toggle, "status", "all"}).Check)
	assert.Equal(t, Row{Act: Act{Toggle, "kinds", "silicon-supply"}, Check: Off, Words: "silicon supply", Aside: "1"}, rowOf(t, b, Act{Toggle, "kinds", "silicon-supply"}))
	assert.Equal(t, data.LayerChips, rowOf(t, b, Act{Toggle, "layers", "chips"}).Layer)
	assert.Equal(t, "sources disagree", rowOf(t, b, Act{Toggle, "disputed", "yes"}).Words)
	assert.Equal(t, "Where it sits", rowOf(t, b, Act{Toggle, "sources", "daily"}).Words)
	assert.Equal(t, On, rowOf(t, b, Act{Toggle, "parties", "lab"}).Check, "while no party is chosen all are")

	v := s.View
	v.View = v.Toggle(query.ByKind, "silicon-supply").Toggle(query.ByKind, "equity")
	b = Filters(picture.Look(s.Web, v))
	assert.Equal(t, On, rowOf(t, b, Act{Toggle, "kinds", "equity"}).Check)
	assert.Equal(t, "2 chosen", sectionOf(t, b, "Kind of tie").Aside)
	assert.Contains(t, sectionOf(t, b, "Kind of tie").Rows, Row{Act: Act{Without, "kinds", ""}, Words: "Any"})
	assert.Equal(t, "5 ties", rowOf(t, b, Act{Verb: Without, Of: "kinds"}).Aside)
	assert.Equal(t, "all but the status", rowOf(t, b, Act{Verb: ShowAll}).Aside)
}

func TestAFacetWithVeryManyValues(t *testing.T) {
	var options []query.Option
	for i := range 100 {
		options = append(options, query.Option{Value: string(rune('a' + i)), Ties: i})
	}
	kept, left := shortened(options)
	assert.Len(t, kept, longest)
	assert.Equal(t, 60, left)
	assert.Equal(t, 99, kept[0].Ties, "those with the most")
}

// A tie that the filters hide says so and can be shown.
func TestWhatIsNotOnTheMap(t *testing.T) {
	s := subject(t, web)
	assert.NotContains(t, Tie(s, "silicon").Text(), "Not on the map")
	v := s.View
	v.View = v.Toggle(query.ByKind, "equity")
	s = picture.Look(s.Web, v)
	b := Tie(s, "silicon")
	assert.Equal(t, "The filter by kind hides it.", sectionOf(t, b, "Not on the map").Text)
	rowOf(t, b, Act{Reveal, "silicon", ""})
	rowOf(t, Party(s, "host"), Act{Reveal, "deal", ""})
	assert.NotContains(t, Party(s, "fund").Text(), "Not on the map")
	assert.NotContains(t, Party(s, "alone").Text(), "Not on the map", "it has no tie at all")
	assert.Equal(t, "No statement about it counts on this day.", sectionOf(t, Tie(s, "later"), "Not on the map").Text)
}
