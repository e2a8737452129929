package query

import (
	"slices"

	"entangle/data"
	"entangle/data/resolve"
)

// Selection is the name of the filter that Narrow counts under.
const Selection = "selection"

// Narrow returns the part of a result that a selection of ids holds: the ties
// named, and those that a party named has a part in, whatever is at their other
// end. A party stands for its units and products. What is left out counts as
// hidden.
func Narrow(r *Result, web *resolve.Web, ids []string) *Result {
	d := web.Dataset()
	members, units := map[data.PartyID]bool{}, d.Units()
	for _, id := range ids {
		if d.Party(data.PartyID(id)) != nil {
			reach(data.PartyID(id), units, members)
		}
	}
	out := &Result{View: r.View, Hidden: r.Hidden}
	for _, s := range r.Ties {
		if slices.Contains(ids, string(s.Tie.ID)) || slices.ContainsFunc(s.Tie.Parties(), func(p data.PartyID) bool { return members[p] }) {
			out.Ties = append(out.Ties, s)
		}
	}
	out.count(nil)
	left := len(r.Ties) - len(out.Ties)
	out.Hidden.Ties += left
	out.Hidden.Parties += len(r.Parties) - len(out.Parties)
	if left > 0 {
		out.Hidden.By = append(slices.Clone(r.Hidden.By), Reason{Selection, left})
	}
	out.addNotesAndSources(web, d)
	return out
}

// Number returns the number of a source in every list of a view: the footnotes
// of a picture, its annex, a bibliography. It is 0 for a source that nothing in
// view cites.
func (r *Result) Number(id data.SourceID) int { return slices.Index(r.Sources, id) + 1 }
