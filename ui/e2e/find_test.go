package e2e

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// By the keyboard alone: find a party by a misspelt name, focus on it, hide the
// rest and leave; filter by a kind of tie; show everything again by a command
// that is found by its letters; look for paths.
func TestFindFilterFocusReset(t *testing.T) {
	d := sit(t, 1440, 900)
	s := d.open()
	d.key("ctrl+2")
	s = d.until("everything is shown", func(s seen) bool { return len(s.Boxes) > 15 && s.Sharp })
	all, boxes := s.Ties, len(s.Boxes)

	d.key("ctrl+f")
	d.do("xdotool", "type", "--delay", "40", "nvdia")
	s = d.until("it is found", func(s seen) bool {
		return strings.Contains(s.Panel, "“nvdia”") && strings.Contains(s.Panel, "Nvidia | chip maker")
	})
	assert.Empty(t, s.Selected.ID)
	d.key("Return")
	s = d.until("it is selected", func(s seen) bool { return s.Selected.ID == "nvidia" && s.Sharp })
	assert.Contains(t, s.Panel, "CHIP MAKER")

	d.key("1")
	s = d.until("it is in focus", func(s seen) bool { return strings.Contains(s.Focus, "dimmed") && s.Sharp })
	assert.Equal(t, "Nvidia, 1 hop", s.Focus[:len("Nvidia, 1 hop")])
	assert.Len(t, s.Boxes, boxes, "what is dimmed is there")
	d.key("d")
	s = d.until("the rest is hidden", func(s seen) bool { return len(s.Boxes) < boxes && s.Sharp })
	assert.Contains(t, s.Chip, "hidden by filter · show all")
	assert.Contains(t, s.Boxes, "nvidia")
	assert.Less(t, s.Ties, all)
	d.key("0")
	s = d.until("the focus is left", func(s seen) bool { return s.Focus == "" && len(s.Boxes) == boxes && s.Sharp })

	d.key("ctrl+shift+f")
	d.until("the filters are listed", func(s seen) bool { return strings.Contains(s.Panel, "What the map shows") })
	for range 11 { // past what is hidden by status, and the nine rungs
		d.key("Tab")
	}
	d.key("space")
	s = d.until("ties of one kind are shown", func(s seen) bool { return strings.Contains(s.Panel, "Kind of tie 1 chosen") && s.Sharp })
	assert.Less(t, s.Ties, all)
	assert.Contains(t, s.Chip, "hidden by filter")

	d.key("ctrl+k")
	d.do("xdotool", "type", "--delay", "40", "everyth")
	d.key("Return")
	s = d.until("everything is shown again", func(s seen) bool { return s.Ties == all && len(s.Boxes) == boxes && s.Sharp })
	assert.Contains(t, s.Chip, "hidden by status")

	d.find("openai")
	d.key("ctrl+shift+p")
	d.find("nvidia")
	d.until("the paths are listed", func(s seen) bool { return strings.Contains(s.Panel, "How OpenAI depends on Nvidia") })
	assert.Empty(t, d.stderr.String())
}

// find goes to the first record that a text finds.
func (d *desk) find(text string) {
	d.t.Helper()
	d.key("ctrl+f")
	d.do("xdotool", "type", "--delay", "40", text)
	d.until("it is found", func(s seen) bool { return strings.Contains(s.Panel, "“"+text+"”") })
	d.key("Return")
	d.until("the find box is left", func(s seen) bool { return !strings.Contains(s.Panel, "“"+text+"”") })
}
