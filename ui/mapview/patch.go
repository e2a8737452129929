package mapview

import (
	"image"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"entangle/layout/geom"
	"entangle/ui/paper"
	"entangle/ui/scene"
)

// patch is what the picture that is being made has otherwise than the one on the
// sheets, laid over them meanwhile.
type patch struct {
	base  *scene.Scene // of the sheets on screen
	over  *scene.Patch // nil for none
	at    geom.Rect
	image *canvas.Image
}

// Base returns the scene of the sheets on screen, nil before the first.
func (v *View) Base() *scene.Scene { return v.patch.base }

// Patch lays a patch of the scene Base over it before it returns, until the sheets of
// another scene come, or another patch; nil takes it away.
func (v *View) Patch(p *scene.Patch) {
	had := v.patch.over != nil
	v.patch.over, v.patch.image = nil, nil
	if p != nil {
		v.drawPatch(p)
	}
	if had || v.patch.over != nil {
		v.Refresh()
	}
}

// Patched says whether a patch is on screen.
func (v *View) Patched() bool { return v.patch.over != nil }

func (v *View) drawPatch(p *scene.Patch) {
	l := v.look()
	area := v.visible()
	k := l.scale()
	if v.travel != nil || max(area.W(), area.H())*k > maxGlow {
		return
	}
	v.patch.over = p
	var img *canvas.Image
	var w, h int
	err := guarded("marking what changed", func() error {
		return v.glow.painter(func(with *paper.Painter) {
			layers := p.Over(area, k)
			if layers.Ground.A == 0 {
				area = layers.Bounds().Intersect(area)
			}
			left, top := math.Floor((area.Min.X-v.cam.at.X)*k), math.Floor((area.Min.Y-v.cam.at.Y)*k) // whole pixels of the view
			area.Min = v.cam.at.Add(geom.Point{X: left / k, Y: top / k})
			if w, h = int(math.Ceil(area.W()*k)), int(math.Ceil(area.H()*k)); w < 1 || h < 1 {
				return // nothing of it can be seen
			}
			over := paper.Picture{Image: image.NewRGBA(image.Rect(0, 0, w, h)), View: paper.View{Origin: area.Min, Scale: k}}
			var sheet paper.Picture
			if s := &v.sharp; s.picture != nil && s.look == l { // else what is gone goes with the sheets
				sheet = paper.Picture{Image: s.picture, View: paper.View{Origin: s.area.Min, Scale: k}}
			}
			with.Layers(over, sheet, layers)
			img = canvas.NewImageFromImage(over.Image)
			img.ScaleMode = canvas.ImageScaleFastest
		})
	})
	if err == nil && img != nil { // of an error the sheets will tell
		v.patch.image, v.patch.at = img, geom.Rect{Min: area.Min, Max: area.Min.Add(geom.Point{X: float64(w) / k, Y: float64(h) / k})}
	}
}

// rebased notes that the sheets on screen are of another scene, over which no patch of
// the one before may lie.
func (v *View) rebased() {
	if v.patch.base == v.scene {
		return
	}
	v.patch.base = v.scene
	v.patch.over, v.patch.image = nil, nil
	if v.OnBase != nil {
		v.OnBase()
	}
}

// placePatch appends the patch, which moves with the sheets.
func (v *View) placePatch(objects []fyne.CanvasObject) []fyne.CanvasObject {
	p := &v.patch
	if p.image == nil {
		return objects
	}
	p.image.Move(v.grid().snap(v.cam.screen(p.at.Min)))
	p.image.Resize(fyne.NewSize(float32(p.at.W()*v.cam.zoom), float32(p.at.H()*v.cam.zoom)))
	return append(objects, p.image)
}
