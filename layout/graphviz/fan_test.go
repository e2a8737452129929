package graphviz

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/layout"
	"entangle/layout/geom"
	"entangle/layout/layouttest"
)

// between returns two boxes and lines between them, all drawn on the same way.
func between(ways ...bool) (layout.Graph, layout.Placed) {
	g := layout.Graph{Boxes: []layout.Box{{ID: "b0", W: 100, H: 40}, {ID: "b1", W: 100, H: 40}}}
	p := layout.Placed{Boxes: []layout.PlacedBox{
		{ID: "b0", Rect: geom.RectAround(geom.Point{}, 100, 40)},
		{ID: "b1", Rect: geom.RectAround(geom.Point{X: 300}, 100, 40)},
	}}
	way := geom.Polyline(geom.Point{X: 50}, geom.Point{X: 250})
	for i, there := range ways {
		line, path := layouttest.Line(i, 0, 1), way
		if !there {
			line, path = layouttest.Line(i, 1, 0), way.Reverse()
		}
		g.Lines = append(g.Lines, line)
		p.Lines = append(p.Lines, layout.PlacedLine{ID: line.ID, Path: path})
	}
	return g, p
}

func TestFanPartsLinesOnTheSameWay(t *testing.T) {
	g, p := between(true, false, true)
	fan(g, &p)
	var ys []float64
	for i, line := range p.Lines {
		ys = append(ys, line.Path.Start().Y)
		assert.InDelta(t, line.Path.Start().Y, line.Path.End().Y, 1e-9)
		from, to := 50.0, 250.0
		if i == 1 {
			from, to = to, from
		}
		assert.InDelta(t, from, line.Path.Start().X, 1e-9, "each runs its own way")
		assert.InDelta(t, to, line.Path.End().X, 1e-9)
	}
	assert.Equal(t, []float64{-fanStep, 0, fanStep}, ys)
}

func TestFanStaysOnTheBoxes(t *testing.T) {
	ways := make([]bool, 30)
	g, p := between(ways...)
	fan(g, &p)
	for _, line := range p.Lines {
		require.LessOrEqual(t, line.Path.Bounds().H(), 1e-9)
		require.LessOrEqual(t, line.Path.Start().Y, 20.0)
		require.GreaterOrEqual(t, line.Path.Start().Y, -20.0)
	}
}

func TestFanLeavesOtherLinesAlone(t *testing.T) {
	g, p := between(true, true)
	p.Lines[1].Path = p.Lines[1].Path.Shift(geom.Point{Y: 6})
	before := []geom.Path{p.Lines[0].Path, p.Lines[1].Path}
	fan(g, &p)
	assert.Equal(t, before, []geom.Path{p.Lines[0].Path, p.Lines[1].Path})
	g, p = between(true)
	before = []geom.Path{p.Lines[0].Path}
	fan(g, &p)
	assert.Equal(t, before, []geom.Path{p.Lines[0].Path})
}

func TestCurveParts(t *testing.T) {
	_, p := between(true, false)
	curve(p.Lines)
	for _, line := range p.Lines {
		middle := line.Path.Length() / 2
		point, _ := line.Path.AtLength(middle)
		side := line.Path.End().Sub(line.Path.Start()).Cross(point.Sub(line.Path.Start()))
		assert.Positive(t, side, "to the right of its direction")
	}
	assert.InDelta(t, 0, p.Lines[0].Path.Start().Dist(p.Lines[1].Path.End()), 1e-9)
}
