package query

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"

	"entangle/data"
	"entangle/data/resolve"
)

// What changed between two days is found by what the states share, and is what
// comparing them field by field finds.
func TestChangedIsWhatDiffers(t *testing.T) {
	eachRandom(t, func(t *testing.T, d *data.Dataset, v View) {
		web := resolve.At(d, v.Moment())
		from := Apply(web, v)
		later := v
		later.AsOf = data.DayOf(2027, 2, 1)
		to := Apply(web.At(later.Moment()), later)
		want := []data.TieID{}
		before := map[data.TieID]*resolve.State{}
		for _, s := range from.Ties {
			before[s.Tie.ID] = s
		}
		for _, s := range to.Ties {
			b := before[s.Tie.ID]
			delete(before, s.Tie.ID)
			if b == nil || b.InForce != s.InForce || len(differing(b, s)) > 0 {
				want = append(want, s.Tie.ID)
			}
		}
		for id := range before {
			want = append(want, id)
		}
		slices.Sort(want)
		assert.Equal(t, want, append([]data.TieID{}, Changed(from, to)...))
		assert.Empty(t, Changed(to, to))
	})
}
