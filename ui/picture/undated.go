package picture

import (
	"entangle/data/query"
	"entangle/data/resolve"
)

// looksBack says whether the view is of a day before the one up to which the
// dataset speaks. Undated statements count there too, so the picture says which
// ties rest on them alone.
func (s *Subject) looksBack() bool { return s.View.AsOf < s.spoken }

func (s *Subject) restsOnUndated(t *resolve.State) bool {
	return s.looksBack() && query.RestsOnUndated(s.Dataset, t)
}

// UndatedTies says on a day in the past how many of the ties in view rest on
// undated statements alone; "" when none does or the day is not past.
func (s *Subject) UndatedTies() string {
	n := 0
	for _, t := range s.Result.Ties {
		if s.restsOnUndated(t) {
			n++
		}
	}
	switch n {
	case 0:
		return ""
	case 1:
		return "1 tie rests on undated statements"
	}
	return s.Numbers.Count(n, "tie") + " rest on undated statements"
}

// standsBack says whether a tie is over and the view dims such ties.
func (s *Subject) standsBack(t *resolve.State) bool {
	return s.View.Ended == query.EndedDimmed && query.Over(t, s.View.AsOf)
}
