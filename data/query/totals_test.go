package query

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/data"
	"entangle/data/resolve"
)

// pledges is a dataset of one tie for each list of amounts, all from x to y and
// in force. An amount of another statement is one that disputes the first.
func pledges(t testing.TB, of ...[]data.Amount) []*resolve.State {
	t.Helper()
	d := &data.Dataset{Sources: []data.Source{{ID: "s1"}}, Parties: []data.Party{{ID: "x"}, {ID: "y"}}}
	for i, amounts := range of {
		s := says(string(rune('a'+i))+"1", data.InForce)
		s.Amounts = amounts
		d.Ties = append(d.Ties, tie(string(rune('a'+i)), "x", "y", "cloud-commitment", s))
	}
	web := resolve.At(d.Build(), resolve.On(data.DayOf(2026, 1, 1)))
	return slices.Collect(web.Ties())
}

func interval(low, high float64) data.Interval { return data.Interval{Min: low, Max: high} }

var open = math.Inf(1)

// TestSums holds the rules on unknown amounts: kinds, units and horizons never
// mix, sums are intervals, and what is not known is not filled in.
func TestSums(t *testing.T) {
	in := func(unit string, kind data.AmountKind, h data.Horizon, a data.Amount) data.Amount {
		a.Unit, a.Kind, a.Horizon = unit, kind, h
		return a
	}
	exact := func(x float64) data.Amount { return data.Amount{Exact: ptr(x)} }
	once, yearly, eight := data.Horizon{}, data.Horizon{PerYear: true}, data.Horizon{MinYears: 8, MaxYears: 8}
	type want struct {
		field string
		sum   data.Interval
		known Knowledge
	}
	for name, c := range map[string]struct {
		amounts []data.Amount // one tie each
		want    []want
	}{
		"U1 kinds": {
			[]data.Amount{in("USD", data.Paid, once, exact(1)), in("USD", data.Committed, once, exact(2)), in("USD", data.Promised, once, exact(4)), in("USD", data.Option, once, exact(8))},
			[]want{
				{"amount/USD/paid/one-off", interval(1, 1), Knowledge{Exact: 1}},
				{"amount/USD/committed/one-off", interval(2, 2), Knowledge{Exact: 1}},
				{"amount/USD/announced/one-off", interval(4, 4), Knowledge{Exact: 1}},
				{"amount/USD/option/one-off", interval(8, 8), Knowledge{Exact: 1}},
			},
		},
		"U2 units": {
			[]data.Amount{in("USD", data.Paid, once, exact(1)), in("EUR", data.Paid, once, exact(2)), in("GW", data.Paid, once, exact(4)), in("GW", data.Paid, once, exact(8))},
			[]want{
				{"amount/EUR/paid/one-off", interval(2, 2), Knowledge{Exact: 1}},
				{"amount/GW/paid/one-off", interval(12, 12), Knowledge{Exact: 2}},
				{"amount/USD/paid/one-off", interval(1, 1), Knowledge{Exact: 1}},
			},
		},
		"U3 horizons": {
			[]data.Amount{in("USD", data.Paid, once, exact(1)), in("USD", data.Paid, yearly, exact(2)), in("USD", data.Paid, eight, exact(4))},
			[]want{
				{"amount/USD/paid/8y", interval(4, 4), Knowledge{Exact: 1}},
				{"amount/USD/paid/one-off", interval(1, 1), Knowledge{Exact: 1}},
				{"amount/USD/paid/per-year", interval(2, 2), Knowledge{Exact: 1}},
			},
		},
		"U4 one unknown opens the upper end": {
			[]data.Amount{in("USD", data.Paid, once, exact(250)), in("USD", data.Paid, once, exact(100)), in("USD", data.Paid, once, data.Amount{Unknown: true})},
			[]want{{"amount/USD/paid/one-off", interval(350, open), Knowledge{Exact: 2, Unknown: 1}}},
		},
		"U4 ranges": {
			[]data.Amount{in("USD", data.Paid, once, data.Amount{Max: ptr(50)}), in("USD", data.Paid, once, data.Amount{Min: ptr(4), Max: ptr(6)})},
			[]want{{"amount/USD/paid/one-off", interval(4, 56), Knowledge{Ranged: 2}}},
		},
		"U8 nothing is filled in": {
			[]data.Amount{in("USD", data.Paid, once, exact(0)), in("USD", data.Paid, once, exact(7))},
			[]want{{"amount/USD/paid/one-off", interval(7, 7), Knowledge{Exact: 2}}},
		},
	} {
		var lists [][]data.Amount
		for _, a := range c.amounts {
			lists = append(lists, []data.Amount{a})
		}
		var got []want
		for _, total := range SumUp(pledges(t, lists...)).List {
			assert.True(t, total.Summed, name)
			assert.Nil(t, total.Results, name)
			got = append(got, want{total.Field, total.Sum, total.Known})
		}
		assert.Equal(t, c.want, got, name)
	}
}

