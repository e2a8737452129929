package palette

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Field is a line to type in, which Escape leaves.
type Field struct {
	widget.Entry
	Leave func() // on Escape; nil for nothing
}

// NewField makes an empty one.
func NewField() *Field {
	f := &Field{}
	f.ExtendBaseWidget(f)
	return f
}

// TypedKey is part of fyne.Focusable.
func (f *Field) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape && f.Leave != nil {
		f.Leave()
		return
	}
	f.Entry.TypedKey(e)
}
