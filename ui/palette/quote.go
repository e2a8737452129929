package palette

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Quote is words that the mouse can mark, to be copied. The toolkit's words that can
// be marked take the keyboard when Tab comes to them, show nothing of it and hear no
// key; so these can be marked while the pointer is over them, or some of them are marked.
type Quote struct{ widget.Label }

var _ desktop.Hoverable = (*Quote)(nil)

// NewQuote makes words that wrap.
func NewQuote(text string) *Quote {
	q := &Quote{}
	q.ExtendBaseWidget(q)
	q.Text, q.Wrapping = text, fyne.TextWrapWord
	return q
}

// MouseIn lets the words be marked.
func (q *Quote) MouseIn(*desktop.MouseEvent) { q.allow(true) }

// MouseMoved is part of desktop.Hoverable.
func (q *Quote) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends that, unless some are marked. The keyboard is let go of then.
func (q *Quote) MouseOut() {
	if q.SelectedText() != "" {
		return
	}
	d := fyne.CurrentApp().Driver()
	if c := d.CanvasForObject(q); c != nil && q.Selectable {
		if at, ok := c.Focused().(fyne.CanvasObject); ok && d.AbsolutePositionForObject(at) == d.AbsolutePositionForObject(q) {
			c.Unfocus()
		}
	}
	q.allow(false)
}

func (q *Quote) allow(yes bool) {
	if q.Selectable != yes {
		q.Selectable = yes
		q.Refresh()
	}
}
