package scene

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/data"
	"entangle/ui/style"
)

func on(y int, m time.Month, d int) data.Day { return data.DayOf(y, m, d) }

func stripOf(t testing.TB, line Timeline, width float64) *Strip {
	t.Helper()
	r, err := style.NewRuler()
	require.NoError(t, err)
	return ComposeTimeline(&line, width, style.Of(style.Light), r)
}

// Events are grouped by what has room: days, months, years, decades.
func TestEventsAreGroupedByWhatHasRoom(t *testing.T) {
	for _, c := range []struct {
		days float64 // across 952 points
		unit unit
	}{{60, day}, {200, day}, {900, month}, {6_000, month}, {40_000, year}, {75_000, year}, {200_000, decade}} {
		assert.Equal(t, c.unit, unitFor(952/c.days), "%v days", c.days)
	}
	line := Timeline{AsOf: Flag{Day: on(2026, 5, 1), Words: "1 May 2026"}, From: float64(on(2020, 1, 1)), To: float64(on(2030, 1, 1))}
	for _, d := range []int{1, 3, 3, 28} {
		at := on(2025, 3, d)
		line.Events = append(line.Events, Happening{First: at, Last: at, Day: at})
	}
	strip := stripOf(t, line, 1000)
	require.Len(t, strip.Bars, 1, "one bar for the month")
	assert.Len(t, strip.Bars[0].Events, 4)
	assert.Equal(t, on(2025, 3, 28), strip.Bars[0].Day, "a click goes to the day on which all has happened")
	line.From, line.To = float64(on(2025, 2, 20)), float64(on(2025, 4, 10))
	assert.Len(t, stripOf(t, line, 1000).Bars, 3, "one for each day")
}

// A vague date is a span, unless its vagueness is not seen at the zoom.
func TestVagueDatesAreSpans(t *testing.T) {
	line := Timeline{
		AsOf: Flag{Day: on(2026, 5, 1), Words: "x"}, From: float64(on(2020, 1, 1)), To: float64(on(2030, 1, 1)),
		Events: []Happening{
			{First: on(2025, 1, 1), Last: on(2025, 12, 31), Day: on(2025, 1, 1)},
			{First: on(2025, 4, 1), Last: on(2025, 4, 30), Day: on(2025, 4, 1)},
			{First: on(2024, 2, 1), Last: data.MaxDay, Day: on(2024, 2, 1)},
		},
	}
	strip := stripOf(t, line, 1000)
	c := &stripComposer{unit: month}
	assert.True(t, c.vague(&line.Events[0]))
	assert.False(t, c.vague(&line.Events[1]), "a month, where months are told apart and days are not")
	assert.True(t, c.vague(&line.Events[2]))
	require.Len(t, strip.Bars, 3)
	for _, b := range strip.Bars {
		if b.Events[0] == 0 {
			assert.InDelta(t, strip.X(float64(on(2025, 1, 1))), b.Rect.Min.X, 0.5)
			assert.InDelta(t, strip.X(float64(on(2026, 1, 1))), b.Rect.Max.X, 0.5, "to the end of its last day")
		}
	}
}

// Places and days are one another's inverse.
func TestDaysHaveTheirPlace(t *testing.T) {
	strip := stripOf(t, Timeline{From: float64(on(2024, 1, 1)), To: float64(on(2027, 1, 1))}, 800)
	for _, d := range []data.Day{on(2024, 1, 2), on(2025, 6, 15), on(2026, 12, 30)} {
		assert.Equal(t, d, strip.Day(strip.X(float64(d)+0.5)))
	}
	assert.Equal(t, data.Day(0), strip.Day(-1e9), "not before the calendar begins")
	assert.Equal(t, on(9999, 12, 31), strip.Day(1e12))
}

// Whatever a file dates, a strip has a bounded number of marks.
func TestAStripIsBounded(t *testing.T) {
	far := []Happening{
		{First: 0, Last: 0, Day: 0},
		{First: data.MinDay, Last: on(2020, 1, 1), Day: on(2020, 1, 1)},
		{First: on(9999, 12, 31), Last: on(9999, 12, 31), Day: on(9999, 12, 31)},
		{First: data.MinDay, Last: data.MaxDay, Day: on(2020, 1, 1)},
	}
	from, to := Whole(far, on(2026, 5, 1))
	for _, room := range [][2]float64{{from, to}, {-5e6, 5e6}, {float64(on(9999, 12, 20)), float64(on(9999, 12, 31)) + 400}, {-10, 2}} {
		line := Timeline{Events: far, AsOf: Flag{on(2026, 5, 1), "1 May 2026"}, KnownOn: Flag{data.MaxDay, "all"}, Since: Flag{1, "then"}, From: room[0], To: room[1]}
		assert.Less(t, stripOf(t, line, 900).Things(), 400, "%v", room)
		assert.NotNil(t, stripOf(t, line, 3), "a window that is hardly there")
	}
}
