package graphviz

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/layout"
	"entangle/layout/geom"
	"entangle/layout/layouttest"
)

// through counts the lines that cross a box which they have nothing to do with.
func through(g layout.Graph, p layout.Placed) int {
	count := 0
	for i, line := range g.Lines {
		points := p.Lines[i].Path.Flatten(0.5)
		for j, box := range g.Boxes {
			if box.ID != line.From && box.ID != line.To && crosses(points, p.Boxes[j].Rect.Inset(2)) {
				count++
			}
		}
	}
	return count
}

func crosses(points []geom.Point, r geom.Rect) bool {
	for i := 1; i < len(points); i++ {
		for _, t := range []float64{0, 0.25, 0.5, 0.75} {
			if r.Contains(points[i-1].Lerp(points[i], t)) {
				return true
			}
		}
	}
	return false
}

func TestLinesGoAroundBoxes(t *testing.T) {
	for _, engine := range []layout.EngineName{layout.Dot, layout.Neato, layout.SFDP, layout.Twopi, layout.Circo} {
		g := with(layouttest.Deals(45, 100, 3), layout.Options{Engine: engine})
		placed, err := Layout(context.Background(), g)
		require.NoError(t, err)
		assert.Zero(t, through(g, placed), "%s", engine)
	}
}

func TestLargeGraphsAreSimplifiedAndSaySo(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	dense := layouttest.Deals(200, 800, 1)
	for note, g := range map[string]layout.Graph{
		straightForBends:     dense,
		straightForSquares:   with(layouttest.Deals(100, 300, 1), layout.Options{Splines: "ortho"}),
		straightForObstacles: with(layouttest.Deals(201, 210, 1), layout.Options{Engine: layout.Twopi}),
		straightForTouching:  pinned(layouttest.Deals(2, 1, 1), 2),
	} {
		for i, box := range g.Boxes {
			if box.Pin != nil {
				box.Pin.X /= 100
				g.Boxes[i] = box
			}
		}
		placed, err := Layout(context.Background(), g)
		require.NoError(t, err)
		assert.Contains(t, placed.Note, note)
		for _, line := range placed.Lines {
			chord := line.Path.Start().Dist(line.Path.End())
			require.InDelta(t, chord, line.Path.Length(), 0.01*chord+1, "straight")
		}
	}
}
