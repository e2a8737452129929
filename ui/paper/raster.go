package paper

import (
	"image"
	"image/draw"

	"entangle/layout/geom"
	"entangle/ui/pace"
	"entangle/ui/scene"
	"entangle/ui/style"
)

// Raster paints the marks into a new image of w × h pixels. The scene point
// origin is at its top left corner; scale is pixels per point. A page of alpha
// 0 leaves the image transparent.
func (p *Painter) Raster(marks []scene.Mark, page style.Colour, origin geom.Point, scale float64, w, h int) *image.RGBA {
	img := blank(page, w, h)
	_ = p.inkAll(newInk(img), marks, View{Origin: origin, Scale: scale}, pace.Pace{}) // it goes on for ever
	return img
}

// inkAll paints the marks that touch the image.
func (p *Painter) inkAll(k *ink, marks []scene.Mark, v View, pc pace.Pace) error {
	clip := v.area(k.w, k.h)
	for i := range marks {
		if err := pc.Step(i, len(marks)); err != nil {
			return err
		}
		if marks[i].Bounds.Intersects(clip) {
			p.ink(k, &marks[i], v)
		}
	}
	return nil
}

// Part paints what a scene shows in an area as Raster does, as far as it can be
// told at that scale: see scene.Mark. It gives up, and returns nil, when stale
// says that nobody waits for it any more.
func (p *Painter) Part(s *scene.Scene, origin geom.Point, scale float64, w, h int, stale func() bool) *image.RGBA {
	img := blank(s.Page, w, h)
	k, v := newInk(img), View{Origin: origin, Scale: scale}
	n := 0
	for m := range s.Within(v.area(w, h), scale) {
		if n++; n%256 == 1 && stale() {
			return nil
		}
		p.ink(k, &m, v)
	}
	return img
}

// area is what an image of w × h pixels shows, in scene points.
func (v View) area(w, h int) geom.Rect {
	return geom.Rect{Min: v.Origin, Max: geom.Point{X: v.Origin.X + float64(w)/v.Scale, Y: v.Origin.Y + float64(h)/v.Scale}}
}

func blank(page style.Colour, w, h int) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	if page.A > 0 {
		draw.Draw(img, img.Bounds(), image.NewUniform(page), image.Point{}, draw.Src)
	}
	return img
}
