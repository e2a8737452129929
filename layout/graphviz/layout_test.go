package graphviz

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"math"
	"math/rand"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/layout"
	"entangle/layout/geom"
	"entangle/layout/layouttest"
)

// rounded writes a placement as JSON, whole points only, a line for each thing.
func rounded(p layout.Placed) []byte {
	var b bytes.Buffer
	round := func(points ...geom.Point) string {
		var whole [][2]int
		for _, p := range points {
			whole = append(whole, [2]int{int(math.Round(p.X)), int(math.Round(p.Y))})
		}
		text, _ := json.Marshal(whole)
		return string(text)
	}
	fmt.Fprintf(&b, "{\"engine\": %q, \"note\": %q, \"bounds\": %s", p.Engine, p.Note, round(p.Bounds.Min, p.Bounds.Max))
	for _, box := range p.Boxes {
		fmt.Fprintf(&b, ",\n%q: %s", "box "+box.ID, round(box.Rect.Min, box.Rect.Max))
	}
	for _, line := range p.Lines {
		fmt.Fprintf(&b, ",\n%q: [", "line "+line.ID)
		for i, c := range line.Path {
			if i > 0 {
				b.WriteString(", ")
			}
			b.WriteString(round(c[:]...))
		}
		b.WriteString("]")
	}
	b.WriteString("}\n")
	return b.Bytes()
}

func TestPlacementGolden(t *testing.T) {
	client := newClient(t)
	cases := map[string]layout.Graph{
		"dot-left":   with(small(), layout.Options{Direction: "LR"}),
		"dot-curved": with(small(), layout.Options{Splines: "curved"}),
		"dot-ortho":  with(small(), layout.Options{Splines: "ortho"}),
		"neato-pin":  with(pinned(small(), 1), layout.Options{Engine: layout.Neato}),
		"all-pinned": pinned(small(), 4),
	}
	for _, engine := range layout.Engines {
		cases[string(engine)] = with(small(), layout.Options{Engine: engine})
	}
	for name, g := range cases {
		t.Run(name, func(t *testing.T) {
			placed, err := client.Layout(context.Background(), g)
			require.NoError(t, err)
			golden(t, name+".json", rounded(placed))
		})
	}
}

// check holds a placement against everything that is promised for the graph.
func check(t *testing.T, g layout.Graph, p layout.Placed) {
	t.Helper()
	require.Len(t, p.Boxes, len(g.Boxes))
	require.Len(t, p.Lines, len(g.Lines))
	rect := make(map[string]geom.Rect)
	all := geom.EmptyRect()
	for i, box := range g.Boxes {
		placed := p.Boxes[i]
		require.Equal(t, box.ID, placed.ID)
		require.InDelta(t, box.W, placed.Rect.W(), 0.5)
		require.InDelta(t, box.H, placed.Rect.H(), 0.5)
		for j, other := range p.Boxes[:i] {
			require.True(t, placed.Rect.Inset(0.5).Intersect(other.Rect.Inset(0.5)).Empty(),
				"boxes %d and %d overlap", i, j)
		}
		rect[box.ID], all = placed.Rect, all.Union(placed.Rect)
	}
	for i, line := range g.Lines {
		placed := p.Lines[i]
		require.Equal(t, line.ID, placed.ID)
		require.NotEmpty(t, placed.Path)
		onBorder(t, rect[line.From], placed.Path.Start())
		onBorder(t, rect[line.To], placed.Path.End())
		for k, c := range placed.Path {
			if k > 0 {
				require.InDelta(t, 0, placed.Path[k-1][3].Dist(c[0]), 1e-6, "line %s is broken", line.ID)
			}
			for _, point := range c {
				require.True(t, point.IsFinite())
			}
		}
		all = all.Union(placed.Path.Bounds())
	}
	require.InDelta(t, 0, all.Min.Dist(p.Bounds.Min), 1e-6)
	require.InDelta(t, 0, all.Max.Dist(p.Bounds.Max), 1e-6)
}

func onBorder(t *testing.T, r geom.Rect, p geom.Point) {
	t.Helper()
	require.InDelta(t, 0, r.NearestOnBorder(p).Dist(p), 0.01, "%v is not on the border of %v", p, r)
}

