package ui

import (
	"encoding/json"
	"maps"
	"math"
	"slices"

	"entangle/data"
	"entangle/layout/geom"
	"entangle/ui/picture"
)

// How many pins of a dataset are remembered, and of how many datasets: they are a
// line of the preferences. A saved view keeps any number.
const (
	mostPins   = 1000
	mostPinned = 12
)

// pinned is where a person put the boxes of a dataset, for the next start.
type pinned struct {
	Of string                `json:"of"` // the name of the source
	At map[string][2]float64 `json:"at"` // middles, in points
}

// allPinned reads what is remembered, of the dataset that was changed last first.
func (w *Window) allPinned() []pinned {
	var list []pinned
	if json.Unmarshal([]byte(w.app.Preferences().String(prefPins)), &list) != nil {
		return nil
	}
	return list
}

// rememberedPins returns where the boxes of a dataset were put before, nil for nowhere.
func (w *Window) rememberedPins(src source) picture.Places {
	for _, p := range w.allPinned() {
		if p.Of != src.name() {
			continue
		}
		out := picture.Places{}
		for id, at := range p.At {
			if to := (geom.Point{X: at[0], Y: at[1]}); to.IsFinite() && max(math.Abs(to.X), math.Abs(to.Y)) <= 1e6 {
				out[data.PartyID(id)] = to
			}
		}
		return out
	}
	return nil
}

// pinnedAs is a view with boxes pinned that the dataset has.
func pinnedAs(v picture.View, pins picture.Places, d *data.Dataset) picture.View {
	if len(pins) == 0 {
		return v
	}
	v.Pins = pins
	v, _ = v.Known(d)
	return v
}

// rememberPins notes where boxes are pinned now, when that has changed.
func (w *Window) rememberPins() {
	pins := w.state.View().Pins
	if maps.Equal(pins, w.pins) {
		return
	}
	w.pins = pins
	list := slices.DeleteFunc(w.allPinned(), func(p pinned) bool { return p.Of == w.file.name() })
	switch {
	case len(pins) > mostPins:
		w.bar.say("So many pins are not remembered for the next start; Ctrl+S keeps them in a view.")
	case len(pins) > 0:
		p := pinned{w.file.name(), map[string][2]float64{}}
		for id, at := range pins {
			p.At[string(id)] = [2]float64{at.X, at.Y}
		}
		list = append([]pinned{p}, list...)
	}
	text, err := json.Marshal(list[:min(len(list), mostPinned)])
	if err != nil {
		w.fail("remembering where boxes are pinned", err)
		return
	}
	w.app.Preferences().SetString(prefPins, string(text))
}
