package layout_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"entangle/layout"
	"entangle/layout/layouttest"
)

func TestSurvey(t *testing.T) {
	chain := layouttest.Chain(10)
	assert.Equal(t, layout.Survey{Bends: 9, Ranks: 10, Fullest: 1}, layout.SurveyOf(chain))
	over := chain
	over.Lines = append(over.Lines[:9:9], layouttest.Line(9, 0, 9))
	assert.Equal(t, layout.Survey{Crossings: 8, Bends: 9 + 9*9*9, Ranks: 10, Fullest: 2}, layout.SurveyOf(over), "a line past eight ranks")
	cycle := chain
	cycle.Lines = append(cycle.Lines[:9:9], layouttest.Line(9, 9, 0))
	assert.Equal(t, layout.SurveyOf(over), layout.SurveyOf(cycle), "the line that closes a cycle is turned")
	assert.Equal(t, layout.Survey{}, layout.SurveyOf(layout.Graph{}))
	loose := over
	loose.Lines = append([]layout.Line(nil), over.Lines...)
	for i := range loose.Lines {
		loose.Lines[i].Loose = true
	}
	assert.Equal(t, layout.Survey{Ranks: 1, Fullest: 10}, layout.SurveyOf(loose), "loose lines make no ranks")
}

func TestSurveyPullsBoxesTowardsWhatFollows(t *testing.T) {
	g := layouttest.Chain(6)
	g.Boxes = append(g.Boxes, layout.Box{ID: layouttest.BoxID(6), W: 1, H: 1})
	g.Lines = append(g.Lines, layouttest.Line(6, 6, 5))
	assert.Equal(t, 0, layout.SurveyOf(g).Crossings, "a box before the last one stands beside the one before that")
}

func TestSurveyOfALongChainNeedsNoDeepStack(t *testing.T) {
	assert.Equal(t, 99_999.0, layout.SurveyOf(layouttest.Chain(100_000)).Bends)
}
