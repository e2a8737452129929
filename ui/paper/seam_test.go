package paper

import (
	"image"
	"testing"

	"github.com/stretchr/testify/require"

	"entangle/layout/geom"
	"entangle/ui/scene"
	"entangle/ui/style"
)

// Tiles that lie side by side must show what one picture of both shows.
func TestTilesMeetWithoutASeam(t *testing.T) {
	p, err := NewPainter()
	require.NoError(t, err)
	ruler, err := style.NewRuler()
	require.NoError(t, err)
	ink := style.Colour{A: 255}
	marks := []scene.Mark{
		scene.TextMark(ruler, "Across the seam", geom.Point{X: 3, Y: 70}, 40, true, ink),
		scene.TextMark(ruler, "and below it", geom.Point{X: 3, Y: 37.3}, 40, false, ink),
	}
	const side, scale = 64, 1.0
	whole := p.Raster(marks, style.Colour{R: 255, G: 255, B: 255, A: 255}, geom.Point{}, scale, 4*side, 2*side)
	for y := range 2 {
		for x := range 4 {
			at := geom.Point{X: float64(x * side), Y: float64(y * side)}
			tile := p.Raster(marks, style.Colour{R: 255, G: 255, B: 255, A: 255}, at, scale, side, side)
			require.Zero(t, differing(whole, tile, image.Pt(x*side, y*side)), "tile %d, %d", x, y)
		}
	}
}

// differing counts pixels of part that are visibly unlike those of whole.
func differing(whole, part *image.RGBA, at image.Point) int {
	n := 0
	for y := range part.Bounds().Dy() {
		for x := range part.Bounds().Dx() {
			a, b := whole.RGBAAt(at.X+x, at.Y+y), part.RGBAAt(x, y)
			if d := int(a.R) - int(b.R); d > 12 || d < -12 {
				n++
			}
		}
	}
	return n
}
