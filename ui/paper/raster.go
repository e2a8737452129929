package paper

import (
	"image"
	"image/draw"

	"github.com/tdewolff/canvas"
	"github.com/tdewolff/canvas/renderers/rasterizer"

	"entangle/layout/geom"
	"entangle/ui/scene"
	"entangle/ui/style"
)

// Raster paints the marks into a new image of w × h pixels. The scene point
// origin is at its top left corner; scale is pixels per point. A page of alpha
// 0 leaves the image transparent.
func (p *Painter) Raster(marks []scene.Mark, page style.Colour, origin geom.Point, scale float64, w, h int) *image.RGBA {
	img := blank(page, w, h)
	r := rasterizer.FromImage(img, canvas.DPMM(1), canvas.LinearColorSpace{})
	clip := geom.Rect{Min: origin, Max: geom.Point{X: origin.X + float64(w)/scale, Y: origin.Y + float64(h)/scale}}
	p.Draw(r, marks, View{Origin: origin, Scale: scale, Height: float64(h)}, clip)
	return img
}

// bleed is drawn around a tile and cut off again: the library rounds shapes
// that cross the edge of an image a little.
const bleed = 3

// Tile paints a square of side pixels as a part of a larger picture: tiles that
// lie side by side meet without a seam.
func (p *Painter) Tile(marks []scene.Mark, page style.Colour, origin geom.Point, scale float64, side int) *image.RGBA {
	around := geom.Point{X: origin.X - bleed/scale, Y: origin.Y - bleed/scale}
	wide := p.Raster(marks, page, around, scale, side+2*bleed, side+2*bleed)
	tile := image.NewRGBA(image.Rect(0, 0, side, side))
	draw.Draw(tile, tile.Bounds(), wide, image.Pt(bleed, bleed), draw.Src)
	return tile
}

func blank(page style.Colour, w, h int) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	if page.A > 0 {
		draw.Draw(img, img.Bounds(), image.NewUniform(page), image.Point{}, draw.Src)
	}
	return img
}
