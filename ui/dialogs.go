package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"entangle/ui/palette"
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

// question is a dialog that is answered with yes or no.
type question struct {
	*dialog.CustomDialog
	yes bool
}

// Confirm closes the dialog and answers with yes.
func (q *question) Confirm() {
	q.yes = true
	q.Hide()
}

// newQuestion makes a dialog with a button for each answer. Escape is no.
func (w *Window) newQuestion(title, yes, no string, content fyne.CanvasObject, answer func(yes bool)) *question {
	q := &question{CustomDialog: dialog.NewCustomWithoutButtons(title, content, w.win)}
	q.SetOnClosed(func() { answer(q.yes) })
	refusing, confirming := newButton(w.within(), no, q.Hide), newButton(w.within(), yes, q.Confirm)
	refusing.Icon, confirming.Icon, confirming.Importance = theme.CancelIcon(), theme.ConfirmIcon(), widget.HighImportance
	q.SetButtons([]fyne.CanvasObject{refusing, confirming})
	return q
}

// newNotice makes a dialog with something to read, and a button to close it.
func (w *Window) newNotice(title, closing string, content fyne.CanvasObject) *dialog.CustomDialog {
	d := dialog.NewCustomWithoutButtons(title, content, w.win)
	d.SetButtons([]fyne.CanvasObject{newButton(w.within(), closing, d.Hide)})
	return d
}

// showText shows lines to read, which wrap where the window is narrow, and scroll.
func (w *Window) showText(title string, lines []string) {
	r := newReader(palette.NewQuote(strings.Join(lines, "\n")))
	r.onEscape = w.dialogs.escape
	d := w.newNotice(title, "Close", r)
	room := w.win.Canvas().Size()
	d.Resize(fyne.NewSize(min(900, room.Width-40), min(float32(120+22*len(lines)), room.Height-60)))
	w.raise(d)
	w.win.Canvas().Focus(r)
}

// confirm asks a question that Escape answers with no.
func (w *Window) confirm(title, text string, answer func(yes bool)) {
	label := widget.NewLabel(text)
	label.Wrapping = fyne.TextWrapWord
	q := w.newQuestion(title, "Yes", "No", label, answer)
	q.Resize(fyne.NewSize(min(440, w.win.Canvas().Size().Width-40), 150))
	w.raise(q)
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

// typedBeside gets the keys while nothing has the keyboard, as after a click on a row
// of the panel: they are meant for the map, and in a dialog Escape closes it.
func (w *Window) typedBeside(e *fyne.KeyEvent) {
	switch {
	case w.win.Canvas().Overlays().Top() == nil:
		w.toMap()
		w.win.Canvas().Focused().TypedKey(e)
	case e.Name == fyne.KeyEscape:
		w.dialogs.escape()
	}
}
