package query

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"entangle/data"
	"entangle/data/resolve"
)

// route writes a path as its firms.
func route(path []Hop) string {
	names := []string{string(path[0].From)}
	for _, h := range path {
		names = append(names, string(h.To))
	}
	return strings.Join(names, " ")
}

func routes(p Paths) []string {
	var out []string
	for _, path := range p.Found {
		out = append(out, route(path))
	}
	return out
}

// brute lists all paths by trying every order of firms, the slow and sure way.
func brute(d *data.Dataset, r *Result, from, to data.PartyID, longest int) []string {
	var out []string
	var try func(path []data.PartyID)
	try = func(path []data.PartyID) {
		last := path[len(path)-1]
		if last == to {
			var names []string
			for _, p := range path {
				names = append(names, string(p))
			}
			out = append(out, strings.Join(names, " "))
			return
		}
		if len(path) > longest {
			return
		}
		for i := range d.Parties {
			p := d.Parties[i].ID
			if d.Top(p) == p && !slices.Contains(path, p) && len(bruteTies(d, r, last, p)) > 0 {
				try(append(slices.Clone(path), p))
			}
		}
	}
	try([]data.PartyID{from})
	return out
}

// bruteTies lists the ties by which one firm needs another, by the table.
func bruteTies(d *data.Dataset, r *Result, a, b data.PartyID) []data.TieID {
	var out []data.TieID
	for _, s := range r.Ties {
		if s.StatusEnded() == resolve.True || lies(s, r.View.AsOf) == resolve.False {
			continue
		}
		k, _ := d.Kind(s.Tie.Kind)
		gives := slices.ContainsFunc(append([]data.PartyID{s.Tie.From}, s.Tie.With...), func(p data.PartyID) bool { return d.Top(p) == a })
		gets := slices.ContainsFunc(append([]data.PartyID{s.Tie.From}, s.Tie.With...), func(p data.PartyID) bool { return d.Top(p) == b })
		there := gives && d.Top(s.Tie.To) == b && (k.Needs == data.NeedsFromTo || k.Needs == data.NeedsBoth)
		back := gets && d.Top(s.Tie.To) == a && (k.Needs == data.NeedsToFrom || k.Needs == data.NeedsBoth || k.ID == "distribution")
		if there || back {
			out = append(out, s.Tie.ID)
		}
	}
	return out
}

// lies says whether the day lies in a tie's dates, by trying signed in place of
// its status.
func lies(s *resolve.State, day data.Day) resolve.Truth {
	signed := *s
	signed.Status = []resolve.StatusReading{{Value: data.Signed}}
	return signed.InForceOn(day)
}

func TestPathsAreThoseOfBruteForce(t *testing.T) {
	found := 0
	for seed := range uint64(250) {
		r := rand.New(rand.NewPCG(seed, 5))
		d := randomWeb(r)
		v := Default(d, data.DayOf(2025, 1, 1))
		v.Status = StatusAll
		res := apply(d, v)
		from, to := d.Parties[r.IntN(12)].ID, d.Parties[r.IntN(12)].ID
		longest := 2 + r.IntN(4)
		p := FindPaths(d, res, from, to, longest, 1000)
		if d.Top(from) == d.Top(to) {
			assert.Empty(t, p.Found)
			continue
		}
		want := brute(d, res, d.Top(from), d.Top(to), longest)
		assert.ElementsMatch(t, want, routes(p), "seed %d", seed)
		assert.False(t, p.Cut)
		assert.Zero(t, p.More)
		found += len(want)
		assert.True(t, slices.IsSortedFunc(p.Found, func(a, b []Hop) int { return len(a) - len(b) }), "the shortest first")
		for _, path := range p.Found {
			for _, h := range path {
				var ids []data.TieID
				for _, s := range h.Ties {
					ids = append(ids, s.Tie.ID)
				}
				assert.ElementsMatch(t, bruteTies(d, res, h.From, h.To), ids, "seed %d, %s needs %s", seed, h.From, h.To)
			}
		}
		few := FindPaths(d, res, from, to, longest, 2)
		assert.Equal(t, routes(p)[:min(2, len(p.Found))], routes(few))
		assert.Equal(t, len(p.Found), len(few.Found)+few.More)
	}
	assert.Greater(t, found, 100, "there was something to find")
}

// Who needs whom follows the kind and not the arrow.
func TestPathsFollowNeeds(t *testing.T) {
	d := &data.Dataset{
		Sources: []data.Source{{ID: "s1"}},
		Parties: []data.Party{{ID: "lab"}, {ID: "app", Parent: "lab", Kind: data.Product}, {ID: "cloud"}, {ID: "chips"}, {ID: "fund"}, {ID: "old"}},
		Ties: []data.Tie{
			tie("buys", "app", "cloud", "cloud-commitment"), tie("hosts", "lab", "cloud", "hosting"),
			tie("supplies", "chips", "cloud", "silicon-supply"), tie("funds", "fund", "chips", "equity"),
			tie("shares", "lab", "fund", "revenue-share"), tie("ended", "old", "cloud", "silicon-supply"),
		},
	}
	for i := range d.Ties {
		d.Ties[i].Statements = []data.Statement{says(string(d.Ties[i].ID)+".1", data.Signed)}
	}
	d.Ties[5].Statements[0].Status = data.Terminated
	d.Build()
	r := apply(d, Default(d, data.DayOf(2025, 1, 1)))
	p := FindPaths(d, r, "lab", "fund", 4, 10)
	assert.Equal(t, []string{"lab cloud chips fund"}, routes(p))
	assert.Len(t, p.Found[0][0].Ties, 2, "parallel ties are one hop")
	assert.Empty(t, FindPaths(d, r, "fund", "lab", 4, 10).Found)
	assert.Empty(t, FindPaths(d, r, "lab", "fund", 2, 10).Found)
	assert.Equal(t, []string{"lab cloud chips fund"}, routes(FindPaths(d, r, "app", "fund", 4, 10)), "a product stands for its firm")
	assert.Empty(t, FindPaths(d, r, "lab", "old", 4, 10).Found, "it was terminated")
	assert.Empty(t, FindPaths(d, r, "lab", "nobody", 4, 10).Found)
}

// A web in which everybody needs everybody has more paths than anybody could
// count: the search ends and says so.
func TestPathsWithoutEnd(t *testing.T) {
	d := &data.Dataset{Sources: []data.Source{{ID: "s1"}}}
	const n = 40
	for i := range n {
		d.Parties = append(d.Parties, data.Party{ID: data.PartyID(fmt.Sprintf("p%02d", i))})
	}
	for i := range n {
		for j := range n {
			if i != j {
				t := tie(fmt.Sprintf("t%02d-%02d", i, j), string(d.Parties[i].ID), string(d.Parties[j].ID), "purchase")
				t.Statements = []data.Statement{says(string(t.ID)+".1", data.Signed)}
				d.Ties = append(d.Ties, t)
			}
		}
	}
	d.Build()
	p := FindPaths(d, apply(d, Default(d, data.DayOf(2025, 1, 1))), "p00", "p39", 8, 50)
	assert.Len(t, p.Found, 50)
	assert.True(t, p.Cut)
	assert.Positive(t, p.More)
	assert.Len(t, p.Found[0], 1, "the shortest are there all the same")
}
