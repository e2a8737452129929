package ui

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/assert"

	"entangle/ui/palette"
	"entangle/ui/style"
)

// A chip does by mouse and by keyboard what it says, and says more under both.
func TestChip(t *testing.T) {
	test.NewTempApp(t)
	test.ApplyTheme(t, palette.Theme{Choice: palette.Light})
	tapped, more, left := 0, false, 0
	c := newChip(control{func() { left++ }}, func() { tapped++ }, func(on bool) { more = on })
	w := test.NewTempWindow(t, c)
	c.Show()
	c.SetText("12 ties hidden")
	assert.Equal(t, color.Color(style.Of(style.Light).Accent), c.words.Color)
	test.Tap(c)
	for _, key := range []fyne.KeyName{fyne.KeyReturn, fyne.KeySpace, fyne.KeyEnter, fyne.KeyA} {
		c.TypedKey(&fyne.KeyEvent{Name: key})
	}
	assert.Equal(t, 4, tapped)
	assert.Zero(t, left, "it is still there")
	c.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	assert.Equal(t, 1, left)
	c.tapped = c.Hide
	c.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	assert.Equal(t, 2, left, "it has gone with the keyboard at it")
	c.Show()
	w.Canvas().Focus(c)
	assert.True(t, more)
	assert.Equal(t, float32(2), c.ground.StrokeWidth, "a ring")
	c.MouseIn(&desktop.MouseEvent{})
	w.Canvas().Unfocus()
	assert.True(t, more, "the pointer is still there")
	c.MouseOut()
	assert.False(t, more)
	assert.Equal(t, float32(1), c.ground.StrokeWidth)
	assert.Equal(t, desktop.PointerCursor, c.Cursor())
}