// someGraph returns a graph with boxes of all sizes, groups, weights and options.
func someGraph(r *rand.Rand) layout.Graph {
	n := 1 + r.Intn(40)
	g := layouttest.Deals(n, r.Intn(3*n), r.Int63())
	if n == 1 {
		g.Lines = nil
	}
	for i := range g.Boxes {
		g.Boxes[i].W, g.Boxes[i].H = 1+200*r.Float64(), 1+80*r.Float64()
		if r.Intn(4) == 0 {
			g.Boxes[i].Group = fmt.Sprint(r.Intn(4))
		}
	}
	for i := range g.Lines {
		g.Lines[i].Weight = math.Round(50*r.Float64()*r.Float64()) / 10
		g.Lines[i].Loose = r.Intn(6) == 0
	}
	g.Options.Direction = []string{"", "TB", "LR", "BT", "RL"}[r.Intn(5)]
	g.Options.Splines = []string{"", "", "", "line", "polyline", "ortho", "curved"}[r.Intn(7)]
	g.Options.Seed = r.Intn(5) - 2
	if r.Intn(3) == 0 {
		g.Options.NodeSep, g.Options.RankSep = 5+30*r.Float64(), 5+60*r.Float64()
	}
	return g
}

func TestEveryEngineKeepsItsPromises(t *testing.T) {
	rounds := 12
	if testing.Short() {
		rounds = 2
	}
	for _, engine := range layout.Engines {
		t.Run(string(engine), func(t *testing.T) {
			client := newClient(t)
			r := rand.New(rand.NewSource(1))
			for range rounds {
				g := someGraph(r)
				g.Options.Engine = engine
				placed, err := client.Layout(context.Background(), g)
				require.NoError(t, err)
				check(t, g, placed)
				assert.Equal(t, engine, placed.Engine)
				assert.Zero(t, placed.Bounds.Min)
			}
		})
	}
}

// The result depends on the graph alone, not on what the process did before.
func TestLayoutIsRepeatable(t *testing.T) {
	fresh, used := newClient(t), newClient(t)
	for i, engine := range layout.Engines {
		for _, earlier := range layout.Engines[:i] {
			before := with(layouttest.Deals(15, 20, int64(i)), layout.Options{Engine: earlier})
			_, err := used.Layout(context.Background(), before)
			require.NoError(t, err)
		}
		g := with(layouttest.Deals(40, 80, 3), layout.Options{Engine: engine})
		want, err := fresh.Layout(context.Background(), g)
		require.NoError(t, err)
		got, err := used.Layout(context.Background(), g)
		require.NoError(t, err)
		assert.Equal(t, rounded(want), rounded(got), "%s", engine)
		assert.Equal(t, want, got, "%s", engine)
	}
}

// Boxes of a crowd are parted evenly, and the map stays of a size that fits them.
func TestACrowdIsPlacedBySprings(t *testing.T) {
	g := with(layouttest.Deals(crowd+50, 3*crowd, 1), layout.Options{Engine: layout.SFDP})
	g.Boxes[3].Pin = &geom.Point{X: -1e6}
	placed, err := newClient(t).Layout(context.Background(), g)
	require.NoError(t, err)
	check(t, g, placed)
	assert.Equal(t, layout.SFDP, placed.Engine)
	assert.Contains(t, placed.Note, "pins have no effect")
	assert.Contains(t, placed.Note, straightForObstacles)
	var covered float64
	for _, box := range g.Boxes {
		covered += (box.W + gap(g.Options)) * (box.H + gap(g.Options))
	}
	assert.Less(t, placed.Bounds.W()*placed.Bounds.H(), 12*covered)
}

func TestSeedsGiveOtherArrangements(t *testing.T) {
	client := newClient(t)
	for _, engine := range []layout.EngineName{layout.Neato, layout.FDP} {
		seen := make(map[geom.Rect]bool)
		for seed := range 3 {
			g := with(layouttest.Deals(12, 14, 2), layout.Options{Engine: engine, Seed: seed})
			placed, err := client.Layout(context.Background(), g)
			require.NoError(t, err)
			seen[placed.Bounds] = true
		}
		assert.Len(t, seen, 3, "%s", engine)
	}
}

func TestLittleGraphs(t *testing.T) {
	for _, engine := range layout.Engines {
		for n := range 3 {
			g := layouttest.Chain(max(n, 1))
			g.Options.Engine = engine
			if n == 0 {
				g.Boxes = nil
			}
			placed, err := Layout(context.Background(), g)
			require.NoError(t, err)
			if n == 0 {
				assert.Equal(t, layout.Placed{Engine: engine}, placed)
				continue
			}
			check(t, g, placed)
		}
	}
}

