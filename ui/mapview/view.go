// Package mapview is the map widget: camera, gestures, keys and tiles. It shows
// a scene and says what the person picked. It must not know of the dataset, of
// the state of the program or of where a scene comes from.
package mapview

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"entangle/layout/geom"
	"entangle/ui/palette"
	"entangle/ui/scene"
	"entangle/ui/style"
)

// Run starts work in the background and applies its result on the user
// interface's goroutine.
type Run func(what string, work func(context.Context) (apply func(), err error))

var (
	_ fyne.Widget        = (*View)(nil)
	_ fyne.Tappable      = (*View)(nil)
	_ fyne.Draggable     = (*View)(nil)
	_ fyne.Scrollable    = (*View)(nil) // also clips the tiles
	_ fyne.Focusable     = (*View)(nil)
	_ desktop.Hoverable  = (*View)(nil)
	_ desktop.Mouseable  = (*View)(nil)
	_ desktop.Cursorable = (*View)(nil)
)

// View shows a scene that can be panned, zoomed and picked from.
type View struct {
	widget.BaseWidget

	// OnPick is told what was clicked; the zero Ref for empty ground.
	OnPick func(scene.Ref)
	// OnAdd is told of what was clicked with Ctrl or Shift, or walked to with Shift.
	OnAdd func(scene.Ref)
	// OnFrame is told of the boxes that a frame was drawn about.
	OnFrame func([]scene.Ref)
	// OnMove is told of boxes that were put elsewhere, by a distance in points; (0, 0)
	// when they are back where they were.
	OnMove func(ids []string, by geom.Point)
	// OnLift is told of boxes that are being moved: while they are, they and their
	// lines are to be left out of the scene.
	OnLift func(ids []string)
	// Carry says which boxes move with one that is dragged, itself among them; none
	// when it cannot be moved.
	Carry func(id string) []string
	// OnRead is told of Enter: the keyboard is to go to the words about what is picked.
	OnRead func()
	// OnNowhere is told of an arrow key that no tie leads along.
	OnNowhere func()
	// OnOpen is told of Space on what is picked.
	OnOpen func(scene.Ref)
	// OnWalk is told to pick the next tie (1) or the one before (-1).
	OnWalk func(step int)
	// OnStep is told to go to the next event, or to the one before.
	OnStep func(forward bool)
	// OnType is told of a character that means nothing to the map itself.
	OnType func(rune)
	// OnCancel is told of Escape.
	OnCancel func()
	// OnShown is called when all that is visible has been drawn sharply.
	OnShown func()
	// OnMoving is called when the mouse moves the camera; OnRest when it has ended
	// that, or leaves the map, or another scene comes.
	OnMoving, OnRest func()
	// OnBase is called when the sheets on screen are of another scene than before.
	OnBase func()
	// OnLit is called when what is under the pointer has been lit.
	OnLit func(scene.Ref)

	// Words says what is to be seen, for those who do not see it.
	Words func() string

	modifiers func() fyne.KeyModifier // that are held down

	// Tip gives the words shown for what is under the pointer, "" for none.
	Tip func(scene.Ref) string

	run   Run
	ruler *style.Ruler
	pal   *style.Palette

	scene    *scene.Scene
	picked   scene.Ref
	cam      camera
	fitted   bool          // the camera follows the scene and the window until the person moves it
	making   bool          // a renderer is being made
	ahead    *Ahead        // what has been drawn of the scene that comes
	origin   fyne.Position // of the view in the window, as it was last
	focused  bool
	byMouse  bool // the focus came with a click: no ring until a key is pressed
	hover    scene.Ref
	finding  *scene.Scene // of which it is being found out what lies where
	pointer  fyne.Position
	dragging bool
	pressed  press
	pulled   pull
	carried  *carried
	frame    frame
	travel   *travel
	ringAt   geom.Rect     // where the ring of the keyboard lies in the scene
	ringFits bool          // what is picked can have it: else the map has it
	ringFrom float64       // pixels per point from which on the label in it is drawn
	next     func() camera // of the next scene
	fits     bool          // it will follow the scenes after it
	lastTap  tap
	motion   *fyne.Animation
	landing  func() // where the camera in motion ends

	sharp      sheet // of the view, at the present zoom or the one before
	rough      sheet // of the whole scene
	sharpPanes panes
	roughPanes panes
	tiler      tiler
	wheel      wheel
	steady     bool      // a change of the height alone, as by a row of the legend, moves nothing
	fittedTo   fyne.Size // the size at which the camera was fitted last
	glow       glow
	flash      flash
	patch      patch
}

