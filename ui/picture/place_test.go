package picture

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/data"
	"entangle/data/deals"
	"entangle/data/query"
	"entangle/data/resolve"
	"entangle/layout"
	"entangle/layout/layouttest"
	"entangle/ui/scene"
)

// sized is a diagram in which every box is tied to the next ones of a ring, the
// other kind of party, so that lines make ranks. Wide draws everything in two.
func sized(boxes, lines int) *scene.Diagram {
	d := &scene.Diagram{}
	kinds := []data.PartyKind{data.AILab, data.Cloud, data.Fab}
	for i := range boxes {
		d.Boxes = append(d.Boxes, scene.Box{ID: fmt.Sprint("b", i), Name: "B", Kind: kinds[i%len(kinds)]})
	}
	for i := range lines {
		from, to := i%boxes, (i+1+i/boxes*3)%boxes
		d.Lines = append(d.Lines, scene.Line{ID: fmt.Sprint("l", i), From: fmt.Sprint("b", from), To: fmt.Sprint("b", to)})
	}
	return d
}

func TestTheLayoutSuitsTheSize(t *testing.T) {
	r := newRuler(t)
	for _, c := range []struct {
		boxes, lines int
		view         View
		engine       layout.EngineName
		direction    string
		chosen       string
	}{
		{2, 1, View{}, layout.Dot, "TB", ""},
		{stackBoxes, 20, View{}, layout.Dot, "TB", ""},
		{stackBoxes + 1, 20, View{}, layout.Dot, "LR", ""},
		{legible, 500, View{}, layout.Dot, "LR", ""},
		{300, 900, View{}, layout.SFDP, "LR", "placed by sfdp, since dot would draw 300 parties in a strip much longer than wide"},
		{dotBoxes + 2, 1500, View{}, layout.SFDP, "LR", "placed by sfdp, since 1,002 parties with 1,500 lines are more than dot can place in time"},
		{dotBoxes + 2, 1500, View{Engine: layout.Dot}, layout.Dot, "LR", ""},
		{300, 900, View{Engine: layout.SFDP}, layout.SFDP, "LR", ""},
		{2, 1, View{Engine: layout.Circo, Direction: "BT"}, layout.Circo, "BT", ""},
	} {
		d := sized(c.boxes, c.lines)
		d.Measure(r)
		g := c.view.Graph(d)
		assert.Equal(t, c.engine, g.Options.Engine, "%+v", c)
		assert.Equal(t, c.direction, g.Options.Direction, "%+v", c)
		assert.Positive(t, g.Options.NodeSep)
		assert.Positive(t, g.Options.RankSep)
		assert.Equal(t, c.chosen, c.view.Chosen(g))
	}
	across := View{Direction: "RL"}.Graph(sized(2, 1)).Options
	assert.Greater(t, across.RankSep, across.NodeSep, "labels lie between the ranks")
}

// Many lines past many ranks are too dense for dot, however few the boxes are.
func TestDensityCounts(t *testing.T) {
	for lines, suits := range map[int]bool{120: true, 3000: false} {
		g := layouttest.Deals(120, lines, 1)
		g.Options = layout.Options{Direction: "LR", NodeSep: 20, RankSep: 380}
		assert.Equal(t, suits, why(g) == "", "%d lines: %s", lines, why(g))
	}
}

func TestLargeGraphsAreDrafted(t *testing.T) {
	for _, c := range []struct {
		boxes, lines int
		engine       layout.EngineName
		drafted      bool
	}{
		{40, 90, layout.Dot, false},
		{40, 90, layout.SFDP, false},
		{1000, 2900, layout.SFDP, false},
		{1000, 2900, layout.Dot, true},
		{10_000, 28_000, layout.SFDP, true},
	} {
		g := layout.Graph{Boxes: make([]layout.Box, c.boxes), Lines: make([]layout.Line, c.lines), Options: layout.Options{Engine: c.engine}}
		assert.Equal(t, c.drafted, Drafted(g), "%+v", c)
	}
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

// What is written says which engine was chosen, where nobody asked for one.
func TestExportSaysWhatWasChosen(t *testing.T) {
	d := deals.Make(deals.Size{Parties: 300, Ties: 400, Statements: 400}, 1)
	v := query.Default(d, data.DayOf(2026, 5, 1))
	for engine, says := range map[layout.EngineName]bool{"": true, layout.Twopi: false} {
		s := Look(resolve.At(d, v.Moment()), View{View: v, Engine: engine})
		drawn, err := s.Write(t.Context(), layouttest.Grid, newRuler(t), Export{Format: "svg", NoCaption: true})
		require.NoError(t, err)
		assert.Equal(t, says, strings.Contains(strings.Join(drawn.Notes, "\n"), "placed by sfdp, since dot would draw 29"), "%s: %v", engine, drawn.Notes)
	}
}
