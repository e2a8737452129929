package query

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"entangle/data"
	"entangle/data/resolve"
)

// Whoever goes from day to day sees on each what one sees who goes there at once.
func TestAppliedFromDayToDay(t *testing.T) {
	for seed := range 300 {
		r := rand.New(rand.NewPCG(uint64(seed), 21))
		d := randomWeb(r)
		v := randomView(r, d)
		web := resolve.At(d, v.Moment())
		result := Apply(web, v)
		drawing := Draw(d, Ever(web, v), v.Products)
		for range 8 {
			v.AsOf += data.Day(r.IntN(600) - 300)
			if r.IntN(3) == 0 {
				v.KnownOn = randomView(r, d).KnownOn
			}
			web = web.At(v.Moment())
			result = result.Apply(web, v)
			fresh := Apply(web, v)
			require.Equal(t, fresh, result)
			require.Equal(t, Draw(d, Ever(web, v), v.Products).On(fresh), drawing.On(result))
		}
	}
}

// The changes between two lists are what one has and the other has not.
func TestEachChange(t *testing.T) {
	state := func(id string) *resolve.State { return &resolve.State{Tie: &data.Tie{ID: data.TieID(id)}} }
	a, b, c, d := state("a"), state("b"), state("c"), state("d")
	again := state("b")
	got := [][2]*resolve.State{}
	EachChange([]*resolve.State{a, b, c}, []*resolve.State{again, c, d}, func(old, now *resolve.State) { got = append(got, [2]*resolve.State{old, now}) })
	require.Len(t, got, 3)
	require.Same(t, a, got[0][0])
	require.Nil(t, got[0][1])
	require.Same(t, b, got[1][0])
	require.Same(t, again, got[1][1])
	require.Nil(t, got[2][0])
	require.Same(t, d, got[2][1])
}
