package picture

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/data"
	"entangle/layout"
	"entangle/ui/scene"
)

func sized(boxes, lines int) *scene.Diagram {
	d := &scene.Diagram{}
	for i := range boxes {
		d.Boxes = append(d.Boxes, scene.Box{ID: fmt.Sprint("b", i), Name: "B", Kind: data.Cloud})
	}
	for i := range lines {
		d.Lines = append(d.Lines, scene.Line{ID: fmt.Sprint("l", i), From: fmt.Sprint("b", i%boxes), To: fmt.Sprint("b", (i+1)%boxes)})
	}
	return d
}

func TestTheLayoutSuitsTheSize(t *testing.T) {
	for _, c := range []struct {
		boxes, lines int
		view         View
		engine       layout.EngineName
		direction    string
	}{
		{2, 1, View{}, layout.Dot, "TB"},
		{stackBoxes, 20, View{}, layout.Dot, "TB"},
		{stackBoxes + 1, 20, View{}, layout.Dot, "LR"},
		{dotBoxes, dotLines, View{}, layout.Dot, "LR"},
		{dotBoxes + 1, 20, View{}, layout.SFDP, "LR"},
		{50, dotLines + 1, View{}, layout.SFDP, "LR"},
		{dotBoxes + 1, 20, View{Engine: layout.Dot}, layout.Dot, "LR"},
		{2, 1, View{Engine: layout.Circo, Direction: "BT"}, layout.Circo, "BT"},
	} {
		o := c.view.Graph(sized(c.boxes, c.lines)).Options
		assert.Equal(t, c.engine, o.Engine, "%+v", c)
		assert.Equal(t, c.direction, o.Direction, "%+v", c)
		assert.Positive(t, o.NodeSep)
		assert.Positive(t, o.RankSep)
	}
	across := View{Direction: "RL"}.Graph(sized(2, 1)).Options
	assert.Greater(t, across.RankSep, across.NodeSep, "labels lie between the ranks")
}

func TestTheGraphIsValid(t *testing.T) {
	r := newRuler(t)
	for _, s := range []*Subject{core(builtin(t)), everything(builtin(t)), everything(example(t))} {
		g := s.Graph(r)
		require.NoError(t, g.Validate())
		assert.Len(t, g.Boxes, len(s.Placed.Nodes))
		assert.Len(t, g.Lines, len(s.Placed.Bundles))
	}
}
