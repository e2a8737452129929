package paper

import (
	"bytes"
	"fmt"
	"image"
	"image/draw"
	"image/png"

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

// MaxSide is the longest side of an exported picture, in pixels.
const MaxSide = 16_000

// PNG draws a page as a PNG of its size times scale.
func PNG(pg *Page, scale float64) (*File, error) {
	w, h := int(pg.Width*scale+0.5), int(pg.Height*scale+0.5)
	if w < 1 || h < 1 || w > MaxSide || h > MaxSide {
		return nil, fmt.Errorf("a picture of %d × %d pixels cannot be drawn; the longest side is %d", w, h, MaxSide)
	}
	p, err := NewPainter()
	if err != nil {
		return nil, err
	}
	img := blank(pg.Background, w, h)
	r := rasterizer.FromImage(img, canvas.DPMM(1), canvas.LinearColorSpace{})
	for _, l := range pg.Layers {
		for i := range l.Marks {
			p.Mark(r, &l.Marks[i], l.view(float64(h)/scale, scale, false))
		}
	}
	var out bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestSpeed}
	if err := encoder.Encode(&out, img); err != nil {
		return nil, fmt.Errorf("encoding PNG: %w", err)
	}
	return p.file(out.Bytes()), nil
}
