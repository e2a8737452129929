package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"entangle/ui/palette"
	"entangle/ui/picture"
)

// segments is the row of buttons that chooses how the picture is set out; the
// chosen one is filled.
type segments struct {
	row     *fyne.Container
	buttons map[picture.Arrangement]*palette.Button
}

// offered lists the arrangements that the window has.
func offered() []picture.Arrangement {
	return []picture.Arrangement{picture.Web, picture.Stack, picture.Matrix, picture.Table}
}

func newSegments(c control, choose func(picture.Arrangement)) segments {
	s := segments{container.NewHBox(), map[picture.Arrangement]*palette.Button{}}
	for _, a := range offered() {
		b := newButton(c, a.Words(), func() { choose(a) })
		s.buttons[a] = b
		s.row.Add(b)
	}
	s.choose(picture.Web)
	return s
}

// choose fills the button of an arrangement.
func (s segments) choose(chosen picture.Arrangement) {
	for a, b := range s.buttons {
		importance := widget.LowImportance
		if a == chosen {
			importance = widget.HighImportance
		}
		if b.Importance != importance {
			b.Importance = importance
			b.Refresh()
		}
	}
}

// arrange sets the picture out in another way, and shows the whole of it.
func (w *Window) arrange(a picture.Arrangement) {
	if w.state.Subject() == nil || w.state.View().Arranged() == a {
		return
	}
	v := w.state.View()
	v.Arrangement = a
	w.following("show the "+string(a), v)
}

// showArranged shows the map, or the table in its place.
func (w *Window) showArranged(a picture.Arrangement) {
	table := a == picture.Table
	if w.lists.object.Visible() == table {
		return
	}
	if table {
		w.view.Hide()
		w.bar.legend.Hide()
		w.lists.count(w.state.Subject())
		w.lists.object.Show()
		w.win.Canvas().Focus(w.lists.table.Focus())
		return
	}
	w.lists.object.Hide()
	w.view.Show()
	w.bar.legend.Show()
}

// arrangementItem is the menu item of an arrangement, with Alt and a digit.
func (w *Window) arrangementItem(a picture.Arrangement, key fyne.KeyName) *fyne.MenuItem {
	m := plain(a.Words(), w.onView(func() { w.arrange(a) }))
	m.Shortcut = &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierAlt}
	return w.whileView(m, func(v picture.View) bool { return v.Arranged() == a })
}

// toggleRoles keeps boxes of one role together in a frame, or no longer does. It
// is about the web, and goes there.
func (w *Window) toggleRoles() {
	v := w.state.View()
	v.Roles = !v.Roles || v.Arranged() != picture.Web
	v.Arrangement = picture.Web
	w.following(map[bool]string{true: "show boxes by role", false: "show boxes without roles"}[v.Roles], v)
}

// following takes a step of that name to a view of which all is seen as it comes.
func (w *Window) following(step string, v picture.View) {
	w.state.Aiming(func() {
		w.view.Follow()
		w.state.Change(step, v)
	})
}
