package graphviz

import (
	"math"

	"entangle/layout"
	"entangle/layout/geom"
)

// curve bends straight lines into arcs, to the right of their direction, so that
// lines there and back part. Graphviz' own curved lines take time that grows with
// the number of cycles, which may be astronomical.
func curve(lines []layout.PlacedLine) {
	for i, line := range lines {
		a, b := line.Path.Start(), line.Path.End()
		way := b.Sub(a)
		bow := way.Unit().Normal().Mul(math.Min(curveMost, curvePart*way.Len()))
		lines[i].Path = geom.Path{{a, a.Lerp(b, 0.3).Add(bow), a.Lerp(b, 0.7).Add(bow), b}}
	}
}

// The control points of an arc stand off its chord by a part of its length, and at
// most by some points.
const (
	curvePart = 0.15
	curveMost = 80
)
