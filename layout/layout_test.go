package layout

import (
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/layout/geom"
)

// pair is a small valid graph.
func pair() Graph {
	return Graph{
		Boxes: []Box{{ID: "a", W: 10, H: 5}, {ID: "b", W: 10, H: 5}},
		Lines: []Line{{ID: "l", From: "a", To: "b"}},
	}
}

func TestParseEngine(t *testing.T) {
	for _, e := range Engines {
		got, err := ParseEngine(string(e))
		require.NoError(t, err)
		assert.Equal(t, e, got)
	}
	_, err := ParseEngine("patchwork")
	assert.ErrorContains(t, err, "osage")
	_, err = ParseEngine("")
	assert.Error(t, err)
}

func TestValidateAccepts(t *testing.T) {
	for name, g := range map[string]Graph{
		"nothing":      {},
		"a pair":       pair(),
		"odd ids":      {Boxes: []Box{{ID: "a\n\"\\\x00", W: 1, H: 1}, {ID: "<b>%n", W: 1, H: 1}}},
		"every option": {Options: Options{Engine: Neato, Direction: "LR", Splines: "ortho", Seed: -3, NodeSep: 1, RankSep: 2}},
		"a pin":        {Boxes: []Box{{ID: "a", W: 1, H: 1, Pin: &geom.Point{}}}},
	} {
		t.Run(name, func(t *testing.T) { assert.NoError(t, g.Validate()) })
	}
}

func TestValidateRefuses(t *testing.T) {
	for want, change := range map[string]func(*Graph){
		"another box has the same id":     func(g *Graph) { g.Boxes[1].ID = "a" },
		"another line has the same id":    func(g *Graph) { g.Lines = append(g.Lines, g.Lines[0]) },
		`box 0 "": the id is empty`:       func(g *Graph) { g.Boxes[0].ID = "" },
		`line 0 "": the id is empty`:      func(g *Graph) { g.Lines[0].ID = "" },
		`begins at "x", which is no box`:  func(g *Graph) { g.Lines[0].From = "x" },
		`ends at "x", which is no box`:    func(g *Graph) { g.Lines[0].To = "x" },
		"with itself":                     func(g *Graph) { g.Lines[0].To = "a" },
		"its size 0 × 5":                  func(g *Graph) { g.Boxes[0].W = 0 },
		"its size 10 × -1":                func(g *Graph) { g.Boxes[0].H = -1 },
		"its size NaN":                    func(g *Graph) { g.Boxes[0].W = math.NaN() },
		"its size +Inf":                   func(g *Graph) { g.Boxes[0].W = math.Inf(1) },
		"its size 1e+09":                  func(g *Graph) { g.Boxes[0].W = 1e9 },
		"its weight -1":                   func(g *Graph) { g.Lines[0].Weight = -1 },
		"its weight NaN":                  func(g *Graph) { g.Lines[0].Weight = math.NaN() },
		"its row -1 is not":               func(g *Graph) { g.Boxes[0].Row = -1 },
		"its row 10001 is not":            func(g *Graph) { g.Boxes[0].Row = 10001 },
		"its side 2 is none":              func(g *Graph) { g.Boxes[0].Side = 2 },
		"its pin (NaN, 0)":                func(g *Graph) { g.Boxes[0].Pin = &geom.Point{X: math.NaN()} },
		`unknown layout engine "stack"`:   func(g *Graph) { g.Options.Engine = "stack" },
		`unknown direction "up"`:          func(g *Graph) { g.Options.Direction = "up" },
		`unknown shape of lines "zigzag"`: func(g *Graph) { g.Options.Splines = "zigzag" },
		"the distance -1 is not":          func(g *Graph) { g.Options.NodeSep = -1 },
		"the distance +Inf is not":        func(g *Graph) { g.Options.RankSep = math.Inf(1) },
	} {
		t.Run(want, func(t *testing.T) {
			g := pair()
			change(&g)
			assert.ErrorContains(t, g.Validate(), want)
		})
	}
}

func TestErrorsAreShortWhateverTheId(t *testing.T) {
	g := pair()
	g.Lines[0].From = strings.Repeat("x", 5000)
	assert.Less(t, len(g.Validate().Error()), 200)
}

func TestHashTellsGraphsApart(t *testing.T) {
	changes := map[string]func(*Graph){
		"nothing":        func(*Graph) {},
		"box id":         func(g *Graph) { g.Boxes[0].ID = "c" },
		"moved letter":   func(g *Graph) { g.Boxes[0].ID, g.Boxes[0].Group = "", "a" },
		"group":          func(g *Graph) { g.Boxes[0].Group = "g" },
		"row":            func(g *Graph) { g.Boxes[0].Row = 1 },
		"side":           func(g *Graph) { g.Boxes[0].Side = Before },
		"other side":     func(g *Graph) { g.Boxes[0].Side = Behind },
		"frame":          func(g *Graph) { g.Boxes[0].Frame = "g" },
		"width":          func(g *Graph) { g.Boxes[0].W += 1e-9 },
		"height":         func(g *Graph) { g.Boxes[0].H += 1e-9 },
		"pin":            func(g *Graph) { g.Boxes[0].Pin = &geom.Point{} },
		"pin elsewhere":  func(g *Graph) { g.Boxes[0].Pin = &geom.Point{X: 1} },
		"order of boxes": func(g *Graph) { g.Boxes[0], g.Boxes[1] = g.Boxes[1], g.Boxes[0] },
		"line id":        func(g *Graph) { g.Lines[0].ID = "m" },
		"line turned":    func(g *Graph) { g.Lines[0].From, g.Lines[0].To = "b", "a" },
		"weight":         func(g *Graph) { g.Lines[0].Weight = 2 },
		"loose":          func(g *Graph) { g.Lines[0].Loose = true },
		"no line":        func(g *Graph) { g.Lines = nil },
		"engine":         func(g *Graph) { g.Options.Engine = Neato },
		"direction":      func(g *Graph) { g.Options.Direction = "LR" },
		"splines":        func(g *Graph) { g.Options.Splines = "line" },
		"seed":           func(g *Graph) { g.Options.Seed = 1 },
		"nodesep":        func(g *Graph) { g.Options.NodeSep = 1 },
		"ranksep":        func(g *Graph) { g.Options.RankSep = 1 },
	}
	seen := make(map[string]string)
	for name, change := range changes {
		g, again := pair(), pair()
		change(&g)
		change(&again)
		hash := g.Hash()
		assert.Len(t, hash, 64)
		assert.Equal(t, hash, again.Hash(), "equal graphs, equal hashes")
		assert.Empty(t, seen[hash], "%s has the hash of another graph", name)
		seen[hash] = name
	}
}
