package query_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/data"
	"entangle/data/format"
	"entangle/data/query"
	"entangle/data/resolve"
	"entangle/seeds"
)

func TestNarrow(t *testing.T) {
	d, err := format.Parse("example.yaml", seeds.Example)
	require.NoError(t, err)
	v := query.Default(d, data.DayOf(2026, 5, 1))
	web := resolve.At(d, v.Moment())
	all := query.Apply(web, v)
	for _, tie := range all.Ties {
		r := query.Narrow(all, web, []string{string(tie.Tie.ID)})
		require.Len(t, r.Ties, 1)
		assert.Same(t, tie, r.Ties[0])
		assert.ElementsMatch(t, tie.Tie.Parties(), r.Parties)
		assert.Equal(t, len(all.Ties)-1+all.Hidden.Ties, r.Hidden.Ties)
		assert.Equal(t, query.Reason{Filter: query.Selection, Ties: len(all.Ties) - 1}, r.Hidden.By[len(r.Hidden.By)-1])
		for _, s := range query.Counting(tie) {
			assert.Positive(t, r.Number(s.Source), "its sources have numbers")
		}
	}
	for _, p := range d.Parties {
		r := query.Narrow(all, web, []string{string(p.ID)})
		for _, s := range all.Ties {
			has := false
			for _, q := range s.Tie.Parties() {
				has = has || q == p.ID || d.Top(q) == p.ID
			}
			assert.Equal(t, has, contains(r.Ties, s), "%s of %s: a party brings its ties, and those of its units", s.Tie.ID, p.ID)
		}
	}
	assert.Empty(t, query.Narrow(all, web, []string{"nobody"}).Ties)
	assert.Equal(t, all.Hidden.By, query.Apply(web, v).Hidden.By, "the whole is as it was")
	assert.Zero(t, all.Number("nothing"))
}

func contains(list []*resolve.State, s *resolve.State) bool {
	for _, other := range list {
		if other == s {
			return true
		}
	}
	return false
}
