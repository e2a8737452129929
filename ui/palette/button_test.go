package palette

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
	"github.com/stretchr/testify/assert"

	"entangle/ui/style"
)

// ringOf is the focus ring of a button, nil when none is shown.
func ringOf(b *Button) *canvas.Rectangle {
	objects := test.WidgetRenderer(b).Objects()
	if line := objects[len(objects)-1].(*canvas.Rectangle); line.Visible() {
		return line
	}
	return nil
}

func TestTheRingStandsAroundWhatHasTheKeyboard(t *testing.T) {
	app := test.NewTempApp(t)
	app.Settings().SetTheme(Theme{Light})
	b, other := NewButton("Export", nil), NewButton("Fit", nil)
	b.Importance = widget.HighImportance
	w := test.NewTempWindow(t, container.NewHBox(b, other))
	assert.Nil(t, ringOf(b))
	w.Canvas().Focus(b)
	line := ringOf(b)
	assert.NotNil(t, line)
	assert.Equal(t, style.Of(style.Light).Accent, line.StrokeColor)
	assert.Less(t, line.Position().X, float32(-2), "outside what is filled with the accent")
	assert.Greater(t, line.Size().Width, b.Size().Width+4)
	w.Canvas().Focus(other)
	assert.Nil(t, ringOf(b))
}

// The keyboard stays at a button that it presses, unless that leads elsewhere.
func TestPressingAButton(t *testing.T) {
	test.NewTempApp(t)
	pressed, left := 0, 0
	b := NewButton("Fit", func() { pressed++ })
	b.Leave = func() { left++ }
	entry := widget.NewEntry()
	w := test.NewTempWindow(t, container.NewHBox(b, entry))
	for _, key := range []fyne.KeyName{fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter} {
		w.Canvas().Focus(b)
		b.TypedKey(&fyne.KeyEvent{Name: key})
		assert.Equal(t, fyne.Focusable(b), w.Canvas().Focused(), "%s", key)
	}
	assert.Equal(t, 3, pressed)
	b.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	assert.Equal(t, 1, left)
	b.OnTapped = func() { w.Canvas().Focus(entry) }
	b.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	assert.Equal(t, fyne.Focusable(entry), w.Canvas().Focused())
	b.OnTapped = nil
	w.Canvas().Overlays().Add(container.NewHBox(NewButton("Close", nil)))
	over := NewButton("Copy", nil)
	w.Canvas().Overlays().Add(container.NewHBox(over))
	w.Canvas().Focus(over)
	over.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	assert.Equal(t, fyne.Focusable(over), w.Canvas().Focused(), "in a dialog too")
	over.OnTapped = func() { w.Canvas().Overlays().Remove(w.Canvas().Overlays().Top()) }
	over.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	assert.Nil(t, w.Canvas().Focused(), "it has closed it")
	w.Canvas().Overlays().Remove(w.Canvas().Overlays().Top())
	b.Disable()
	w.Canvas().Focus(b)
	b.OnTapped = func() { pressed++ }
	b.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	assert.Equal(t, 3, pressed, "a button that is disabled")
}
