package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/assert"

	"entangle/ui/scene"
)

// The row above the map takes the room that there is. It asks for no more whatever
// it says, since the window would grow beyond the screen; where it is short, what
// matters most stays.
func TestStatusTakesTheRoomThereIs(t *testing.T) {
	d := sit(t)
	least := d.win.Content().MinSize()
	d.pick(scene.Ref{Kind: scene.Party, ID: "b"})
	d.view.TypedRune('1')
	d.drawn()
	d.bar.busy(strings.Repeat("placing very many parties ", 20))
	d.bar.chip.SetText(strings.Repeat("hidden ", 8))
	for _, part := range []fyne.CanvasObject{d.bar.chip, d.bar.core, d.bar.focus} {
		part.Show()
	}
	assert.Equal(t, least, d.win.Content().MinSize(), "the least size of the window")

	inside := func(o fyne.CanvasObject) bool {
		return o.Visible() && o.Position().X >= 0 && o.Position().X+o.Size().Width <= d.bar.status.Size().Width
	}
	parts := []fyne.CanvasObject{d.bar.chip, d.bar.cancel, d.bar.focus, d.bar.core, d.bar.pulse.object}
	fitting := func(width float32) (n int) {
		d.bar.status.Resize(fyne.NewSize(width, 30))
		for i, part := range parts {
			if !inside(part) {
				continue
			}
			n++
			for _, other := range parts[:i] {
				left, right := part, other
				if left.Position().X > right.Position().X {
					left, right = other, part
				}
				assert.LessOrEqual(t, left.Position().X+left.Size().Width, right.Position().X, "parts overlap in a row of %v", width)
			}
		}
		assert.LessOrEqual(t, d.bar.shows.Size().Width+d.bar.message.Size().Width, width)
		return n
	}
	assert.Equal(t, len(parts), fitting(1200))
	assert.Less(t, fitting(500), len(parts))
	assert.True(t, inside(d.bar.chip), "what is hidden is said")
	assert.True(t, inside(d.bar.cancel), "what takes long can be ended")

	d.bar.idle()
	assert.Zero(t, d.bar.message.Size().Width, "nothing is being said")
}
