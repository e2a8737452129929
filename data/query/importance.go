package query

import (
	"cmp"
	"slices"

	"entangle/data"
	"entangle/data/resolve"
)

// kindOrder says which kinds of tie tell most about a pair, first to last.
// Kinds that it does not name come after those that it does.
func kindOrder() []data.KindID {
	return []data.KindID{
		"cloud-commitment", "equity", "ip-licence", "model-purchase", "revenue-share", "exclusivity",
		"silicon-supply", "cloud-supply", "capacity-grant", "purchase", "product-access", "distribution", "hosting",
		"first-launch", "termination-right", "carve-out", "permission",
		"integration", "co-development", "interconnect", "dispute", "partnership",
	}
}

// MoreImportant orders the ties of a line: those in force (or perhaps so)
// first; then by the least that their largest known sum of US dollars can be,
// largest first, then those without one; then by kind; then by id.
func MoreImportant(a, b *resolve.State) int {
	return cmp.Or(
		first(a.InForce != resolve.False, b.InForce != resolve.False),
		cmp.Compare(dollars(b), dollars(a)),
		cmp.Compare(kindRank(a.Tie.Kind), kindRank(b.Tie.Kind)),
		cmp.Compare(a.Tie.ID, b.Tie.ID),
	)
}

func first(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

// dollars is the largest lower bound of a tie's known dollar amounts, and -1
// when it has none. What a firm is said to be worth is no amount of a tie.
func dollars(s *resolve.State) float64 {
	most := -1.0
	for _, f := range s.Amounts {
		for _, r := range f.Readings {
			if r.Value.Unit == "USD" && r.Value.Kind != data.Valuation && !r.Value.Unknown {
				most = max(most, f.Interval.Min)
			}
		}
	}
	return most
}

func kindRank(k data.KindID) int {
	order := kindOrder()
	if i := slices.Index(order, k); i >= 0 {
		return i
	}
	return len(order)
}
