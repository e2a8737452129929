package timeline

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"entangle/ui/scene"
)

type renderer struct {
	v    *View
	ring *canvas.Rectangle
}

// CreateRenderer is part of fyne.Widget.
func (v *View) CreateRenderer() fyne.WidgetRenderer {
	r := &renderer{v, canvas.NewRectangle(color.Transparent)}
	r.ring.StrokeWidth = 2
	r.Refresh()
	return r
}

// MinSize is constant.
func (r *renderer) MinSize() fyne.Size { return fyne.NewSize(200, scene.StripHeight) }

// Layout draws the strip for another width.
func (r *renderer) Layout(size fyne.Size) {
	r.ring.Resize(size)
	if s := r.v.strip; s == nil || math.Abs(s.Bounds.Max.X-float64(size.Width)) > 0.5 {
		r.v.draw()
	}
}

// Refresh shows the focus ring or hides it.
func (r *renderer) Refresh() {
	r.ring.StrokeColor = color.Transparent
	if r.v.focused && !r.v.byMouse {
		r.ring.StrokeColor = r.v.Theme().Color(theme.ColorNamePrimary, fyne.CurrentApp().Settings().ThemeVariant())
	}
	canvas.Refresh(r.v)
}

// Objects is what is painted.
func (r *renderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.v.image, r.ring} }

// Destroy is part of fyne.WidgetRenderer.
func (r *renderer) Destroy() {}
