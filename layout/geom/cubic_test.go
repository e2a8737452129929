package geom

import (
	"math"
	"math/rand"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// quarter is very nearly a quarter of the circle of radius 1 around the origin.
var quarter = func() Cubic {
	const k = 0.5522847498
	return Cubic{{1, 0}, {1, k}, {k, 1}, {0, 1}}
}()

// somePoint returns a point within 100 of the origin.
func somePoint(r *rand.Rand) Point {
	return Point{r.Float64()*200 - 100, r.Float64()*200 - 100}
}

func someCubic(r *rand.Rand) Cubic {
	return Cubic{somePoint(r), somePoint(r), somePoint(r), somePoint(r)}
}

// samples are parameters from 0 to 1, both included.
func samples(n int) []float64 {
	ts := make([]float64, n+1)
	for i := range ts {
		ts[i] = float64(i) / float64(n)
	}
	return ts
}

func TestStraightIsEven(t *testing.T) {
	c := Straight(Point{0, 0}, Point{9, 3})
	for _, at := range samples(6) {
		assert.InDelta(t, 0, c.At(at).Dist(Point{9 * at, 3 * at}), 1e-12)
	}
	assert.Len(t, c.Flatten(0.1), 2)
}

func TestBoundsHoldTheCurveTightly(t *testing.T) {
	assert.Equal(t, rect(0, 0, 4, 3), Cubic{{0, 0}, {0, 4}, {4, 4}, {4, 0}}.Bounds())
	r := rand.New(rand.NewSource(1))
	for range 300 {
		c := someCubic(r)
		want := EmptyRect()
		for _, at := range samples(2000) {
			want = want.Extend(c.At(at))
		}
		got := c.Bounds()
		require.True(t, got.Inset(-1e-9).ContainsRect(want), "%v leaves %v", c, got)
		require.True(t, want.Inset(-1e-3).ContainsRect(got), "%v does not fill %v", c, got)
	}
}

func TestBoundsOfDegenerateCurves(t *testing.T) {
	p := Point{3, 4}
	assert.Equal(t, Rect{p, p}, Cubic{p, p, p, p}.Bounds())
	assert.Equal(t, rect(0, 0, 1, 0), Cubic{{0, 0}, {0, 0}, {1, 0}, {1, 0}}.Bounds())
	// Quadratic in x: the cubic term vanishes.
	assert.InDelta(t, 0.75, Cubic{{0, 0}, {1, 0}, {1, 0}, {0, 0}}.Bounds().Max.X, 1e-12)
}

func TestSplitAndBetweenKeepTheCurve(t *testing.T) {
	r := rand.New(rand.NewSource(2))
	for range 200 {
		c, cut := someCubic(r), r.Float64()
		before, after := c.Split(cut)
		for _, at := range samples(10) {
			require.InDelta(t, 0, before.At(at).Dist(c.At(at*cut)), 1e-9)
			require.InDelta(t, 0, after.At(at).Dist(c.At(cut+at*(1-cut))), 1e-9)
		}
		a := cut / 2
		require.InDelta(t, 0, c.Between(a, cut).At(0.5).Dist(c.At((a+cut)/2)), 1e-9)
	}
	assert.Equal(t, quarter[0], quarter.Between(0, 0).At(0.7))
}

func TestFlattenStaysWithinTolerance(t *testing.T) {
	r := rand.New(rand.NewSource(3))
	for range 100 {
		c, tol := someCubic(r), 0.01+r.Float64()
		points := c.Flatten(tol)
		require.Equal(t, c[0], points[0])
		require.Equal(t, c[3], points[len(points)-1])
		for _, at := range samples(200) {
			nearest := math.Inf(1)
			for i := 1; i < len(points); i++ {
				_, d := nearestOnSegment(points[i-1], points[i], c.At(at))
				nearest = math.Min(nearest, d)
			}
			require.LessOrEqual(t, nearest, tol)
		}
	}
}

func TestFlattenEndsOnAnything(t *testing.T) {
	inf := math.Inf(1)
	for _, c := range []Cubic{
		{{0, 0}, {math.NaN(), 0}, {1, 1}, {2, 2}},
		{{0, 0}, {inf, 0}, {-inf, 1}, {2, 2}},
		{{0, 0}, {1e300, 0}, {-1e300, 1}, {2, 2}},
	} {
		assert.NotEmpty(t, c.Flatten(0), "%v", c)
		assert.NotPanics(t, func() { c.Length(0) })
	}
}

func TestTangent(t *testing.T) {
	assert.InDelta(t, 0, quarter.Tangent(0).Dist(Point{0, 1}), 1e-12)
	assert.InDelta(t, 0, quarter.Tangent(1).Dist(Point{-1, 0}), 1e-12)
	// Control points on the ends, as Graphviz writes straight lines.
	still := Cubic{{0, 0}, {0, 0}, {9, 0}, {9, 0}}
	for _, at := range samples(4) {
		assert.InDelta(t, 0, still.Tangent(at).Dist(Point{1, 0}), 1e-6)
	}
	assert.Equal(t, Point{}, Cubic{}.Tangent(0.5))
}

func TestLength(t *testing.T) {
	assert.InDelta(t, 5, Straight(Point{0, 0}, Point{3, 4}).Length(1e-6), 1e-9)
	assert.InDelta(t, math.Pi/2, quarter.Length(1e-6), 1e-3)
	r := rand.New(rand.NewSource(4))
	for range 100 {
		c := someCubic(r)
		var sum float64
		for i, at := range samples(5000)[1:] {
			sum += c.At(at).Dist(c.At(float64(i) / 5000))
		}
		require.InDelta(t, sum, c.Length(1e-3), 0.01)
	}
}

func TestNearestFindsTheNearest(t *testing.T) {
	r := rand.New(rand.NewSource(5))
	for range 300 {
		c, p := someCubic(r), somePoint(r)
		at, dist := c.Nearest(p)
		require.InDelta(t, dist, c.At(at).Dist(p), 1e-9)
		for _, other := range samples(500) {
			require.LessOrEqual(t, dist, c.At(other).Dist(p)+1e-3)
		}
	}
}

func TestNearestWhereAllIsEquallyNear(t *testing.T) {
	at, dist := quarter.Nearest(Point{})
	assert.InDelta(t, 1, dist, 1e-3)
	assert.True(t, at >= 0 && at <= 1)
}

func FuzzNearest(f *testing.F) {
	f.Add(0.0, 0.0, 1.0, 2.0, 3.0, 2.0, 4.0, 0.0, 2.0, 1.0)
	f.Add(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
	f.Add(5.0, 5.0, -5.0, 5.0, 5.0, -5.0, -5.0, -5.0, 1e6, 0.0)
	f.Fuzz(func(t *testing.T, a, b, c, d, e, g, h, i, x, y float64) {
		curve, p := Cubic{{a, b}, {c, d}, {e, g}, {h, i}}, Point{x, y}
		at, dist := curve.Nearest(p)
		if !(at >= 0 && at <= 1) {
			t.Fatalf("parameter %g", at)
		}
		scale := curve.size() + p.Len() + curve[0].Len()
		if !(scale < 1e12) {
			return // overflow has no nearest point
		}
		for _, other := range samples(64) {
			if d := curve.At(other).Dist(p); dist > d+1e-5*(1+scale) {
				t.Fatalf("%v from %v: %g at %g, but %g at %g", curve, p, dist, at, d, other)
			}
		}
	})
}

func BenchmarkNearest(b *testing.B) {
	r := rand.New(rand.NewSource(6))
	c, p := someCubic(r), somePoint(r)
	for b.Loop() {
		c.Nearest(p)
	}
}
