package graphviz

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/layout"
	"entangle/layout/geom"
	"entangle/layout/layouttest"
)

// past returns a line from b0 to b1, straight, and boxes that it has nothing to do with.
func past(obstacles ...geom.Rect) (layout.Graph, layout.Placed) {
	g, p := between(true)
	for i, r := range obstacles {
		id := layouttest.BoxID(i + 2)
		g.Boxes = append(g.Boxes, layout.Box{ID: id, W: r.W(), H: r.H()})
		p.Boxes = append(p.Boxes, layout.PlacedBox{ID: id, Rect: r})
	}
	return g, p
}

func TestMendLeadsLinesAround(t *testing.T) {
	for name, obstacles := range map[string][]geom.Rect{
		"a corner":             {geom.RectAround(geom.Point{X: 150, Y: 25}, 60, 52)},
		"a side that is near":  {geom.RectAround(geom.Point{X: 150, Y: 20.5}, 60, 40)},
		"the middle":           {geom.RectAround(geom.Point{X: 150, Y: 2}, 60, 40)},
		"one after the other":  {geom.RectAround(geom.Point{X: 100, Y: -8}, 20, 30), geom.RectAround(geom.Point{X: 200, Y: 8}, 20, 30)},
		"the longer way round": {geom.RectAround(geom.Point{X: 150, Y: 5}, 60, 40), geom.RectAround(geom.Point{X: 150, Y: -116}, 260, 200)},
		"beside an end":        {geom.RectAround(geom.Point{X: 70, Y: 19}, 20, 40)},
	} {
		for _, smooth := range []bool{true, false} {
			t.Run(name, func(t *testing.T) {
				g, p := past(obstacles...)
				before := p.Lines[0].Path
				assert.Equal(t, 1, mend(g, &p, smooth))
				after := p.Lines[0].Path
				assert.NotEqual(t, before, after)
				assert.Zero(t, through(g, p))
				assert.Equal(t, before.Start(), after.Start())
				assert.Equal(t, before.End(), after.End())
				assert.Less(t, after.Length(), before.Length()+300, "no further than around the boxes")
				for i := range after[1:] {
					require.Equal(t, after[i][3], after[i+1][0], "in one piece")
					if smooth {
						assert.InDelta(t, 1, after[i].Tangent(1).Dot(after[i+1].Tangent(0)), 1e-6, "without a corner")
					}
				}
			})
		}
	}
}

func TestMendLeavesOtherLinesAlone(t *testing.T) {
	for name, obstacle := range map[string]geom.Rect{
		"far":        geom.RectAround(geom.Point{X: 150, Y: 100}, 60, 40),
		"near":       geom.RectAround(geom.Point{X: 150, Y: 22}, 60, 40),
		"no way out": geom.RectAround(geom.Point{}, 120, 60), // around the box that it begins at
	} {
		t.Run(name, func(t *testing.T) {
			g, p := past(obstacle)
			before := slices.Clone(p.Lines[0].Path)
			mend(g, &p, true)
			assert.Equal(t, before, p.Lines[0].Path)
		})
	}
}

// The index finds what a look at every box finds.
func TestObstacles(t *testing.T) {
	_, p := past(geom.RectAround(geom.Point{X: 150, Y: 300}, 60, 500), geom.RectAround(geom.Point{X: 150, Y: 8}, 10, 4), geom.RectAround(geom.Point{X: 20, Y: 90}, 10, 4))
	o := newObstacles(p.Boxes)
	for y := -40.0; y < 600; y += 7 {
		area := geom.RectAround(geom.Point{X: 140, Y: y}, 200, 9)
		var want, got []int
		for i, r := range o.rects {
			if r.Intersects(area) {
				want = append(want, i)
			}
		}
		o.in(area, func(i int) bool {
			got = append(got, i)
			return true
		})
		assert.ElementsMatch(t, want, got, "at %v", y)
	}
}
