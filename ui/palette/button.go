package palette

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Button is the toolkit's with a focus ring. Enter presses it too, and not Space
// alone, and the keyboard stays at it.
type Button struct {
	widget.Button
	Leave   func() // on Escape; nil for nothing
	focused bool
}

// NewButton makes a button of words.
func NewButton(text string, tapped func()) *Button {
	b := &Button{}
	b.ExtendBaseWidget(b)
	b.Text, b.OnTapped = text, tapped
	return b
}

// CreateRenderer is part of fyne.Widget. The ring lies a little outside: it would not be
// seen on a button that is filled with the accent.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	return Ringed(b.Button.CreateRenderer(), ringWidth+1, func() bool { return b.focused })
}

// FocusGained shows the ring.
func (b *Button) FocusGained() {
	b.focused = true
	b.Button.FocusGained()
}

// FocusLost hides the ring.
func (b *Button) FocusLost() {
	b.focused = false
	b.Button.FocusLost()
}

// TypedKey is part of fyne.Focusable.
func (b *Button) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyEscape:
		if b.Leave != nil {
			b.Leave()
		}
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		b.press()
	}
}

// press does what a click does, which takes the keyboard away. It comes back unless
// something was opened or closed over the window.
func (b *Button) press() {
	c := fyne.CurrentApp().Driver().CanvasForObject(b)
	if c == nil {
		b.Tapped(nil)
		return
	}
	over := c.Overlays().Top()
	b.Tapped(nil)
	if c.Focused() == nil && c.Overlays().Top() == over && b.Visible() {
		c.Focus(b)
	}
}
