package mapview

import (
	"context"
	"math"

	"fyne.io/fyne/v2/canvas"

	"entangle/layout/geom"
	"entangle/ui/scene"
	"entangle/ui/style"
)

// glow is the thin layer above the tiles: what is under the pointer, thickened
// and lifted. It is drawn by the same painter as everything else.
type glow struct {
	painter painter
	working bool
	want    scene.Ref
	shown   scene.Ref
	look    look
	at      geom.Rect
	image   *canvas.Image
}

func (g *glow) clear() { g.shown, g.image, g.want = scene.Ref{}, nil, scene.Ref{} }

// maxGlow bounds the picture of what is lit, in pixels of the screen.
const maxGlow = 4096

// light draws what is under the pointer in the background.
func (v *View) light() {
	v.glow.want = v.hover
	if v.hover.Kind == scene.None || v.scene == nil {
		v.glow.clear()
		v.Refresh()
		return
	}
	if v.glow.working {
		return
	}
	ref, marks := v.hover, v.scene.Lit(v.hover, v.pal)
	area := scene.BoundsOf(marks).Intersect(v.visible().Inset(-20 / v.cam.zoom))
	l := look{v.cam.zoom, v.pixels()}
	w, h := int(math.Ceil(area.W()*l.zoom*l.pixels)), int(math.Ceil(area.H()*l.zoom*l.pixels))
	if len(marks) == 0 || w < 1 || h < 1 || w > maxGlow || h > maxGlow {
		v.glow.clear()
		v.Refresh()
		return
	}
	v.glow.working = true
	load := v.glow.painter
	generation := v.tiler.generation
	v.run("lighting "+ref.ID, func(context.Context) (func(), error) {
		painter, err := load()
		if err != nil {
			return func() { v.glow.working = false }, err
		}
		img := canvas.NewImageFromImage(painter.Raster(marks, style.Colour{}, area.Min, l.zoom*l.pixels, w, h))
		img.ScaleMode = canvas.ImageScaleFastest
		return func() {
			v.glow.working = false
			if v.glow.want != ref || v.tiler.generation != generation {
				v.light()
				return
			}
			size := geom.Point{X: float64(w) / (l.zoom * l.pixels), Y: float64(h) / (l.zoom * l.pixels)}
			v.glow.shown, v.glow.image, v.glow.look = ref, img, l
			v.glow.at = geom.Rect{Min: area.Min, Max: area.Min.Add(size)}
			v.Refresh()
			if v.OnLit != nil {
				v.OnLit(ref)
			}
		}, nil
	})
}
