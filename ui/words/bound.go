package words

import (
	"slices"

	"entangle/data"
)

// Bound names the party that a tie binds, for whom a change loosens or tightens
// it: who gives the thing; of an exception from a right, a freedom or a right to
// end, who has it, since it is their bond that it concerns; of ties that bind
// both ways, both.
func Bound(d *data.Dataset, t *data.Tie) string {
	from, to := Party(d, t.From), Party(d, t.To)
	switch {
	case slices.Contains([]data.KindID{"carve-out", "permission", "termination-right"}, t.Kind):
		return "the party bound, " + to
	case slices.Contains([]data.KindID{"co-development", "interconnect", "partnership", "dispute"}, t.Kind):
		return "both, " + from + " and " + to
	}
	return "the party bound, " + List(append([]string{from}, Parties(d, t.With)...))
}
