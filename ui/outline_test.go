package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/ui/outline"
)

// The outline in the window is that of the command line; it can be read by the
// keyboard and copied.
func TestTheOutline(t *testing.T) {
	d := sit(t)
	d.item("File", "Outline as text").Action()
	d.until("the outline is shown", func() bool { return d.win.Canvas().Overlays().Top() != nil })
	s := d.state.Subject()
	want := outline.Text(s.Dataset, s.Result)
	assert.Contains(t, d.dialog(), want)
	r, ok := d.win.Canvas().Focused().(*reader)
	require.True(t, ok)
	for _, c := range []struct {
		key  fyne.KeyName
		down bool
	}{{fyne.KeyDown, true}, {fyne.KeyUp, false}, {fyne.KeyPageDown, true}, {fyne.KeyPageUp, false}, {fyne.KeyEnd, true}, {fyne.KeyHome, false}} {
		r.scroll.Resize(fyne.NewSize(300, 60))
		r.TypedKey(&fyne.KeyEvent{Name: c.key})
		assert.Equal(t, c.down, r.scroll.Offset.Y > 0, c.key)
	}
	r.TypedKey(&fyne.KeyEvent{Name: fyne.KeyA})
	d.press("Copy")
	assert.Equal(t, want, d.app.Clipboard().Content())
	r.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	assert.Nil(t, d.win.Canvas().Overlays().Top())
}
