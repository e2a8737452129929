package query

import (
	"slices"

	"entangle/data"
	"entangle/data/resolve"
)

// Ever returns what the view shows on any day, by what is known on any day: the
// ties that could be in view at some moment, with their parties. It is what is
// placed, so that a box keeps its place while the two days of the view move;
// the as-of and the known-on day of the view have no influence on it. The states
// are those of the web's moment and may have no statement that counts. There are
// no notes, no sources and nothing hidden.
//
// A filter that asks what no moment changes works as it does in Apply. The
// others let pass what they would on some day: the status filter a tie of which
// some statement, read by itself, would let it pass.
func Ever(web *resolve.Web, v View) *Result {
	d := web.Dataset()
	kept := make([]*resolve.State, 0, len(d.Ties))
	for s := range web.TiesByID() {
		if len(s.Tie.Statements) > 0 {
			kept = append(kept, s)
		}
	}
	for _, f := range filters(d, v) {
		if f.ever == nil {
			f.ever = f.keep
		}
		kept = f.ever(kept)
	}
	return &Result{View: v, Ties: kept, Parties: partiesOf(kept)}
}

// everReaches says whether a statement of the tie, read by itself on a day on
// which it counts, would let the tie pass the status filter.
func everReaches(t *data.Tie, rung data.Status) bool {
	return slices.ContainsFunc(t.Statements, func(s data.Statement) bool {
		switch {
		case rung == resolve.AllStatuses, s.Status == rung:
			return true
		case rung == data.InForce: // an end or a start may keep it from ever being in force
			return s.Status == data.Signed
		case s.Status.Ends():
			return s.Status != data.Absent && rung.Rung() >= 0
		default:
			return rung.Rung() >= 0 && s.Status.Rung() >= rung.Rung()
		}
	})
}

// On returns the part of a drawing of all days that is there with the ties of
// one day, which it holds. Boxes that roll up units and products do so as in the
// whole: what is drawn as a box of its own on any day is so on every day.
func (all Drawing) On(r *Result) Drawing {
	drawing := Drawing{Nodes: make([]Node, 0, len(all.Nodes)), Bundles: make([]Bundle, 0, len(all.Bundles))}
	left := r.Parties
	for _, n := range all.Nodes {
		for len(left) > 0 && left[0] < n.Party {
			left = left[1:]
		}
		day := Node{Party: n.Party}
		for _, m := range n.Members {
			if r.HoldsParty(m) {
				day.Members = append(day.Members, m)
			}
		}
		if len(day.Members) > 0 || len(left) > 0 && left[0] == n.Party {
			drawing.Nodes = append(drawing.Nodes, day)
		}
	}
	now := make(map[*data.Tie]*resolve.State, len(r.Ties))
	for _, s := range r.Ties {
		now[s.Tie] = s
	}
	ties := make([]*resolve.State, 0, len(r.Ties)) // of all bundles, one after the other
	for _, b := range all.Bundles {
		from := len(ties)
		for _, t := range b.Ties {
			if s := now[t.Tie]; s != nil {
				ties = append(ties, s)
			}
		}
		if b.Ties = ties[from:len(ties):len(ties)]; len(b.Ties) == 0 {
			continue
		}
		if len(b.Ties) > 1 {
			slices.SortStableFunc(b.Ties, MoreImportant)
		}
		drawing.Bundles = append(drawing.Bundles, b)
	}
	return drawing
}

// Same says whether both have the same boxes, and the same lines with as many
// ties: whether a placement of the one is one of the other.
func (all Drawing) Same(o Drawing) bool {
	return slices.EqualFunc(all.Nodes, o.Nodes, func(a, b Node) bool { return a.Party == b.Party }) &&
		slices.EqualFunc(all.Bundles, o.Bundles, func(a, b Bundle) bool {
			return a.ID == b.ID && a.From == b.From && a.To == b.To && len(a.Ties) == len(b.Ties)
		})
}
