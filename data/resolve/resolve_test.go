package resolve_test

import (
	"testing"

	"entangle/data"
	"entangle/data/resolve"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// example is a small dataset, a moment, and what holds then.
type example struct {
	name  string
	text  string
	asOf  string // 2026-06-01 when empty
	known string // no limit when empty
	of    string // the tie, or "note n"; tie t when empty
	want  string // fields
	stand string // standings; not looked at when empty
}

func (e example) state() *resolve.State {
	m := resolve.On(day("2026-06-01"))
	if e.asOf != "" {
		m.AsOf = day(e.asOf)
	}
	if e.known != "" {
		m.KnownOn = day(e.known)
	}
	web := resolve.At(dataset(e.text), m)
	switch {
	case e.of == "":
		return web.Tie("t")
	case len(e.of) > 5 && e.of[:5] == "note ":
		return web.Note(data.NoteID(e.of[5:]))
	default:
		return web.Tie(data.TieID(e.of))
	}
}

func check(t *testing.T, examples []example) {
	t.Helper()
	for _, e := range examples {
		t.Run(e.name, func(t *testing.T) {
			s := e.state()
			require.NotNil(t, s)
			assert.Equal(t, e.want, fields(s))
			if e.stand != "" {
				assert.Equal(t, e.stand, standings(s))
			}
		})
	}
}

// The cases that the articles of the built-in dataset raise.
func TestWorkedCases(t *testing.T) {
	check(t, []example{
		{
			name: "an additional 100 billion against an expansion from 38 to 100",
			text: `a @2025-11 signed $38e9
			       b @2026-02-27 signed +$100e9 sup:a
			       c @2026-02-27 announced $100e9 sup:a`,
			want:  "status signed(b,c); $ 1.38e+11(a,b)|1e+11(c); disputed $; in force true",
			stand: "a superseded<b,c>; b disputed; c disputed",
		},
		{
			name: "an exclusive licence is revised",
			text: `a @2025-10 in-force end=2032
			       b @2026-04 terminated`,
			want:  "status terminated(b); end 2032(a)",
			stand: "a stands<b>; b stands",
		},
		{
			name: "through 2030, on its last day", asOf: "2030-12-31",
			text: "a @2025 signed end=2030-12-31",
			want: "status signed(a); end 2030-12-31(a); in force true",
		},
		{
			name: "through 2030, the day after", asOf: "2031-01-01",
			text: "a @2025 signed end=2030-12-31",
			want: "status signed(a); end 2030-12-31(a)",
		},
		{
			name: "until 2032, in 2032", asOf: "2032-06-01",
			text: "a @2025 signed end=2032",
			want: "status signed(a); end 2032(a); in force maybe",
		},
	})
}
