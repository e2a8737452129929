package query

import (
	"cmp"
	"maps"
	"slices"

	"entangle/data"
	"entangle/data/resolve"
)

// tally counts how many ties in view each party has, and how many of their statements
// that count each source has, so that a few ties more or less are a few sums.
type tally struct {
	parties map[data.PartyID]int
	sources map[data.SourceID]int
}

func (t *tally) add(s *resolve.State, by int) {
	t.parties[s.Tie.From] += by
	t.parties[s.Tie.To] += by
	for _, p := range s.Tie.With {
		t.parties[p] += by
	}
	var last data.SourceID // statements of one source stand together, mostly
	n := 0
	for i := range s.Verdicts {
		if v := &s.Verdicts[i]; v.Standing.Counts() {
			if v.Statement.Source != last {
				if n > 0 {
					t.sources[last] += n * by
				}
				last, n = v.Statement.Source, 0
			}
			n++
		}
	}
	if n > 0 {
		t.sources[last] += n * by
	}
}

// crowd is all ties that count on the day, in view or hidden, with how many of them
// each party has.
type crowd struct {
	ties    []*resolve.State
	parties map[data.PartyID]int
}

// count tallies the parties, from those of another day on.
func (c *crowd) count(before *Result) {
	var old []*resolve.State
	c.parties = map[data.PartyID]int{}
	if before != nil && before.all.parties != nil {
		old, c.parties = before.all.ties, maps.Clone(before.all.parties)
	}
	add := func(p data.PartyID, by int) {
		if n := c.parties[p] + by; n > 0 {
			c.parties[p] = n
		} else {
			delete(c.parties, p)
		}
	}
	EachChange(old, c.ties, func(old, now *resolve.State) {
		switch { // a tie whose state alone is another has the same parties
		case old == nil:
			for _, p := range now.Tie.Parties() {
				add(p, 1)
			}
		case now == nil:
			for _, p := range old.Tie.Parties() {
				add(p, -1)
			}
		}
	})
}

// count tallies the ties of the result, from those of another one on where that is
// of the same dataset.
func (r *Result) count(before *Result) {
	if before == nil || before.tally.parties == nil {
		r.tally = tally{map[data.PartyID]int{}, map[data.SourceID]int{}}
		for _, s := range r.Ties {
			r.tally.add(s, 1)
		}
		r.Parties = slices.Sorted(maps.Keys(r.tally.parties))
		return
	}
	r.tally = tally{maps.Clone(before.tally.parties), maps.Clone(before.tally.sources)}
	had := map[data.PartyID]bool{} // of the parties that may come or go
	touch := func(s *resolve.State, by int) {
		for _, p := range s.Tie.Parties() {
			if _, known := had[p]; !known {
				had[p] = before.tally.parties[p] > 0
			}
		}
		r.tally.add(s, by)
	}
	EachChange(before.Ties, r.Ties, func(old, now *resolve.State) {
		if old != nil {
			touch(old, -1)
		}
		if now != nil {
			touch(now, 1)
		}
	})
	maps.DeleteFunc(r.tally.sources, func(_ data.SourceID, n int) bool { return n == 0 })
	r.Parties = r.partiesAfter(before.Parties, had)
}

// partiesAfter returns the parties of the result, of which some may have come or
// gone since those before.
func (r *Result) partiesAfter(before []data.PartyID, had map[data.PartyID]bool) []data.PartyID {
	var came []data.PartyID
	went := map[data.PartyID]bool{}
	for p, before := range had {
		switch now := r.tally.parties[p] > 0; {
		case now && !before:
			came = append(came, p)
		case before && !now:
			went[p] = true
		}
		if r.tally.parties[p] == 0 {
			delete(r.tally.parties, p)
		}
	}
	if len(came)+len(went) == 0 {
		return before
	}
	var out []data.PartyID
	for _, p := range before {
		if !went[p] {
			out = append(out, p)
		}
	}
	out = append(out, came...)
	slices.Sort(out)
	return out
}

// EachChange goes through what two lists of ties by id do not share: a tie that one
// of them lacks, or whose state is another one there.
func EachChange(from, to []*resolve.State, each func(old, now *resolve.State)) {
	for len(from) > 0 && len(to) > 0 {
		old, now := from[0], to[0]
		if old == now {
			from, to = from[1:], to[1:]
			continue
		}
		switch c := cmp.Compare(old.Tie.ID, now.Tie.ID); {
		case c < 0:
			from, now = from[1:], nil
		case c > 0:
			to, old = to[1:], nil
		default:
			from, to = from[1:], to[1:]
		}
		each(old, now)
	}
	for _, old := range from {
		each(old, nil)
	}
	for _, now := range to {
		each(nil, now)
	}
}
