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
	ring    [4]*canvas.Rectangle // the four sides: one rectangle would be painted as large as the map
	tipBox  *canvas.Rectangle
	tip     *canvas.Text
	objects []fyne.CanvasObject
	laid    fyne.Size
}

// CreateRenderer is part of fyne.Widget.
func (v *View) CreateRenderer() fyne.WidgetRenderer {
	v.ExtendBaseWidget(v)
	r := &renderer{
		v:      v,
		tipBox: canvas.NewRectangle(v.pal.Panel), tip: canvas.NewText("", v.pal.Ink),
	}
	r.tip.TextSize = style.SizeSmall
	r.tipBox.CornerRadius, r.tipBox.StrokeWidth = style.ChipRadius, 1
	for i := range r.ring {
		r.ring[i] = canvas.NewRectangle(color.Transparent)
	}
	v.making = true
	r.Layout(v.Size()) // the toolkit does not, where it makes one anew
	r.Refresh()
	v.making = false
	return r
}

// MinSize is constant: a map is as large as the window lets it be.
func (r *renderer) MinSize() fyne.Size { return fyne.NewSize(240, 200) }

// Layout follows the window's size.
func (r *renderer) Layout(size fyne.Size) {
	if size != r.laid { // what stands around has another place
		r.laid = size
		r.v.rested()
	}
	const line = 2
	for i, at := range []fyne.Position{{}, {}, {X: size.Width - line}, {Y: size.Height - line}} {
		r.ring[i].Move(at)
	}
	r.ring[0].Resize(fyne.NewSize(size.Width, line))
	r.ring[1].Resize(fyne.NewSize(line, size.Height))
	r.ring[2].Resize(fyne.NewSize(line, size.Height))
	r.ring[3].Resize(fyne.NewSize(size.Width, line))
	if r.v.follows(size) {
		r.v.cam = r.v.fitCamera().snapped(r.v.pixels())
	}
	r.arrange()
}

// Refresh takes the colours and places everything anew.
func (r *renderer) Refresh() {
	var ring color.Color = color.Transparent
	if r.v.ringed() && !r.v.ringFits {
		ring = r.v.Theme().Color(theme.ColorNamePrimary, fyne.CurrentApp().Settings().ThemeVariant())
	}
	for _, side := range r.ring {
		side.FillColor = ring
	}
	r.tipBox.FillColor, r.tipBox.StrokeColor, r.tip.Color = r.v.pal.Panel, r.v.pal.Rule, r.v.pal.Ink
	r.arrange()
	canvas.Refresh(r.v)
}

// arrange lists what is visible: the sheets, the lit layer,
// the words at the pointer, the focus ring.
func (r *renderer) arrange() {
	v := r.v
	if !v.travelling() && !v.making {
		v.freshen()
	}
	r.objects = r.objects[:0]
	if v.travel != nil { // the picture before is no ground for what moves, and the next one not yet drawn
		r.objects = v.placeTravel(r.objects)
		return
	}
	r.objects = v.placePatch(v.show(r.objects))
	if f := &v.flash; f.image != nil {
		f.image.Move(v.cam.screen(f.at.Min))
		f.image.Resize(fyne.NewSize(float32(f.at.W()*v.cam.zoom), float32(f.at.H()*v.cam.zoom)))
		r.objects = append(r.objects, f.image)
	}
	if g := &v.glow; g.image != nil {
		g.image.Move(v.cam.screen(g.at.Min))
		g.image.Resize(fyne.NewSize(float32(g.at.W()*v.cam.zoom), float32(g.at.H()*v.cam.zoom)))
		r.objects = append(r.objects, g.image)
	}
	r.objects = v.placeFrame(v.placeRing(v.placeCarried(r.objects)))
	r.placeTip()
	for _, side := range r.ring {
		r.objects = append(r.objects, side)
	}
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
