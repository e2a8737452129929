package state

import (
	"slices"

	"entangle/data"
	"entangle/data/query"
	"entangle/data/resolve"
	"entangle/ui/brief"
	"entangle/ui/picture"
	"entangle/ui/scene"
)

// Paths of dependence are listed up to so many hops at first, and at most so
// many of them.
const (
	firstHops = 4
	mostHops  = 8
	mostPaths = 30
)

// paths is what the page of dependence paths was asked for, and the answer.
type paths struct {
	longest, lit int
	of           *picture.Subject
	from, to     data.PartyID
	found        query.Paths
}

// AskPaths shows how a party depends on another.
func (s *State) AskPaths(from, to data.PartyID) {
	s.paths = paths{longest: firstHops}
	ends := []scene.Ref{{Kind: scene.Party, ID: string(from)}, {Kind: scene.Party, ID: string(to)}}
	s.visit(s.held(focus{refs: ends, question: brief.HowDepends}))
	s.fan("")
}

// PathsUpTo looks for longer or shorter paths between the same parties.
func (s *State) PathsUpTo(hops int) {
	s.paths = paths{longest: min(max(hops, 1), mostHops)}
	s.tell(Selected)
}

// LightPath shows another of the paths on the map.
func (s *State) LightPath(nth int) {
	s.paths.lit = nth
	s.tell(Selected)
}

// Lit lists the ids of what the map lights, and what it shows as selected. The
// ties of a path are lit and its ends are not, whose other ties would be too. Of a
// source the ties are lit of which it speaks.
func (s *State) Lit() ([]string, scene.Ref) {
	var ids []string
	if p, ok := s.ways(); ok {
		if s.paths.lit < len(p.Found) {
			for _, h := range p.Found[s.paths.lit] {
				for _, t := range h.Ties {
					ids = append(ids, string(t.Tie.ID))
				}
			}
		}
		return ids, scene.Ref{}
	}
	for _, r := range s.focus.refs {
		if r != s.Selection() {
			ids = append(ids, r.ID)
		}
		if r.Kind == scene.Source {
			ids = append(ids, s.spokenOf(data.SourceID(r.ID))...)
		}
	}
	return ids, s.Selection()
}

// spokenOf lists the ties in view of which a source says something.
func (s *State) spokenOf(id data.SourceID) []string {
	var ids []string
	for _, t := range s.subject.Result.Ties {
		if slices.ContainsFunc(t.Verdicts, func(v resolve.Verdict) bool { return v.Statement.Source == id }) {
			ids = append(ids, string(t.Tie.ID))
		}
	}
	return ids
}

// Highlighted lists the ids of all that stands out on the map.
func (s *State) Highlighted() []string {
	ids, selected := s.Lit()
	if selected.Kind != scene.None {
		ids = append(ids, selected.ID)
	}
	return ids
}

// ways returns the paths between the parties that were asked about; false while
// the panel shows something else.
func (s *State) ways() (query.Paths, bool) {
	if s.focus.question != brief.HowDepends || len(s.focus.refs) != 2 {
		return query.Paths{}, false
	}
	p, from, to := &s.paths, data.PartyID(s.focus.refs[0].ID), data.PartyID(s.focus.refs[1].ID)
	if p.longest == 0 {
		p.longest = firstHops
	}
	if p.of != s.subject || p.from != from || p.to != to {
		p.of, p.from, p.to = s.subject, from, to
		p.found = query.FindPaths(s.subject.Dataset, s.subject.Result, from, to, p.longest, mostPaths)
		p.lit = min(p.lit, max(0, len(p.found.Found)-1))
	}
	return p.found, true
}
