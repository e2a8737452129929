package picture

import (
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"

	"entangle/layout"
)

// TestRoom: a box is as tall as the lines on its fuller side need, no less than it
// was and no taller than the bound.
func TestRoom(t *testing.T) {
	star := func(lines int) layout.Graph {
		g := layout.Graph{Boxes: []layout.Box{{ID: "hub", W: 100, H: 60}}}
		for i := range lines {
			id := strconv.Itoa(i)
			g.Boxes = append(g.Boxes, layout.Box{ID: id, W: 100, H: 60})
			g.Lines = append(g.Lines, layout.Line{ID: id, From: id, To: "hub"})
		}
		makeRoom(&g)
		return g
	}
	for lines, height := range map[int]float64{0: 60, 2: 60, 5: 5 * roomOfLine, 100: tallest} {
		g := star(lines)
		assert.InDelta(t, height, g.Boxes[0].H, 1e-9, "%d lines", lines)
		for _, b := range g.Boxes[1:] {
			assert.InDelta(t, 60, b.H, 1e-9, "a box of one line stays as it is")
		}
	}
}
