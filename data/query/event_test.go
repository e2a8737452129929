package query

import (
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"entangle/data"
	"entangle/data/resolve"
)

func eventsOf(d *data.Dataset, v View) []Event {
	web := resolve.At(d, v.Moment())
	return Events(web, Ever(web, v), Apply(web, v))
}

// timed is two ties with every sort of event, by a source of March 2025 and an
// undated one.
func timed(t testing.TB) *data.Dataset {
	early := says("a1", data.Signed)
	early.Source, early.End = "dated", date(t, "2027-06-30")
	later := says("a2", data.InForce)
	later.Effective, later.End = date(t, "2025-09"), date(t, "2028")
	always := says("b1", data.Signed)
	always.Start = date(t, "2026-02-03")
	older := says("b2", data.Signed)
	older.Effective = date(t, "../2020")
	return (&data.Dataset{
		Sources: []data.Source{{ID: "dated", Published: date(t, "2025-03-10"), Known: date(t, "2025-04")}, {ID: "s1"}},
		Parties: []data.Party{{ID: "o"}, {ID: "m"}},
		Ties:    []data.Tie{tie("ta", "o", "m", "equity", early, later), tie("tb", "o", "m", "equity", always, older)},
	}).Build()
}

func written(events []Event) []string {
	var out []string
	for _, e := range events {
		of := string(e.Source)
		if e.Tie != nil {
			of = string(e.Tie.ID)
		}
		text := e.Day().String() + " " + of + " " + string(e.Kind)
		if !e.Known {
			text += ", not known"
		}
		out = append(out, text)
	}
	return out
}

func TestEvents(t *testing.T) {
	d := timed(t)
	v := Default(d, data.DayOf(2025, 4, 1))
	assert.Equal(t, []string{
		"2025-03-10 ta takes effect", "2025-04-30 dated appears", "2025-09-01 ta takes effect",
		"2026-02-03 tb begins", "2027-07-01 ta ends",
	}, written(eventsOf(d, v)), "what has no date, or none to begin with, is no event")
	v.AsOf = data.DayOf(2025, 10, 1)
	assert.Equal(t, []string{
		"2025-03-10 ta takes effect", "2025-04-30 dated appears", "2025-09-01 ta takes effect",
		"2026-02-03 tb begins", "2029-01-01 ta ends",
	}, written(eventsOf(d, v)), "the end is the one that stands on the day")
	v.KnownOn = data.DayOf(2025, 4, 29)
	assert.Equal(t, []string{
		"2025-03-10 ta takes effect, not known", "2025-04-30 dated appears, not known", "2025-09-01 ta takes effect",
		"2026-02-03 tb begins", "2029-01-01 ta ends",
	}, written(eventsOf(d, v)))
}

func TestNext(t *testing.T) {
	d := timed(t)
	v := Default(d, data.DayOf(2025, 10, 1))
	events := eventsOf(d, v)
	day := func(y int, m time.Month, dd int) data.Day { return data.DayOf(y, m, dd) }
	for _, c := range []struct {
		from    data.Day
		forward bool
		to      data.Day
	}{
		{day(2020, 1, 1), true, day(2025, 3, 10)},
		{day(2025, 3, 10), true, day(2025, 9, 1)}, // the source in between changes nothing of what is the case
		{day(2025, 9, 1), true, day(2026, 2, 3)},
		{day(2026, 2, 3), true, day(2029, 1, 1)},
		{day(2029, 1, 1), true, 0},
		{day(2029, 1, 2), false, day(2029, 1, 1)},
		{day(2025, 9, 1), false, day(2025, 3, 10)},
		{day(2025, 3, 10), false, 0},
	} {
		to, ok := Next(events, c.from, c.forward)
		assert.Equal(t, c.to, to, "%s %t", c.from, c.forward)
		assert.Equal(t, c.to != 0, ok)
	}
	known, ok := NextKnown(events, data.MaxDay, false)
	assert.True(t, ok)
	assert.Equal(t, day(2025, 4, 30), known)
}

// Nothing that is in view changes between two events, where nothing is disputed:
// the events are all that there is to step to. Vague ends change within their
// span only.
func TestNothingHappensBetweenEvents(t *testing.T) {
	eachRandom(t, func(t *testing.T, d *data.Dataset, v View) {
		at := data.DayOf(2019, 1, 1)
		for range 20 {
			v.AsOf = at
			next, ok := Next(eventsOf(d, v), at, true)
			if !ok {
				break
			}
			before := standing(apply(d, v))
			v.AsOf = next - 1
			assert.Equal(t, before, standing(apply(d, v)), "from %s to %s", at, next)
			at = next
		}
	})
}

func standing(r *Result) []string {
	var out []string
	for _, s := range r.Ties {
		text := string(s.Tie.ID) + s.InForce.String()
		for _, st := range s.Status {
			text += string(st.Value)
		}
		out = append(out, text)
	}
	return slices.Sorted(slices.Values(out))
}
