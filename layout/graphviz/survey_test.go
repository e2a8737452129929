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

func TestSurvey(t *testing.T) {
	chain := layouttest.Chain(10)
	assert.Equal(t, survey{crossings: 0, bends: 9}, surveyOf(chain))
	over := chain
	over.Lines = append(over.Lines[:9:9], layouttest.Line(9, 0, 9))
	assert.Equal(t, survey{crossings: 8, bends: 9 + 9*9*9}, surveyOf(over), "a line past eight ranks")
	cycle := chain
	cycle.Lines = append(cycle.Lines[:9:9], layouttest.Line(9, 9, 0))
	assert.Equal(t, surveyOf(over), surveyOf(cycle), "the line that closes a cycle is turned")
	assert.Equal(t, survey{}, surveyOf(layout.Graph{}))
	loose := over
	loose.Lines = append([]layout.Line(nil), over.Lines...)
	for i := range loose.Lines {
		loose.Lines[i].Loose = true
	}
	assert.Equal(t, survey{}, surveyOf(loose), "loose lines make no ranks")
}

func TestSurveyPullsBoxesTowardsWhatFollows(t *testing.T) {
	g := layouttest.Chain(6)
	g.Boxes = append(g.Boxes, layout.Box{ID: layouttest.BoxID(6), W: 1, H: 1})
	g.Lines = append(g.Lines, layouttest.Line(6, 6, 5))
	assert.Equal(t, 0, surveyOf(g).crossings, "a box before the last one stands beside the one before that")
}

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
		estimate := surveyOf(g).crossings
		assert.InEpsilon(t, crossings, estimate, 0.6, "%v", size)
	}
}

func TestSurveyOfALongChainNeedsNoDeepStack(t *testing.T) {
	assert.Equal(t, 99_999.0, surveyOf(layouttest.Chain(100_000)).bends)
}
