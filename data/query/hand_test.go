package query

import (
	"encoding/json"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/data"
	"entangle/data/resolve"
)

// Hiding a party takes its ties away and those of what belongs to it, hiding a tie
// that alone; both are counted and said, and nothing else changes.
func TestHiddenByHand(t *testing.T) {
	d := web(t)
	v := Default(d, 0)
	w := resolve.At(d, v.Moment())
	all := Apply(w, v)
	for i := range d.Parties {
		p := d.Parties[i].ID
		h := v
		h.Hide.Parties = []data.PartyID{p}
		got := Apply(w, h)
		var want []data.TieID
		for _, s := range all.Ties {
			if !slices.ContainsFunc(s.Tie.Parties(), func(q data.PartyID) bool { return d.Within(q, p) }) {
				want = append(want, s.Tie.ID)
			}
		}
		var left []data.TieID
		for _, s := range got.Ties {
			left = append(left, s.Tie.ID)
		}
		assert.Equal(t, want, left, "without %s", p)
		hidden := 0
		for _, r := range got.Hidden.By {
			if r.Filter == "by hand" {
				hidden = r.Ties
			}
		}
		assert.Equal(t, len(all.Ties)-len(want), hidden)
		assert.True(t, h.Filtered())
		assert.True(t, v.Equal(h.Unfiltered()))
		assert.False(t, v.Equal(h))
		for _, s := range Ever(w, h).Ties {
			assert.False(t, slices.ContainsFunc(s.Tie.Parties(), func(q data.PartyID) bool { return d.Within(q, p) }), "on no day")
		}
	}
	h := v
	h.Hide.Ties = []data.TieID{all.Ties[1].Tie.ID, "nobody"}
	got := Apply(w, h)
	assert.Len(t, got.Ties, len(all.Ties)-1)
	assert.Len(t, h.Check(d), 1, "what the dataset lacks is named")
	content, err := json.Marshal(h)
	require.NoError(t, err)
	var back View
	require.NoError(t, json.Unmarshal(content, &back))
	assert.True(t, h.Equal(back))
	assert.True(t, Apply(w, h.Widened(w, all.Ties[1].Tie.ID)).Holds(all.Ties[1].Tie.ID), "revealing a tie shows it again")
}
