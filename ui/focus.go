package ui

import (
	"fmt"

	"fyne.io/fyne/v2"

	"entangle/data"
	"entangle/data/query"
	"entangle/ui/picture"
	"entangle/ui/scene"
	"entangle/ui/words"
)

// mostHops is how far a key reaches.
const mostHops = 9

// focusItems are the items of the menu by which one party is looked at with what
// is near it. On the map the keys alone do, without Alt and Shift.
func (w *Window) focusItems() []*fyne.MenuItem {
	hops := plain("Focus on the selected party", nil)
	var list []*fyne.MenuItem
	for n := 1; n <= mostHops; n++ {
		key := fyne.KeyName(fmt.Sprint(n))
		list = append(list, keyed(words.Count(n, "hop"), key, fyne.KeyModifierAlt|fyne.KeyModifierShift, w.onView(func() { w.focusOn(n) })))
	}
	hops.ChildMenu = fyne.NewMenu("", list...)
	return []*fyne.MenuItem{
		hops,
		keyed("Focus along the arrows, out", fyne.KeyO, fyne.KeyModifierAlt, w.onView(func() { w.focusWay(query.Out) })),
		keyed("Focus against the arrows, in", fyne.KeyI, fyne.KeyModifierAlt, w.onView(func() { w.focusWay(query.In) })),
		keyed("Focus both ways", fyne.KeyB, fyne.KeyModifierAlt, w.onView(func() { w.focusWay(query.Both) })),
		keyed("Dim or hide what is out of focus", fyne.KeyD, fyne.KeyModifierAlt, w.onView(w.toggleDim)),
		keyed("Leave the focus", fyne.Key0, fyne.KeyModifierAlt, w.onView(w.leaveFocus)),
	}
}

// typed does what a letter or digit means that is typed on the map.
func (w *Window) typed(r rune) {
	switch {
	case w.state.Subject() == nil:
	case r == '0':
		w.leaveFocus()
	case r >= '1' && r <= '9':
		w.focusOn(int(r - '0'))
	case r == 'o' || r == 'O':
		w.focusWay(query.Out)
	case r == 'i' || r == 'I':
		w.focusWay(query.In)
	case r == 'b' || r == 'B':
		w.focusWay(query.Both)
	case r == 'd' || r == 'D':
		w.toggleDim()
	}
}

// focusOn looks at the selected party, or the one in focus, and what is so many
// ties away.
func (w *Window) focusOn(hops int) {
	v := w.state.View()
	party := v.Focus
	if ref := w.state.Selection(); ref.Kind == scene.Party {
		party = data.PartyID(ref.ID)
	}
	if party == "" {
		w.bar.say("Select a party first; the digit says how many ties around it are looked at.")
		return
	}
	if v.Focus == "" {
		v.Dim = w.app.Preferences().BoolWithFallback(prefDim, true)
	}
	v.Focus, v.Hops = party, hops
	w.refocus("focus on "+w.partyName(party)+", "+words.Count(hops, "hop"), v)
}

// focusWay looks along the arrows, against them or both ways.
func (w *Window) focusWay(way query.Direction) {
	v := w.state.View()
	if v.Focus == "" {
		if w.state.Selection().Kind != scene.Party {
			w.bar.say("Select a party first; then o looks along the arrows, i against them, b both ways.")
			return
		}
		w.focusOn(1)
		v = w.state.View()
	}
	v.View.Direction = way
	w.refocus("focus: "+map[query.Direction]string{query.Out: "out", query.In: "in", query.Both: "both ways"}[way], v)
}

// toggleDim dims what is out of focus instead of hiding it, or the other way
// round; the choice is remembered.
func (w *Window) toggleDim() {
	v := w.state.View()
	if v.Focus == "" {
		w.bar.say("Nothing is in focus; select a party and press a digit.")
		return
	}
	v.Dim = !v.Dim
	w.app.Preferences().SetBool(prefDim, v.Dim)
	step := "hide what is out of focus"
	if v.Dim {
		step = "dim what is out of focus"
	}
	w.fitting(func() { w.state.Change(step, v) })
}

func (w *Window) leaveFocus() {
	v := w.state.View()
	v.Focus = ""
	w.refocus("leave the focus", v)
}

// refocus looks through another focus, as a step of that name. The map is fitted when
// it has lost or gained boxes; where the rest is only dimmed nothing moves.
func (w *Window) refocus(step string, v picture.View) {
	if v.Dim {
		w.state.Change(step, v)
		return
	}
	w.fitting(func() { w.state.Change(step, v) })
}

func (w *Window) partyName(id data.PartyID) string {
	return words.Plain(words.Party(w.state.Subject().Dataset, id))
}
