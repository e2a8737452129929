package palette

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// ring is the renderer of a widget with the focus ring around it, two units of the
// accent.
type ring struct {
	fyne.WidgetRenderer
	out  float32
	on   func() bool
	line *canvas.Rectangle
}

const ringWidth = 2

// Ringed puts the focus ring around a widget while the keyboard is at it, so many
// units outside its edge.
func Ringed(r fyne.WidgetRenderer, outside float32, on func() bool) fyne.WidgetRenderer {
	out := &ring{r, outside, on, canvas.NewRectangle(color.Transparent)}
	out.line.StrokeWidth = ringWidth
	out.show()
	return out
}

// Layout is part of fyne.WidgetRenderer.
func (r *ring) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	r.line.Resize(size.AddWidthHeight(2*r.out, 2*r.out))
	r.line.Move(fyne.NewPos(-r.out, -r.out))
}

// Refresh is part of fyne.WidgetRenderer.
func (r *ring) Refresh() {
	r.show()
	r.WidgetRenderer.Refresh()
}

func (r *ring) show() {
	th, v := fyne.CurrentApp().Settings().Theme(), fyne.CurrentApp().Settings().ThemeVariant()
	r.line.StrokeColor, r.line.CornerRadius = th.Color(theme.ColorNamePrimary, v), th.Size(theme.SizeNameButtonRadius)+ringWidth
	r.line.Hidden = !r.on()
	r.line.Refresh()
}

// Objects is part of fyne.WidgetRenderer.
func (r *ring) Objects() []fyne.CanvasObject {
	objects := r.WidgetRenderer.Objects()
	return append(objects[:len(objects):len(objects)], r.line)
}
