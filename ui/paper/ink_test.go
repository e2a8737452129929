package paper

import (
	"bytes"
	"image"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/layout/geom"
	"entangle/ui/scene"
	"entangle/ui/style"
)

// covered paints black on white and returns how many pixels that darkens.
func covered(w, h int, draw func(*ink)) float64 {
	img := blank(style.Colour{R: 255, G: 255, B: 255, A: 255}, w, h)
	k := newInk(img)
	draw(k)
	k.fill(style.Colour{A: 255})
	sum := 0.0
	for i := 0; i < len(img.Pix); i += 4 {
		sum += float64(255-img.Pix[i]) / 255
	}
	return sum
}

// A polygon darkens its area, cut to the image, wherever it lies.
func TestInkCoversTheArea(t *testing.T) {
	random := rand.New(rand.NewPCG(2, 3))
	at := func() float64 { return random.Float64()*200 - 50 }
	for range 300 {
		x0, y0, x1, y1 := at(), at(), at(), at()
		got := covered(100, 90, func(k *ink) {
			k.polygon([]geom.Point{{X: x0, Y: y0}, {X: x1, Y: y0}, {X: x1, Y: y1}, {X: x0, Y: y1}})
		})
		side := func(a, b, most float64) float64 {
			return max(0, min(max(a, b), most)-max(min(a, b), 0))
		}
		require.InDelta(t, side(x0, x1, 100)*side(y0, y1, 90), got, 1.5)
	}
	for range 300 { // a triangle within
		a, b, c := geom.Point{X: 1 + random.Float64()*98, Y: 1 + random.Float64()*88}, geom.Point{X: 1 + random.Float64()*98, Y: 1 + random.Float64()*88}, geom.Point{X: 1 + random.Float64()*98, Y: 1 + random.Float64()*88}
		got := covered(100, 90, func(k *ink) { k.polygon([]geom.Point{a, b, c}) })
		require.InDelta(t, math.Abs(b.Sub(a).Cross(c.Sub(a)))/2, got, 1.5)
	}
}

// A line darkens its length times its width and its two round ends.
func TestAStrokeIsAsWideAsItSays(t *testing.T) {
	for _, width := range []float64{0.6, 1.6, 3, 9} {
		for _, to := range []geom.Point{{X: 180, Y: 20}, {X: 20, Y: 140}, {X: 150, Y: 130}, {X: 20.5, Y: 20.5}} {
			from := geom.Point{X: 20, Y: 20}
			got := covered(200, 160, func(k *ink) { k.stroke([]geom.Point{from, to}, width) })
			assert.InDelta(t, from.Dist(to)*width+math.Pi*width*width/4, got, 0.02*from.Dist(to)*width+0.9, "%v wide to %v", width, to)
		}
	}
	ring := geom.Path{}
	const c = 0.5522847498 * 50
	ring = append(
		ring,
		geom.Cubic{{X: 150, Y: 100}, {X: 150, Y: 100 + c}, {X: 100 + c, Y: 150}, {X: 100, Y: 150}},
		geom.Cubic{{X: 100, Y: 150}, {X: 100 - c, Y: 150}, {X: 50, Y: 100 + c}, {X: 50, Y: 100}},
	)
	got := covered(200, 200, func(k *ink) { k.stroke(ring.Flatten(smooth), 4) })
	assert.InDelta(t, math.Pi*50*4+math.Pi*4, got, 12, "half a ring")
}

// Corners leave no hole and no spike, whichever way they turn.
func TestCorners(t *testing.T) {
	for turn := -170.0; turn <= 170; turn += 10 {
		sin, cos := math.Sincos(turn * math.Pi / 180)
		corner := geom.Point{X: 100, Y: 100}
		points := []geom.Point{{X: 40, Y: 100}, corner, corner.Add(geom.Point{X: 60 * cos, Y: 60 * sin})}
		img := blank(style.Colour{R: 255, G: 255, B: 255, A: 255}, 200, 200)
		k := newInk(img)
		k.stroke(points, 10)
		k.fill(style.Colour{A: 255})
		for y := range 200 {
			for x := range 200 {
				p := geom.Point{X: float64(x) + 0.5, Y: float64(y) + 0.5}
				far := geom.Polyline(points[0], corner).Dist(p)
				far = min(far, geom.Polyline(corner, points[2]).Dist(p))
				switch dark := img.RGBAAt(x, y).R < 128; {
				case far < 4.2:
					require.True(t, dark, "turn %v: a hole at %v", turn, p)
				case far > 5.8:
					require.False(t, dark, "turn %v: a spike at %v", turn, p)
				}
			}
		}
	}
}

