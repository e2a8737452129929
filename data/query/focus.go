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
	family := familyOf(d)
	reached := map[data.PartyID]bool{}
	for _, p := range family[v.Focus] {
		reached[p] = true
	}
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
			for _, member := range family[d.Firm(p)] {
				reached[member] = true
			}
		}
		if len(reached) == before {
			break // further hops lead nowhere new
		}
	}
	return each(func(s *resolve.State) bool { return walked[s.Tie.ID] })(ties)
}

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

// familyOf lists for each party itself, its units and its products.
func familyOf(d *data.Dataset) map[data.PartyID][]data.PartyID {
	family := map[data.PartyID][]data.PartyID{}
	for i := range d.Parties {
		id := d.Parties[i].ID
		for _, owner := range d.Owners(id) {
			family[owner] = append(family[owner], id)
		}
	}
	return family
}
