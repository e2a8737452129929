package ui

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"entangle/data"
	"entangle/layout/geom"
	"entangle/ui/picture"
)

// Boxes are where they were put when the dataset is opened again, in the window and
// after a start, each dataset with its own; what is unpinned is forgotten.
func TestPinsOutliveTheProgram(t *testing.T) {
	d := sit(t)
	d.state.Move([]data.PartyID{"a"}, geom.Point{X: 37, Y: 120})
	d.drawn()
	at := d.state.View().Pins["a"]
	d.open(source{builtin: "other.yaml"}, true)
	d.until("the other one is shown", func() bool { return strings.HasPrefix(d.win.Title(), "Other") })
	assert.Empty(t, d.state.View().Pins)
	d.open(source{builtin: "small.yaml"}, true)
	d.until("the first is shown", func() bool { return strings.HasPrefix(d.win.Title(), "Small") })
	assert.Equal(t, picture.Places{"a": at}, d.state.View().Pins)
	assert.Empty(t, d.state.Undoable(), "that is no step")

	remembered := d.app.Preferences().String(prefPins)
	next := seatAs(t, func(w prefs) { w.SetString(prefPins, remembered) })
	next.until("the map is shown", func() bool { return next.scene != nil })
	assert.Equal(t, picture.Places{"a": at}, next.state.View().Pins)
	box, _ := next.scene.BoxOf("a")
	assert.LessOrEqual(t, box.Center().Dist(at), 0.01, "it lies there")
	next.state.UnpinAll()
	assert.Equal(t, "[]", next.app.Preferences().String(prefPins))
}

func TestPinsThatCannotBeRemembered(t *testing.T) {
	for _, broken := range []string{"", "{", "[1]", `[{"of":"built-in:small.yaml","at":{"a":[1e300,0],"gone":[1,2]}}]`} {
		d := seatAs(t, func(w prefs) { w.SetString(prefPins, broken) })
		d.until("the map is shown", func() bool { return d.scene != nil })
		assert.Empty(t, d.state.View().Pins, "%q", broken)
	}
	d := sit(t)
	for i := range mostPinned + 3 {
		d.file = source{path: fmt.Sprint("/web", i)}
		d.state.Pin("pin", picture.Places{"a": {X: float64(10 + i)}})
	}
	assert.Len(t, d.allPinned(), mostPinned)
	assert.Equal(t, fmt.Sprint("/web", mostPinned+2), d.allPinned()[0].Of)
}
