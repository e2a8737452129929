package e2e

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// drag moves the pointer with the button down from a place by some units.
func (d *desk) drag(s seen, from struct{ X, Y float64 }, dx float64) {
	d.t.Helper()
	point := func(x float64) []string {
		return []string{"mousemove", fmt.Sprint(int(x * s.Scale)), fmt.Sprint(int(from.Y * s.Scale))}
	}
	d.do("xdotool", point(from.X)...)
	time.Sleep(200 * time.Millisecond)
	d.do("xdotool", "mousedown", "1")
	for i := 1; i <= 4; i++ {
		time.Sleep(60 * time.Millisecond)
		d.do("xdotool", point(from.X+dx*float64(i)/4)...)
	}
	time.Sleep(60 * time.Millisecond)
	d.do("xdotool", "mouseup", "1")
}

// Dates are dragged, stepped, typed and undone; the counts follow both of them,
// and no box moves.
func TestTime(t *testing.T) {
	d := sit(t, 1440, 900)
	file, err := filepath.Abs("../../seeds/example.yaml")
	require.NoError(t, err)
	first := d.open(file)
	require.Equal(t, "2026-05-01", first.AsOf)
	require.Contains(t, first.Handles, "as_of")

	d.key("ctrl+comma")
	s := d.until("the event before is shown", func(s seen) bool { return s.AsOf < first.AsOf && s.Sharp })
	d.key("ctrl+period")
	d.until("the next event is shown", func(again seen) bool { return again.AsOf > s.AsOf && again.Sharp })

	d.key("ctrl+d")
	d.do("xdotool", "type", "--delay", "15", "2025-06")
	d.key("Return")
	s = d.until("the last day of June is shown", func(s seen) bool { return s.AsOf == "2025-06-30" && s.Sharp })
	assert.Less(t, s.Ties, first.Ties, "less was the case")
	assert.Contains(t, s.Panel, fmt.Sprintf("%d ties in view", s.Ties), "the panel counts what the map shows")
	for id, at := range s.Boxes {
		if was, ok := first.Boxes[id]; assert.True(t, ok, id) {
			assert.InDelta(t, was.X, at.X, 1, "%s keeps its place", id)
			assert.InDelta(t, was.Y, at.Y, 1, "%s keeps its place", id)
		}
	}

	d.key("ctrl+shift+d")
	d.do("xdotool", "type", "--delay", "15", "2024")
	d.key("Return")
	known := d.until("less is known", func(s seen) bool { return s.KnownOn == "2024-12-31" && s.Sharp })
	assert.Less(t, known.Ties, s.Ties)

	d.drag(known, known.Handles["as_of"], -80)
	s = d.until("the date was dragged", func(s seen) bool { return s.AsOf < "2025-06-30" && s.Sharp })
	assert.LessOrEqual(t, s.Ties, known.Ties)
	d.do("xdotool", "mousemove", "600", "300")
	d.key("Escape", "ctrl+z")
	d.until("the drag is undone as a whole", func(s seen) bool { return s.AsOf == "2025-06-30" })
	assert.False(t, strings.Contains(d.stderr.String(), "panic"))
}