func TestDashes(t *testing.T) {
	line := []geom.Point{{X: 10, Y: 50}, {X: 190, Y: 50}}
	got := covered(200, 100, func(k *ink) { k.dashed(line, 2, []float64{8, 10}) })
	assert.InDelta(t, 10*(8*2+math.Pi), got, 3, "ten dashes with round ends")
	got = covered(200, 100, func(k *ink) { k.dashed(line, 2, []float64{0.5, 1}) })
	assert.InDelta(t, 180*2, got, 5, "dashes that nobody could tell apart are a line")
	far := []geom.Point{{X: -1e6, Y: 50}, {X: 1e6, Y: 50}}
	got = covered(200, 100, func(k *ink) { k.dashed(far, 2, []float64{8, 10}) })
	assert.InDelta(t, 200.0/18*(8*2+math.Pi), got, 12, "a line that comes from far away costs nothing")
}

// A part of a scene at full detail is what the exported picture shows, pixel by
// pixel; with the index and without.
func TestAPartIsWhatTheFileShows(t *testing.T) {
	p := newPainter(t)
	for _, theme := range style.Themes() {
		s := everyMark(t, theme)
		w, h := int(s.Bounds.W()), int(s.Bounds.H())
		whole := p.Raster(slices.Collect(s.Marks()), s.Page, s.Bounds.Min, 1, w, h)
		part := p.Part(s, s.Bounds.Min, 1, w, h, func() bool { return false })
		require.True(t, bytes.Equal(whole.Pix, part.Pix), theme)
		corner := p.Part(s, s.Bounds.Min.Add(geom.Point{X: 64, Y: 32}), 1, w-64, h-32, func() bool { return false })
		require.Zero(t, differing(whole, corner, image.Pt(64, 32)), theme)
		bare := scene.Plain(slices.Collect(s.Marks()), s.Bounds, s.Page)
		require.True(t, bytes.Equal(part.Pix, p.Part(bare, s.Bounds.Min, 1, w, h, func() bool { return false }).Pix))
	}
}

// What nobody waits for any more is given up.
func TestAPartIsGivenUp(t *testing.T) {
	s := everyMark(t, style.Light)
	assert.True(t, newPainter(t).Part(s, s.Bounds.Min, 1, 500, 500, func() bool { return true }) == nil)
}

// Coarsely, words are left out and boxes and lines stay; closer, they come back.
func TestLevelsOfDetail(t *testing.T) {
	p, s := newPainter(t), everyMark(t, style.Light)
	ink := func(scale float64, marks []scene.Mark) int {
		img := p.Part(scene.Plain(marks, s.Bounds, s.Page), s.Bounds.Min, scale, int(s.Bounds.W()*scale), int(s.Bounds.H()*scale), func() bool { return false })
		n := 0
		for i := 0; i < len(img.Pix); i += 4 {
			if img.Pix[i] != s.Page.R || img.Pix[i+1] != s.Page.G {
				n++
			}
		}
		return n
	}
	var words, rest []scene.Mark
	for m := range s.Marks() {
		if _, ok := m.Shape.(scene.Text); ok && m.From > 0 {
			words = append(words, m)
		} else if m.From == 0 {
			rest = append(rest, m)
		}
	}
	require.NotEmpty(t, words)
	assert.Zero(t, ink(0.2, words))
	assert.Positive(t, ink(0.2, rest))
	assert.Positive(t, ink(1, words))
}

func BenchmarkPart(b *testing.B) {
	p := newPainter(b)
	s := everyMark(b, style.Light)
	for _, scale := range []float64{0.1, 0.5, 1, 2} {
		b.Run(map[float64]string{0.1: "far", 0.5: "half", 1: "full", 2: "close"}[scale], func(b *testing.B) {
			for b.Loop() {
				p.Part(s, s.Bounds.Min, scale, 1280, 800, func() bool { return false })
			}
		})
	}
}

// The memory of a drawing is that of the next one, whose picture is the same as with new
// memory; after an error of the program, with half a shape in it perhaps, it is not.
func TestTheMemoryOfADrawing(t *testing.T) {
	p, s := newPainter(t), everyMark(t, style.Light)
	on := func() bool { return false }
	want := newPainter(t).Part(s, s.Bounds.Min, 1, 300, 200, on)
	p.Part(s, s.Bounds.Min, 2, 900, 700, on)
	require.True(t, p.spare.Load() != nil)
	assert.True(t, bytes.Equal(want.Pix, p.Part(s, s.Bounds.Min, 1, 300, 200, on).Pix))
	assert.Panics(t, func() { p.Part(s, s.Bounds.Min, 1, 300, 200, func() bool { panic("an error") }) })
	assert.True(t, p.spare.Load() == nil) // not told: it is long
}
