package timeline

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"entangle/data"
	"entangle/layout/geom"
)

// The bounds of what the strip shows, in days.
const (
	narrowest = 12.0
	widest    = 365.2425 * 10_000
)

// grasp is how near to a pole the pointer takes it, in units.
const grasp = 6

func at(p fyne.Position) geom.Point { return geom.Point{X: float64(p.X), Y: float64(p.Y)} }

// handleAt returns the handle under a point.
func (v *View) handleAt(p geom.Point) Handle {
	if v.strip == nil {
		return NoHandle
	}
	for _, h := range []Handle{AsOf, Since, KnownOn} {
		if r := v.flag(h); r.W() > 0 && r.Contains(p) {
			return h
		}
	}
	for _, h := range []Handle{AsOf, Since, KnownOn} {
		if r := v.flag(h); r.W() > 0 && math.Abs(v.pole(h)-p.X) <= grasp {
			return h
		}
	}
	return NoHandle
}

// pole is where the line of a handle stands: at the end of its day.
func (v *View) pole(h Handle) float64 {
	day := [...]data.Day{0, v.line.AsOf.Day, v.line.KnownOn.Day, v.line.Since.Day}[h]
	if day == data.MaxDay {
		return v.flag(h).Max.X
	}
	return v.strip.X(float64(day) + 1)
}

// dayAt is the day that a pole at x stands for.
func (v *View) dayAt(x float64) data.Day {
	half := v.strip.X(0.5) - v.strip.X(0)
	return max(v.strip.Day(x+half)-1, 0)
}

// MouseDown takes the focus, and the handle under the pointer.
func (v *View) MouseDown(e *desktop.MouseEvent) {
	v.byMouse = true
	if app := fyne.CurrentApp(); app != nil {
		if c := app.Driver().CanvasForObject(v); c != nil {
			c.Focus(v)
		}
	}
	v.drag = drag{handle: v.handleAt(at(e.Position))}
	if v.drag.handle != NoHandle {
		v.drag.offset = v.pole(v.drag.handle) - float64(e.Position.X)
	}
}

// MouseUp is part of desktop.Mouseable.
func (v *View) MouseUp(*desktop.MouseEvent) {}

// Dragged moves the handle that was taken, or the strip.
func (v *View) Dragged(e *fyne.DragEvent) {
	if v.strip == nil {
		return
	}
	if v.drag.handle == NoHandle {
		days := (v.to - v.from) / max(v.strip.X(v.to)-v.strip.X(v.from), 1)
		v.show(v.from-float64(e.Dragged.DX)*days, v.to-float64(e.Dragged.DX)*days)
		return
	}
	x := float64(e.Position.X) + v.drag.offset
	day := v.dayAt(x)
	if v.drag.handle == KnownOn && x >= float64(v.Size().Width)-2*grasp {
		day = data.MaxDay
	}
	goOn := v.drag.begun
	v.drag.begun = true
	v.move(v.drag.handle, day, goOn)
}

// DragEnd ends the gesture.
func (v *View) DragEnd() { v.drag = drag{} }

func (v *View) move(h Handle, day data.Day, goOn bool) {
	if h != KnownOn || day != data.MaxDay {
		day = min(max(day, 1), data.DayOf(9999, 12, 31)) // day 0 compares with nothing
	}
	if v.OnMove != nil {
		v.OnMove(h, day, goOn)
	}
}

// Tapped goes to what was clicked: all that a mark stands for has happened by
// then; elsewhere the day.
func (v *View) Tapped(e *fyne.PointEvent) {
	if v.strip == nil || v.handleAt(at(e.Position)) != NoHandle {
		return
	}
	if b := v.strip.BarAt(at(e.Position)); b != nil {
		v.move(AsOf, b.Day, false)
		return
	}
	v.move(AsOf, v.dayAt(float64(e.Position.X)), false)
}

// Scrolled zooms at the pointer, or goes along the days.
func (v *View) Scrolled(e *fyne.ScrollEvent) {
	if v.strip == nil {
		return
	}
	span := v.to - v.from
	perUnit := span / max(v.strip.X(v.to)-v.strip.X(v.from), 1)
	if math.Abs(float64(e.Scrolled.DX)) > math.Abs(float64(e.Scrolled.DY)) {
		d := -float64(e.Scrolled.DX) * perUnit
		v.show(v.from+d, v.to+d)
		return
	}
	steps := min(max(float64(e.Scrolled.DY)/25, -8), 8)
	f := math.Pow(1.18, -steps)
	f = min(max(f, narrowest/span), widest/span)
	day := v.from + (float64(e.Position.X)-v.strip.X(v.from))*perUnit
	v.show(day-(day-v.from)*f, day+(v.to-day)*f)
}

// show brings other days into view.
func (v *View) show(from, to float64) {
	last := float64(data.DayOf(9999, 12, 31))
	if span := to - from; from < -span/2 {
		from, to = -span/2, span/2
	} else if to > last+span/2 {
		from, to = last-span/2, last+span/2
	}
	v.from, v.to, v.moved = from, to, true
	v.draw()
}

// MouseIn starts hovering.
func (v *View) MouseIn(e *desktop.MouseEvent) { v.MouseMoved(e) }

// MouseMoved tells what is under the pointer.
func (v *View) MouseMoved(e *desktop.MouseEvent) {
	v.over = v.handleAt(at(e.Position))
	var events []int
	if v.strip != nil && v.over == NoHandle {
		if b := v.strip.BarAt(at(e.Position)); b != nil {
			events = b.Events
		}
	}
	v.point(events)
}

// MouseOut ends hovering.
func (v *View) MouseOut() {
	v.over = NoHandle
	v.point(nil)
}

func (v *View) point(events []int) {
	if v.OnPoint != nil {
		v.OnPoint(events)
	}
}

// Cursor shows that a handle goes to and fro.
func (v *View) Cursor() desktop.Cursor {
	if v.over != NoHandle {
		return desktop.HResizeCursor
	}
	return desktop.DefaultCursor
}

// FocusGained shows the focus ring, unless a click brought the focus.
func (v *View) FocusGained() {
	v.focused = true
	v.Refresh()
}

// FocusLost hides it.
func (v *View) FocusLost() {
	v.focused, v.byMouse = false, false
	v.Refresh()
}

// TypedKey moves the as-of day by a day, goes to the ends, plays, leaves.
func (v *View) TypedKey(e *fyne.KeyEvent) {
	v.byMouse = false
	if e.Name == fyne.KeyEscape && v.OnLeave != nil {
		v.OnLeave()
	}
	if v.line == nil {
		return
	}
	switch e.Name {
	case fyne.KeyLeft:
		v.move(AsOf, v.line.AsOf.Day-1, true)
	case fyne.KeyRight:
		v.move(AsOf, v.line.AsOf.Day+1, true)
	case fyne.KeyHome:
		v.Whole()
	case fyne.KeySpace:
		if v.OnPlay != nil {
			v.OnPlay()
		}
	}
	v.Refresh()
}

// TypedRune steps from event to event with , and . and zooms with + and -.
func (v *View) TypedRune(r rune) {
	middle := func(steps float32) *fyne.ScrollEvent {
		return &fyne.ScrollEvent{
			PointEvent: fyne.PointEvent{Position: fyne.NewPos(v.Size().Width/2, 0)}, Scrolled: fyne.NewDelta(0, 25*steps),
		}
	}
	switch r {
	case ',', '.':
		if v.OnStep != nil {
			v.OnStep(r == '.')
		}
	case '+', '=':
		v.Scrolled(middle(2))
	case '-', '_':
		v.Scrolled(middle(-2))
	}
}
