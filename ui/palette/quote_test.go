package palette

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/assert"
)

// Tab passes over words that the mouse can mark; while it does the keyboard is at
// them, and at nothing when the pointer leaves.
func TestWordsThatCanBeMarked(t *testing.T) {
	test.NewTempApp(t)
	q, b := NewQuote("Alpha buys from Beta."), NewButton("Copy", nil)
	w := test.NewTempWindow(t, container.NewVBox(q, b))
	w.Resize(fyne.NewSize(300, 300))
	c := w.Canvas()
	c.FocusNext()
	assert.Equal(t, fyne.Focusable(b), c.Focused())
	c.FocusNext()
	assert.Equal(t, fyne.Focusable(b), c.Focused(), "there is nothing else")

	test.MoveMouse(c, fyne.NewPos(20, 16))
	assert.True(t, q.Selectable)
	words := test.WidgetRenderer(q).Objects()[0].(desktop.Mouseable)
	at := &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(10, 10)}, Button: desktop.MouseButtonPrimary}
	words.MouseDown(at)
	words.MouseUp(at)
	assert.Equal(t, any(words), any(c.Focused()), "a click")
	test.MoveMouse(c, fyne.NewPos(20, 280))
	assert.Nil(t, c.Focused())
	assert.False(t, q.Selectable)

	test.MoveMouse(c, fyne.NewPos(20, 16))
	test.WidgetRenderer(q).Objects()[0].(fyne.DoubleTappable).DoubleTapped(&fyne.PointEvent{Position: fyne.NewPos(10, 12)})
	assert.Equal(t, "Alpha", q.SelectedText())
	test.MoveMouse(c, fyne.NewPos(20, 280))
	assert.Equal(t, "Alpha", q.SelectedText(), "marked words stay so")
}