type tap struct {
	when time.Time
	ref  scene.Ref
}

// New returns an empty map.
func New(run Run, ruler *style.Ruler) *View {
	v := &View{run: run, ruler: ruler, pal: style.Of(style.Light), fitted: true, cam: camera{zoom: 1}, modifiers: held}
	v.tiler.rest = resting
	v.Share(NewPainter(ruler))
	v.sharpPanes = panes{name: "entangle-sharp", shaders: palette.Shaders()}
	v.roughPanes = panes{name: "entangle-rough", shaders: palette.Shaders()}
	v.ExtendBaseWidget(v)
	return v
}

// SetScene replaces the scene. The camera stays, unless it follows the scene.
func (v *View) SetScene(s *scene.Scene, pal *style.Palette, picked scene.Ref) {
	old, from := v.scene, v.cam
	if v.travelling() {
		v.stopMotion()
		v.cam = v.travel.to
	}
	moved := v.scene == nil || v.scene.Frame != s.Frame
	if moved {
		v.land() // whoever asked for all of it means all of what comes
	}
	v.scene, v.pal, v.picked = s, pal, picked
	v.tiler.advance()
	v.rested()
	v.awaited()
	v.ringAt, v.ringFits = s.RingOf(picked)
	v.ringFrom = s.LabelFrom(picked)
	v.hover = scene.Ref{}
	aimed := v.next != nil
	switch {
	case aimed:
		v.cam, v.fitted, v.next = v.next().snapped(v.pixels()), v.fits, nil
	case v.fitted && moved:
		v.cam = v.fitCamera().snapped(v.pixels())
	}
	v.glow.clear()
	v.depart(old, from)
	reveal := picked.Kind != scene.None && !s.Emphasised.Empty() && !aimed
	if !reveal || v.visible().ContainsRect(s.Emphasised) {
		v.takeAhead()
	}
	v.Refresh()
	if reveal {
		v.reveal(s.Emphasised)
	}
}

// Scene returns what is shown, nil at first.
func (v *View) Scene() *scene.Scene { return v.scene }

// Fit shows the whole scene, and again whenever it or the window changes, until
// the person moves the camera.
func (v *View) Fit() {
	v.next = nil
	if v.scene != nil {
		v.moveTo(v.fitCamera(), func() { v.fitted = true })
	}
}

// Follow fits the scenes that come until the person moves the camera. Unlike Fit it
// leaves the one on screen alone, which is to be replaced.
func (v *View) Follow() {
	v.stopMotion()
	v.fitted, v.next = true, nil
}

// ZoomTo shows a part of the scene.
func (v *View) ZoomTo(r geom.Rect) {
	v.moveTo(fitting(r.Inset(-60), v.Size(), 1.5), func() { v.fitted = false })
}

// ZoomBy scales about the middle of the view.
func (v *View) ZoomBy(f float64) {
	v.setCamera(v.cam.zoomAt(fyne.NewPos(v.Size().Width/2, v.Size().Height/2), f))
}

// ScreenOf returns where in the view a record can be clicked.
func (v *View) ScreenOf(ref scene.Ref) (fyne.Position, bool) {
	if v.scene == nil {
		return fyne.Position{}, false
	}
	if r, ok := v.scene.BoxOf(ref.ID); ok && ref.Kind == scene.Party {
		return v.cam.screen(r.Center()), true
	}
	p, ok := v.scene.PointOn(ref)
	return v.cam.screen(p), ok
}

