package query

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"

	"entangle/data"
	"entangle/data/resolve"
)

func ever(d *data.Dataset, v View) *Result { return Ever(resolve.At(d, v.Moment()), v) }

func TestWhatIsPlacedHoldsEveryDay(t *testing.T) {
	eachRandom(t, func(t *testing.T, d *data.Dataset, v View) {
		all := ever(d, v)
		whole := Draw(d, all, v.Products)
		r := rand.New(rand.NewPCG(uint64(len(all.Ties)), 7))
		for range 6 {
			v.AsOf = data.DayOf(2019+r.IntN(10), 1, 1+r.IntN(20))
			v.KnownOn = []data.Day{data.MaxDay, data.DayOf(2018+r.IntN(12), 6, 1)}[r.IntN(2)]
			assert.Equal(t, ids(all.Ties), ids(ever(d, v).Ties), "the days have no influence on what is placed")
			day := apply(d, v)
			assert.Subset(t, tiesOf(all), tiesOf(day))
			drawn := whole.On(day)
			assert.Subset(t, boxesOf(whole), boxesOf(drawn))
			assert.Subset(t, linesOf(whole), linesOf(drawn))
		}
	})
}

func TestADayDrawsAllOfItsTies(t *testing.T) {
	eachRandom(t, func(t *testing.T, d *data.Dataset, v View) {
		r := apply(d, v)
		drawn := map[data.TieID]bool{}
		for _, b := range Draw(d, ever(d, v), false).On(r).Bundles {
			assert.NotEqual(t, b.From, b.To)
			for _, s := range b.Ties {
				drawn[s.Tie.ID] = true
			}
		}
		assert.Len(t, drawn, len(r.Ties))
	})
}

func tiesOf(r *Result) []data.TieID {
	list := []data.TieID{}
	for _, s := range r.Ties {
		list = append(list, s.Tie.ID)
	}
	return list
}

func boxesOf(dr Drawing) []data.PartyID {
	list := []data.PartyID{}
	for _, n := range dr.Nodes {
		list = append(list, n.Party)
	}
	return list
}

func linesOf(dr Drawing) []string {
	list := []string{}
	for _, b := range dr.Bundles {
		list = append(list, b.ID)
	}
	return list
}

// A tie is placed when one of its statements, read by itself, would show it.
func TestWhatAStatusEverShows(t *testing.T) {
	for _, c := range []struct {
		says  []data.Status
		shown string // the filters that place it
	}{
		{[]data.Status{data.Rumoured}, "rumoured all"},
		{[]data.Status{data.Reported, data.Absent}, "rumoured reported all"},
		{[]data.Status{data.Absent}, "all"},
		{[]data.Status{""}, "all"},
		{[]data.Status{data.Signed}, "rumoured reported signed in-force all"},
		{[]data.Status{data.Rumoured, data.Signed}, "rumoured reported signed in-force all"},
		{[]data.Status{data.InForce}, "rumoured reported signed in-force all"},
		{[]data.Status{data.Terminated}, "rumoured reported signed all"},
	} {
		t1 := tie("t1", "a", "b", "equity")
		for i, s := range c.says {
			t1.Statements = append(t1.Statements, says(string(rune('1'+i)), s))
		}
		d := (&data.Dataset{Parties: []data.Party{{ID: "a"}, {ID: "b"}}, Ties: []data.Tie{t1}}).Build()
		shown := ""
		for _, status := range []string{"rumoured", "reported", "signed", "in-force", "all"} {
			v := Default(d, data.DayOf(2026, 1, 1))
			v.Status = status
			if len(ever(d, v).Ties) > 0 {
				shown += " " + status
			}
		}
		assert.Equal(t, " "+c.shown, shown, "%v", c.says)
	}
}

// A unit that is a box of its own on some day, because of a tie inside its firm,
// is one on every day: else boxes would merge and part as the date moves.
func TestBoxesRollUpAlikeOnEveryDay(t *testing.T) {
	inside := says("in", data.Signed)
	inside.Effective = date(t, "2026-06")
	d := (&data.Dataset{
		Parties: []data.Party{{ID: "m"}, {ID: "az", Parent: "m", Kind: data.Product}, {ID: "o"}},
		Ties: []data.Tie{
			tie("inside", "m", "az", "hosting", inside),
			tie("outside", "o", "az", "cloud-commitment", says("out", data.Signed)),
		},
	}).Build()
	v := Default(d, data.DayOf(2026, 1, 1))
	nodes, bundles := shape(Draw(d, ever(d, v), false).On(apply(d, v)))
	assert.Equal(t, []string{"az", "o"}, nodes, "az is no part of m's box, though nothing inside m is there yet")
	assert.Equal(t, []string{"o/az/contractual outside"}, bundles)
}

func TestADrawingIsPlacedLikeAnother(t *testing.T) {
	d := web(t)
	all := Draw(d, look(t, d, nil), false)
	fewer := Draw(d, look(t, d, func(v *View) { v.Basis = data.Contractual }), false)
	assert.True(t, all.Same(Draw(d, look(t, d, nil), false)))
	assert.False(t, all.Same(fewer))
}
