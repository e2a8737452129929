package query

import (
	"entangle/data"
	"entangle/data/resolve"
)

// Changed lists the ties that differ between two days of a view: that came into
// view or left it, or of which a field or whether they are in force is another.
// Both results are of one dataset; their ties stand by id.
func Changed(from, to *Result) []data.TieID {
	var ids []data.TieID
	a, b := from.Ties, to.Ties
	for len(a) > 0 || len(b) > 0 {
		switch {
		case len(b) == 0 || len(a) > 0 && a[0].Tie.ID < b[0].Tie.ID:
			ids, a = append(ids, a[0].Tie.ID), a[1:]
		case len(a) == 0 || b[0].Tie.ID < a[0].Tie.ID:
			ids, b = append(ids, b[0].Tie.ID), b[1:]
		default:
			if unlike(a[0], b[0]) {
				ids = append(ids, a[0].Tie.ID)
			}
			a, b = a[1:], b[1:]
		}
	}
	return ids
}

// unlike says whether two states of a tie differ. Resolving shares the readings of
// a tie that a moment leaves alone, so that nothing of it need be compared.
func unlike(a, b *resolve.State) bool {
	if a == b {
		return false
	}
	if a.InForce != b.InForce {
		return true
	}
	return !shared(a.Verdicts, b.Verdicts) && len(differing(a, b)) > 0
}

func shared[T any](a, b []T) bool {
	return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0])
}
