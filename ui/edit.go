package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// edit is the menu of what can be taken back. Its items say what they would do.
type edit struct {
	undo, redo, back, forward *fyne.MenuItem
}

// editItems makes the menu Edit. Ctrl+Z and Ctrl+Y come from the toolkit as
// shortcuts of their own, and before a field that is typed into sees them: it is
// asked first. Ctrl+Shift+Z does what Ctrl+Y does.
func (w *Window) editItems() []*fyne.MenuItem {
	e := &w.edit
	e.undo = plain("", w.passing(&fyne.ShortcutUndo{}, w.onView(w.state.Undo)))
	e.undo.Shortcut = &fyne.ShortcutUndo{}
	e.redo = plain("", w.passing(&fyne.ShortcutRedo{}, w.onView(w.state.Redo)))
	e.redo.Shortcut = &fyne.ShortcutRedo{}
	e.back = w.arrow("Back to what was selected before", fyne.KeyLeft, fyne.KeyModifierAlt, w.onView(w.state.Back))
	e.forward = w.arrow("Forward again", fyne.KeyRight, fyne.KeyModifierAlt, w.onView(w.state.Forward))
	e.name(w)
	again := &desktop.CustomShortcut{KeyName: fyne.KeyZ, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift}
	w.win.Canvas().AddShortcut(again, func(fyne.Shortcut) { e.redo.Action() })
	items := []*fyne.MenuItem{e.undo, e.redo, fyne.NewMenuItemSeparator(), e.back, e.forward, fyne.NewMenuItemSeparator()}
	return append(items, w.pickItems()...)
}

// keyed is an item with a shortcut of any modifiers.
func keyed(label string, key fyne.KeyName, mod fyne.KeyModifier, action func()) *fyne.MenuItem {
	m := plain(label, action)
	m.Shortcut = &desktop.CustomShortcut{KeyName: key, Modifier: mod}
	return m
}

// arrow is an item with a shortcut that moves about in a text while one is typed.
func (w *Window) arrow(label string, key fyne.KeyName, mod fyne.KeyModifier, action func()) *fyne.MenuItem {
	m := keyed(label, key, mod, nil)
	m.Action = w.passing(m.Shortcut, action)
	return m
}

// passing hands a shortcut to what is typed into, and acts when nothing is.
func (w *Window) passing(s fyne.Shortcut, action func()) func() {
	return func() {
		if typing, ok := w.win.Canvas().Focused().(fyne.Shortcutable); ok {
			typing.TypedShortcut(s)
			return
		}
		action()
	}
}

// name says in the items what they would do, and whether they can. It returns
// whether any of them changed.
func (e *edit) name(w *Window) bool {
	changed := false
	say := func(item *fyne.MenuItem, label string, able bool) {
		changed = changed || item.Label != label || item.Disabled == able
		item.Label, item.Disabled = label, !able
	}
	step := func(item *fyne.MenuItem, verb, name string) {
		if name != "" {
			verb += ": " + name
		}
		say(item, verb, name != "")
	}
	step(e.undo, "Undo", w.state.Undoable())
	step(e.redo, "Redo", w.state.Redoable())
	say(e.back, e.back.Label, w.state.CanBack())
	say(e.forward, e.forward.Label, w.state.CanForward())
	return changed
}
