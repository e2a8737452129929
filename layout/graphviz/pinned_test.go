package graphviz

import (
	"context"
	"math/rand"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/layout"
	"entangle/layout/geom"
	"entangle/layout/layouttest"
	"entangle/layout/worker"
)

// Whatever the engine, a pinned box lies at its pin, what it does not concern
// stays as it was, no two boxes overlap and lines run from border to border and
// around boxes.
func TestPinsHoldForEveryEngine(t *testing.T) {
	r := rand.New(rand.NewSource(5))
	engineOnce := worker.Cached(Layout, "") // some begin anew where the last layout ended
	for _, engine := range layout.Engines {
		g := with(layouttest.Deals(24, 40, 3), layout.Options{Engine: engine})
		free, err := engineOnce(context.Background(), g)
		require.NoError(t, err)
		ours := layout.Pinned(engineOnce)
		same, err := ours(context.Background(), g)
		require.NoError(t, err)
		require.Equal(t, free, same, "no pins, no change")
		for range 3 {
			pinned := g
			pinned.Boxes = append([]layout.Box(nil), g.Boxes...)
			i := r.Intn(len(g.Boxes))
			to := geom.Point{X: free.Bounds.W() * r.Float64(), Y: free.Bounds.H() * r.Float64()}
			pinned.Boxes[i].Pin = &to
			got, err := ours(context.Background(), pinned)
			require.NoError(t, err)
			assert.InDelta(t, 0, to.Dist(got.Boxes[i].Rect.Center()), 1e-9, "%s", engine)
			assert.Equal(t, free.Engine, got.Engine)
			moved := map[string]bool{}
			rects := make([]geom.Rect, len(got.Boxes))
			for k, b := range got.Boxes {
				rects[k] = b.Rect
				moved[b.ID] = b.Rect.Center().Dist(free.Boxes[k].Rect.Center()) > 0.5
				assert.Truef(t, !moved[b.ID] || k == i || free.Boxes[k].Rect.Inset(-10).Intersects(got.Boxes[i].Rect), "%s: %s made way without need", engine, b.ID)
			}
			for k, a := range rects {
				for _, b := range rects[:k] {
					assert.False(t, a.Intersects(b), "%s: boxes touch", engine)
				}
			}
			assert.NotContains(t, got.Note, "pinned")
			checkEnds(t, g, got)
			assert.Zero(t, through(g, got), "%s: lines go around boxes", engine)
			kept := 0
			for k, l := range got.Lines {
				if assert.ObjectsAreEqual(free.Lines[k].Path, l.Path) {
					kept++
				} else {
					continue
				}
				assert.False(t, moved[g.Lines[k].From] || moved[g.Lines[k].To])
			}
			assert.Positive(t, kept, "%s", engine)
		}
	}
}

func checkEnds(t *testing.T, g layout.Graph, p layout.Placed) {
	t.Helper()
	number := numbers(g.Boxes)
	for k, l := range p.Lines {
		from, to := p.Boxes[number[g.Lines[k].From]].Rect, p.Boxes[number[g.Lines[k].To]].Rect
		assert.InDelta(t, 0, from.NearestOnBorder(l.Path.Start()).Dist(l.Path.Start()), 0.01)
		assert.InDelta(t, 0, to.NearestOnBorder(l.Path.End()).Dist(l.Path.End()), 0.01)
		assert.True(t, p.Bounds.Inset(-0.01).ContainsRect(l.Path.Bounds()))
	}
}

// Two boxes that are pinned on one another stay there, and it is said. All at the
// places that they have already changes nothing.
func TestPinsOnEachOtherAndInPlace(t *testing.T) {
	g := layouttest.Deals(10, 14, 2)
	free, err := Layout(context.Background(), g)
	require.NoError(t, err)
	for i := range g.Boxes {
		at := free.Boxes[i].Rect.Center()
		g.Boxes[i].Pin = &at
	}
	ours := layout.Pinned(Layout)
	got, err := ours(context.Background(), g)
	require.NoError(t, err)
	assert.Equal(t, free.Lines, got.Lines)
	assert.Empty(t, got.Note)
	g.Boxes[3].Pin = &geom.Point{X: g.Boxes[4].Pin.X + 1, Y: g.Boxes[4].Pin.Y}
	got, err = ours(context.Background(), g)
	require.NoError(t, err)
	assert.Contains(t, got.Note, "2 of 10 boxes lie on another one")
	assert.Equal(t, *g.Boxes[3].Pin, got.Boxes[3].Rect.Center())
}
