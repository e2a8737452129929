package mapview

import (
	"math"

	"fyne.io/fyne/v2/canvas"

	"entangle/layout/geom"
	"entangle/ui/paper"
	"entangle/ui/scene"
	"entangle/ui/style"
)

// glow is the thin layer above the tiles: what is under the pointer, thickened
// and lifted. It is drawn by the same painter as everything else.
type glow struct {
	painter painter
	working bool
	want    scene.Ref
	at      geom.Rect
	look    look // that it was drawn for
	image   *canvas.Image
}

func (g *glow) clear() { g.image, g.want = nil, scene.Ref{} }

// Share has what is light drawn by the painter of the widgets beside the map, and the
// map by one that has the same fonts and outlines and does not wait for it.
func (v *View) Share(p Painter) {
	v.tiler.painter, v.glow.painter, v.flash.painter = newPainter(p.load), p.with, p.with
}

// Warm reads in the background what lighting up needs, so that the first pointer
// on a line does not wait for fonts.
func (v *View) Warm() {
	v.glow.painter.paint(v.run, "reading the fonts", func(*paper.Painter) {}, func(bool) {})
}

// maxGlow bounds the picture of what is lit, in pixels of the screen.
const maxGlow = 4096

// relight draws what is lit again when the map has another zoom since: it would
// stay as coarse as it was then.
func (v *View) relight() {
	if v.glow.image != nil && v.glow.look != v.look() {
		v.light()
	}
}

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
	marks = append(marks, v.scene.CloseUpOf(ref, v.visible(), v.look().scale())...)
	area := scene.BoundsOf(marks).Intersect(v.visible().Inset(-20 / v.cam.zoom))
	l := look{v.cam.zoom, v.pixels()}
	w, h := int(math.Ceil(area.W()*l.zoom*l.pixels)), int(math.Ceil(area.H()*l.zoom*l.pixels))
	if len(marks) == 0 || w < 1 || h < 1 || w > maxGlow || h > maxGlow {
		v.glow.clear()
		v.Refresh()
		return
	}
	v.glow.working = true
	generation := v.tiler.generation
	var img *canvas.Image
	draw := func(p *paper.Painter) {
		img = canvas.NewImageFromImage(p.Raster(marks, style.Colour{}, area.Min, l.zoom*l.pixels, w, h))
		img.ScaleMode = canvas.ImageScaleFastest
	}
	v.glow.painter.paint(v.run, "lighting "+ref.ID, draw, func(failed bool) {
		v.glow.working = false
		switch {
		case v.glow.want != ref || v.tiler.generation != generation:
			v.light()
		case !failed:
			size := geom.Point{X: float64(w) / (l.zoom * l.pixels), Y: float64(h) / (l.zoom * l.pixels)}
			v.glow.image, v.glow.look, v.glow.at = img, l, geom.Rect{Min: area.Min, Max: area.Min.Add(size)}
			v.Refresh()
			if v.OnLit != nil {
				v.OnLit(ref)
			}
		}
	})
}
