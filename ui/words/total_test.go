package words

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"

	"entangle/data"
	"entangle/data/query"
)

func TestTotal(t *testing.T) {
	of := func(unit string, kind data.AmountKind, h data.Horizon, low, high float64) query.Total {
		return query.Total{Amount: data.Amount{Unit: unit, Kind: kind, Horizon: h}, Summed: true, Sum: data.Interval{Min: low, Max: high}}
	}
	torn := of("USD", data.Promised, data.Horizon{}, 12e9, 14e9)
	torn.Results = []data.Interval{{Min: 12e9, Max: 12e9}, {Min: 14e9, Max: 14e9}}
	joint, share, worth, nameless := torn, of("%", data.Option, data.Horizon{}, 1, 1), of("USD", data.Valuation, data.Horizon{}, 1, 1), of("", "", data.Horizon{}, 0, 0)
	joint.Summed, share.Summed, worth.Summed, nameless.Summed = false, false, false, false
	joint.Joint = true
	for want, total := range map[string]query.Total{
		"$350 bn committed":               of("USD", data.Committed, data.Horizon{}, 350e9, 350e9),
		"at least $350 bn paid a year":    of("USD", data.Paid, data.Horizon{PerYear: true}, 350e9, math.Inf(1)),
		"4–6.5 GW committed over 8 years": of("GW", data.Committed, data.Horizon{MinYears: 8, MaxYears: 8}, 4, 6.5),
		"undisclosed, announced":          of("USD", data.Promised, data.Horizon{}, 0, math.Inf(1)),
		"$12 bn or $14 bn announced":      torn,
		"announced in USD":                joint,
		"as an option in %":               share,
		"valuation in USD":                worth,
		"amounts of no stated kind":       nameless,
	} {
		assert.Equal(t, want, Format{}.Total(total))
		assert.Equal(t, total.Summed, NoSum(total) == "", want)
	}
	assert.Contains(t, NoSum(joint), "several give together")
	assert.Contains(t, NoSum(share), "percentages")
	assert.Contains(t, NoSum(worth), "no payment")
	assert.Equal(t, "3 of 3 amounts known", Format{}.Known(query.Knowledge{Exact: 3}))
	assert.Equal(t, "2 of 4 amounts known, 1 of them as a range, 1 undisclosed, 1 disputed", Format{}.Known(query.Knowledge{Exact: 1, Ranged: 1, Unknown: 1, Disputed: 1}))
	open := data.Interval{Min: 5e9, Max: 7e9, MinOpen: true, MaxOpen: true}
	assert.Equal(t, "> $5 bn, < $7 bn", Interval(open, "USD"))
	open.MinOpen = false
	assert.Equal(t, "at least $5 bn, < $7 bn", Interval(open, "USD"))
}
