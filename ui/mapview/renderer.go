package mapview

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"entangle/ui/style"
)

// renderer holds canvas objects only; all state is the view's.
type renderer struct {
	v       *View
	page    *canvas.Rectangle
	ring    *canvas.Rectangle
	tipBox  *canvas.Rectangle
	tip     *canvas.Text
	objects []fyne.CanvasObject
}

// CreateRenderer is part of fyne.Widget.
func (v *View) CreateRenderer() fyne.WidgetRenderer {
	v.ExtendBaseWidget(v)
	r := &renderer{
		v:    v,
		page: canvas.NewRectangle(v.pal.Page), ring: canvas.NewRectangle(color.Transparent),
		tipBox: canvas.NewRectangle(v.pal.Panel), tip: canvas.NewText("", v.pal.Ink),
	}
	r.tip.TextSize = style.SizeSmall
	r.tipBox.CornerRadius, r.tipBox.StrokeWidth = style.ChipRadius, 1
	r.ring.StrokeWidth = 2
	r.Refresh()
	return r
}

// MinSize is constant: a map is as large as the window lets it be.
func (r *renderer) MinSize() fyne.Size { return fyne.NewSize(240, 200) }

// Layout follows the window's size.
func (r *renderer) Layout(size fyne.Size) {
	r.page.Resize(size)
	r.ring.Resize(size)
	if r.v.fitted && r.v.scene != nil {
		r.v.cam = r.v.fitCamera().snapped(r.v.pixels())
	}
	r.arrange()
}

// Refresh takes the colours and places everything anew.
func (r *renderer) Refresh() {
	r.page.FillColor = r.v.pal.Page
	r.ring.StrokeColor = color.Transparent
	if r.v.focused && !r.v.byMouse {
		r.ring.StrokeColor = r.v.Theme().Color(theme.ColorNameFocus, fyne.CurrentApp().Settings().ThemeVariant())
	}
	r.tipBox.FillColor, r.tipBox.StrokeColor, r.tip.Color = r.v.pal.Panel, r.v.pal.Rule, r.v.pal.Ink
	r.arrange()
	canvas.Refresh(r.v)
}

// arrange lists what is visible: page, rough tiles, sharp tiles, the lit layer,
// the words at the pointer, the focus ring.
func (r *renderer) arrange() {
	v := r.v
	v.freshen()
	r.objects = append(r.objects[:0], r.page)
	r.objects = v.place(r.objects, v.rough)
	r.objects = v.place(r.objects, v.sharp)
	if g := &v.glow; g.image != nil {
		g.image.Move(v.cam.screen(g.at.Min))
		g.image.Resize(fyne.NewSize(float32(g.at.W()*v.cam.zoom), float32(g.at.H()*v.cam.zoom)))
		r.objects = append(r.objects, g.image)
	}
	r.placeTip()
	r.objects = append(r.objects, r.ring)
}

func (r *renderer) placeTip() {
	v := r.v
	words := ""
	if v.Tip != nil && v.hover.Kind != 0 && !v.dragging {
		words = v.Tip(v.hover)
	}
	if words == "" {
		return
	}
	r.tip.Text = v.ruler.Fit(words, style.SizeSmall, false, min(420, float64(v.Size().Width)-24))
	size := r.tip.MinSize()
	box := fyne.NewSize(size.Width+16, size.Height+8)
	at := fyne.NewPos(
		min(v.pointer.X+14, v.Size().Width-box.Width-4),
		min(v.pointer.Y+18, v.Size().Height-box.Height-4))
	r.tipBox.Move(at)
	r.tipBox.Resize(box)
	r.tip.Move(at.AddXY(8, 4))
	r.tip.Resize(size)
	r.objects = append(r.objects, r.tipBox, r.tip)
}

// Objects is what is painted, from the back to the front.
func (r *renderer) Objects() []fyne.CanvasObject { return r.objects }

// Destroy is part of fyne.WidgetRenderer.
func (r *renderer) Destroy() {}
