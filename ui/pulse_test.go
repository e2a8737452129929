package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/assert"

	"entangle/ui/style"
)

// TestPulse: the bar is there while work goes on, its block stays on the track and
// moves in steps, and it is gone when the work ends.
func TestPulse(t *testing.T) {
	test.NewTempApp(t)
	u := newPulse(style.Of(style.Light))
	assert.False(t, u.object.Visible())
	u.start()
	u.start() // a second time is the same
	assert.True(t, u.object.Visible())

	places := map[fyne.Position]bool{}
	for i := range 1001 {
		u.step(float32(i) / 1000)
		places[u.block.Position()] = true
		assert.LessOrEqual(t, u.block.Position().X+u.block.Size().Width, float32(pulseWidth))
	}
	assert.Len(t, places, pulseSteps, "one place a step, so that a window is not painted sixty times a second")

	u.stop()
	assert.False(t, u.object.Visible())
	assert.Nil(t, u.motion)
	u.stop()
}

// TestTheMapStaysWhenWorkBegins: what comes and goes above the map takes no room
// from it.
func TestTheMapStaysWhenWorkBegins(t *testing.T) {
	d := sit(t)
	before := fyne.CurrentApp().Driver().AbsolutePositionForObject(d.view)
	size := d.view.Size()
	d.bar.busy("Placing …")
	d.win.Content().Refresh()
	assert.True(t, d.bar.cancel.Visible())
	assert.Equal(t, before, fyne.CurrentApp().Driver().AbsolutePositionForObject(d.view))
	assert.Equal(t, size, d.view.Size())
}
