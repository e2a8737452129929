package geom

import (
	"math"
	"math/rand"
	"testing"

	"github.com/stretchr/testify/assert"
)

func rect(x0, y0, x1, y1 float64) Rect { return Rect{Point{x0, y0}, Point{x1, y1}} }

func TestRectMeasures(t *testing.T) {
	r := RectAround(Point{10, 20}, 6, 4)
	assert.Equal(t, rect(7, 18, 13, 22), r)
	assert.Equal(t, 6.0, r.W())
	assert.Equal(t, 4.0, r.H())
	assert.Equal(t, Point{10, 20}, r.Center())
	assert.Equal(t, rect(8, 19, 12, 21), r.Inset(1))
	assert.Equal(t, rect(6, 17, 14, 23), r.Inset(-1))
	assert.True(t, r.Inset(3).Empty())
	assert.Equal(t, rect(8, 16, 14, 20), r.Shift(Point{1, -2}))
}

func TestEmptyRectHoldsNothing(t *testing.T) {
	e, r := EmptyRect(), rect(0, 0, 2, 1)
	assert.True(t, e.Empty())
	assert.Zero(t, e.W())
	assert.Zero(t, e.H())
	assert.False(t, e.Contains(Point{}))
	assert.False(t, e.Intersects(r))
	assert.False(t, r.Intersects(e))
	assert.Equal(t, r, e.Union(r))
	assert.Equal(t, r, r.Union(e))
	assert.True(t, r.ContainsRect(e))
	assert.False(t, rect(1, 1, 1, 5).Empty(), "a vertical line has bounds")
}

func TestRectRelations(t *testing.T) {
	r := rect(0, 0, 10, 10)
	tests := map[string]struct {
		other    Rect
		meets    bool
		contains bool
	}{
		"inside":     {rect(2, 2, 3, 3), true, true},
		"same":       {r, true, true},
		"across":     {rect(5, 5, 15, 6), true, false},
		"one border": {rect(10, 0, 20, 10), true, false},
		"one corner": {rect(10, 10, 20, 20), true, false},
		"beside":     {rect(11, 0, 20, 10), false, false},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, test.meets, r.Intersects(test.other))
			assert.Equal(t, test.meets, test.other.Intersects(r))
			assert.Equal(t, test.contains, r.ContainsRect(test.other))
			assert.Equal(t, !test.meets, r.Intersect(test.other).Empty())
		})
	}
	assert.Equal(t, rect(0, 0, 15, 10), r.Union(rect(5, 5, 15, 6)))
}

func TestRectBorder(t *testing.T) {
	r := rect(0, 0, 10, 4)
	tests := map[string]struct{ from, nearest, exit Point }{
		"right of it":   {Point{20, 2}, Point{10, 2}, Point{10, 2}},
		"below it":      {Point{5, 9}, Point{5, 4}, Point{5, 4}},
		"off a corner":  {Point{15, 6}, Point{10, 4}, Point{10, 4}},
		"inside, left":  {Point{1, 2}, Point{0, 2}, Point{0, 2}},
		"inside, above": {Point{5, 1}, Point{5, 0}, Point{5, 0}},
		"the centre":    {Point{5, 2}, Point{5, 0}, Point{10, 2}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, test.nearest, r.NearestOnBorder(test.from))
			assert.InDelta(t, 0, test.exit.Dist(r.Exit(test.from)), 1e-12)
		})
	}
	assert.Equal(t, 5.0, r.Dist(Point{13, 8}))
	assert.Zero(t, r.Dist(Point{3, 3}))
}

// A segment has what Clip says in the rectangle, and nothing else.
func TestRectClip(t *testing.T) {
	random := rand.New(rand.NewSource(1))
	at := func() Point { return Point{20*random.Float64() - 10, 20*random.Float64() - 10} }
	for range 2000 {
		a, b := at(), at()
		if random.Intn(4) == 0 {
			b.X = a.X
		}
		r := RectAround(at(), 8*random.Float64(), 8*random.Float64())
		from, to, ok := r.Clip(a, b)
		for k := range 101 {
			f := float64(k) / 100
			inside := ok && from <= f && f <= to
			if inside != r.Contains(a.Lerp(b, f)) {
				assert.InDelta(t, 0, min(math.Abs(f-from), math.Abs(f-to)), 1e-9, "%v to %v at %v in %v", a, b, f, r)
			}
		}
	}
}
