package words

import (
	"slices"

	"entangle/data"
	"entangle/data/query"
)

// Total writes what amounts of one unit, kind and horizon come to: $350 bn
// committed; at least $350 bn paid a year; $12 bn or $14 bn announced. What has
// no sum is named: valuation in USD.
func (f Format) Total(t query.Total) string {
	of := AmountKind(t.Amount.Kind) + spaced(f.horizon(t.Amount.Horizon))
	if t.Amount.Kind == "" {
		of = "amounts of no stated kind"
	}
	if !t.Summed {
		return of + unitOf(t.Amount)
	}
	sum := f.sumOf(t)
	if sum == undisclosed(data.Amount{}) {
		sum += ","
	}
	return sum + " " + of
}

// NoSum says why amounts are not added up, "" when they are.
func NoSum(t query.Total) string {
	switch {
	case t.Summed:
		return ""
	case t.Joint:
		return "Not added up: several give together, and nobody says who gives what."
	case t.Amount.Unit == "", t.Amount.Kind == "":
		return "Not added up: the sources do not say what sort of amounts these are."
	case t.Amount.Unit == "%":
		return "Not added up: percentages are of different things."
	}
	return "Not added up: what firms are said to be worth is no payment."
}

func (f Format) sumOf(t query.Total) string {
	if t.Results == nil {
		return f.Interval(t.Sum, t.Amount.Unit)
	}
	var ways []string
	for _, r := range t.Results {
		if way := f.Interval(r, t.Amount.Unit); !slices.Contains(ways, way) {
			ways = append(ways, way)
		}
	}
	return Either(ways)
}

func unitOf(a data.Amount) string {
	if a.Unit == "" {
		return ""
	}
	return " in " + Plain(a.Unit)
}

// Known writes how many of some amounts are known: 3 of 3 amounts known; 2 of 4
// amounts known, 1 of them as a range, 1 undisclosed, 1 disputed.
func (f Format) Known(k query.Knowledge) string {
	text := f.Number(float64(k.Exact+k.Ranged)) + " of " + f.Count(k.All(), "amount") + " known"
	for _, more := range []struct {
		n    int
		what string
	}{{k.Ranged, "of them as a range"}, {k.Unknown, "undisclosed"}, {k.Disputed, "disputed"}} {
		if more.n > 0 {
			text += ", " + f.Number(float64(more.n)) + " " + more.what
		}
	}
	return text
}
