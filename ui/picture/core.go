package picture

import (
	"cmp"
	"slices"

	"entangle/data"
	"entangle/data/resolve"
)

// CoreView is the id of the saved view whose parties a dataset opens with.
const CoreView = "core"

// coreParties is how many parties the first view shows of a dataset that names
// none, and crowded from how many on it does.
const (
	coreParties = 6
	crowded     = 14
)

// Core returns the parties that a dataset opens with: those of its saved view
// "core"; else, of a web too large to be read at once, those with the most
// ties; else none, which shows everything. A reader is told what is hidden.
func Core(web *resolve.Web) []data.PartyID {
	d := web.Dataset()
	for _, v := range d.Views {
		if v.ID == CoreView {
			return partiesIn(d, v.Rest["parties"])
		}
	}
	ties := map[data.PartyID]int{}
	for state := range web.Ties() {
		if state.Counts {
			ties[d.Top(state.Tie.From)]++
			ties[d.Top(state.Tie.To)]++
		}
	}
	if len(ties) <= crowded {
		return nil
	}
	var firms []data.PartyID
	for id := range ties {
		firms = append(firms, id)
	}
	slices.SortFunc(firms, func(a, b data.PartyID) int {
		return cmp.Or(cmp.Compare(ties[b], ties[a]), cmp.Compare(a, b))
	})
	return firms[:coreParties]
}

// partiesIn reads the ids of a saved view; those that the dataset lacks are
// left out.
func partiesIn(d *data.Dataset, list any) []data.PartyID {
	var out []data.PartyID
	items, _ := list.([]any)
	for _, item := range items {
		if id, ok := item.(string); ok && d.Party(data.PartyID(id)) != nil {
			out = append(out, data.PartyID(id))
		}
	}
	return out
}
