package words

import "entangle/data/query"

// Gap names a way in which a tie is thinly sourced, in a word or two.
func Gap(g query.Gap) string {
	return map[query.Gap]string{
		query.SingleSourced: "one source",
		query.Uncited:       "uncited",
		query.Undated:       "undated",
		query.Torn:          "disputed",
		query.Stale:         "stale",
	}[g]
}

// GapRule says by which rule a tie has the gap; staleAfter is in days.
func (f Format) GapRule(g query.Gap, staleAfter int) string {
	return map[query.Gap]string{
		query.SingleSourced: "all that counts about it comes from one source",
		query.Uncited:       "no statement that stands says where in its source it is",
		query.Undated:       "neither a statement about it nor a source of one has a date",
		query.Torn:          "the sources disagree about it",
		query.Stale:         "the newest statement about it is more than " + f.Count(staleAfter, "day") + " older than the day",
	}[g]
}

// GapCounts writes how many of some ties have each gap: 12 ties: 3 of one source,
// 1 disputed. What no tie has is left out.
func (f Format) GapCounts(t query.Thin) string {
	text := f.Count(t.Ties, "tie")
	between := ": "
	for _, g := range query.Gaps() {
		if n := t.With[g]; n > 0 {
			name := Gap(g)
			if g == query.SingleSourced {
				name = "of " + name
			}
			text += between + f.Number(float64(n)) + " " + name
			between = ", "
		}
	}
	return text
}
