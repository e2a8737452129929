package graphviz

import (
	"math"
	"math/rand"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/layout/geom"
)

func someRects(r *rand.Rand, n int, extent float64) []geom.Rect {
	rects := make([]geom.Rect, n)
	for i := range rects {
		center := geom.Point{X: extent * r.Float64(), Y: extent * r.Float64()}
		rects[i] = geom.RectAround(center, 10+150*r.Float64(), 10+40*r.Float64())
	}
	return rects
}

func TestSpreadPartsBoxes(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	for _, extent := range []float64{0, 1, 100, 1000} {
		for range 20 {
			rects := someRects(r, 1+r.Intn(60), extent)
			before := append([]geom.Rect(nil), rects...)
			got := spread(rects, make([]bool, len(rects)), 12)
			require.Equal(t, before, rects, "the argument stays")
			for i := range got {
				require.InDelta(t, rects[i].W(), got[i].W(), 1e-9)
				require.InDelta(t, rects[i].H(), got[i].H(), 1e-9)
			}
			require.GreaterOrEqual(t, clearance(got, 12), 12-2*spreadTolerance)
			require.Equal(t, got, spread(rects, make([]bool, len(rects)), 12), "repeatable")
		}
	}
}

func TestSpreadLeavesRoomyArrangementsAlone(t *testing.T) {
	rects := []geom.Rect{
		geom.RectAround(geom.Point{}, 10, 10), geom.RectAround(geom.Point{X: 30}, 10, 10),
	}
	assert.Equal(t, rects, spread(rects, []bool{false, false}, 20))
	assert.Empty(t, spread(nil, nil, 20))
}

func TestSpreadLeavesFixedBoxesInPlace(t *testing.T) {
	r := rand.New(rand.NewSource(2))
	for range 20 {
		rects := someRects(r, 20, 200)
		fixed := make([]bool, len(rects))
		fixed[3], fixed[7] = true, true
		got := spread(rects, fixed, 10)
		require.Equal(t, rects[3], got[3])
		require.Equal(t, rects[7], got[7])
		for i := range got {
			for j := range i {
				if fixed[i] && fixed[j] {
					continue
				}
				require.True(t, got[i].Inset(-4.9).Intersect(got[j].Inset(-4.9)).Empty(), "%d and %d", i, j)
			}
		}
	}
}

// What is to the left stays to the left, mostly.
func TestSpreadKeepsTheArrangement(t *testing.T) {
	r := rand.New(rand.NewSource(3))
	rects := someRects(r, 40, 400)
	got := spread(rects, make([]bool, len(rects)), 10)
	kept, pairs := 0, 0
	for i := range rects {
		for j := range i {
			before, after := rects[i].Center().Sub(rects[j].Center()), got[i].Center().Sub(got[j].Center())
			if math.Abs(before.X) > 100 || math.Abs(before.Y) > 100 {
				pairs++
				if before.Dot(after) > 0 {
					kept++
				}
			}
		}
	}
	assert.Greater(t, float64(kept), 0.95*float64(pairs))
}

func TestClearance(t *testing.T) {
	at := func(x, y float64) geom.Rect { return geom.RectAround(geom.Point{X: x, Y: y}, 10, 10) }
	for name, test := range map[string]struct {
		rects []geom.Rect
		want  float64
	}{
		"nothing":    {nil, 50},
		"one":        {[]geom.Rect{at(0, 0)}, 50},
		"far apart":  {[]geom.Rect{at(0, 0), at(500, 0)}, 50},
		"beside":     {[]geom.Rect{at(0, 0), at(13, 0)}, 3},
		"diagonally": {[]geom.Rect{at(0, 0), at(13, 17)}, 7},
		"touching":   {[]geom.Rect{at(0, 0), at(10, 5)}, 0},
		"overlap":    {[]geom.Rect{at(0, 0), at(3, 4)}, 0},
	} {
		t.Run(name, func(t *testing.T) { assert.InDelta(t, test.want, clearance(test.rects, 50), 1e-9) })
	}
}