func TestWhatIsNeverSummed(t *testing.T) {
	share := data.Amount{Exact: ptr(27), Unit: "%", Kind: data.Option}
	worth := data.Amount{Exact: ptr(5), Unit: "USD", Kind: data.Valuation}
	nameless := data.Amount{Unknown: true, Text: "billions"}
	totals := SumUp(pledges(t, []data.Amount{share}, []data.Amount{share}, []data.Amount{worth}, []data.Amount{worth}, []data.Amount{nameless}, nil))
	require.Len(t, totals.List, 3)
	for _, total := range totals.List {
		assert.False(t, total.Summed, total.Field)
	}
	assert.Len(t, totals.NotRecorded, 1, "no amount at all is another thing than an undisclosed one")

	d := web(t)
	gives, _ := AmountsOf(resolve.At(d, resolve.On(data.DayOf(2026, 5, 1))), "z")
	require.Len(t, gives.List, 1)
	assert.True(t, gives.List[0].Joint)
	assert.False(t, gives.List[0].Summed, "what a consortium gives is nobody's alone")
}

// TestDisputedSums: every way to read gives a result, and none is an average
// (rule U7).
func TestDisputedSums(t *testing.T) {
	torn := func(id string, low, high float64) data.Tie {
		a, b := says(id+"1", data.Signed), says(id+"2", data.Signed)
		a.Amounts, b.Amounts = []data.Amount{usd(data.Paid, low)}, []data.Amount{usd(data.Paid, high)}
		return tie(id, "x", "y", "equity", a, b)
	}
	sum := func(ties ...data.Tie) Total {
		d := (&data.Dataset{Sources: []data.Source{{ID: "s1"}}, Parties: []data.Party{{ID: "x"}, {ID: "y"}}, Ties: ties}).Build()
		totals := SumUp(slices.Collect(resolve.At(d, resolve.On(data.DayOf(2026, 1, 1))).Ties()))
		require.Len(t, totals.List, 1)
		return totals.List[0]
	}
	exact := says("c1", data.Signed)
	exact.Amounts = []data.Amount{usd(data.Paid, 10)}
	got := sum(torn("a", 1, 2), torn("b", 1, 2), tie("c", "x", "y", "equity", exact))
	assert.Equal(t, interval(12, 14), got.Sum)
	assert.Equal(t, []data.Interval{interval(12, 12), interval(13, 13), interval(14, 14)}, got.Results)
	assert.Equal(t, Knowledge{Exact: 1, Disputed: 2}, got.Known)

	var many []data.Tie
	for i := range 7 {
		many = append(many, torn(string(rune('a'+i)), 0, math.Pow(2, float64(i))))
	}
	assert.Nil(t, sum(many...).Results, "beyond 64 ways the bounds stand alone")
	assert.Equal(t, interval(0, 127), sum(many...).Sum)
}

func TestAmountsOfAParty(t *testing.T) {
	d := web(t)
	web := resolve.At(d, resolve.On(data.DayOf(2026, 5, 1)))
	gives, gets := AmountsOf(web, "o")
	require.Len(t, gives.List, 1, "what it committed to pay")
	assert.Equal(t, interval(250e9, 250e9), gives.List[0].Sum)
	assert.Equal(t, "t1", string(gives.List[0].Parts[0].Tie.Tie.ID))
	require.Len(t, gets.List, 1)
	assert.Equal(t, data.Promised, gets.List[0].Amount.Kind)
	assert.Len(t, gets.NotRecorded, 1)
	_, gets = AmountsOf(web, "m")
	require.Len(t, gets.List, 1)
	for _, s := range slices.Concat(gives.NotRecorded, gets.NotRecorded) {
		assert.NotContains(t, []string{"t3", "t4", "tb"}, string(s.Tie.ID), "what is over, lapsed or absent counts for nothing")
	}
}

// TestSumsHoldEveryChoice: whichever amounts the ties really have, their sum
// lies within the bounds and within one of the results.
func TestSumsHoldEveryChoice(t *testing.T) {
	eachRandom(t, func(t *testing.T, d *data.Dataset, v View) {
		r := rand.New(rand.NewPCG(uint64(len(d.Ties)), uint64(v.Hops)))
		for _, total := range SumUp(apply(d, v).Ties).List {
			parts := 0.0
			for _, p := range total.Parts {
				reading := p.Field.Readings[r.IntN(len(p.Field.Readings))]
				parts += reading.Interval.Min
			}
			assert.LessOrEqual(t, total.Sum.Min, parts)
			assert.GreaterOrEqual(t, total.Sum.Max, parts)
			assert.Equal(t, len(total.Parts), total.Known.All())
			if total.Results != nil {
				assert.True(t, slices.ContainsFunc(total.Results, func(i data.Interval) bool { return i.Min <= parts && parts <= i.Max }))
				assert.Equal(t, total.Sum.Min, total.Results[0].Min)
			}
		}
	})
}
