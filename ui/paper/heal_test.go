package paper

import (
	"image"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/layout/geom"
	"entangle/ui/scene"
	"entangle/ui/style"
)

// A line that is taken out is gone, and those that it crossed go on.
func TestALineIsTakenOut(t *testing.T) {
	p, err := NewPainter()
	require.NoError(t, err)
	const side = 120
	black, page := style.Colour{A: 255}, style.Colour{R: 250, G: 250, B: 250, A: 255}
	line := func(width float64, points ...geom.Point) scene.Mark {
		c := scene.Curve{Path: geom.Polyline(points...), Stroke: black, Width: width}
		return scene.Mark{Shape: c, Bounds: c.Path.Bounds().Inset(-width)}
	}
	out := line(3, geom.Point{X: 60, Y: 4}, geom.Point{X: 66, Y: 116})
	stays := []scene.Mark{line(2, geom.Point{X: 3, Y: 40}, geom.Point{X: 117, Y: 44}), line(1, geom.Point{X: 3, Y: 90}, geom.Point{X: 117, Y: 84})}
	view := View{Origin: geom.Point{}, Scale: 1}
	with, clean := p.Raster(append(stays, out), page, view.Origin, 1, side, side), p.Raster(stays, page, view.Origin, 1, side, side)
	// The layer is a part of the picture, some pixels from its corner.
	part := View{Origin: geom.Point{X: 20, Y: 2}, Scale: 1}
	layer := image.NewRGBA(image.Rect(0, 0, 90, 116))
	Heal(Picture{layer, part}, Picture{with, view}, []scene.Stroke{{Path: out.Shape.(scene.Curve).Path, Width: 3}})
	healed, off := 0, 0
	for y := range 116 {
		for x := range 90 {
			got, was, want := layer.RGBAAt(x, y), with.RGBAAt(x+20, y+2), clean.RGBAAt(x+20, y+2)
			if got.A == 0 {
				assert.InDelta(t, want.R, was.R, 30, "not painted over, %d %d", x, y)
				continue
			}
			healed++
			if d := int(want.R) - int(got.R); d > 60 || d < -60 {
				off++ // a line that crosses aslant is a little shifted
			}
		}
	}
	assert.Greater(t, healed, 3*100)
	assert.Less(t, off, 16)
	assert.Less(t, healed, 8*116, "and nothing else is touched")
}

// The layers of a patch leave what lies above the lines as it was.
func TestLayers(t *testing.T) {
	p, err := NewPainter()
	require.NoError(t, err)
	veil := style.Colour{R: 200, A: 100}
	black := style.Colour{A: 255}
	area := func(r geom.Rect) scene.Mark { return scene.Mark{Shape: scene.Rect{Rect: r, Fill: black}, Bounds: r} }
	at := func(x, y, w, h float64) geom.Rect {
		return geom.Rect{Min: geom.Point{X: x, Y: y}, Max: geom.Point{X: x + w, Y: y + h}}
	}
	img := image.NewRGBA(image.Rect(0, 0, 40, 40))
	p.Layers(Picture{img, View{Scale: 1}}, Picture{}, scene.Layers{
		Ground: veil, Lines: []scene.Mark{area(at(0, 10, 40, 4))}, Kept: []geom.Rect{at(10, 0, 10, 40)}, Above: []scene.Mark{area(at(12, 12, 3, 1))},
	})
	assert.Equal(t, uint8(100), img.RGBAAt(2, 2).A, "the ground")
	assert.Equal(t, uint8(255), img.RGBAAt(5, 12).A, "a line")
	assert.Equal(t, img.RGBAAt(2, 2), img.RGBAAt(15, 11), "nothing over what is kept")
	assert.Equal(t, uint8(255), img.RGBAAt(13, 12).A, "but what lies above")
}
