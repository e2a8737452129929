package query

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"

	"entangle/data"
	"entangle/data/resolve"
)

// TestAnEarlierKnownOnKnowsNoMore: what counts of a web as known earlier counts
// later too, and so do its sources.
func TestAnEarlierKnownOnKnowsNoMore(t *testing.T) {
	less := 0
	eachRandom(t, func(t *testing.T, d *data.Dataset, v View) {
		v = View{AsOf: v.AsOf, KnownOn: data.DayOf(2025, 1, 1), Status: StatusAll, Direction: Both}
		late := apply(d, v)
		v.KnownOn = data.DayOf(2023, 1, 1)
		early := apply(d, v)
		assert.Subset(t, shown(late), shown(early))
		assert.Subset(t, late.Sources, early.Sources)
		assert.Subset(t, late.Parties, early.Parties)
		for _, s := range early.Ties {
			i := slices.IndexFunc(late.Ties, func(o *resolve.State) bool { return o.Tie.ID == s.Tie.ID })
			assert.Subset(t, Counting(late.Ties[i]), Counting(s))
		}
		if len(early.Ties) < len(late.Ties) {
			less++
		}
	})
	assert.Positive(t, less, "the limit does limit")
}

// TestTheOrderOfTheFileDoesNotMatter: views, lines, sums, gaps and differences
// are the same whatever the order of sources, parties, ties and statements.
func TestTheOrderOfTheFileDoesNotMatter(t *testing.T) {
	eachRandom(t, func(t *testing.T, d *data.Dataset, v View) {
		r := rand.New(rand.NewPCG(uint64(len(v.Kinds)), uint64(v.Hops)))
		mixed := &data.Dataset{Sources: slices.Clone(d.Sources), Parties: slices.Clone(d.Parties), Ties: slices.Clone(d.Ties)}
		mix(r, mixed.Sources)
		mix(r, mixed.Parties)
		mix(r, mixed.Ties)
		for i := range mixed.Ties {
			mixed.Ties[i].Statements = slices.Clone(mixed.Ties[i].Statements)
			mix(r, mixed.Ties[i].Statements)
		}
		mixed.Build()
		one, two := apply(d, v), apply(mixed, v)
		assert.Equal(t, shown(one), shown(two))
		assert.Equal(t, one.Parties, two.Parties)
		assert.Equal(t, one.Sources, two.Sources)
		assert.Equal(t, one.Hidden, two.Hidden)
		a, b := Draw(d, one, false), Draw(mixed, two, false)
		assert.Equal(t, len(a.Nodes), len(b.Nodes))
		for i := range a.Bundles {
			assert.Equal(t, a.Bundles[i].ID, b.Bundles[i].ID)
			assert.Equal(t, ids(a.Bundles[i].Ties), ids(b.Bundles[i].Ties))
		}
		totals, again := SumUp(one.Ties), SumUp(two.Ties)
		for i := range totals.List {
			assert.Equal(t, totals.List[i].Field, again.List[i].Field)
			assert.Equal(t, totals.List[i].Sum, again.List[i].Sum)
			assert.Equal(t, totals.List[i].Results, again.List[i].Results)
		}
		assert.Equal(t, FindGaps(resolve.At(d, v.Moment()), 100), FindGaps(resolve.At(mixed, v.Moment()), 100))
		w := v
		w.AsOf += 1000
		diff, other := Compare(one, apply(d, w)), Compare(two, apply(mixed, w))
		assert.Equal(t, idsOf(diff.Added), idsOf(other.Added))
		assert.Equal(t, idsOf(diff.Ended), idsOf(other.Ended))
		for i := range diff.Amended {
			assert.Equal(t, diff.Amended[i].Fields, other.Amended[i].Fields)
		}
	})
}

func shown(r *Result) []data.TieID {
	list := make([]data.TieID, len(r.Ties))
	for i, s := range r.Ties {
		list[i] = s.Tie.ID
	}
	return list
}

func mix[T any](r *rand.Rand, list []T) {
	r.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
}
