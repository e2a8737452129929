package ui

import (
	"fyne.io/fyne/v2"

	"entangle/ui/picture"
)

// choices are the items of the menu that say what is chosen now, with a tick.
type choices []tickable

// tickable is an item and what says whether it holds.
type tickable struct {
	item  *fyne.MenuItem
	holds func() bool
}

// ticked has an item ticked while something holds.
func (w *Window) ticked(item *fyne.MenuItem, holds func() bool) *fyne.MenuItem {
	item.Checked = holds()
	w.choices = append(w.choices, tickable{item, holds})
	return item
}

// whileView has an item ticked while the view on screen is such.
func (w *Window) whileView(item *fyne.MenuItem, such func(picture.View) bool) *fyne.MenuItem {
	return w.ticked(item, func() bool { return w.state.Subject() != nil && such(w.state.View()) })
}

// tick ticks what holds now, and says whether that has changed.
func (c choices) tick() bool {
	changed := false
	for _, t := range c {
		holds := t.holds()
		changed = changed || t.item.Checked != holds
		t.item.Checked = holds
	}
	return changed
}
