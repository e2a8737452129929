package graphviz

import (
	"context"
	"math/rand"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/layout"
	"entangle/layout/geom"
	"entangle/layout/layouttest"
)

// through counts the lines that touch a box which they have nothing to do with.
func through(g layout.Graph, p layout.Placed) int {
	count := 0
	for i, line := range g.Lines {
		for j, box := range g.Boxes {
			if box.ID != line.From && box.ID != line.To && p.Lines[i].Path.Meets(p.Boxes[j].Rect, 0.01) {
				count++
			}
		}
	}
	return count
}

// No line that an engine leads around boxes touches one that it has nothing to do with.
func TestLinesGoAroundBoxes(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	for _, engine := range layout.Engines {
		client := newClient(t)
		lines := 0
		for range rounds(12) {
			for _, shape := range []string{"spline", "polyline"} {
				g := someGraph(r)
				g.Options.Engine, g.Options.Splines = engine, shape
				placed, err := client.Layout(context.Background(), g)
				require.NoError(t, err)
				assert.Zero(t, through(g, placed), "%s %s", engine, shape)
				lines += len(g.Lines)
			}
		}
		t.Logf("%s: %d lines", engine, lines)
	}
}

// The webs that dot is asked for most, and how many of their lines need mending.
func TestDotLeadsNoLineThroughABox(t *testing.T) {
	client := newClient(t)
	lines, mended := 0, 0
	for seed := range rounds(20) {
		for _, size := range [][2]int{{20, 30}, {45, 120}, {80, 160}} {
			g := layouttest.Deals(size[0], size[1], int64(seed))
			for i := range g.Boxes {
				g.Boxes[i].H += float64(i % 5 * 5) // as high as names of two lines
			}
			placed, err := client.Layout(context.Background(), g)
			require.NoError(t, err)
			assert.Zero(t, through(g, placed), "%v, seed %d", size, seed)
			check(t, g, placed)
			lines, mended = lines+len(g.Lines), mended+inNeed(t, g)
		}
	}
	assert.Positive(t, mended, "else there is nothing to mend any more")
	assert.Less(t, mended, lines/20)
	t.Logf("%d of %d lines were in need of mending", mended, lines)
}

// inNeed returns how many lines of Graphviz come too near to a box.
func inNeed(t *testing.T, g layout.Graph) int {
	t.Helper()
	p := planFor(g)
	var dot, answer strings.Builder
	require.NoError(t, compose(&dot, g, p))
	require.NoError(t, render(context.Background(), dot.String(), p.engine, &answer))
	a, err := readAnswer(answer.String(), g)
	require.NoError(t, err)
	placed := layout.Placed{}
	for i, box := range g.Boxes {
		placed.Boxes = append(placed.Boxes, layout.PlacedBox{ID: box.ID, Rect: geom.RectAround(a.centers[i], box.W, box.H)})
	}
	for i, line := range g.Lines {
		placed.Lines = append(placed.Lines, layout.PlacedLine{ID: line.ID, Path: a.paths[i]})
	}
	return mend(g, &placed, true)
}

// rounds is how often a test tries something anew.
func rounds(n int) int {
	if testing.Short() {
		return 2
	}
	return n
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
