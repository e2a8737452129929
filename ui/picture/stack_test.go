package picture

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/data"
	"entangle/data/query"
	"entangle/layout"
)

func stacked(s *Subject) *Subject {
	v := s.View
	v.Arrangement = Stack
	return s.Look(v)
}

func TestTheStackAsksForRows(t *testing.T) {
	r := newRuler(t)
	for name, s := range map[string]*Subject{"core": stacked(core(builtin(t))), "all": stacked(everything(builtin(t))), "example": stacked(everything(example(t)))} {
		g := s.Graph(r)
		require.NoError(t, g.Validate(), name)
		assert.Equal(t, layout.Dot, g.Options.Engine)
		lanes := query.Lanes(s.Dataset)
		rows := map[data.LayerID][]int{}
		boxes := map[string]layout.Box{}
		for _, b := range g.Boxes {
			require.Positive(t, b.Row, "%s: %s", name, b.ID)
			boxes[b.ID] = b
			layer := lanes[data.PartyID(b.ID)].Layer
			assert.Equal(t, layer == data.LayerCapital, b.Side == layout.Before)
			assert.Equal(t, layer == data.LayerRights, b.Side == layout.Behind)
			if b.Side == layout.Middle {
				rows[layer] = append(rows[layer], b.Row)
			}
		}
		order := append(query.StackOf(s.Dataset), "")
		for i, lower := range order {
			for _, higher := range order[i+1:] {
				for _, a := range rows[lower] {
					for _, b := range rows[higher] {
						assert.GreaterOrEqual(t, a-b, laneStep, "%s: %s stands below %s", name, lower, higher)
					}
				}
			}
		}
		for _, l := range g.Lines {
			from, to := boxes[l.From].Row, boxes[l.To].Row
			assert.LessOrEqual(t, from, to, "%s: lines run down", l.ID)
			assert.Equal(t, from == to, l.Loose, l.ID)
		}
	}
}

// A firm in several layers stands in one and says the others.
func TestAFirmSaysItsOtherLayers(t *testing.T) {
	s := stacked(core(builtin(t)))
	d := s.Diagram(newRuler(t))
	for _, b := range d.Boxes {
		if b.ID == "amazon" {
			assert.Equal(t, "cloud · also chips and distribution", b.Word)
			return
		}
	}
	require.Fail(t, "Amazon is in the core")
}

// Nothing of the stack moves with the day, and a placement fits what any day
// draws.
func TestTheStackStaysWithTheDay(t *testing.T) {
	r := newRuler(t)
	first := stacked(everything(example(t)))
	want := first.Graph(r)
	for _, day := range []data.Day{data.DayOf(2024, 1, 1), data.DayOf(2025, 7, 1), data.DayOf(2031, 1, 1)} {
		v := first.View
		v.AsOf = day
		s := first.Look(v)
		assert.Equal(t, want.Hash(), s.Graph(r).Hash())
		rows := map[string]int{}
		for _, b := range want.Boxes {
			rows[b.ID] = b.Row
		}
		d := s.Diagram(r)
		for _, b := range d.Boxes {
			assert.Equal(t, rows[b.ID], b.Row)
		}
		assert.Equal(t, first.Diagram(r).Lanes, d.Lanes)
	}
}

func TestALongLaneTakesSeveralRows(t *testing.T) {
	s := stacked(everything(star(t, 60, "")))
	rows := map[int]int{}
	for _, b := range s.Graph(newRuler(t)).Boxes {
		rows[b.Row]++
	}
	assert.Greater(t, len(rows), 3)
	for row, n := range rows {
		assert.LessOrEqual(t, n, 13, "row %d", row)
	}
}

func TestLaidOut(t *testing.T) {
	assert.Equal(t, Stack, View{}.LaidOut("stack").Arranged())
	v := View{Arrangement: Stack}.LaidOut("circo")
	assert.Equal(t, Web, v.Arranged())
	assert.Equal(t, layout.Circo, v.Engine)
	assert.Empty(t, View{}.LaidOut("").Engine)
}
