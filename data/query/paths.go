package query

import (
	"cmp"
	"maps"
	"slices"

	"entangle/data"
	"entangle/data/resolve"
)

// Hop is one step of a dependence path: From needs To, by each of the ties.
type Hop struct {
	From, To data.PartyID
	Ties     []*resolve.State // the most important first
}

// Paths is how one firm depends on another, directly or through others. Parties
// stand for the firms that they belong to; no path comes to a firm twice.
type Paths struct {
	From, To data.PartyID
	Longest  int     // how many hops were looked at, at the most
	Found    [][]Hop // the shortest first, those of one length by the ids of their firms
	More     int     // how many further paths there are
	Cut      bool    // there may be more than that: the search was ended
}

// How far a search goes before it is ended: that many steps from firm to firm.
const pathSteps = 200_000

// FindPaths lists the paths along which one firm needs another, by the ties of a
// result, up to so many hops, and at most so many of them. Ties that ended, that
// are said not to exist, or in whose dates the day cannot lie make nobody depend
// on anybody.
func FindPaths(d *data.Dataset, r *Result, from, to data.PartyID, longest, most int) Paths {
	p := Paths{From: d.Top(from), To: d.Top(to), Longest: longest}
	if p.From == p.To {
		return p
	}
	s := &pathSearch{Paths: &p, next: needs(d, r), most: most, on: map[data.PartyID]bool{p.From: true}}
	s.left = distances(s.next, p.To)
	for n := 1; n <= longest && !p.Cut; n++ {
		s.walk(p.From, n)
	}
	return p
}

// needs lists for each firm the firms that it needs, by id.
func needs(d *data.Dataset, r *Result) map[data.PartyID][]Hop {
	ties := map[[2]data.PartyID][]*resolve.State{}
	for _, s := range r.Ties {
		if !mayHold(s, r.View.AsOf) {
			continue
		}
		for _, pair := range needed(d, s.Tie) {
			if pair[0] != pair[1] && !slices.Contains(ties[pair], s) {
				ties[pair] = append(ties[pair], s)
			}
		}
	}
	out := map[data.PartyID][]Hop{}
	for pair, list := range ties {
		slices.SortStableFunc(list, MoreImportant)
		out[pair[0]] = append(out[pair[0]], Hop{pair[0], pair[1], list})
	}
	for id := range maps.Keys(out) {
		slices.SortFunc(out[id], func(a, b Hop) int { return cmp.Compare(a.To, b.To) })
	}
	return out
}

// needed lists who needs whom along a tie, as firms. Further parties stand on the
// side of from.
func needed(d *data.Dataset, t *data.Tie) [][2]data.PartyID {
	kind, _ := d.Kind(t.Kind)
	there := kind.Needs == data.NeedsFromTo || kind.Needs == data.NeedsBoth
	// A channel needs the models of the producer whom it distributes.
	back := kind.Needs == data.NeedsToFrom || kind.Needs == data.NeedsBoth || kind.ID == "distribution"
	var out [][2]data.PartyID
	for _, giver := range givers(t) {
		a, b := d.Top(giver), d.Top(t.To)
		if there {
			out = append(out, [2]data.PartyID{a, b})
		}
		if back {
			out = append(out, [2]data.PartyID{b, a})
		}
	}
	return out
}

// distances tells for each firm how many hops it is at least from one.
func distances(next map[data.PartyID][]Hop, to data.PartyID) map[data.PartyID]int {
	before := map[data.PartyID][]data.PartyID{}
	for _, hops := range next {
		for _, h := range hops {
			before[h.To] = append(before[h.To], h.From)
		}
	}
	out := map[data.PartyID]int{to: 0}
	for open := []data.PartyID{to}; len(open) > 0; open = open[1:] {
		for _, p := range before[open[0]] {
			if _, known := out[p]; !known {
				out[p] = out[open[0]] + 1
				open = append(open, p)
			}
		}
	}
	return out
}

// pathSearch walks from firm to firm.
type pathSearch struct {
	*Paths
	next  map[data.PartyID][]Hop
	left  map[data.PartyID]int
	on    map[data.PartyID]bool // the firms of the path so far
	path  []Hop
	most  int
	steps int
}

// walk goes on from a firm by exactly so many hops.
func (s *pathSearch) walk(at data.PartyID, hops int) {
	if hops == 0 {
		if len(s.Found) < s.most {
			s.Found = append(s.Found, slices.Clone(s.path))
		} else {
			s.More++
		}
		return
	}
	for _, h := range s.next[at] {
		left, reaches := s.left[h.To]
		if s.on[h.To] || !reaches || left > hops-1 || (h.To == s.To) != (hops == 1) {
			continue
		}
		if s.steps++; s.steps > pathSteps {
			s.Cut = true
			return
		}
		s.on[h.To] = true
		s.path = append(s.path, h)
		s.walk(h.To, hops-1)
		s.path = s.path[:len(s.path)-1]
		delete(s.on, h.To)
	}
}
