package query

import (
	"maps"
	"slices"

	"entangle/data"
	"entangle/data/resolve"
)

// Result is the part of a web that is in view, and a count of what is not. Ids
// stand sorted.
type Result struct {
	View    View
	Ties    []*resolve.State
	Parties []data.PartyID   // from, to and with of the ties, never rolled up
	Notes   []*resolve.State // about something in view
	Sources []data.SourceID  // of the statements of ties and notes that count
	Hidden  Hidden

	tally tally
	all   crowd
}

// Holds says whether a tie is in view.
func (r *Result) Holds(id data.TieID) bool {
	_, found := slices.BinarySearchFunc(r.Ties, id, func(s *resolve.State, id data.TieID) int { return compare(s.Tie.ID, id) })
	return found
}

// HoldsParty says whether a party has a tie in view.
func (r *Result) HoldsParty(id data.PartyID) bool {
	_, found := slices.BinarySearch(r.Parties, id)
	return found
}

// Hidden counts what the filters hide of the ties that count on the day, and of
// the parties of those ties.
type Hidden struct {
	Ties, Parties int
	By            []Reason
}

// Reason says how many ties a filter hides that the filters before it let pass.
type Reason struct {
	Filter string // status, the name of a facet, parties, by hand or focus
	Ties   int
}

// filter lets ties of a web pass or not.
type filter struct {
	name string
	keep func([]*resolve.State) []*resolve.State
	// ever lets pass what keep does on some day and perhaps more, so that the
	// placement need not change with the day; nil for a filter that asks what no
	// day changes.
	ever func([]*resolve.State) []*resolve.State
}

// Apply returns what of the web passes the view. The web must have been
// resolved at the moment of the view. A tie no statement of which counts is
// neither in view nor hidden.
func Apply(web *resolve.Web, v View) *Result { return pass(web, v, nil) }

// Apply returns what of the same web at another moment passes a view, mostly the same.
// The web and that of the result before must be of one dataset.
func (r *Result) Apply(web *resolve.Web, v View) *Result { return pass(web, v, r) }

func pass(web *resolve.Web, v View, before *Result) *Result {
	d := web.Dataset()
	all := counting(web)
	kept, hidden := all, Hidden{Ties: len(all)}
	for _, f := range filters(d, v) {
		before := len(kept)
		kept = f.keep(kept)
		if n := before - len(kept); n > 0 {
			hidden.By = append(hidden.By, Reason{f.name, n})
		}
	}
	r := &Result{View: v, Ties: kept}
	r.count(before)
	r.all.ties = all
	r.all.count(before)
	hidden.Ties -= len(kept)
	hidden.Parties = len(r.all.parties) - len(r.Parties)
	r.Hidden = hidden
	r.addNotesAndSources(web, d)
	return r
}

// filters lists the filters of a view in the order in which they are applied.
func filters(d *data.Dataset, v View) []filter {
	list := []filter{{
		name: "status", keep: each(func(s *resolve.State) bool { return s.Reaches(data.Status(v.Status)) }),
		ever: each(func(s *resolve.State) bool { return everReaches(s.Tie, data.Status(v.Status)) }),
	}}
	for _, f := range facets() {
		list = append(list, f.filter(d, v))
	}
	return append(list,
		filter{name: beingOver, keep: each(func(s *resolve.State) bool { return v.Ended != EndedHidden || !Over(s, v.AsOf) }), ever: each(func(*resolve.State) bool { return true })},
		filter{name: "parties", keep: each(passesParties(d, v.Parties))},
		filter{name: byHand, keep: each(passesHand(d, v.Hide))},
		filter{name: "focus", keep: func(ties []*resolve.State) []*resolve.State { return near(d, ties, v) }},
	)
}

func each(passes func(*resolve.State) bool) func([]*resolve.State) []*resolve.State {
	return func(ties []*resolve.State) []*resolve.State {
		kept := make([]*resolve.State, 0, len(ties))
		for _, s := range ties {
			if passes(s) {
				kept = append(kept, s)
			}
		}
		return kept
	}
}

// passesParties lets ties pass two of whose parties are, or belong to, parties of
// the list.
func passesParties(d *data.Dataset, among []data.PartyID) func(*resolve.State) bool {
	if len(among) == 0 {
		return func(*resolve.State) bool { return true }
	}
	members, units := map[data.PartyID]bool{}, d.Units()
	for _, p := range among {
		reach(p, units, members)
	}
	return func(s *resolve.State) bool {
		found := map[data.PartyID]bool{}
		for _, p := range s.Tie.Parties() {
			if members[p] {
				found[p] = true
			}
		}
		return len(found) >= 2
	}
}

// byHand is the name of the filter of what a person hid.
const byHand = "by hand"

// passesHand keeps what a person hid away: ties, and those with a party that is,
// or belongs to, a hidden one.
func passesHand(d *data.Dataset, hide ByHand) func(*resolve.State) bool {
	if hide.Empty() {
		return func(*resolve.State) bool { return true }
	}
	parties, ties, units := map[data.PartyID]bool{}, map[data.TieID]bool{}, d.Units()
	for _, p := range hide.Parties {
		reach(p, units, parties)
	}
	for _, t := range hide.Ties {
		ties[t] = true
	}
	return func(s *resolve.State) bool {
		return !ties[s.Tie.ID] && !slices.ContainsFunc(s.Tie.Parties(), func(p data.PartyID) bool { return parties[p] })
	}
}

// counting returns the ties that count on the day, by id.
func counting(web *resolve.Web) []*resolve.State {
	ties := make([]*resolve.State, 0, len(web.Dataset().Ties))
	for s := range web.TiesByID() {
		if s.Counts {
			ties = append(ties, s)
		}
	}
	return ties
}

func partiesOf(ties []*resolve.State) []data.PartyID {
	set := make(map[data.PartyID]bool, len(ties)/2)
	for _, s := range ties {
		set[s.Tie.From], set[s.Tie.To] = true, true
		for _, p := range s.Tie.With {
			set[p] = true
		}
	}
	return slices.Sorted(maps.Keys(set))
}
