package paper

import (
	"image"
	"image/color"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/layout/geom"
	"entangle/ui/pace"
	"entangle/ui/scene"
	"entangle/ui/style"
)

// Turned text lies where its mark says, on the screen and in SVG.
func TestTurnedText(t *testing.T) {
	r, err := style.NewRuler()
	require.NoError(t, err)
	white := style.Colour{R: 255, G: 255, B: 255, A: 255}
	m := scene.TextMark(r, "Upwards", geom.Point{X: 50, Y: 120}, 16, true, style.Colour{A: 255})
	text := m.Shape.(scene.Text)
	text.Angle = -90
	m.Shape = text
	m.Bounds = geom.Rect{Max: geom.Point{X: 150, Y: 150}}
	p, err := NewPainter()
	require.NoError(t, err)
	img := p.Raster([]scene.Mark{m}, white, geom.Point{}, 1, 150, 150)
	ink := inked(img)
	assert.InDelta(t, 120, ink.Max.Y, 3, "it begins at its place")
	assert.InDelta(t, 120-text.Width, ink.Min.Y, 3, "and reads upwards")
	assert.LessOrEqual(t, ink.Max.X, 56)
	assert.GreaterOrEqual(t, ink.Min.X, 34)

	svg, err := SVG(&Page{Width: 150, Height: 150, Layers: []Layer{{Marks: []scene.Mark{m}, Scale: 1}}}, 1, false, pace.Pace{})
	require.NoError(t, err)
	assert.Contains(t, string(svg.Content), `transform="rotate(-90 50 120)"`)
}

// inked is the room of what is dark in a picture.
func inked(img image.Image) image.Rectangle {
	var out image.Rectangle
	b := img.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			if c := color.GrayModel.Convert(img.At(x, y)).(color.Gray); c.Y < 128 {
				out = out.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	return out
}
