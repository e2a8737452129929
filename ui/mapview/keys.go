package mapview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"entangle/layout/geom"
	"entangle/ui/scene"
	"entangle/ui/style"
)

// TypedKey walks with the arrows (with Shift: and adds to what is selected),
// reads on with Enter, opens with Space and cancels with Escape.
func (v *View) TypedKey(e *fyne.KeyEvent) {
	v.setByMouse(false)
	switch e.Name {
	case fyne.KeyLeft:
		v.step(geom.Point{X: -1})
	case fyne.KeyRight:
		v.step(geom.Point{X: 1})
	case fyne.KeyUp:
		v.step(geom.Point{Y: -1})
	case fyne.KeyDown:
		v.step(geom.Point{Y: 1})
	case fyne.KeyReturn, fyne.KeyEnter:
		if v.OnRead != nil {
			v.OnRead()
		}
	case fyne.KeySpace:
		if v.OnOpen != nil {
			v.OnOpen(v.picked)
		}
	case fyne.KeyEscape:
		if v.carried != nil && !v.carried.put {
			v.drop()
		} else if v.OnCancel != nil {
			v.OnCancel()
		}
	}
}

// step goes to the party that a tie leads to in the direction of an arrow key.
func (v *View) step(pressed geom.Point) {
	if v.scene == nil {
		return
	}
	ref, ok := v.scene.Beside(v.picked, pressed, v.visible())
	switch {
	case !ok:
		if v.OnNowhere != nil {
			v.OnNowhere()
		}
	case v.modifiers()&fyne.KeyModifierShift != 0 && v.OnAdd != nil:
		v.OnAdd(ref)
	case v.OnPick != nil:
		v.OnPick(ref)
	}
}

// held returns the modifiers that are held down, where the toolkit can tell.
func held() fyne.KeyModifier {
	if app := fyne.CurrentApp(); app != nil {
		if d, ok := app.Driver().(desktop.Driver); ok {
			return d.CurrentKeyModifiers()
		}
	}
	return 0
}

// TypedRune zooms with + and -, fits with f, walks the ties with [ and ] and the
// events with , and . and leaves other characters to OnType.
func (v *View) TypedRune(r rune) {
	v.setByMouse(false)
	switch r {
	case '+', '=':
		v.ZoomBy(1.25)
	case '-', '_':
		v.ZoomBy(0.8)
	case 'f', 'F':
		v.Fit()
	case '[':
		v.walk(-1)
	case ']':
		v.walk(1)
	case ',', '.':
		if v.OnStep != nil {
			v.OnStep(r == '.')
		}
	default:
		if v.OnType != nil {
			v.OnType(r)
		}
	}
}

func (v *View) walk(step int) {
	if v.OnWalk != nil {
		v.OnWalk(step)
	}
}

// Pan moves what is seen by so many units, to the right and down.
func (v *View) Pan(dx, dy float32) { v.setCamera(v.cam.moved(-dx, -dy)) }

// ringed says whether the keyboard is at the map, and was used last.
func (v *View) ringed() bool { return v.focused && !v.byMouse }

// placeRing draws the ring of the keyboard about what is picked.
func (v *View) placeRing(objects []fyne.CanvasObject) []fyne.CanvasObject {
	if !v.ringed() || !v.ringFits || v.carried != nil {
		return objects
	}
	at := v.ringAt
	if v.cam.zoom*v.pixels() < v.ringFrom { // the label is not drawn: the middle of its line
		at = geom.RectAround(at.Center(), 0, 0)
	}
	const gap, width = 4, 2
	from, to := v.cam.screen(at.Min), v.cam.screen(at.Max)
	r := canvas.NewRectangle(style.Colour{})
	r.StrokeColor, r.StrokeWidth = v.pal.Accent, width
	radius := style.ChipRadius
	if v.picked.Kind == scene.Party {
		radius = style.BoxRadius
	}
	r.CornerRadius = float32(radius*v.cam.zoom) + gap
	r.Move(from.SubtractXY(gap+width, gap+width))
	r.Resize(fyne.NewSize(to.X-from.X+2*(gap+width), to.Y-from.Y+2*(gap+width)))
	return append(objects, r)
}
