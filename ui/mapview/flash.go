package mapview

import (
	"context"
	"math"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"entangle/layout/geom"
	"entangle/ui/paper"
	"entangle/ui/scene"
	"entangle/ui/style"
)

// flash is what is marked for a moment, above the tiles and below what is under
// the pointer.
type flash struct {
	painter painter
	number  int // of the last one
	at      geom.Rect
	image   *canvas.Image
}

// flashTime is how long it stays.
const flashTime = 900 * time.Millisecond

// Flash marks records for a moment, such as the ties that a date changed. With
// reduced motion nothing is marked.
func (v *View) Flash(refs []scene.Ref) {
	v.flash.number++
	v.flash.image = nil
	app := fyne.CurrentApp()
	if v.scene == nil || len(refs) == 0 || app == nil || !app.Settings().ShowAnimations() {
		return
	}
	marks := v.scene.Glow(refs, v.pal)
	area := scene.BoundsOf(marks).Intersect(v.visible())
	l := look{v.cam.zoom, v.pixels()}
	w, h := int(math.Ceil(area.W()*l.zoom*l.pixels)), int(math.Ceil(area.H()*l.zoom*l.pixels))
	if len(marks) == 0 || area.Empty() || w < 1 || h < 1 || w > maxGlow || h > maxGlow {
		return
	}
	number := v.flash.number
	var img *canvas.Image
	draw := func(p *paper.Painter) {
		img = canvas.NewImageFromImage(p.Raster(marks, style.Colour{}, area.Min, l.zoom*l.pixels, w, h))
		img.ScaleMode, img.Translucency = canvas.ImageScaleFastest, 0.55
	}
	v.flash.painter.paint(v.run, "marking what changed", draw, func(failed bool) {
		if failed || v.flash.number != number {
			return
		}
		size := geom.Point{X: float64(w) / (l.zoom * l.pixels), Y: float64(h) / (l.zoom * l.pixels)}
		v.flash.image, v.flash.at = img, geom.Rect{Min: area.Min, Max: area.Min.Add(size)}
		v.Refresh()
		v.run("marking what changed", func(ctx context.Context) (func(), error) {
			select {
			case <-time.After(flashTime):
			case <-ctx.Done():
			}
			return func() { v.endFlash(number) }, nil
		})
	})
}

func (v *View) endFlash(number int) {
	if v.flash.number == number {
		v.flash.image = nil
		v.Refresh()
	}
}
