package query

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"

	"entangle/data"
	"entangle/data/resolve"
)

// randomWeb makes parties in small families and ties of every sort between them.
func randomWeb(r *rand.Rand) *data.Dataset {
	d := &data.Dataset{Sources: []data.Source{
		{ID: "s1", Kind: "news", Reliability: "B"},
		{ID: "s2"},
		{ID: "s3", Published: data.OnDay(data.DayOf(2022, 3, 1))},
		{ID: "s4", Published: data.OnDay(data.DayOf(2024, 3, 1))},
	}}
	kinds, statuses := data.BuiltinKinds(), append(data.Statuses(), "")
	partyKinds := []data.PartyKind{data.AILab, data.Cloud, data.Product, data.Product}
	for i := range 12 {
		p := data.Party{ID: data.PartyID(fmt.Sprintf("p%02d", i)), Kind: partyKinds[r.IntN(4)]}
		if i > 0 && r.IntN(2) == 0 {
			p.Parent = d.Parties[r.IntN(i)].ID
		}
		d.Parties = append(d.Parties, p)
	}
	for i := range 30 {
		ends := r.Perm(12)
		t := tie(fmt.Sprintf("t%02d", i), string(d.Parties[ends[0]].ID), string(d.Parties[ends[1]].ID), kinds[r.IntN(len(kinds))].ID)
		if r.IntN(4) == 0 {
			t.With = []data.PartyID{d.Parties[ends[2]].ID, d.Parties[ends[3]].ID}
		}
		if r.IntN(6) == 0 {
			t.Basis = data.BothBases
		}
		for j := range 1 + r.IntN(3) {
			s := says(fmt.Sprintf("%s.%d", t.ID, j), statuses[r.IntN(len(statuses))])
			s.Source, s.Confidence = d.Sources[r.IntN(len(d.Sources))].ID, r.IntN(3)
			if r.IntN(3) == 0 {
				s.Effective = data.OnDay(data.DayOf(2020+r.IntN(8), 1, 1))
			}
			if r.IntN(3) == 0 {
				s.End = data.OnDay(data.DayOf(2020+r.IntN(12), 12, 31))
			}
			if r.IntN(2) == 0 {
				s.Amounts = []data.Amount{usd(data.AmountKinds()[r.IntN(2)], float64(1+r.IntN(3)))}
			}
			t.Statements = append(t.Statements, s)
		}
		d.Ties = append(d.Ties, t)
	}
	return d.Build()
}

func randomView(r *rand.Rand, d *data.Dataset) View {
	v := Default(d, data.DayOf(2025, 1, 1))
	v.Status = Statuses()[r.IntN(len(Statuses()))]
	v.Basis = []data.Basis{"", data.Contractual, data.Technical}[r.IntN(3)]
	if r.IntN(2) == 0 {
		for _, i := range r.Perm(12)[:4] {
			v.Parties = append(v.Parties, d.Parties[i].ID)
		}
	}
	if r.IntN(2) == 0 {
		for _, k := range data.BuiltinKinds()[:10] {
			v.Kinds = append(v.Kinds, k.ID)
		}
	}
	if r.IntN(3) == 0 {
		for range 1 + r.IntN(3) {
			all := facets()
			f := all[r.IntN(len(all))]
			values := f.all(d)
			for range 1 + r.IntN(4) {
				v = v.Toggle(f.name, values[r.IntN(len(values))])
			}
		}
	}
	if r.IntN(2) == 0 {
		v.Focus, v.Hops, v.Direction = d.Parties[r.IntN(12)].ID, r.IntN(4), Directions()[r.IntN(3)]
	}
	return v
}

func eachRandom(t *testing.T, check func(t *testing.T, d *data.Dataset, v View)) {
	eachOf(t, 150, check)
}

func eachOf(t *testing.T, seeds uint64, check func(t *testing.T, d *data.Dataset, v View)) {
	for seed := range seeds {
		r := rand.New(rand.NewPCG(seed, 1))
		d := randomWeb(r)
		v := randomView(r, d)
		check(t, d, v)
		if t.Failed() {
			t.Fatalf("seed %d, view %+v", seed, v)
		}
	}
}

func apply(d *data.Dataset, v View) *Result { return Apply(resolve.At(d, v.Moment()), v) }

func TestHiddenAndShownAreAll(t *testing.T) {
	eachRandom(t, func(t *testing.T, d *data.Dataset, v View) {
		r := apply(d, v)
		v = v.Unfiltered().Without("status")
		all := apply(d, v)
		assert.Len(t, all.Ties, len(r.Ties)+r.Hidden.Ties)
		assert.Len(t, all.Parties, len(r.Parties)+r.Hidden.Parties)
		assert.Zero(t, all.Hidden.Ties+all.Hidden.Parties+len(all.Hidden.By), "all hides nothing")
		sum := 0
		for _, reason := range r.Hidden.By {
			sum += reason.Ties
		}
		assert.Equal(t, r.Hidden.Ties, sum)
	})
}

func TestFilteringTwiceChangesNothing(t *testing.T) {
	eachRandom(t, func(t *testing.T, d *data.Dataset, v View) {
		r := apply(d, v)
		smaller := *d
		smaller.Ties = nil
		for _, s := range r.Ties {
			smaller.Ties = append(smaller.Ties, *s.Tie)
		}
		again := apply(smaller.Build(), v)
		assert.Equal(t, ids(r.Ties), ids(again.Ties))
		assert.Zero(t, again.Hidden.Ties)
	})
}

func TestMoreHopsShowNoLess(t *testing.T) {
	eachRandom(t, func(t *testing.T, d *data.Dataset, v View) {
		if v.Focus == "" {
			return
		}
		near := map[data.TieID]bool{}
		for _, s := range apply(d, v).Ties {
			near[s.Tie.ID] = true
		}
		v.Hops++
		for _, s := range apply(d, v).Ties {
			delete(near, s.Tie.ID)
		}
		assert.Empty(t, near)
	})
}

func TestDrawingDropsNothing(t *testing.T) {
	eachRandom(t, func(t *testing.T, d *data.Dataset, v View) {
		r := apply(d, v)
		for _, products := range []bool{true, false} {
			drawn, drawing := map[data.TieID]bool{}, Draw(d, r, products)
			nodes, parties := map[data.PartyID]bool{}, 0
			for _, n := range drawing.Nodes {
				nodes[n.Party] = true
				parties += len(n.Members)
			}
			for _, b := range drawing.Bundles {
				assert.NotEqual(t, b.From, b.To, b.ID)
				assert.True(t, nodes[b.From] && nodes[b.To], b.ID)
				for _, s := range b.Ties {
					drawn[s.Tie.ID] = true
				}
			}
			assert.Len(t, drawn, len(r.Ties))
			assert.GreaterOrEqual(t, parties+len(drawing.Nodes), len(r.Parties))
		}
	})
}
