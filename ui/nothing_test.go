package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/assert"

	"entangle/ui/scene"
)

// While nothing is open, as when a file cannot be read, no command, key or click does
// harm: Escape and a click on the empty map had ended the program.
func TestNothingIsOpen(t *testing.T) {
	d := seat(t, "/there/is/no/such.yaml")
	d.until("it is said", func() bool { return d.notice() != "" })
	canvas := d.win.Canvas()
	bare := func() {
		for top := canvas.Overlays().Top(); top != nil; top = canvas.Overlays().Top() {
			canvas.Overlays().Remove(top)
		}
		d.dialogs.open = nil
	}
	for _, m := range d.win.MainMenu().Items {
		for _, i := range m.Items {
			if i.Action != nil {
				i.Action()
				bare()
			}
		}
	}
	keys := []fyne.KeyName{fyne.KeyReturn, fyne.KeySpace, fyne.KeyUp, fyne.KeyDown, fyne.KeyLeft, fyne.KeyHome, fyne.KeyDelete, fyne.KeyEscape}
	for _, k := range keys {
		canvas.Unfocus()
		canvas.OnTypedKey()(&fyne.KeyEvent{Name: k})
	}
	reached := map[fyne.Focusable]bool{}
	for range 40 {
		canvas.FocusNext()
		at := canvas.Focused()
		if reached[at] {
			continue
		}
		reached[at] = true
		for _, k := range keys {
			at.TypedKey(&fyne.KeyEvent{Name: k})
			bare()
		}
		for r := ' '; r <= '~'; r++ {
			at.TypedRune(r)
		}
		canvas.Focus(at)
	}
	assert.Greater(t, len(reached), 12)
	for _, mod := range []fyne.KeyModifier{0, fyne.KeyModifierShift, fyne.KeyModifierControl} {
		d.view.MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary, Modifier: mod})
		d.view.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(9, 9)})
		d.view.DragEnd()
		test.Tap(d.view)
	}
	d.state.SelectAll([]scene.Ref{party("a")})
	assert.Nil(t, d.state.Subject())
	assert.Empty(t, d.state.Selected())
}
