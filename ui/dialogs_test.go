package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/assert"
)

// Escape closes the topmost dialog as its Cancel does: from nowhere in it and from
// a field.
func TestEscapeClosesDialogs(t *testing.T) {
	d := sit(t)
	shown := func() bool { return d.win.Canvas().Overlays().Top() != nil }
	escape := &fyne.KeyEvent{Name: fyne.KeyEscape}
	beside := func() { d.win.Canvas().OnTypedKey()(escape) }

	beside()
	for _, show := range []func(){d.showAbout, d.showKeys, d.showSaved, d.showOpen} {
		show()
		assert.True(t, shown())
		beside()
		assert.False(t, shown())
	}

	d.showSave()
	d.win.Canvas().Focused().TypedKey(escape)
	assert.False(t, shown(), "from a field")
	assert.Empty(t, d.saved, "nothing is saved")

	yes := 0
	d.showAbout()
	d.confirm("Really?", "There is no way back.", func(really bool) {
		if really {
			yes++
		}
	})
	beside()
	assert.True(t, shown(), "only the topmost is closed")
	beside()
	assert.False(t, shown())
	assert.Zero(t, yes)
	assert.Empty(t, d.dialogs.open)

	d.showExport()
	d.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	assert.True(t, shown(), "another key is the field's")
	d.win.Canvas().Focused().TypedKey(escape)
	assert.False(t, shown())
}
