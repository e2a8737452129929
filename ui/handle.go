package ui

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"

	"entangle/data"
	"entangle/layout/geom"
	"entangle/ui/picture"
	"entangle/ui/scene"
	"entangle/ui/words"
)

const ctrl, ctrlShift = fyne.KeyModifierShortcutDefault, fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift

// pickItems are the items of the menu Edit that select, hide and show.
func (w *Window) pickItems() []*fyne.MenuItem {
	everything := plain("Select all boxes in the window", w.passing(&fyne.ShortcutSelectAll{}, w.onView(w.selectVisible)))
	everything.Shortcut = &fyne.ShortcutSelectAll{}
	return []*fyne.MenuItem{
		everything,
		keyed("Select all neighbours", fyne.KeyA, ctrlShift, w.onView(w.state.SelectNeighbours)),
		fyne.NewMenuItemSeparator(),
		item("Hide what is selected", fyne.KeyH, w.onView(w.state.Hide)),
		keyed("Show what was hidden by hand", fyne.KeyH, ctrlShift, w.onView(w.state.Unhide)),
	}
}

// pinItems are the items of the menu Layout that put boxes in their places.
func (w *Window) pinItems() []*fyne.MenuItem {
	return []*fyne.MenuItem{
		item("Pin or unpin what is selected", fyne.KeyU, w.onView(w.state.TogglePin)),
		keyed("Unpin all", fyne.KeyU, ctrlShift, w.onView(w.state.UnpinAll)),
		item("Lay out what is selected anew", fyne.KeyR, w.onView(w.regroup)),
		w.nudgeItem(),
	}
}

// arrows are the four directions of the keys, in units.
func arrows() []struct {
	word   string
	key    fyne.KeyName
	dx, dy float32
} {
	return []struct {
		word   string
		key    fyne.KeyName
		dx, dy float32
	}{{"left", fyne.KeyLeft, -1, 0}, {"right", fyne.KeyRight, 1, 0}, {"up", fyne.KeyUp, 0, -1}, {"down", fyne.KeyDown, 0, 1}}
}

// How far a key pans, in units, and moves a box, in points.
const keyPan, keyMove = 60, 20

// panItem is the item of the menu View that moves what is seen.
func (w *Window) panItem() *fyne.MenuItem {
	var items []*fyne.MenuItem
	for _, a := range arrows() {
		items = append(items, w.arrow("Pan "+a.word, a.key, ctrl, func() { w.view.Pan(keyPan*a.dx, keyPan*a.dy) }))
	}
	m := plain("Pan", nil)
	m.ChildMenu = fyne.NewMenu("", items...)
	return m
}

// nudgeItem is the item of the menu Layout that moves boxes.
func (w *Window) nudgeItem() *fyne.MenuItem {
	var items []*fyne.MenuItem
	for _, a := range arrows() {
		by := geom.Point{X: keyMove * float64(a.dx), Y: keyMove * float64(a.dy)}
		items = append(items, w.arrow("Move "+a.word, a.key, ctrlShift, w.onView(func() { w.nudge(by) })))
	}
	m := plain("Move what is selected", nil)
	m.ChildMenu = fyne.NewMenu("", items...)
	return m
}

func (w *Window) nudge(by geom.Point) {
	var ids []string
	for _, p := range w.state.SelectedParties() {
		ids = append(ids, string(p))
	}
	if len(ids) == 0 || len(w.carry(ids[0])) == 0 {
		return
	}
	w.view.Nudge(ids, by)
}

// selectVisible selects every box that can be seen.
func (w *Window) selectVisible() { w.state.SelectAll(w.view.Boxes()) }

// move puts boxes elsewhere. While they were carried they and their lines were
// left out of the scene.
func (w *Window) move(ids []string, by geom.Point) {
	w.lifted = nil
	request := w.state.Request()
	parties := make([]data.PartyID, len(ids))
	for i, id := range ids {
		parties[i] = data.PartyID(id)
	}
	w.state.Move(parties, by)
	if w.state.Request() == request {
		w.compose()
	}
}

// lift leaves boxes out of the scene while they are carried; nil for none.
func (w *Window) lift(ids []string) {
	w.lifted = ids
	w.compose()
}

// carry says which boxes move with one that is dragged: those selected with it;
// none where the place of a box says what it is.
func (w *Window) carry(id string) []string {
	if w.state.View().Arranged() != picture.Web {
		return nil
	}
	ids, among := []string{id}, false
	for _, r := range w.state.Selected() {
		switch {
		case r == scene.Ref{Kind: scene.Party, ID: id}:
			among = true
		case r.Kind == scene.Party:
			ids = append(ids, r.ID)
		}
	}
	if !among {
		return ids[:1]
	}
	return ids
}

// regroup lays the selected boxes out anew, among themselves.
func (w *Window) regroup() {
	subject, request := w.state.Subject(), w.state.Request()
	if _, ok := w.state.Placement(); !ok {
		return
	}
	parties := w.state.SelectedParties()
	if len(parties) < 2 {
		w.bar.say("Select two boxes or more: click with Ctrl, or drag with Shift on empty ground.")
		return
	}
	w.cancelPlacing()
	w.bar.busy("Placing " + words.Count(len(parties), "party") + " …")
	ctx, stop := context.WithCancel(w.jobs.ctx)
	w.stop = stop
	w.jobs.run("placing what is selected", func(context.Context) (func(), error) {
		defer stop()
		placed, err := w.options.Engine(ctx, subject.Part(parties, w.ruler))
		return func() {
			if w.state.Request() != request || errors.Is(err, context.Canceled) {
				return
			}
			w.bar.idle()
			if err != nil {
				w.fail("placing what is selected", err)
				return
			}
			w.state.Regroup(placed)
		}, nil
	})
}
