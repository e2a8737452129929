package graphviz

import (
	"context"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/layout"
	"entangle/layout/layouttest"
)

// The estimate decides about limits, so it has to be near what dot does.
func TestSurveyIsNearTheTruth(t *testing.T) {
	for _, size := range [][2]int{{45, 100}, {100, 150}, {200, 300}} {
		g := layouttest.Deals(size[0], size[1], 3)
		placed, err := Layout(context.Background(), g)
		require.NoError(t, err)
		number, crossings := numbers(g.Boxes), 0
		for _, line := range g.Lines {
			from, to := placed.Boxes[number[line.From]].Rect, placed.Boxes[number[line.To]].Rect
			span := int(math.Round(math.Abs(from.Min.Y-to.Min.Y) / (34 + 36)))
			crossings += max(0, span-1)
		}
		estimate := layout.SurveyOf(g).Crossings
		assert.InEpsilon(t, crossings, estimate, 0.6, "%v", size)
	}
}
