package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"
)

// dialogs is the dialogs that are open, the topmost last. The toolkit's own do not
// close on Escape.
type dialogs struct{ open []dialog.Dialog }

// raise shows a dialog, and lets Escape close it as its Cancel does.
func (w *Window) raise(d dialog.Dialog) {
	d.SetOnClosed(func() { w.dialogs.left(d) })
	w.dialogs.open = append(w.dialogs.open, d)
	d.Show()
}

// confirm asks a question that Escape answers with no.
func (w *Window) confirm(title, question string, answer func(yes bool)) {
	w.raise(dialog.NewConfirm(title, question, answer, w.win))
}

func (s *dialogs) left(d dialog.Dialog) {
	s.open = slices.DeleteFunc(s.open, func(o dialog.Dialog) bool { return o == d })
}

// escape closes the topmost dialog.
func (s *dialogs) escape() {
	if n := len(s.open); n > 0 {
		s.open[n-1].Dismiss()
	}
}

// typedBeside gets the keys that nothing in the window has asked for, those in a
// dialog among them.
func (w *Window) typedBeside(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape {
		w.dialogs.escape()
	}
}

// field is a line to type in within a dialog.
type field struct {
	widget.Entry
	escape func()
}

func (w *Window) newField() *field {
	f := &field{escape: w.dialogs.escape}
	f.ExtendBaseWidget(f)
	return f
}

// TypedKey is part of fyne.Focusable.
func (f *field) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape {
		f.escape()
		return
	}
	f.Entry.TypedKey(e)
}
