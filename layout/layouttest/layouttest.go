// Package layouttest makes graphs for tests and benchmarks of layouts. Equal
// arguments make equal graphs. It must not be imported by anything but tests.
package layouttest

import (
	"fmt"
	"math/rand"

	"entangle/layout"
)

// Deals returns a graph like a web of deals: boxes as wide as names, a few of which
// take part in most lines, several lines between the same two, cycles.
func Deals(boxes, lines int, seed int64) layout.Graph {
	r := rand.New(rand.NewSource(seed))
	g := layout.Graph{Boxes: Boxes(boxes, r)}
	for i := range lines {
		x := r.Float64()
		a, b := int(float64(boxes)*x*x*x), r.Intn(boxes)
		if a == b {
			b = (a + 1) % boxes
		}
		if r.Intn(2) == 0 {
			a, b = b, a
		}
		g.Lines = append(g.Lines, Line(i, a, b))
	}
	return g
}

// Chain returns boxes in a row, each connected with the next.
func Chain(boxes int) layout.Graph {
	g := layout.Graph{Boxes: Boxes(boxes, rand.New(rand.NewSource(1)))}
	for i := range boxes - 1 {
		g.Lines = append(g.Lines, Line(i, i, i+1))
	}
	return g
}

// Boxes returns boxes b0, b1, … of the sizes of names.
func Boxes(n int, r *rand.Rand) []layout.Box {
	boxes := make([]layout.Box, n)
	for i := range boxes {
		boxes[i] = layout.Box{ID: BoxID(i), W: 60 + 110*r.Float64(), H: 34}
	}
	return boxes
}

// Line returns line number i from box a to box b.
func Line(i, a, b int) layout.Line {
	return layout.Line{ID: fmt.Sprintf("l%d", i), From: BoxID(a), To: BoxID(b)}
}

// BoxID returns the id of box number i.
func BoxID(i int) string { return fmt.Sprintf("b%d", i) }
