package resolve_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/data"
	"entangle/data/deals"
	"entangle/data/resolve"
)

// Whoever wanders through time finds on every day what one finds who goes there at
// once.
func TestAWalkIsALeap(t *testing.T) {
	for seed := range rounds(t, 3000) {
		r := rand.New(rand.NewPCG(uint64(seed), 7))
		text := randomText(r, 1+r.IntN(4), 1+r.IntN(5))
		d := dataset(text)
		web, way := resolve.At(d, randomMoment(r)), ""
		for range 6 {
			m := randomMoment(r)
			switch r.IntN(3) {
			case 0: // from one day of a vague date to the next
				m.AsOf += data.Day(r.IntN(3) - 1)
			case 1:
				m.AsOf, m.KnownOn = web.Moment().AsOf+data.Day(r.IntN(400)-200), web.Moment().KnownOn
			}
			way += fmt.Sprintf("as of %s, known on %s\n", m.AsOf, m.KnownOn)
			web = web.At(m)
			leap := resolve.At(d, m)
			for i := range d.Ties {
				require.Equal(t, leap.Tie(d.Ties[i].ID), web.Tie(d.Ties[i].ID), "%s%s", way, text)
			}
			for i := range d.Notes {
				require.Equal(t, leap.Note(d.Notes[i].ID), web.Note(d.Notes[i].ID), "%s%s", way, text)
			}
		}
	}
}

// The same of a web of deals, and what did not change is the very same state.
func TestMostIsShared(t *testing.T) {
	d := deals.Make(deals.Size{Parties: 100, Ties: 300, Statements: 900}, 3)
	web := resolve.At(d, resolve.On(day("2024-01-01")))
	r := rand.New(rand.NewPCG(1, 1))
	for range 60 {
		m := resolve.On(web.Moment().AsOf + data.Day(r.IntN(60)-25))
		if r.IntN(3) == 0 {
			m.KnownOn = m.AsOf - data.Day(r.IntN(100))
		}
		now, leap := web.At(m), resolve.At(d, m)
		shared := 0
		for i := range d.Ties {
			id := d.Ties[i].ID
			require.Equal(t, leap.Tie(id), now.Tie(id))
			if now.Tie(id) == web.Tie(id) {
				shared++
			}
		}
		if m.KnownOn == web.Moment().KnownOn {
			assert.Greater(t, shared, 200, "from %s to %s", web.Moment().AsOf, m.AsOf)
		}
		web = now
	}
}
