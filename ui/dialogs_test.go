package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
	"github.com/stretchr/testify/assert"

	"entangle/ui/picture"
	"entangle/ui/scene"
)

// Escape closes the topmost dialog as its Cancel does: from nowhere in it and from
// a field.
func TestEscapeClosesDialogs(t *testing.T) {
	d := sit(t)
	shown := func() bool { return d.win.Canvas().Overlays().Top() != nil }
	escape := &fyne.KeyEvent{Name: fyne.KeyEscape}
	beside := func() { d.win.Canvas().OnTypedKey()(escape) }

	beside()
	for _, show := range []func(){d.showAbout, d.showKeys, d.showSaved, d.showOpen} {
		show()
		assert.True(t, shown())
		beside()
		assert.False(t, shown())
	}

	d.showSave()
	d.win.Canvas().Focused().TypedKey(escape)
	assert.False(t, shown(), "from a field")
	assert.Empty(t, d.saved, "nothing is saved")

	yes := 0
	d.showAbout()
	d.confirm("Really?", "There is no way back.", func(really bool) {
		if really {
			yes++
		}
	})
	beside()
	assert.True(t, shown(), "only the topmost is closed")
	beside()
	assert.False(t, shown())
	assert.Zero(t, yes)
	assert.Empty(t, d.dialogs.open)

	d.showExport()
	d.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	assert.True(t, shown(), "another key is the field's")
	d.win.Canvas().Focused().TypedKey(escape)
	assert.False(t, shown())
}

// From whatever in a dialog has the keyboard Escape closes it, and Enter presses
// its buttons.
func TestEscapeClosesFromEverything(t *testing.T) {
	d := sit(t)
	canvas := d.win.Canvas()
	shown := func() bool { return canvas.Overlays().Top() != nil }
	k := kept{}
	k.ID, k.Title = "mine", "Mine"
	for name, show := range map[string]func(){
		"about": d.showAbout, "keys": d.showKeys, "saved views": d.showSaved, "save": d.showSave, "rename": func() { d.showRename(k) },
		"question": func() { d.confirm("Really?", "There is no way back.", func(bool) {}) }, "outline": func() { d.readOutline("Alpha\n") },
		"export": d.showExport, "export of a table": d.showTableExport,
	} {
		for nth, others := 0, 1; nth < others; nth++ {
			show()
			canvas.Unfocus()
			canvas.FocusNext()
			first := canvas.Focused()
			others = 1
			for canvas.FocusNext(); canvas.Focused() != first; canvas.FocusNext() {
				others++
			}
			for range nth {
				canvas.FocusNext()
			}
			at := canvas.Focused()
			at.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
			assert.False(t, shown(), "%s: from %T, number %d of %d", name, at, nth, others)
			for shown() {
				d.dialogs.escape()
			}
		}
	}
	assert.Empty(t, d.dialogs.open)

	said := false
	d.confirm("Really?", "There is no way back.", func(yes bool) { said = yes })
	canvas.FocusNext()
	canvas.FocusNext()
	canvas.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	assert.True(t, said)
}

// While a dialog is open, or the list of commands, no shortcut of the menu does
// anything behind it.
func TestShortcutsWaitForDialogs(t *testing.T) {
	d := sit(t)
	d.pick(scene.Ref{Kind: scene.Party, ID: "b"})
	act := func(keys string) {
		for _, c := range commandsOf(d.win.MainMenu()) {
			if c.keys != "" && (keys == "" || keys == c.keys) {
				c.run()
			}
		}
	}
	before := d.state.View()
	for name, show := range map[string]func(){"dialog": d.showAbout, "commands": d.showCommands} {
		show()
		top := d.win.Canvas().Overlays().List()
		act("")
		assert.True(t, before.Equal(d.state.View()), name)
		assert.Equal(t, top, d.win.Canvas().Overlays().List(), "%s: nothing opens above it", name)
		for d.win.Canvas().Overlays().Top() != nil {
			d.win.Canvas().Overlays().Remove(d.win.Canvas().Overlays().Top())
		}
		d.dialogs.open = nil
	}
	act("Ctrl+P")
	assert.False(t, before.Equal(d.state.View()), "without one they do")
}

// Keys that nothing in the window has asked for, as after a click on a button, are
// those of the map, and of the table where that is shown.
func TestKeysGoToTheMap(t *testing.T) {
	d := sit(t)
	typed := func(name fyne.KeyName) {
		if f := d.win.Canvas().Focused(); f != nil {
			f.TypedKey(&fyne.KeyEvent{Name: name})
			return
		}
		d.win.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: name})
	}
	d.pick(scene.Ref{Kind: scene.Party, ID: "b"})
	d.win.Canvas().Unfocus()
	typed(fyne.KeyEscape)
	assert.Equal(t, scene.Ref{}, d.state.Selection(), "let go of")
	assert.Equal(t, fyne.Focusable(d.view), d.win.Canvas().Focused())
	d.arrange(picture.Table)
	d.drawn()
	d.win.Canvas().Unfocus()
	typed(fyne.KeyDown)
	assert.Equal(t, d.lists.table.Focus(), d.win.Canvas().Focused())
}

// Every dialog fits into the smallest window.
func TestDialogsFitIntoASmallWindow(t *testing.T) {
	d := sit(t)
	d.win.Resize(fyne.NewSize(760, 560))
	room := d.win.Canvas().Size()
	k := kept{}
	k.ID, k.Title = "mine", "Mine"
	for name, show := range map[string]func(){
		"about": d.showAbout, "keys": d.showKeys, "saved views": d.showSaved, "save": d.showSave, "rename": func() { d.showRename(k) },
		"question": func() {
			d.confirm("Replace the file?", strings.Repeat("/a folder with quite a long name", 6)+".svg exists already.", func(bool) {})
		},
		"outline": func() { d.readOutline("Alpha\n") }, "export": d.showExport, "export of a table": d.showTableExport,
	} {
		show()
		for _, p := range all[*widget.PopUp](d.win.Canvas().Overlays().Top()) {
			size := p.Content.MinSize()
			assert.LessOrEqual(t, size.Width, room.Width, name)
			assert.LessOrEqual(t, size.Height, room.Height, name)
		}
		d.dialogs.escape()
	}
}
