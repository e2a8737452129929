package mapview

import (
	"context"
	"math"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"entangle/ui/scene"
	"entangle/ui/style"
)

// doubleTap is how soon a second click on the same box zooms to it. The first
// has picked it already: nothing waits.
const doubleTap = 350 * time.Millisecond

// at returns what is under a position: lines within ten pixels at any zoom.
func (v *View) at(p fyne.Position) scene.Ref {
	if v.scene == nil {
		return scene.Ref{}
	}
	ref := v.scene.At(v.cam.world(p), style.HitRadius/v.cam.zoom)
	if v.patch.base == v.scene && v.patch.over.Hides(ref) {
		return scene.Ref{} // it is not there any more
	}
	return ref
}

// Tapped picks what was clicked.
func (v *View) Tapped(e *fyne.PointEvent) {
	ref, now := v.at(e.Position), time.Now()
	adds := v.pressed.adds() && v.OnAdd != nil
	v.pressed = press{}
	again := !adds && ref.Kind == scene.Party && ref == v.lastTap.ref && now.Sub(v.lastTap.when) < doubleTap
	v.lastTap = tap{now, ref}
	if again {
		if r, ok := v.scene.BoxOf(ref.ID); ok {
			v.ZoomTo(r)
		}
		return
	}
	switch {
	case adds && ref.Kind != scene.None:
		v.OnAdd(ref)
	case v.OnPick != nil && !adds:
		v.OnPick(ref)
	}
}

// MouseDown takes the focus: Fyne does not give it by itself.
func (v *View) MouseDown(e *desktop.MouseEvent) {
	v.pressed = press{e.Position, e.Button, e.Modifier, v.at(e.Position)}
	v.Attend()
}

// MouseUp is part of desktop.Mouseable.
func (v *View) MouseUp(*desktop.MouseEvent) {}

// Scrolled zooms at the pointer: a tenth a notch, which is 25 units.
func (v *View) Scrolled(e *fyne.ScrollEvent) {
	steps := min(max(float64(e.Scrolled.DY)/25, -8), 8)
	v.setCamera(v.cam.zoomAt(e.Position, math.Pow(1.1, steps)))
	v.moving()
	v.restSoon()
}

// MouseIn starts hovering.
func (v *View) MouseIn(e *desktop.MouseEvent) { v.MouseMoved(e) }

// MouseMoved lights what is under the pointer.
func (v *View) MouseMoved(e *desktop.MouseEvent) {
	v.pointer = e.Position
	if v.scene == nil || v.scene.Found() || v.scene.Things() <= heavy {
		v.setHover(v.at(e.Position))
		return
	}
	v.findPlaces()
}

// findPlaces finds out in the background what lies where, and then lights what is
// under the pointer.
func (v *View) findPlaces() {
	s := v.scene
	if v.finding == s {
		return
	}
	v.finding = s
	v.run("finding out what lies where", func(context.Context) (func(), error) {
		s.Ready()
		return func() {
			if v.finding != s {
				return // the pointer has left, or another scene is asked about
			}
			if v.finding = nil; v.scene == s {
				v.setHover(v.at(v.pointer))
			}
		}, nil
	})
}

// MouseOut ends hovering.
func (v *View) MouseOut() {
	v.rested()
	v.finding = nil
	v.setHover(scene.Ref{})
}

// Cursor shows a hand over what can be clicked.
func (v *View) Cursor() desktop.Cursor {
	if v.hover.Kind != scene.None {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

func (v *View) setHover(ref scene.Ref) {
	if ref == v.hover {
		return
	}
	v.hover = ref
	v.light()
}

// Attend gives the keyboard to the map, without a ring until a key is pressed.
func (v *View) Attend() {
	v.setByMouse(true)
	if app := fyne.CurrentApp(); app != nil {
		if c := app.Driver().CanvasForObject(v); c != nil {
			c.Focus(v)
		}
	}
}

// setByMouse says whether the mouse was used last: the focus ring is for keys.
func (v *View) setByMouse(yes bool) {
	if v.byMouse != yes {
		v.byMouse = yes
		v.Refresh()
	}
}

// FocusGained shows the focus ring, unless a click brought the focus.
func (v *View) FocusGained() {
	v.focused = true
	v.Refresh()
}

// FocusLost hides the focus ring.
func (v *View) FocusLost() {
	v.focused, v.byMouse = false, false
	v.Refresh()
}
