package geom

import (
	"math"
	"math/rand"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// somePath returns a path of joined cubics.
func somePath(r *rand.Rand) Path {
	var p Path
	from := somePoint(r)
	for range 1 + r.Intn(4) {
		c := Cubic{from, somePoint(r), somePoint(r), somePoint(r)}
		p, from = append(p, c), c[3]
	}
	return p
}

// corner goes right by 3 and then down by 4.
var corner = Polyline(Point{0, 0}, Point{3, 0}, Point{3, 4})

func TestPathOfNothing(t *testing.T) {
	var p Path
	assert.True(t, p.Bounds().Empty())
	assert.Nil(t, p.Flatten(1))
	assert.Zero(t, p.Length())
	assert.Zero(t, p.Start())
	assert.Zero(t, p.End())
	assert.Empty(t, p.Trim(0, 1))
	assert.Empty(t, p.Reverse())
	assert.Empty(t, p.Offset(3))
	point, tangent := p.AtLength(1)
	assert.Zero(t, point)
	assert.Zero(t, tangent)
	_, _, dist := p.Nearest(Point{})
	assert.Equal(t, math.Inf(1), dist)
	assert.Empty(t, Polyline(Point{1, 1}))
}

func TestPathMeasures(t *testing.T) {
	assert.InDelta(t, 7, corner.Length(), 1e-9)
	assert.Equal(t, rect(0, 0, 3, 4), corner.Bounds())
	assert.Equal(t, []Point{{0, 0}, {3, 0}, {3, 4}}, corner.Flatten(0.1))
	assert.Equal(t, Point{0, 0}, corner.Start())
	assert.Equal(t, Point{3, 4}, corner.End())
}

func TestAtLength(t *testing.T) {
	tests := map[string]struct {
		s           float64
		point, ways Point
	}{
		"before the start": {-1, Point{0, 0}, Point{1, 0}},
		"on the way":       {2, Point{2, 0}, Point{1, 0}},
		"past the corner":  {5, Point{3, 2}, Point{0, 1}},
		"past the end":     {99, Point{3, 4}, Point{0, 1}},
		"not a number":     {math.NaN(), Point{0, 0}, Point{1, 0}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			point, tangent := corner.AtLength(test.s)
			assert.InDelta(t, 0, test.point.Dist(point), 1e-6)
			assert.InDelta(t, 0, test.ways.Dist(tangent), 1e-6)
		})
	}
}

func TestNearestAgreesWithAtLength(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	for range 200 {
		p, q := somePath(r), somePoint(r)
		point, s, dist := p.Nearest(q)
		require.InDelta(t, dist, point.Dist(q), 1e-9)
		require.InDelta(t, dist, p.Dist(q), 1e-9)
		at, _ := p.AtLength(s)
		require.InDelta(t, 0, at.Dist(point), 0.05)
		for _, part := range samples(50) {
			other, _ := p.AtLength(part * p.Length())
			require.LessOrEqual(t, dist, other.Dist(q)+1e-3)
		}
	}
}

func TestTrimAddsUp(t *testing.T) {
	r := rand.New(rand.NewSource(2))
	for range 200 {
		p := somePath(r)
		length := p.Length()
		a, b := r.Float64()*length, r.Float64()*length
		if a > b {
			a, b = b, a
		}
		head, middle, tail := p.Trim(0, a), p.Trim(a, b), p.Trim(b, length)
		require.InDelta(t, a, head.Length(), 0.01)
		require.InDelta(t, b-a, middle.Length(), 0.02)
		require.InDelta(t, length-b, tail.Length(), 0.02)
		require.InDelta(t, 0, head.End().Dist(middle.Start()), 0.01)
		require.InDelta(t, 0, middle.End().Dist(tail.Start()), 0.01)
		require.InDelta(t, 0, tail.End().Dist(p.End()), 1e-6)
	}
	assert.Empty(t, corner.Trim(5, 5))
	assert.Empty(t, corner.Trim(6, 2))
	assert.InDelta(t, 7, corner.Trim(-3, 99).Length(), 1e-9)
}

func TestReverseRunsBackwards(t *testing.T) {
	r := rand.New(rand.NewSource(3))
	p := somePath(r)
	back := p.Reverse()
	length := p.Length()
	for _, part := range samples(20) {
		a, ta := p.AtLength(part * length)
		b, tb := back.AtLength((1 - part) * length)
		assert.InDelta(t, 0, a.Dist(b), 0.05)
		if part > 0 && part < 1 {
			assert.InDelta(t, -1, ta.Dot(tb), 0.05)
		}
	}
	assert.Equal(t, p, back.Reverse())
}

func TestOffsetOfStraightLines(t *testing.T) {
	right := Polyline(Point{0, 0}, Point{10, 0})
	assert.Equal(t, Point{0, 2}, right.Offset(2).Start(), "right of someone who goes right is down")
	assert.Equal(t, Point{10, -2}, right.Offset(-2).End())
	assert.Equal(t, right, right.Offset(0))
	beside := corner.Offset(1)
	assert.InDelta(t, 0, beside[0][3].Dist(Point{2, 1}), 1e-9, "mitred at the corner")
	assert.Equal(t, beside[0][3], beside[1][0])
}

func TestOffsetKeepsItsDistance(t *testing.T) {
	arc := make(Path, 0, 2)
	for _, c := range []Cubic{quarter, {{0, 1}, {-0.5522847498, 1}, {-1, 0.5522847498}, {-1, 0}}} {
		for i := range c {
			c[i] = c[i].Mul(100)
		}
		arc = append(arc, c)
	}
	for _, d := range []float64{-20, -3, 3, 20} {
		beside := arc.Offset(d)
		for i := 1; i < len(beside); i++ {
			require.Equal(t, beside[i-1][3], beside[i][0], "connected")
		}
		for _, part := range samples(50) {
			p, _ := beside.AtLength(part * beside.Length())
			assert.InDelta(t, 100-d, p.Len(), 0.1, "it turns to the right around the centre")
		}
	}
}

func TestOffsetSurvivesTightTurns(t *testing.T) {
	for name, p := range map[string]Path{
		"a turn on the spot": Polyline(Point{0, 0}, Point{9, 0}, Point{0, 0}),
		"a single point":     {Cubic{}},
		"a cusp":             {Cubic{{0, 0}, {10, 10}, {0, 10}, {10, 0}}},
	} {
		t.Run(name, func(t *testing.T) {
			for _, c := range p.Offset(5) {
				for _, point := range c {
					assert.True(t, point.IsFinite())
					assert.Less(t, point.Len(), 100.0)
				}
			}
		})
	}
}

// A path meets what one of its points lies in.
func TestPathMeets(t *testing.T) {
	random := rand.New(rand.NewSource(1))
	at := func() Point { return Point{100 * random.Float64(), 100 * random.Float64()} }
	met := 0
	for range 500 {
		a, b := at(), at()
		p := Path{{a, at(), at(), b}, {b, at(), at(), at()}}
		r := RectAround(at(), 12*random.Float64(), 12*random.Float64())
		if p.Meets(r, 0.01) {
			met++
			_, _, far := p.Nearest(r.Center())
			assert.LessOrEqual(t, far, math.Hypot(r.W(), r.H())/2+0.02)
		}
		for _, q := range p.Flatten(0.01) {
			if r.Inset(0.02).Contains(q) {
				assert.True(t, p.Meets(r, 0.01), "%v in %v", q, r)
			}
		}
	}
	assert.Greater(t, met, 50)
	assert.Less(t, met, 450)
}
