package query

import (
	"slices"

	"entangle/data"
	"entangle/data/resolve"
)

// HiddenBy names the filters each of which hides a tie that counts on the day;
// none for one that is in view.
func HiddenBy(web *resolve.Web, v View, id data.TieID) []string {
	d, s := web.Dataset(), web.Tie(id)
	if s == nil || !s.Counts {
		return nil
	}
	var names []string
	wide := v
	wide.Focus = ""
	for _, f := range filters(d, wide) {
		if len(f.keep([]*resolve.State{s})) == 0 {
			names = append(names, f.name)
		}
	}
	if v.Focus == "" {
		return names
	}
	for _, name := range names {
		v = v.Without(name)
	}
	if !Apply(web, v).Holds(id) {
		names = append(names, "focus")
	}
	return names
}

// Without returns the view without the filter of that name; the status filter
// then lets everything pass.
func (v View) Without(filter string) View {
	switch filter {
	case "status":
		v.Status = StatusAll
	case "parties":
		v.Parties = nil
	case byHand:
		v.Hide = ByHand{}
	case beingOver:
		if v.Ended == EndedHidden {
			v.Ended = EndedDotted
		}
	case "focus":
		v.Focus = ""
	default:
		v = v.Choose(Facet(filter))
	}
	return v
}

// Unfiltered returns the view without any filter but that on the status.
func (v View) Unfiltered() View {
	for _, f := range filters(&data.Dataset{}, v) {
		if f.name != "status" {
			v = v.Without(f.name)
		}
	}
	return v
}

// Filtered says whether any filter but that on the status is set, whether or not
// it hides anything.
func (v View) Filtered() bool { return !v.Equal(v.Unfiltered()) }

// Widened returns the view with its filters let out just so far that a tie which
// counts on the day is shown; whatever was shown before still is.
func (v View) Widened(web *resolve.Web, id data.TieID) View {
	d, s := web.Dataset(), web.Tie(id)
	for _, name := range HiddenBy(web, v, id) {
		f, known := facetOf(Facet(name))
		switch {
		case name == "status":
			v.Status = strictest(s)
		case name == "parties":
			v.Parties = slices.Clone(v.Parties)
			for _, p := range s.Tie.Parties() {
				if !slices.ContainsFunc(v.Parties, func(o data.PartyID) bool { return d.Within(p, o) }) {
					v.Parties = append(v.Parties, d.Top(p))
				}
			}
		case known:
			v = v.Choose(f.name, append(f.get(&v), f.of(d, s)[0])...)
		default:
			v = v.Without(name)
		}
	}
	if v.Focus != "" && !Apply(web, v).Holds(id) {
		v.Focus = "" // a tie further out
	}
	return v
}

// strictest is the highest rung at which the status filter lets a tie pass.
func strictest(s *resolve.State) string {
	words := Statuses()
	for i := len(words) - 2; i >= 0; i-- {
		if s.Reaches(data.Status(words[i])) {
			return words[i]
		}
	}
	return StatusAll
}
