package mapview

import (
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/layout/geom"
)

// isNear says whether two scene points are the same to the eye, and to the
// precision of the window's coordinates.
func isNear(t *testing.T, c camera, want, got geom.Point, what string) {
	t.Helper()
	far := want.Dist(got) * c.zoom
	size := max(math.Abs(want.X), math.Abs(want.Y), 1) * c.zoom
	assert.LessOrEqualf(t, far, 0.01+size*1e-6, "%s: %v, want %v at zoom %v", what, got, want, c.zoom)
}

func FuzzCamera(f *testing.F) {
	f.Add(0.0, 0.0, 1.0, float32(70), float32(55), 1.1)
	f.Add(-1e5, 3e4, 0.02, float32(0), float32(0), 0.5)
	f.Add(17.3, -8.8, 6.0, float32(1919), float32(1079), 40.0)
	f.Fuzz(func(t *testing.T, x, y, zoom float64, px, py float32, factor float64) {
		for _, v := range []float64{x, y, zoom, float64(px), float64(py), factor} {
			if math.IsNaN(v) || math.Abs(v) > 1e6 {
				t.Skip()
			}
		}
		c := camera{at: geom.Point{X: x, Y: y}, zoom: min(max(zoom, minZoom), maxZoom)}
		p := fyne.NewPos(px, py)
		back := c.screen(c.world(p))
		assert.InDelta(t, px, back.X, 0.01+math.Abs(x)*c.zoom*1e-6)
		assert.InDelta(t, py, back.Y, 0.01+math.Abs(y)*c.zoom*1e-6)

		z := c.zoomAt(p, math.Abs(factor))
		assert.GreaterOrEqual(t, z.zoom, minZoom)
		assert.LessOrEqual(t, z.zoom, maxZoom)
		isNear(t, z, c.world(p), z.world(p), "what is under the pointer stays there")

		m := c.moved(px, py)
		isNear(t, m, c.world(fyne.NewPos(0, 0)), m.world(fyne.NewPos(px, py)), "what was dragged follows")

		for _, scale := range []float64{1, 1.25, 2} {
			s := c.snapped(scale)
			assert.LessOrEqual(t, s.at.Dist(c.at)*c.zoom*scale, 0.7072+math.Abs(x)*1e-9, "less than a pixel aside")
			whole := s.at.X * s.zoom * scale
			assert.InDelta(t, math.Round(whole), whole, 1e-6+math.Abs(whole)*1e-12)
		}
	})
}

func TestFitting(t *testing.T) {
	size := fyne.NewSize(480, 320)
	tall := fitting(geom.Rect{Max: geom.Point{X: 100, Y: 1000}}, fyne.NewSize(480, 600), 1.35)
	assert.InDelta(t, 20, tall.screen(geom.Point{}).Y, 0.01, "what is left free above and below")
	low := fitting(geom.Rect{Max: geom.Point{X: 100, Y: 1000}}, size, 1.35)
	assert.InDelta(t, 6, low.screen(geom.Point{}).Y, 0.01, "less in a low view")
	for _, r := range []geom.Rect{
		{Max: geom.Point{X: 100, Y: 100}},
		{Min: geom.Point{X: -4000, Y: 20}, Max: geom.Point{X: 9000, Y: 60}},
		{Min: geom.Point{X: 5, Y: 5}, Max: geom.Point{X: 5, Y: 5}},
	} {
		c := fitting(r, size, 1.35)
		assert.LessOrEqual(t, c.zoom, 1.35)
		for _, corner := range []geom.Point{r.Min, r.Max} {
			p := c.screen(corner)
			assert.True(t, p.X >= 19 && p.X <= 461 && p.Y >= 5 && p.Y <= 315, "%v is at %v", corner, p)
		}
		mid := c.screen(r.Center())
		assert.InDelta(t, 240, mid.X, 0.1)
		assert.InDelta(t, 160, mid.Y, 0.1)
	}
	huge := fitting(geom.Rect{Max: geom.Point{X: 1e9, Y: 1e9}}, size, 1)
	assert.InDelta(t, minZoom, huge.zoom, 1e-12, "not even the limit shows it all")
	none := fitting(geom.Rect{Max: geom.Point{X: 9, Y: 9}}, fyne.Size{}, 1)
	assert.InDelta(t, minZoom, none.zoom, 1e-12, "a view without a size")
	require.True(t, none.at.IsFinite())
}

func TestBetween(t *testing.T) {
	size := fyne.NewSize(480, 320)
	a := camera{at: geom.Point{X: 10, Y: 20}, zoom: 0.5}
	b := camera{at: geom.Point{X: 400, Y: -30}, zoom: 2}
	start, end, half := a.between(b, 0, size), a.between(b, 1, size), a.between(b, 0.5, size)
	assert.InDelta(t, a.zoom, start.zoom, 1e-9)
	assert.InDelta(t, 0, a.at.Dist(start.at), 1e-6)
	assert.InDelta(t, b.zoom, end.zoom, 1e-9)
	assert.InDelta(t, 0, b.at.Dist(end.at), 1e-6)
	assert.InDelta(t, 1, half.zoom, 1e-9, "half way in ratio")
	mid := fyne.NewPos(240, 160)
	assert.InDelta(t, 0, half.world(mid).Dist(a.world(mid).Lerp(b.world(mid), 0.5)), 1e-3)
}
