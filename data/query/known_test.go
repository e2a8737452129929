package query

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"entangle/data"
	"entangle/data/resolve"
)

// An earlier known-on day never knows more: of all that counts, shown or hidden,
// nothing is there that is not there later; nor is any source or statement.
func TestAnEarlierKnownOnNeverKnowsMore(t *testing.T) {
	eachRandom(t, func(t *testing.T, d *data.Dataset, v View) {
		for i := range d.Sources {
			d.Sources[i].Known = data.OnDay(data.DayOf(2021+3*i, 1, 1))
		}
		v.Status, v.AsOf = StatusAll, data.DayOf(2027, 1, 1)
		v = v.Unfiltered()
		web := resolve.At(d, v.Moment())
		var before *Result
		for _, year := range []int{2019, 2021, 2023, 2024, 2030} {
			v.KnownOn = data.DayOf(year, 6, 1)
			now := Apply(web.At(v.Moment()), v)
			if before != nil {
				assert.Subset(t, tiesOf(now), tiesOf(before), "%d", year)
				assert.Subset(t, now.Parties, before.Parties)
				assert.Subset(t, now.Sources, before.Sources)
				assert.GreaterOrEqual(t, len(now.Ties)+now.Hidden.Ties, len(before.Ties)+before.Hidden.Ties)
				for _, s := range before.Ties {
					assert.LessOrEqual(t, len(Counting(s)), len(Counting(web.At(v.Moment()).Tie(s.Tie.ID))))
				}
			}
			before = now
		}
		v.KnownOn = data.MaxDay
		assert.Subset(t, tiesOf(Apply(web.At(v.Moment()), v)), tiesOf(before), "and without a limit everything is known")
	})
}
