package picture

import (
	"maps"
	"slices"

	"entangle/data"
	"entangle/data/query"
	"entangle/layout"
	"entangle/layout/geom"
)

// View is everything that decides a picture but the day's data: what is looked
// at, how it is placed, and which lines are fanned out.
type View struct {
	query.View
	Engine      layout.EngineName // "" chooses by size
	Direction   string            // of dot: TB, LR, BT, RL; "" chooses by size
	Arrangement Arrangement       // "" is the web
	Roles       bool              // boxes of one role stand together, in a frame; of the web
	Dim         bool              // what lies out of focus is dimmed and not hidden
	Since       data.Day          // the second day of a comparison; 0, the first of the calendar, for none
	Fanned      string            // the bundle whose ties are drawn side by side; "" for none
	Pins        Places            // of boxes that a person put somewhere: they stay there
	Kept        Places            // of boxes as they lay when a view was saved; Pins go before
}

// Places are where the middles of boxes lie, in points of the placement. They are
// never changed, only replaced.
type Places map[data.PartyID]geom.Point

// With returns the places with others added or replaced.
func (p Places) With(more Places) Places {
	out := make(Places, len(p)+len(more))
	maps.Copy(out, p)
	maps.Copy(out, more)
	return out
}

// Without returns the places but for some.
func (p Places) Without(ids []data.PartyID) Places {
	out := maps.Clone(p)
	for _, id := range ids {
		delete(out, id)
	}
	return out
}

// Equal says whether both are the same view.
func (v View) Equal(o View) bool {
	return v.View.Equal(o.View) && v.Engine == o.Engine && v.Direction == o.Direction && v.Fanned == o.Fanned && v.Since == o.Since &&
		v.Arranged() == o.Arranged() && v.Roles == o.Roles && v.Dim == o.Dim && v.samePlaces(o)
}

// Shown is the view of what is drawn: without its focus where that only dims.
func (v View) Shown() query.View {
	if v.Dim {
		v.Focus = ""
	}
	return v.View
}

func (v View) samePlaces(o View) bool {
	return maps.Equal(v.Pins, o.Pins) && maps.Equal(v.Kept, o.Kept)
}

// SameButDays says whether both are the same view of two moments.
func (v View) SameButDays(o View) bool {
	o.AsOf, o.KnownOn, o.Since = v.AsOf, v.KnownOn, v.Since
	return v.Equal(o)
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
	v.Hide.Parties = held(v.Hide.Parties, &lost, party)
	v.Hide.Ties = held(v.Hide.Ties, &lost, func(t data.TieID) bool { return d.Tie(t) != nil })
	pinned := slices.Sorted(maps.Keys(v.Pins))
	if there := held(pinned, &lost, party); len(there) < len(pinned) {
		v.Pins = v.Pins.Without(slices.DeleteFunc(pinned, party))
	}
	for id := range v.Kept {
		if !party(id) {
			v.Kept = v.Kept.Without([]data.PartyID{id})
		}
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
	return s.LaidOutLike(o) && s.View.samePlaces(o.View)
}

// LaidOutLike is PlacesLike but for boxes that a person put somewhere.
func (s *Subject) LaidOutLike(o *Subject) bool {
	return s.Dataset == o.Dataset && s.View.Arranged() == o.View.Arranged() && s.View.Roles == o.View.Roles && s.View.Engine == o.View.Engine &&
		s.View.Direction == o.View.Direction && s.Placed.Same(o.Placed)
}
