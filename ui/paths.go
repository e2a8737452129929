package ui

import (
	"strconv"

	"fyne.io/fyne/v2"

	"entangle/data"
	"entangle/ui/scene"
)

// pathItem asks how one party depends on another.
func (w *Window) pathItem() *fyne.MenuItem {
	return shifted("Paths from the selected party to …", fyne.KeyP, w.onView(w.askPaths))
}

// askPaths looks for the paths between two selected parties, from the first to
// the last, or waits for the second to be clicked or found.
func (w *Window) askPaths() {
	var parties []data.PartyID
	for _, r := range w.state.Selected() {
		if r.Kind == scene.Party {
			parties = append(parties, data.PartyID(r.ID))
		}
	}
	switch len(parties) {
	case 0:
		w.bar.say("Select a party first: the one that may depend on another.")
	case 1:
		w.pathFrom = parties[0]
		w.bar.say("Now click or find the party that " + w.partyName(parties[0]) + " may depend on; Escape leaves.")
	default:
		w.state.AskPaths(parties[0], parties[len(parties)-1])
	}
}

// endPath takes a party as the other end of the paths that were asked for, and
// says whether any were.
func (w *Window) endPath(ref scene.Ref) bool {
	from := w.pathFrom
	w.pathFrom = ""
	if from == "" || ref.Kind != scene.Party || ref.ID == string(from) || w.state.Subject().Dataset.Party(from) == nil {
		return false
	}
	w.bar.say("") // what was said to do has been done
	w.state.AskPaths(from, data.PartyID(ref.ID))
	return true
}

func (w *Window) lightPath(nth string) {
	if n, err := strconv.Atoi(nth); err == nil {
		w.state.LightPath(n)
	}
}

func (w *Window) pathsUpTo(hops string) {
	if n, err := strconv.Atoi(hops); err == nil {
		w.state.PathsUpTo(n)
	}
}
