package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	fynelayout "fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"entangle/ui/palette"
	"entangle/ui/style"
)

var (
	_ fyne.Tappable     = (*chip)(nil)
	_ fyne.Focusable    = (*chip)(nil)
	_ desktop.Hoverable = (*chip)(nil)
)

// chip is a small round button above the map: what is hidden or in focus, and
// what a click does about it. Under the pointer, or the keyboard, it says more.
type chip struct {
	widget.BaseWidget
	Text   string
	tapped func()
	leave  func()     // on Escape, and when it goes as a key has been pressed
	over   func(bool) // nil: there is no more to say

	words  *canvas.Text
	ground *canvas.Rectangle
	under  bool // the pointer
	atKeys bool // the keyboard
}

func newChip(leaving control, tapped func(), over func(bool)) *chip {
	c := &chip{tapped: tapped, leave: leaving.leave, over: over, words: canvas.NewText("", color.Transparent), ground: canvas.NewRectangle(color.Transparent)}
	c.words.TextSize, c.words.TextStyle.Bold = style.SizeSmall+0.5, true
	c.ground.CornerRadius, c.ground.StrokeWidth = 12, 1
	c.ExtendBaseWidget(c)
	c.Hide()
	return c
}

// SetText says something else.
func (c *chip) SetText(text string) {
	c.Text = text
	c.Refresh()
}

// CreateRenderer is part of fyne.Widget.
func (c *chip) CreateRenderer() fyne.WidgetRenderer {
	c.paint()
	padded := container.New(fynelayout.NewCustomPaddedLayout(3, 4, 11, 11), container.NewCenter(c.words))
	return widget.NewSimpleRenderer(container.NewCenter(container.NewStack(c.ground, padded)))
}

// Refresh takes words and colours anew.
func (c *chip) Refresh() {
	c.paint()
	c.BaseWidget.Refresh()
}

func (c *chip) paint() {
	colour := func(n fyne.ThemeColorName) color.Color {
		return c.Theme().Color(n, fyne.CurrentApp().Settings().ThemeVariant())
	}
	c.words.Text, c.words.Color = c.Text, colour(theme.ColorNamePrimary)
	c.ground.FillColor, c.ground.StrokeColor, c.ground.StrokeWidth = colour(palette.ColorPanel), colour(theme.ColorNameSeparator), 1
	if c.under {
		c.ground.FillColor = colour(theme.ColorNameHover)
	}
	if c.atKeys {
		c.ground.StrokeColor, c.ground.StrokeWidth = colour(theme.ColorNamePrimary), 2
	}
}

// Tapped does what the chip says.
func (c *chip) Tapped(*fyne.PointEvent) { c.tapped() }

// MouseIn says more.
func (c *chip) MouseIn(*desktop.MouseEvent) { c.say(true, c.atKeys) }

// MouseMoved is part of desktop.Hoverable.
func (c *chip) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends it.
func (c *chip) MouseOut() { c.say(false, c.atKeys) }

// Cursor shows that it can be clicked.
func (c *chip) Cursor() desktop.Cursor { return desktop.PointerCursor }

// FocusGained says more to the keyboard too.
func (c *chip) FocusGained() { c.say(c.under, true) }

// FocusLost ends it.
func (c *chip) FocusLost() { c.say(c.under, false) }

// TypedRune is part of fyne.Focusable.
func (c *chip) TypedRune(rune) {}

// TypedKey does what the chip says with Enter or Space, and leaves it with Escape.
func (c *chip) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		if c.tapped(); !c.Visible() {
			c.leave()
		}
	case fyne.KeyEscape:
		c.leave()
	}
}

func (c *chip) say(under, atKeys bool) {
	c.under, c.atKeys = under, atKeys
	c.Refresh()
	if c.over != nil {
		c.over(under || atKeys)
	}
}
