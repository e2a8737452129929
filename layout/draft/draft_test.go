package draft_test

import (
	"context"
	"fmt"
	"math"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/layout"
	"entangle/layout/draft"
	"entangle/layout/geom"
	"entangle/layout/layouttest"
)

// webs are graphs of all sorts.
func webs() map[string]layout.Graph {
	several := layouttest.Deals(40, 90, 2)
	more := layouttest.Chain(12)
	for i := range more.Boxes {
		more.Boxes[i].ID = "other " + more.Boxes[i].ID
	}
	for i, l := range more.Lines {
		more.Lines[i] = layout.Line{ID: "other " + l.ID, From: "other " + l.From, To: "other " + l.To}
	}
	several.Boxes = append(several.Boxes, more.Boxes...)
	several.Lines = append(several.Lines, more.Lines...)
	return map[string]layout.Graph{
		"nothing": {}, "one box": layouttest.Chain(1), "two": layouttest.Chain(2), "a chain": layouttest.Chain(300),
		"deals": layouttest.Deals(200, 600, 1), "dense": layouttest.Deals(40, 1500, 1), "many deals": layouttest.Deals(2000, 6000, 1),
		"alone": {Boxes: layouttest.Chain(500).Boxes}, "several": several,
	}
}

func TestTheDraftIsAPlacement(t *testing.T) {
	for name, g := range webs() {
		t.Run(name, func(t *testing.T) {
			p, err := draft.Layout(t.Context(), g)
			require.NoError(t, err)
			require.Len(t, p.Boxes, len(g.Boxes))
			require.Len(t, p.Lines, len(g.Lines))
			rects := map[string]geom.Rect{}
			for i, b := range p.Boxes {
				assert.Equal(t, g.Boxes[i].ID, b.ID)
				assert.InDelta(t, g.Boxes[i].W, b.Rect.W(), 1e-6)
				assert.InDelta(t, g.Boxes[i].H, b.Rect.H(), 1e-6)
				assert.True(t, p.Bounds.Inset(-1e-6).ContainsRect(b.Rect))
				rects[b.ID] = b.Rect
			}
			for i, l := range p.Lines {
				assert.Equal(t, g.Lines[i].ID, l.ID)
				require.NotEmpty(t, l.Path)
				from, to := rects[g.Lines[i].From], rects[g.Lines[i].To]
				onBorder(t, from, l.Path.Start())
				onBorder(t, to, l.Path.End())
				assert.True(t, p.Bounds.Inset(-1e-6).ContainsRect(l.Path.Bounds()))
			}
			overlapping(t, p, len(g.Boxes)/200)
			if len(g.Boxes) > 0 {
				assert.InDelta(t, 0, p.Bounds.Min.X, 1e-6)
				assert.InDelta(t, 0, p.Bounds.Min.Y, 1e-6)
			}
		})
	}
}

func onBorder(t *testing.T, r geom.Rect, p geom.Point) {
	t.Helper()
	assert.False(t, math.IsNaN(p.X) || math.IsNaN(p.Y))
	assert.InDelta(t, 0, p.Dist(r.NearestOnBorder(p)), 1e-6)
}

// overlapping allows for some pairs that lie on each other.
func overlapping(t *testing.T, p layout.Placed, most int) {
	t.Helper()
	n := 0
	for i, a := range p.Boxes {
		for _, b := range p.Boxes[:i] {
			if a.Rect.Inset(0.5).Intersects(b.Rect.Inset(0.5)) {
				n++
			}
		}
	}
	assert.LessOrEqual(t, n, most, "boxes on each other")
}

func TestTheSameGraphGivesTheSame(t *testing.T) {
	g := layouttest.Deals(800, 2400, 4)
	p, err := draft.Layout(t.Context(), g)
	require.NoError(t, err)
	q, err := draft.Layout(t.Context(), g)
	require.NoError(t, err)
	assert.Equal(t, p, q)
}

func TestTiedBoxesAreNear(t *testing.T) {
	g := layouttest.Deals(1000, 2000, 3)
	p, err := draft.Layout(t.Context(), g)
	require.NoError(t, err)
	at := map[string]geom.Point{}
	for _, b := range p.Boxes {
		at[b.ID] = b.Rect.Center()
	}
	var tied, any float64
	for i, l := range g.Lines {
		tied += at[l.From].Dist(at[l.To])
		any += at[g.Lines[i].From].Dist(at[g.Lines[(i*7+13)%len(g.Lines)].To])
	}
	assert.Less(t, tied, 0.75*any, "the ends of lines are nearer than two boxes at random")
}

func TestPinnedBoxesStay(t *testing.T) {
	g := layouttest.Deals(60, 150, 1)
	for i := range 5 {
		g.Boxes[i].Pin = &geom.Point{X: float64(-300 * i), Y: 77}
	}
	p, err := draft.Layout(t.Context(), g)
	require.NoError(t, err)
	for i := range 5 {
		assert.InDelta(t, g.Boxes[i].Pin.X, p.Boxes[i].Rect.Center().X, 1e-9)
		assert.InDelta(t, g.Boxes[i].Pin.Y, p.Boxes[i].Rect.Center().Y, 1e-9)
	}
}

func TestWhatIsNoGraphIsRefused(t *testing.T) {
	g := layouttest.Chain(3)
	g.Lines[0].To = "nowhere"
	_, err := draft.Layout(t.Context(), g)
	assert.ErrorContains(t, err, "which is no box")
}

func TestItEndsWhenNobodyWaits(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := draft.Layout(ctx, layouttest.Deals(200, 600, 1))
	assert.ErrorIs(t, err, context.Canceled)
}

func BenchmarkDraft(b *testing.B) {
	for _, n := range []int{200, 1_000, 10_000} {
		g := layouttest.Deals(n, 3*n, 1)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				started := time.Now()
				_, err := draft.Layout(b.Context(), g)
				require.NoError(b, err)
				b.ReportMetric(time.Since(started).Seconds()*1000, "ms")
			}
		})
	}
}
