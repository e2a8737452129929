package brief

import (
	"entangle/data"
	"entangle/data/query"
	"entangle/data/resolve"
	"entangle/ui/picture"
	"entangle/ui/words"
)

// awaySection says why a tie is not on the map, and offers to show it.
func awaySection(s *picture.Subject, state *resolve.State) Section {
	section := Section{Title: "Not on the map"}
	by := query.HiddenBy(s.Web, s.View.Shown(), state.Tie.ID)
	if len(by) == 0 {
		section.Text = "No statement about it counts on this day."
		return section
	}
	names := make([]string, len(by))
	for i, name := range by {
		names[i] = words.Filter(name)
	}
	section.Text = "The filter by " + words.List(names) + " hides it."
	section.Rows = []Row{{Act: Act{Reveal, string(state.Tie.ID), ""}, Words: "Show it on the map"}}
	return section
}

// mostAsked is of how many ties of a party it is asked what hides them.
const mostAsked = 20

// awayParty says that a party has no tie on the map though it has some on the
// day, and offers to show the one that the fewest filters hide.
func awayParty(s *picture.Subject, id data.PartyID) (Section, bool) {
	var nearest data.TieID
	least, asked := 0, 0
	for state := range s.Web.Ties() {
		if !state.Counts || !within(s.Dataset, state.Tie.Parties(), id) {
			continue
		}
		if s.Result.Holds(state.Tie.ID) {
			return Section{}, false
		}
		if asked++; asked > mostAsked {
			continue
		}
		if n := len(query.HiddenBy(s.Web, s.View.Shown(), state.Tie.ID)); nearest == "" || n < least {
			nearest, least = state.Tie.ID, n
		}
	}
	if nearest == "" {
		return Section{}, false
	}
	return Section{
		Title: "Not on the map", Text: "The filters hide all its ties.",
		Rows: []Row{{Act: Act{Reveal, string(nearest), ""}, Words: "Show it on the map"}},
	}, true
}
