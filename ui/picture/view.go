package picture

import (
	"slices"

	"entangle/data"
	"entangle/data/query"
	"entangle/layout"
)

// View is everything that decides a picture but the day's data: what is looked
// at, how it is placed, and which lines are fanned out.
type View struct {
	query.View
	Engine      layout.EngineName // "" chooses by size
	Direction   string            // of dot: TB, LR, BT, RL; "" chooses by size
	Arrangement Arrangement       // "" is the web
	Fanned      string            // the bundle whose ties are drawn side by side; "" for none
}

// Equal says whether both are the same view.
func (v View) Equal(o View) bool {
	return v.View.Equal(o.View) && v.Engine == o.Engine && v.Direction == o.Direction && v.Fanned == o.Fanned &&
		v.Arranged() == o.Arranged()
}

// Known returns the view without the ids that the dataset lacks, and those.
func (v View) Known(d *data.Dataset) (View, []string) {
	var lost []string
	v.View, lost = v.Held(d)
	party := func(p data.PartyID) bool { return d.Party(p) != nil }
	v.Parties = held(v.Parties, &lost, party)
	if v.Focus != "" && !party(v.Focus) {
		lost, v.Focus = append(lost, string(v.Focus)), ""
	}
	return v, lost
}

// held returns the ids that there are, and adds the others to those lost.
func held[T ~string](ids []T, lost *[]string, there func(T) bool) []T {
	if !slices.ContainsFunc(ids, func(id T) bool { return !there(id) }) {
		return ids
	}
	var out []T
	for _, id := range ids {
		if there(id) {
			out = append(out, id)
		} else {
			*lost = append(*lost, string(id))
		}
	}
	return out
}

// PlacesLike says whether a placement of the other is one of this subject too:
// the same boxes and lines of the same dataset on all days, laid out in the same
// way.
func (s *Subject) PlacesLike(o *Subject) bool {
	return s.Dataset == o.Dataset && s.View.Arranged() == o.View.Arranged() && s.View.Engine == o.View.Engine &&
		s.View.Direction == o.View.Direction && s.Placed.Same(o.Placed)
}