func TestLayoutRefusesWhatIsNotValid(t *testing.T) {
	g := small()
	g.Boxes[1].ID = "a"
	_, err := Layout(context.Background(), g)
	assert.ErrorContains(t, err, "the same id")
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err = Layout(ctx, small())
	assert.ErrorIs(t, err, context.Canceled)
}

func TestGroupsShareARank(t *testing.T) {
	g := layouttest.Chain(6)
	g.Boxes[0].Group, g.Boxes[3].Group, g.Boxes[5].Group = "x", "x", "x"
	for direction, along := range map[string]func(geom.Point) float64{
		"TB": func(p geom.Point) float64 { return p.Y },
		"LR": func(p geom.Point) float64 { return p.X },
	} {
		g.Options.Direction = direction
		placed, err := Layout(context.Background(), g)
		require.NoError(t, err)
		at := func(i int) float64 { return along(placed.Boxes[i].Rect.Center()) }
		assert.InDelta(t, at(0), at(3), 0.5)
		assert.InDelta(t, at(0), at(5), 0.5)
		assert.Greater(t, math.Abs(at(1)-at(0)), 30.0)
	}
}

func TestRanksRunAsAsked(t *testing.T) {
	g := layouttest.Chain(2)
	for direction, way := range map[string]geom.Point{
		"": {Y: 1}, "TB": {Y: 1}, "BT": {Y: -1}, "LR": {X: 1}, "RL": {X: -1},
	} {
		g.Options.Direction = direction
		placed, err := Layout(context.Background(), g)
		require.NoError(t, err)
		move := placed.Boxes[1].Rect.Center().Sub(placed.Boxes[0].Rect.Center())
		assert.InDelta(t, 1, move.Unit().Dot(way), 0.01, direction)
		// The line runs the same way, from border to border.
		line := placed.Lines[0].Path
		assert.InDelta(t, 1, line.End().Sub(line.Start()).Unit().Dot(way), 0.01, direction)
	}
}

func TestDistancesAreKept(t *testing.T) {
	g := layout.Graph{Boxes: layouttest.Chain(3).Boxes, Options: layout.Options{NodeSep: 50}}
	for _, engine := range []layout.EngineName{layout.Dot, layout.Neato, layout.Twopi} {
		g.Options.Engine = engine
		placed, err := Layout(context.Background(), g)
		require.NoError(t, err)
		for i, a := range placed.Boxes {
			for _, b := range placed.Boxes[:i] {
				assert.True(t, a.Rect.Inset(-24.5).Intersect(b.Rect.Inset(-24.5)).Empty(), "%s", engine)
			}
		}
	}
}

func TestPins(t *testing.T) {
	g := pinned(layouttest.Deals(12, 20, 1), 4)
	for i := range 4 {
		g.Boxes[i].Pin.X *= 2
	}
	for _, engine := range layout.Engines {
		g.Options.Engine = engine
		placed, err := Layout(context.Background(), g)
		require.NoError(t, err)
		check(t, g, placed)
		if engine != layout.Neato && engine != layout.FDP {
			assert.Equal(t, string(engine)+" places every box itself, so pins have no effect", placed.Note)
			assert.Zero(t, placed.Bounds.Min)
			continue
		}
		assert.Empty(t, placed.Note)
		for i := range 4 {
			assert.InDelta(t, 0, g.Boxes[i].Pin.Dist(placed.Boxes[i].Rect.Center()), 1e-9, "%s", engine)
		}
	}
}

func TestAllPinnedDrawsLinesOnly(t *testing.T) {
	g := layouttest.Deals(20, 40, 1)
	first, err := Layout(context.Background(), g)
	require.NoError(t, err)
	for i := range g.Boxes {
		center := first.Boxes[i].Rect.Center().Add(geom.Point{X: -500, Y: 70})
		g.Boxes[i].Pin = &center
	}
	placed, err := Layout(context.Background(), g)
	require.NoError(t, err)
	check(t, g, placed)
	assert.Equal(t, layout.Dot, placed.Engine)
	for i := range g.Boxes {
		assert.InDelta(t, 0, g.Boxes[i].Pin.Dist(placed.Boxes[i].Rect.Center()), 1e-9)
	}
}
