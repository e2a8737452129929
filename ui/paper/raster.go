package paper

import (
	"image"
	"image/draw"
	"runtime"

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
	_ = p.inkAll(newInk(img), &Layer{Marks: marks}, View{Origin: origin, Scale: scale}, pace.Pace{}) // it goes on for ever
	return img
}

// stride is after how many marks it is said how far a drawing is.
const stride = 128

// inkAll paints the marks of a layer that touch the image.
func (p *Painter) inkAll(k *ink, l *Layer, v View, pc pace.Pace) error {
	clip := v.area(k.w, k.h)
	n, things := 0, l.things()
	for i, m := range l.each(&clip) {
		if n++; n%stride == 0 {
			if err := pc.At(float64(i) / float64(things)); err != nil {
				return err
			}
		}
		if m.Bounds.Intersects(clip) {
			p.ink(k, &m, v)
		}
	}
	return nil
}

// Part paints what a scene shows in an area as Raster does, as far as it can be
// told at that scale: see scene.Mark. It gives up, and returns nil, when stale
// says that nobody waits for it any more.
func (p *Painter) Part(s *scene.Scene, origin geom.Point, scale float64, w, h int, stale func() bool) *image.RGBA {
	img := blank(s.Page, w, h)
	k := p.spare.Swap(nil)
	if k == nil {
		k = &ink{}
	}
	done := p.inkPart(k.on(img), s, View{Origin: origin, Scale: scale}, stale)
	p.keep(k) // not after an error of the program: half a shape may be in it
	if !done {
		return nil
	}
	return img
}

// inkPart paints what a view shows of a scene, and says whether it came to the end.
func (p *Painter) inkPart(k *ink, s *scene.Scene, v View, stale func() bool) bool {
	area, n := v.area(k.w, k.h), 0
	for m := range s.Within(area, v.Scale) {
		if n++; n%256 == 1 && stale() {
			return false
		}
		if n%yielding == 0 {
			runtime.Gosched()
		}
		p.ink(k, &m, v)
	}
	for _, m := range s.CloseUp(area, v.Scale) {
		if stale() {
			return false
		}
		runtime.Gosched()
		p.ink(k, &m, v)
	}
	return true
}

// keep keeps the memory of a drawing for the next one: of a window it takes as much as
// the picture.
func (p *Painter) keep(k *ink) {
	k.img = nil
	p.spare.Store(k)
}

// yielding is after how many marks of a sheet whoever waits for the processor has it:
// else the frame that the pointer asks for would wait for up to ten milliseconds, twice.
const yielding = 16

// area is what an image of w × h pixels shows, in scene points.
func (v View) area(w, h int) geom.Rect {
	return geom.Rect{Min: v.Origin, Max: geom.Point{X: v.Origin.X + float64(w)/v.Scale, Y: v.Origin.Y + float64(h)/v.Scale}}
}

func blank(page style.Colour, w, h int) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	wash(img, page)
	return img
}

// wash gives an image the colour of a page, or none.
func wash(img *image.RGBA, page style.Colour) {
	if page.A == 0 {
		page = style.Colour{}
	}
	draw.Draw(img, img.Bounds(), image.NewUniform(page), image.Point{}, draw.Src)
}
