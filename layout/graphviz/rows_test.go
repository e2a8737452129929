package graphviz

import (
	"context"
	"fmt"
	"math/rand"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/layout"
	"entangle/layout/geom"
	"entangle/layout/layouttest"
)

// rowed is small in rows, one of them empty, with a box on either side.
func rowed() layout.Graph {
	g := small()
	g.Boxes[0].Row, g.Boxes[1].Row, g.Boxes[2].Row, g.Boxes[3].Row = 1, 3, 3, 3
	g.Boxes[0].Group, g.Boxes[1].Group = "", ""
	g.Boxes[1].Side, g.Boxes[3].Side = layout.Before, layout.Behind
	return g
}

// framed is small with a frame of two boxes, and one of one box.
func framed() layout.Graph {
	g := small()
	g.Boxes[0].Group, g.Boxes[1].Group = "", ""
	g.Boxes[0].Frame, g.Boxes[3].Frame, g.Boxes[1].Frame = "f", "f", "g"
	return g
}

// someRows returns a web of deals in rows, a part of it on the sides.
func someRows(r *rand.Rand) layout.Graph {
	n := 2 + r.Intn(40)
	g := layouttest.Deals(n, r.Intn(3*n), r.Int63())
	rows := map[string]int{}
	for i := range g.Boxes {
		box := &g.Boxes[i]
		box.Row = 1 + 2*r.Intn(6)
		if r.Intn(4) == 0 {
			box.Side = layout.Side(2*r.Intn(2) - 1)
		}
		rows[box.ID] = box.Row
	}
	for i := range g.Lines {
		l := &g.Lines[i]
		if rows[l.From] > rows[l.To] {
			l.From, l.To = l.To, l.From
		}
		l.Loose = rows[l.From] == rows[l.To]
	}
	g.Options.NodeSep, g.Options.RankSep = 40, 60
	return g
}

func TestRowsAndSidesAreKept(t *testing.T) {
	client := newClient(t)
	r := rand.New(rand.NewSource(3))
	strayed := 0
	for round := range 25 {
		g := someRows(r)
		placed, err := client.Layout(context.Background(), g)
		require.NoError(t, err)
		check(t, g, placed)
		at := map[int]float64{}
		for i, box := range g.Boxes {
			y := placed.Boxes[i].Rect.Center().Y
			if known, ok := at[box.Row]; ok {
				assert.InDelta(t, known, y, 0.5, "round %d: boxes of row %d on one height", round, box.Row)
			}
			at[box.Row] = y
		}
		for a := range at {
			for b := range at {
				assert.Equal(t, a < b, at[a] < at[b]-60, "round %d: rows %d and %d", round, a, b)
			}
		}
		if placed.Note != "" {
			assert.Contains(t, placed.Note, "do not stand at their side")
			strayed++
			continue
		}
		sides(t, g, placed, fmt.Sprint("round ", round))
	}
	assert.Zero(t, strayed, "of 25 webs")
}

// sides checks that the boxes of the sides stand outside of all others.
func sides(t *testing.T, g layout.Graph, placed layout.Placed, name string) {
	t.Helper()
	assert.Zero(t, astray(g, placed))
	columns := map[layout.Side]geom.Rect{}
	for i, box := range g.Boxes {
		room, ok := columns[box.Side]
		if !ok {
			room = geom.EmptyRect()
		}
		columns[box.Side] = room.Union(placed.Boxes[i].Rect)
	}
	for _, pair := range [][2]layout.Side{{layout.Before, layout.Middle}, {layout.Middle, layout.Behind}, {layout.Before, layout.Behind}} {
		left, one := columns[pair[0]]
		right, two := columns[pair[1]]
		if one && two {
			assert.Less(t, left.Max.X, right.Min.X, "%s: %v stands left of %v", name, pair[0], pair[1])
		}
	}
}

func TestFramesKeepOthersOut(t *testing.T) {
	client := newClient(t)
	r := rand.New(rand.NewSource(5))
	for range 15 {
		n := 3 + r.Intn(30)
		g := layouttest.Deals(n, 2*n, r.Int63())
		for i := range g.Boxes {
			g.Boxes[i].Frame = []string{"", "a", "b", "c"}[r.Intn(4)]
		}
		placed, err := client.Layout(context.Background(), g)
		require.NoError(t, err)
		check(t, g, placed)
		rooms := map[string]geom.Rect{}
		for i, box := range g.Boxes {
			room, ok := rooms[box.Frame]
			if !ok {
				room = geom.EmptyRect()
			}
			rooms[box.Frame] = room.Union(placed.Boxes[i].Rect)
		}
		for i, box := range g.Boxes {
			for frame, room := range rooms {
				if frame != "" && frame != box.Frame {
					assert.False(t, room.Intersects(placed.Boxes[i].Rect), "box %s stands in the frame %s", box.ID, frame)
				}
			}
		}
	}
}

func TestOnlyDotHasFrames(t *testing.T) {
	client := newClient(t)
	placed, err := client.Layout(context.Background(), with(framed(), layout.Options{Engine: layout.Circo}))
	require.NoError(t, err)
	assert.Contains(t, placed.Note, "circo does not keep boxes together in frames")
	placed, err = client.Layout(context.Background(), framed())
	require.NoError(t, err)
	assert.Empty(t, placed.Note)
}
