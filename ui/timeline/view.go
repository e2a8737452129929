// Package timeline is the strip under the map: what happens when, with the days
// that are looked at as flags that can be dragged, and the controls beside it. It
// shows a scene.Timeline and says what the person does; it must not know of the
// dataset, of the state of the program or of what a date changes.
package timeline

import (
	"image"
	"math"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"entangle/data"
	"entangle/layout/geom"
	"entangle/ui/mapview"
	"entangle/ui/paper"
	"entangle/ui/scene"
	"entangle/ui/style"
)

var (
	_ fyne.Widget        = (*View)(nil)
	_ fyne.Tappable      = (*View)(nil)
	_ fyne.Draggable     = (*View)(nil)
	_ fyne.Scrollable    = (*View)(nil)
	_ fyne.Focusable     = (*View)(nil)
	_ desktop.Hoverable  = (*View)(nil)
	_ desktop.Mouseable  = (*View)(nil)
	_ desktop.Cursorable = (*View)(nil)
)

// Handle is a day that can be moved.
type Handle int

// The handles: the day that is asked about, what was known when, and the day
// that it is compared with.
const (
	NoHandle Handle = iota
	AsOf
	KnownOn
	Since
)

// View is the strip.
type View struct {
	widget.BaseWidget

	// OnMove is told where a handle is to go, data.MaxDay for the known-on day
	// without a limit; goOn says that it belongs to the same drag as the one before.
	OnMove func(h Handle, day data.Day, goOn bool)
	// OnStep is told to go to the next event, or to the one before.
	OnStep func(forward bool)
	// OnPlay is told to begin or to stop playing.
	OnPlay func()
	// OnLeave is told of Escape.
	OnLeave func()
	// OnShown is told when what was set has been drawn.
	OnShown func()
	// OnPoint is told which events of the timeline are under the pointer.
	OnPoint func(events []int)

	run     mapview.Run
	ruler   *style.Ruler
	painter mapview.Painter
	pal     *style.Palette

	line     *scene.Timeline
	from, to float64 // the days in view
	moved    bool    // the person chose them; else they follow the events
	strip    *scene.Strip
	image    *canvas.Image
	working  bool
	stale    bool

	drag    drag
	focused bool
	byMouse bool
	over    Handle
}

// drag is a gesture under way.
type drag struct {
	handle Handle
	offset float64 // from the pointer to the pole, in points
	begun  bool
}

// New returns an empty strip that is drawn by a painter, which it may share.
func New(run mapview.Run, ruler *style.Ruler, with mapview.Painter) *View {
	v := &View{run: run, ruler: ruler, painter: with, pal: style.Of(style.Light), image: &canvas.Image{}}
	v.image.ScaleMode = canvas.ImageScaleFastest
	v.ExtendBaseWidget(v)
	return v
}

// Set shows a timeline. The days in view stay as the person chose them.
func (v *View) Set(line *scene.Timeline, pal *style.Palette) {
	v.line, v.pal = line, pal
	if !v.moved {
		v.from, v.to = line.From, line.To
	}
	v.draw()
}

// SetDays moves the flags at once; the events are those from before.
func (v *View) SetDays(asOf, knownOn, since scene.Flag, pal *style.Palette) {
	if v.line == nil {
		return
	}
	line := *v.line
	line.AsOf, line.KnownOn, line.Since = asOf, knownOn, since
	v.line, v.pal = &line, pal
	v.draw()
}

// Whole shows all events, and again whenever they change, until the person moves
// the strip.
func (v *View) Whole() {
	v.moved = false
	if v.line != nil {
		v.from, v.to = v.line.From, v.line.To
		v.draw()
	}
}

// HandleAt returns where in the view a handle can be grasped.
func (v *View) HandleAt(h Handle) (fyne.Position, bool) {
	if v.strip == nil || v.flag(h).Empty() || v.flag(h).W() == 0 {
		return fyne.Position{}, false
	}
	c := v.flag(h).Center()
	return fyne.NewPos(float32(c.X), float32(c.Y)), true
}

func (v *View) flag(h Handle) geom.Rect {
	return [...]geom.Rect{{}, v.strip.AsOf, v.strip.KnownOn, v.strip.Since}[h]
}

// draw composes and paints the strip in the background.
func (v *View) draw() {
	width := float64(v.Size().Width)
	if width < 1 || v.line == nil {
		return
	}
	if v.working {
		v.stale = true
		return
	}
	line := *v.line
	line.From, line.To = v.from, v.to
	pixels := 1.0
	if c := fyne.CurrentApp().Driver().CanvasForObject(v); c != nil && c.Scale() > 0 {
		pixels = float64(c.Scale())
	}
	pal, w, h := v.pal, int(math.Ceil(width*pixels)), int(math.Ceil(scene.StripHeight*pixels))
	v.working, v.stale = true, false
	var strip *scene.Strip
	var img image.Image
	draw := func(p *paper.Painter) {
		strip = scene.ComposeTimeline(&line, width, pal, v.ruler)
		img = p.Raster(slices.Collect(strip.Marks()), pal.Page, geom.Point{}, pixels, w, h)
	}
	v.painter.Paint(v.run, "drawing the timeline", draw, func(failed bool) {
		v.working = false
		if !failed {
			v.strip, v.image.Image = strip, img
			v.image.Resize(fyne.NewSize(float32(width), scene.StripHeight))
			v.image.Refresh()
			v.Refresh()
		}
		if v.stale {
			v.draw()
		} else if v.OnShown != nil {
			v.OnShown()
		}
	})
}
