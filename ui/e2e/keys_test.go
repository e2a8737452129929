package e2e

import (
	"fmt"
	"math"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// By the keyboard alone: walk to a party and on along a tie, to the ties of it,
// into the panel and back; hide and undo; move a box, which stays where it was put
// under another engine and after a restart from a saved view.
func TestWalkReadHideMoveSave(t *testing.T) {
	d := sit(t, 1440, 900)
	s := d.open()
	require.Equal(t, "map", s.Keyboard, "the keyboard is at the map from the start")
	d.key("Right")
	s = d.until("the box in the middle is selected", func(s seen) bool { return s.Selected.ID != "" && s.Sharp })
	from, start := s.Selected.ID, s.Boxes[s.Selected.ID]
	d.key("Down")
	s = d.until("the arrow has led on", func(s seen) bool { return s.Selected.ID != from && s.Sharp })
	assert.Greater(t, s.Boxes[s.Selected.ID].Y, start.Y, "downwards")
	d.key("shift+Up")
	s = d.until("another one is selected with it", func(s seen) bool { return len(s.Also) == 1 && s.Sharp })
	d.key("alt+Left")
	s = d.until("the selection before is back", func(s seen) bool { return len(s.Also) == 0 && s.Selected.ID != "" && s.Sharp })

	party := s.Selected.ID
	d.key("bracketright")
	s = d.until("a tie of it is read", func(s seen) bool { return s.Selected.ID != party && s.Sharp })
	assert.Contains(t, s.Panel, "What the sources say")
	tie := s.Selected.ID
	d.key("Return", "Down")
	s = d.until("the keyboard is in the panel", func(s seen) bool { return s.Keyboard != "map" })
	d.key("Escape")
	d.until("the keyboard is back at the map", func(s seen) bool { return s.Keyboard == "map" && s.Selected.ID == tie })

	d.key("ctrl+h")
	s = d.until("the tie is hidden", func(s seen) bool { return s.Undo == "hide 1 tie" && s.Sharp })
	ties := s.Ties
	d.key("ctrl+z")
	s = d.until("it is there again, and selected", func(s seen) bool { return s.Ties == ties+1 && s.Selected.ID == tie && s.Sharp })
	d.key("ctrl+shift+z")
	d.until("it is hidden again", func(s seen) bool { return s.Ties == ties && s.Sharp })
	d.key("ctrl+z", "Escape")
	s = d.until("all is as it was", func(s seen) bool { return s.Ties == ties+1 && s.Selected.ID == "" && s.Sharp })

	d.key("Right")
	s = d.until("a box is selected", func(s seen) bool { return s.Selected.ID != "" && s.Sharp })
	moved, before := s.Selected.ID, s.Boxes[s.Selected.ID]
	d.key("ctrl+shift+Up", "ctrl+shift+Up", "ctrl+shift+Up", "ctrl+shift+Left")
	s = d.until("it is pinned", func(s seen) bool { return len(s.Pinned) == 1 && s.Pinned[0] == moved && s.Sharp })
	assert.Less(t, s.Boxes[moved].Y, before.Y-30)
	assert.Less(t, s.Boxes[moved].X, before.X-10)
	d.key("ctrl+plus")
	d.key("ctrl+Left")
	s = d.until("the camera has moved", func(s seen) bool { return s.Boxes[moved].X != before.X && s.Sharp })
	want := s.Boxes
	d.key("ctrl+s")
	d.do("xdotool", "type", "--delay", "30", "Mine")
	d.key("Return")
	d.until("it is saved", func(s seen) bool { return len(s.Saved) == 2 && s.Saved[1] == "Mine" })

	require.NoError(t, d.process.Process.Kill())
	_ = d.process.Wait()
	d.open()
	d.key("ctrl+k")
	d.do("xdotool", "type", "--delay", "30", "Mine")
	d.key("Return")
	s = d.until("the saved view is there", func(s seen) bool { return len(s.Pinned) == 1 && s.Selected.ID == moved && s.Sharp })
	for id, at := range want {
		assert.LessOrEqual(t, math.Hypot(at.X-s.Boxes[id].X, at.Y-s.Boxes[id].Y), 1.0, "%s, within a pixel", id)
	}
	d.key("ctrl+l")
	s = d.until("another engine has placed the map", func(s seen) bool { return s.Engine == "neato" && s.Sharp })
	assert.LessOrEqual(t, math.Hypot(want[moved].X-s.Boxes[moved].X, want[moved].Y-s.Boxes[moved].Y), 1.0, "a pinned box stays")
	assert.Empty(t, s.Failure)
}

// In a small window too there are words on the lines of the first view.
func TestWordsInASmallWindow(t *testing.T) {
	d := sit(t, 1024, 680)
	d.prefer(map[string]any{"window.width": 1024.0, "window.height": 680.0})
	s := d.open()
	assert.Greater(t, s.Labels, 14)
	d.key("minus", "minus", "minus")
	d.until("it is too far away to be read", func(s seen) bool { return s.Labels == 0 && s.Sharp })
}

// By the mouse: drag a box, which is pinned where it is put down, and still after a
// restart; frame boxes with Shift, and add one with Ctrl.
func TestDragFrameAdd(t *testing.T) {
	d := sit(t, 1440, 900)
	s := d.open()
	move := func(x, y float64) { d.do("xdotool", "mousemove", fmt.Sprint(int(x)), fmt.Sprint(int(y))) }
	pull := func(from struct{ X, Y float64 }, dx, dy float64) {
		move(from.X, from.Y)
		time.Sleep(200 * time.Millisecond)
		d.do("xdotool", "mousedown", "1")
		for i := 1.0; i <= 8; i++ {
			move(from.X+dx*i/8, from.Y+dy*i/8)
			time.Sleep(40 * time.Millisecond)
		}
		d.do("xdotool", "mouseup", "1")
	}
	before := s.Boxes
	pull(before["openai"], -64, 72)
	s = d.until("the box is pinned", func(s seen) bool { return len(s.Pinned) == 1 && s.Sharp })
	assert.Equal(t, []string{"openai"}, s.Pinned)
	assert.InDelta(t, before["openai"].X-64, s.Boxes["openai"].X, 3, "where it was put down")
	assert.InDelta(t, before["openai"].Y+72, s.Boxes["openai"].Y, 3)
	assert.Equal(t, before["google"], s.Boxes["google"], "the others stay")
	assert.Equal(t, "move OpenAI", s.Undo)

	corner := struct{ X, Y float64 }{s.Boxes["microsoft"].X - 110, s.Boxes["microsoft"].Y + 45}
	d.do("xdotool", "keydown", "shift")
	pull(corner, s.Boxes["amazon"].X-corner.X, -60)
	d.do("xdotool", "keyup", "shift")
	s = d.until("the boxes in the frame are selected", func(s seen) bool { return s.Selected.ID != "" && len(s.Also) == 1 && s.Sharp })
	assert.ElementsMatch(t, []string{"microsoft", "amazon"}, append(s.Also, s.Selected.ID))
	d.do("xdotool", "keydown", "ctrl")
	d.click(s, s.Boxes["google"])
	d.do("xdotool", "keyup", "ctrl")
	s = d.until("one is added", func(s seen) bool { return len(s.Also) == 2 && s.Selected.ID == "google" && s.Sharp })
	assert.Contains(t, s.Panel, "Selected with it 2 others")

	d.key("Escape", "f")
	want := d.until("nothing is selected", func(s seen) bool { return s.Selected.ID == "" && s.Sharp }).Boxes["openai"]
	d.waitFor(filepath.Join(d.home, ".config", "fyne", "org.entangle.Entangle", "preferences.json"))
	require.NoError(t, d.process.Process.Kill())
	_ = d.process.Wait()
	s = d.open()
	assert.Equal(t, []string{"openai"}, s.Pinned, "the next start finds it where it was put")
	assert.LessOrEqual(t, math.Hypot(want.X-s.Boxes["openai"].X, want.Y-s.Boxes["openai"].Y), 1.0)
}