// Reveal moves the camera just enough to show a record, when it is drawn.
func (v *View) Reveal(ref scene.Ref) {
	if v.scene == nil {
		return
	}
	if r, ok := v.scene.BoxOf(ref.ID); ok && ref.Kind == scene.Party {
		v.reveal(r)
	} else if p, ok := v.scene.PointOn(ref); ok {
		v.reveal(geom.Rect{Min: p, Max: p}.Inset(-20))
	}
}

// reveal moves the camera just enough to show what is lit, where it fits.
func (v *View) reveal(r geom.Rect) {
	const edge = 16
	from, to := v.cam.screen(r.Min), v.cam.screen(r.Max)
	shift := func(from, to, size float32) float32 {
		switch {
		case to-from > size-2*edge: // larger than the view: its middle
			return (size - from - to) / 2
		case from < edge:
			return edge - from
		case to > size-edge:
			return size - edge - to
		default:
			return 0
		}
	}
	dx, dy := shift(from.X, to.X, v.Size().Width), shift(from.Y, to.Y, v.Size().Height)
	switch {
	case dx == 0 && dy == 0:
	case v.travelling():
		v.travel.to = v.cam.moved(dx, dy).snapped(v.pixels())
	default:
		fitted := v.fitted
		v.moveTo(v.cam.moved(dx, dy), func() { v.fitted = fitted })
	}
}

func (v *View) fitCamera() camera {
	v.fittedTo = v.Size()
	return fitting(v.scene.Frame.Inset(-8), v.Size(), 1.35)
}

// Steady says whether the map stays where it is when its room becomes a little
// lower or higher: while a date moves, rows of the legend come and go.
func (v *View) Steady(yes bool) { v.steady = yes }

// follows says whether the camera is to be fitted anew to a size.
func (v *View) follows(size fyne.Size) bool {
	const row = 60
	dy := size.Height - v.fittedTo.Height
	return v.fitted && v.scene != nil && !(v.steady && size.Width == v.fittedTo.Width && dy <= row && dy >= -row)
}

func (v *View) setCamera(c camera) {
	v.stopMotion()
	v.fitted = false
	v.cam = c.snapped(v.pixels())
	v.Refresh()
}

const motionTime = 200 * time.Millisecond

// moveTo goes to a camera in a short motion, at once when motion is reduced.
func (v *View) moveTo(to camera, done func()) {
	v.stopMotion()
	v.fitted = false
	if app := fyne.CurrentApp(); app == nil || !app.Settings().ShowAnimations() {
		v.cam = to.snapped(v.pixels())
		done()
		v.Refresh()
		return
	}
	from := v.cam
	v.landing = func() {
		v.cam = to.snapped(v.pixels())
		done()
	}
	v.motion = fyne.NewAnimation(motionTime, func(t float32) {
		v.cam = from.between(to, float64(t), v.Size())
		if t == 1 {
			v.land()
		}
		v.Refresh()
	})
	v.motion.Curve = fyne.AnimationEaseOut
	v.motion.Start()
}

// land ends a motion of the camera where it was to lead.
func (v *View) land() {
	if end := v.landing; end != nil {
		v.stopMotion()
		end()
	}
}

func (v *View) stopMotion() {
	v.landing = nil
	if v.motion != nil {
		v.motion.Stop()
		v.motion = nil
	}
	if v.travelling() {
		v.travel.share, v.travel.over = 1, true
	}
}

// pixels returns how many pixels of the screen one unit takes.
func (v *View) pixels() float64 {
	if app := fyne.CurrentApp(); app != nil {
		if c := app.Driver().CanvasForObject(v); c != nil && c.Scale() > 0 {
			return float64(c.Scale())
		}
	}
	return 1
}
