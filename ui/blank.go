package ui

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"entangle/data"
	"entangle/data/query"
	"entangle/ui/palette"
	"entangle/ui/picture"
	"entangle/ui/timeline"
	"entangle/ui/words"
)

// blank stands where the map would be when there is nothing on it: it says why, and
// has a button for what to do.
type blank struct {
	w      *Window
	says   *widget.Label
	button *palette.Button
	object *fyne.Container
}

func newBlank(w *Window) *blank {
	b := &blank{w: w, says: widget.NewLabel("")}
	b.says.Alignment, b.says.Importance, b.says.SizeName = fyne.TextAlignCenter, widget.LowImportance, palette.SizeName
	b.button = newButton(w.around(), "", nil)
	b.button.Importance = widget.HighImportance
	b.object = container.NewCenter(container.NewVBox(b.says, container.NewCenter(b.button)))
	b.hide()
	return b
}

// update says what is the case of a subject, nil when nothing is open.
func (b *blank) update(s *picture.Subject) {
	w := b.w
	switch {
	case s == nil:
		b.say("Nothing is open.", "Open the built-in dataset", w.chipTapped)
	case len(s.Drawing.Nodes)+len(s.Result.Ties) > 0:
		b.hide()
	case hiddenChip(s) != "":
		b.say("Nothing is left to show: "+picture.HiddenWords(s.Result.Hidden, s.Numbers)+".", "Show all", w.showHidden)
	case len(s.Dataset.Ties) == 0:
		b.say("This dataset has no ties.", "Open another …", w.showOpen)
	default:
		b.other(s)
	}
}

// other offers the day that the dataset opens on, or to type one.
func (b *blank) other(s *picture.Subject) {
	w, said := b.w, "There is nothing "+s.Dates()+"."
	v := w.state.View()
	v.AsOf, v.KnownOn = query.Default(s.Dataset, data.DayAt(time.Now())).AsOf, data.MaxDay
	if v.Equal(w.state.View()) {
		b.say(said, "Type another day", func() { w.clock.controls.Focus(timeline.AsOf, w.win.Canvas()) })
		return
	}
	day := words.Day(v.AsOf)
	b.say(said, "Show "+day, func() { w.state.Change("show "+day, v) })
}

func (b *blank) say(text, label string, do func()) {
	b.says.SetText(text)
	b.button.SetText(label)
	b.button.OnTapped = do
	b.button.Show()
	b.object.Show()
}

// hide hides the button for itself too: when a key has pressed it, the keyboard does not
// come back to it.
func (b *blank) hide() {
	b.button.Hide()
	b.object.Hide()
}
