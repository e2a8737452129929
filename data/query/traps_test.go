package query

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/data"
	"entangle/data/resolve"
)

// What other programs of this sort get wrong about the facts, each as a test.

// TestNoMaximumIsSummedAsIfItWerePaid: "up to 50" is no 50, and what is announced
// is no payment.
func TestNoMaximumIsSummedAsIfItWerePaid(t *testing.T) {
	paid, upTo := usd(data.Paid, 10), data.Amount{Max: ptr(50), Unit: "USD", Kind: data.Paid}
	promised := usd(data.Promised, 100)
	totals := SumUp(pledges(t, []data.Amount{paid}, []data.Amount{upTo}, []data.Amount{promised}))
	require.Len(t, totals.List, 2)
	assert.Equal(t, interval(10, 60), totals.List[0].Sum, "at least what is certain, at most what is possible")
	assert.Equal(t, Knowledge{Exact: 1, Ranged: 1}, totals.List[0].Known)
	assert.Equal(t, interval(100, 100), totals.List[1].Sum)
	assert.Equal(t, data.Promised, totals.List[1].Amount.Kind)
}

// TestNoConfidenceSettlesAConflict: grades of sources and statements weigh
// nothing; two claims that cannot both hold stay two.
func TestNoConfidenceSettlesAConflict(t *testing.T) {
	sure, unsure := says("t1", data.Signed), says("t2", data.Signed)
	sure.Confidence, unsure.Confidence = 1, 6
	unsure.Source = "s2"
	sure.Amounts, unsure.Amounts = []data.Amount{usd(data.Paid, 5)}, []data.Amount{usd(data.Paid, 6)}
	second, third := sure, sure // nor do many voices outvote one
	second.ID, third.ID = "t3", "t4"
	d := (&data.Dataset{
		Sources: []data.Source{{ID: "s1", Reliability: "A"}, {ID: "s2", Reliability: "F"}},
		Parties: []data.Party{{ID: "x"}, {ID: "y"}},
		Ties:    []data.Tie{tie("t", "x", "y", "equity", sure, second, third, unsure)},
	}).Build()
	s := resolve.At(d, resolve.On(data.DayOf(2026, 1, 1))).Tie("t")
	require.Len(t, s.Amounts, 1)
	require.Len(t, s.Amounts[0].Readings, 2)
	assert.Equal(t, interval(5, 6), s.Amounts[0].Interval)
}

// TestADealOfSeveralIsOneTie: with three givers it is one record, one count, and
// a line from each.
func TestADealOfSeveralIsOneTie(t *testing.T) {
	d := web(t)
	r := look(t, d, func(v *View) { v.Kinds = []data.KindID{"equity"} })
	assert.Equal(t, " t2", ids(r.Ties))
	drawing := Draw(d, r, false)
	require.Len(t, drawing.Bundles, 2)
	for _, b := range drawing.Bundles {
		assert.Equal(t, " t2", ids(b.Ties))
		assert.Equal(t, data.PartyID("o"), b.To)
	}
	assert.Equal(t, 1, Cover(resolve.At(d, r.View.Moment())).Amounts.Ranged, "counted once")
}

// TestAFurtherSourceOnlyAgrees: a second source that says the same changes
// neither a sum nor a difference.
func TestAFurtherSourceOnlyAgrees(t *testing.T) {
	one, two := says("t1", data.Signed), says("t2", data.Signed)
	two.Source = "s2"
	one.Amounts, two.Amounts = []data.Amount{usd(data.Paid, 5)}, []data.Amount{usd(data.Paid, 5)}
	before := &data.Dataset{Sources: []data.Source{{ID: "s1"}, {ID: "s2"}}, Parties: []data.Party{{ID: "x"}, {ID: "y"}}, Ties: []data.Tie{tie("t", "x", "y", "equity", one)}}
	after := *before
	after.Ties = []data.Tie{tie("t", "x", "y", "equity", one, two)}
	a, b := look(t, before.Build(), nil), look(t, after.Build(), nil)
	assert.Equal(t, []string{"t"}, idsOf(Compare(a, b).Unchanged))
	assert.Equal(t, interval(5, 5), SumUp(b.Ties).List[0].Sum, "five said twice are five")
}

// TestNothingIsHiddenSilently: whatever a filter takes out is counted under its
// name.
func TestNothingIsHiddenSilently(t *testing.T) {
	d := web(t)
	all := look(t, d, func(v *View) { v.Status = StatusAll })
	for name, change := range map[string]func(*View){
		"status": func(v *View) { v.Status = StatusInForce }, "kinds": func(v *View) { v.Kinds = []data.KindID{"equity"} },
		"basis": func(v *View) { v.Basis = data.Technical }, "parties": func(v *View) { v.Parties = []data.PartyID{"o", "m"} },
		"focus": func(v *View) { v.Focus = "n" },
	} {
		r := look(t, d, func(v *View) { v.Status = StatusAll; change(v) })
		assert.Equal(t, Hidden{Ties: len(all.Ties) - len(r.Ties), Parties: len(all.Parties) - len(r.Parties), By: []Reason{{name, len(all.Ties) - len(r.Ties)}}}, r.Hidden, name)
		assert.Positive(t, r.Hidden.Ties, name)
	}
}
