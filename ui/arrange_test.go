package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/data"
	"entangle/layout"
	"entangle/ui/picture"
)

// chosen is the arrangement whose button is filled.
func (d *desk) chosen() picture.Arrangement {
	for a, b := range d.bar.views.buttons {
		if b.Importance == widget.HighImportance {
			return a
		}
	}
	return ""
}

func TestArrangements(t *testing.T) {
	d := sit(t)
	assert.Equal(t, picture.Web, d.chosen())
	d.state.Select(tie("t3"))
	d.drawn()
	test.Tap(d.bar.views.buttons[picture.Stack])
	d.drawn()
	assert.Equal(t, picture.Stack, d.chosen())
	assert.Equal(t, tie("t3"), d.state.Selection(), "what is selected stays so")
	assert.Equal(t, layout.Dot, d.lastAsked().Engine)
	d.state.Undo()
	d.drawn()
	assert.Equal(t, picture.Web, d.chosen(), "a step like others")
	d.state.Redo()
	d.drawn()
	d.item("Layout", "circo").Action()
	d.drawn()
	assert.Equal(t, picture.Web, d.chosen(), "an engine places the web")
}

func TestEveryArrangementHasAKey(t *testing.T) {
	d := sit(t)
	for i, a := range offered() {
		shortcut := d.item("View", a.Words()).Shortcut.(*desktop.CustomShortcut)
		assert.Equal(t, fyne.KeyModifierAlt, shortcut.Modifier)
		assert.Equal(t, fyne.KeyName(rune('1'+i)), shortcut.KeyName)
		d.item("View", a.Words()).Action()
		assert.Equal(t, a, d.state.View().Arranged())
		assert.Equal(t, a, d.chosen())
	}
}

// No two items of the menu have the same key.
func TestKeysAreGivenOnce(t *testing.T) {
	d := sit(t)
	of := map[string]string{}
	var walk func(items []*fyne.MenuItem)
	walk = func(items []*fyne.MenuItem) {
		for _, m := range items {
			if m.ChildMenu != nil {
				walk(m.ChildMenu.Items)
			}
			if m.Shortcut == nil {
				continue
			}
			key := m.Shortcut.ShortcutName()
			assert.Empty(t, of[key], "%s: %q and %q", key, of[key], m.Label)
			of[key] = m.Label
		}
	}
	for _, menu := range d.win.MainMenu().Items {
		walk(menu.Items)
	}
	assert.Greater(t, len(of), 15)
}

func TestBoxesByRole(t *testing.T) {
	d := sit(t)
	roles := d.item("View", "Boxes by role")
	roles.Action()
	d.drawn()
	assert.True(t, d.state.View().Roles)
	assert.Equal(t, "show boxes by role", d.state.Undoable())
	d.item("View", "Stack").Action()
	d.drawn()
	roles.Action()
	d.drawn()
	assert.Equal(t, picture.Web, d.state.View().Arranged(), "roles are about the web")
	assert.True(t, d.state.View().Roles)
	roles.Action()
	d.drawn()
	assert.False(t, d.state.View().Roles)
}

// Undoing a step after which all of the map is seen shows what was seen before it.
func TestUndoShowsWhatWasSeen(t *testing.T) {
	d := sit(t)
	for name, step := range map[string]func(){
		"the matrix": func() { d.arrange(picture.Matrix) },
		"roles":      d.toggleRoles,
		"the filter": d.showAll,
		"the focus":  func() { d.refocus("focus", d.focused("b")) },
	} {
		d.state.ShowOnly("show less", []data.PartyID{"a", "b"})
		d.drawn()
		d.view.ZoomBy(2)
		d.view.Pan(35, -24)
		middle, zoom, fitted := d.view.Camera()
		require.False(t, fitted)
		step()
		d.drawn()
		_, _, fitted = d.view.Camera()
		assert.True(t, fitted, name)
		d.state.Undo()
		d.drawn()
		again, sameZoom, fitted := d.view.Camera()
		assert.False(t, fitted, name)
		assert.InDelta(t, zoom, sameZoom, 1e-9, name)
		assert.LessOrEqual(t, again.Dist(middle)*zoom, 1.0, "%s: within a pixel", name)
		d.state.Redo()
		d.drawn()
		_, _, fitted = d.view.Camera()
		assert.True(t, fitted, name)
		d.state.Undo()
		d.state.ShowAll()
		d.drawn()
		d.view.Fit()
	}
}

// Every menu fits into a small window: the toolkit does not scroll to the item that
// the keyboard has come to.
func TestMenusFitIntoASmallWindow(t *testing.T) {
	d := sit(t)
	const height = 680 - 26 // of a small screen, below the bar
	for _, m := range d.win.MainMenu().Items {
		if m.Label == "File" {
			continue // the toolkit adds to it
		}
		assert.LessOrEqual(t, widget.NewMenu(m).MinSize().Height, float32(height), "%s, %d items", m.Label, len(m.Items))
	}
}

// ticks lists the items of a menu that are ticked.
func (d *desk) ticks(menu string) []string {
	var out []string
	for _, m := range d.win.MainMenu().Items {
		for _, i := range m.Items {
			if m.Label == menu && i.Checked {
				out = append(out, i.Label)
			}
		}
	}
	return out
}

// The menus tick what is chosen, however it was chosen, and when it is undone.
func TestWhatIsChosenIsTicked(t *testing.T) {
	d := sit(t)
	assert.Equal(t, []string{"Web"}, d.ticks("View"))
	assert.Equal(t, []string{"Automatic", "dot: direction by size"}, d.ticks("Layout"))
	assert.Equal(t, []string{"As the system says"}, d.ticks("Look"))
	d.item("Look", "Dark").Action()
	assert.Equal(t, []string{"Dark"}, d.ticks("Look"))
	test.Tap(d.bar.views.buttons[picture.Matrix])
	assert.Equal(t, []string{"Matrix"}, d.ticks("View"))
	d.item("View", "Boxes by role").Action()
	d.item("View", "Products as boxes").Action()
	assert.Equal(t, []string{"Web", "Boxes by role", "Products as boxes"}, d.ticks("View"))
	d.state.Undo()
	d.state.Undo()
	assert.Equal(t, []string{"Matrix"}, d.ticks("View"))
	d.bar.engine.SetSelected("circo")
	assert.Equal(t, []string{"circo", "dot: direction by size"}, d.ticks("Layout"))
	d.setMenu()
	assert.Equal(t, []string{"circo", "dot: direction by size"}, d.ticks("Layout"), "in a menu made anew, too")
}

// Who takes a step back, does it again and takes it back before any map has come sees
// what was seen at first.
func TestUndoBeforeTheMapHasCome(t *testing.T) {
	d := sit(t)
	d.view.ZoomBy(2)
	middle, zoom, _ := d.view.Camera()
	d.toggleRoles()
	d.drawn()
	d.state.Undo()
	d.state.Redo()
	d.state.Undo()
	d.drawn()
	again, same, fitted := d.view.Camera()
	assert.False(t, fitted)
	assert.InDelta(t, zoom, same, 1e-9)
	assert.LessOrEqual(t, again.Dist(middle)*zoom, 1.0)
	d.state.Redo()
	d.arrange(picture.Matrix)
	d.drawn()
	_, _, fitted = d.view.Camera()
	assert.True(t, fitted, "all of what was asked for last")
}
