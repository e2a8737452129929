package query

import (
	"entangle/data"
	"entangle/data/resolve"
)

// near keeps the ties that a walk of the view's hops from its focus runs along.
// The focus stands for its units and products, and so does every party that
// the walk reaches; a product that it reaches stands for its firm, as it does
// in the drawing. Further parties of a tie stand on the side of from.
func near(d *data.Dataset, ties []*resolve.State, v View) []*resolve.State {
	if v.Focus == "" {
		return ties
	}
	units, firm := d.Units(), firms(d)
	reached := map[data.PartyID]bool{}
	reach(v.Focus, units, reached)
	walked := map[data.TieID]bool{}
	for range max(0, v.Hops) {
		var met []data.PartyID
		for _, s := range ties {
			ends, ok := step(s.Tie, reached, v.Direction)
			if ok {
				walked[s.Tie.ID] = true
				met = append(met, ends...)
			}
		}
		before := len(reached)
		for _, p := range met {
			reach(firm(p), units, reached)
		}
		if len(reached) == before {
			break // further hops lead nowhere new
		}
	}
	return each(func(s *resolve.State) bool { return walked[s.Tie.ID] })(ties)
}

// Around returns those of some ties that the focus of a view reaches: all where
// it has none.
func Around(d *data.Dataset, ties []*resolve.State, v View) []*resolve.State { return near(d, ties, v) }

// step says whether the walk takes a tie, and which parties it comes to.
func step(t *data.Tie, reached map[data.PartyID]bool, dir Direction) ([]data.PartyID, bool) {
	givers := givers(t)
	var met []data.PartyID
	if dir != In {
		for _, g := range givers {
			if reached[g] {
				met = append(met, t.To)
				break
			}
		}
	}
	if dir != Out && reached[t.To] {
		met = append(met, givers...)
	}
	return met, len(met) > 0
}

// reach adds a party with its units and products. Whoever was reached before was
// so with all of its own.
func reach(p data.PartyID, units map[data.PartyID][]data.PartyID, reached map[data.PartyID]bool) {
	for open := []data.PartyID{p}; len(open) > 0; {
		p := open[len(open)-1]
		open = open[:len(open)-1]
		if !reached[p] {
			reached[p] = true
			open = append(open, units[p]...)
		}
	}
}

// firms returns the function that tells the firm of a party: the nearest of it
// and its owners that is no product; of a product without one, itself.
func firms(d *data.Dataset) func(data.PartyID) data.PartyID {
	return climb(d, func(p data.PartyID) bool {
		party := d.Party(p)
		return party == nil || party.Kind != data.Product
	})
}

// climb returns the function that goes from a party to the nearest of it and its
// owners that stops the climb; the party itself when none does. It remembers its
// answers, so that a long chain of owners is walked once.
func climb(d *data.Dataset, stops func(data.PartyID) bool) func(data.PartyID) data.PartyID {
	known := map[data.PartyID]data.PartyID{}
	return func(id data.PartyID) data.PartyID {
		var path []data.PartyID
		found := data.PartyID("")
		for at := id; at != "" && found == ""; {
			if end, ok := known[at]; ok {
				found = end
			} else if path = append(path, at); stops(at) {
				found = at
			} else if party := d.Party(at); party != nil && len(path) <= len(d.Parties) {
				at = party.Parent
			} else {
				break
			}
		}
		if found == "" {
			return id
		}
		for _, p := range path {
			known[p] = found
		}
		return found
	}
}
