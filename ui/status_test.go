package ui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
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

	row := d.bar.status.Layout.(*status)
	inside := func(p *part) bool {
		return p.Visible() && p.place.Visible() && p.place.Position().X >= 0 &&
			p.place.Position().X+p.place.Size().Width <= d.bar.status.Size().Width
	}
	parts := row.first
	fitting := func(width float32) (n int) {
		d.bar.status.Resize(fyne.NewSize(width, 30))
		for i, part := range parts {
			if !inside(part) {
				continue
			}
			n++
			for _, other := range parts[:i] {
				left, right := part, other
				if left.place.Position().X > right.place.Position().X {
					left, right = other, part
				}
				assert.LessOrEqual(t, left.place.Position().X+left.place.Size().Width, right.place.Position().X, "parts overlap in a row of %v", width)
			}
		}
		assert.LessOrEqual(t, d.bar.shows.Size().Width+d.bar.message.Size().Width, width)
		assert.Equal(t, d.bar.shows.Size().Width >= leastWords, d.bar.shows.Visible())
		return n
	}
	assert.Equal(t, len(parts), fitting(1200))
	assert.False(t, d.bar.shows.Visible(), "a long message takes its room, and is not set over it")
	assert.Less(t, fitting(500), len(parts))
	assert.True(t, inside(row.first[0]), "what is hidden is said")
	assert.True(t, inside(row.first[1]), "what takes long can be ended")
	assert.Equal(t, []fyne.CanvasObject{d.bar.chip, d.bar.cancel}, []fyne.CanvasObject{row.first[0].CanvasObject, row.first[1].CanvasObject})

	// Tab leads to the parts that are seen and to no other.
	var reached []fyne.Focusable
	canvas := d.win.Canvas()
	canvas.Focus(d.view)
	for canvas.FocusNext(); canvas.Focused() != fyne.Focusable(d.view); canvas.FocusNext() {
		reached = append(reached, canvas.Focused())
	}
	for _, p := range parts {
		if f, ok := p.CanvasObject.(fyne.Focusable); ok {
			assert.Equal(t, inside(p), slices.Contains(reached, f), "%T", f)
		}
	}

	d.bar.idle()
	assert.Zero(t, d.bar.message.Size().Width, "nothing is being said")
	fitting(1200)
	assert.True(t, d.bar.shows.Visible())
}

// In a narrow window the find box gives way, and the title goes, before anything in the
// bar lies over something else.
func TestTheBarInANarrowWindow(t *testing.T) {
	d := sit(t)
	title, find := fyne.CanvasObject(d.bar.title), fyne.CanvasObject(d.find.entry)
	b := between{find, title}
	for _, width := range []float32{900, 420, 340, 200, findLeast} {
		b.Layout(nil, fyne.NewSize(width, 30))
		assert.LessOrEqual(t, find.Size().Width, min(width, findWidth), "%v", width)
		assert.Equal(t, width-findWidth-theme.Padding() >= titleLeast, title.Visible(), "%v", width)
		if title.Visible() {
			assert.GreaterOrEqual(t, title.Position().X, find.Size().Width, "%v", width)
			assert.LessOrEqual(t, title.Position().X+title.Size().Width, width, "%v", width)
		}
	}
	assert.LessOrEqual(t, d.win.Content().MinSize().Width, float32(800), "a window of half a small screen")
}
