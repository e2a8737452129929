package mapview

import (
	"context"
	"errors"
	"math"
	"slices"
	"strconv"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/data"
	"entangle/layout/geom"
	"entangle/ui/golden"
	"entangle/ui/palette"
	"entangle/ui/paper"
	"entangle/ui/scene"
	"entangle/ui/scene/scenetest"
	"entangle/ui/style"
)

// sheetsOf lists the images that are on screen.
func sheetsOf(v *View) []*canvas.Image {
	var out []*canvas.Image
	for _, o := range test.WidgetRenderer(v).Objects() {
		if img, ok := o.(*canvas.Image); ok && img != v.glow.image {
			out = append(out, img)
		}
	}
	return out
}

func TestASheetCoversTheView(t *testing.T) {
	for _, scale := range []float32{1, 1.25, 2} {
		v, w := shown(t, atOnce(t))
		w.Canvas().(interface{ SetScale(float32) }).SetScale(scale)
		for _, move := range []func(){
			func() { v.Refresh() },
			func() { scroll(v, fyne.NewPos(100, 100), 60) },
			func() { v.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(-333, 171)}) },
			func() { v.ZoomBy(0.1) },
			func() { v.ZoomBy(30) },
		} {
			move()
			assert.True(t, v.sharp.covers(v.visible(), v.scene.Bounds), "at scale %v", scale)
			for _, img := range sheetsOf(v)[max(0, len(sheetsOf(v))-1):] {
				pixel := img.Position().X * scale
				assert.InDelta(t, math.Round(float64(pixel)), float64(pixel), 0.01, "a sheet lies on whole pixels")
				assert.InDelta(t, img.Image.Bounds().Dx(), img.Size().Width*scale, 0.05, "one pixel is one pixel")
				assert.LessOrEqual(t, img.Image.Bounds().Dx()*img.Image.Bounds().Dy(), maxPixels)
			}
		}
	}
}

// While the sharp sheet of a new zoom is drawn, the one before is shown larger.
func TestTheSheetBeforeStaysUntilTheSharpOneIsThere(t *testing.T) {
	var p parked
	v, _ := shown(t, p.run)
	shownSharp := 0
	v.OnShown = func() { shownSharp++ }
	p.all()
	assert.Positive(t, shownSharp)
	require.True(t, v.sharp.drawn())
	before, zoom := shownSharp, v.sharp.look.zoom
	scroll(v, fyne.NewPos(240, 160), 100)
	require.Len(t, sheetsOf(v), 1)
	assert.Equal(t, zoom, v.sharp.look.zoom)
	assert.Greater(t, sheetsOf(v)[0].Size().Width, float32(v.sharp.picture.Rect.Dx()), "what was sharp is shown larger")
	assert.Equal(t, before, shownSharp, "which is not sharp")
	p.all()
	assert.Equal(t, v.cam.zoom, v.sharp.look.zoom)
	assert.Greater(t, shownSharp, before)
}

// While the wheel turns, nothing is drawn anew; when it rests, once.
func TestAZoomIsDrawnWhenItRests(t *testing.T) {
	var p parked
	v, _ := shown(t, p.run)
	p.all()
	for range 5 {
		scroll(v, fyne.NewPos(240, 160), 20)
		assert.Len(t, p.work, 1, "waiting once")
	}
	p.next()
	assert.Len(t, p.work, 1, "the zoom has gone on: it waits again, or draws")
	drawn := 0
	for p.next() {
		drawn++
	}
	assert.LessOrEqual(t, drawn, 3, "waiting, drawing, and the whole scene at most")
	assert.Equal(t, v.look(), v.sharp.look)
}

// A large scene is there at once, coarsely and as a whole, and sharp right after.
func TestCoarseThenSharp(t *testing.T) {
	var p parked
	v, _ := empty(t, p.run)
	s := small(t, scene.Look{})
	marks := slices.Collect(s.Marks())
	for len(marks) <= heavy {
		marks = append(marks, marks...)
	}
	s = plain(s, marks)
	v.SetScene(s, style.Of(style.Light), scene.Ref{})
	for p.next() {
		assert.False(t, v.rough.drawn(), "what is seen as a whole is drawn once")
	}
	v.ZoomBy(4)
	p.all()
	var steps []string
	note := func() {
		switch {
		case v.sharp.drawn() && v.sharp.generation == v.tiler.generation:
			steps = append(steps, "sharp")
		case v.rough.drawn() && v.rough.generation == v.tiler.generation:
			steps = append(steps, "rough")
		default:
			steps = append(steps, "nothing")
		}
	}
	v.SetScene(s, style.Of(style.Light), scene.Ref{})
	note()
	for p.next() {
		note()
	}
	assert.Equal(t, []string{"nothing", "rough", "sharp"}, steps)
	assert.True(t, v.rough.area.ContainsRect(s.Bounds))
	v.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(5000, 5000)})
	assert.Len(t, sheetsOf(v), 2, "beyond the sharp sheet the rough one shows")
	p.all()
	assert.True(t, v.sharp.covers(v.visible(), s.Bounds))
}

// The first pointer on a large scene does not wait until it is known what lies where:
// what is below it lights up when it is.
func TestTheFirstPointerOnALargeSceneDoesNotWait(t *testing.T) {
	var p parked
	v, _ := empty(t, p.run)
	d := &scene.Diagram{}
	for i := range heavy + 1 {
		d.Boxes = append(d.Boxes, scene.Box{ID: strconv.Itoa(i), Name: "Party"})
	}
	s := scenetest.Compose(d, scene.Look{Palette: style.Of(style.Light)}, ruler(t))
	v.SetScene(s, style.Of(style.Light), scene.Ref{})
	var last scene.Ref // all lie on one another
	var at geom.Rect
	s.Boxes(func(ref scene.Ref, box geom.Rect) { last, at = ref, box })
	over := &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: v.cam.screen(at.Center())}}
	v.MouseMoved(over)
	v.MouseMoved(over)
	assert.False(t, s.Found())
	assert.Equal(t, scene.None, v.hover.Kind)
	v.MouseOut()
	p.all()
	assert.True(t, s.Found())
	assert.Equal(t, scene.None, v.hover.Kind, "the pointer has left")

	s = scenetest.Compose(d, scene.Look{Palette: style.Of(style.Light)}, ruler(t))
	v.SetScene(s, style.Of(style.Light), scene.Ref{})
	v.MouseMoved(over)
	v.MouseMoved(over)
	p.all()
	assert.True(t, s.Found())
	assert.Equal(t, last, v.hover)
	v.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(1, 1)}})
	assert.Equal(t, scene.None, v.hover.Kind, "from now on at once")
}

func TestASheetOfAnEarlierSceneIsDropped(t *testing.T) {
	var p parked
	v, _ := shown(t, p.run)
	require.Len(t, p.work, 1, "one piece of work at a time")
	v.SetScene(small(t, scene.Look{Selected: tie("v")}), style.Of(style.Light), tie("v"))
	p.next()
	assert.False(t, v.sharp.drawn(), "it shows what was before")
	p.all()
	assert.True(t, v.sharp.drawn())
	assert.Equal(t, v.tiler.generation, v.sharp.generation)
}

// The next sheet is drawn before the camera comes to the edge of this one.
func TestPanningNeverMeetsAnEdge(t *testing.T) {
	v, _ := shown(t, atOnce(t))
	v.ZoomBy(4)
	for range 120 {
		v.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(-11, -7)})
		assert.True(t, v.sharp.covers(v.visible(), v.scene.Bounds))
		assert.Equal(t, v.look(), v.sharp.look)
	}
}

// From the closest look to the widest in one step there would be very much to
// draw.
func TestAGreatLeapIsNoWork(t *testing.T) {
	v, _ := shown(t, atOnce(t))
	v.setCamera(v.cam.zoomAt(fyne.NewPos(0, 0), 100))
	v.setCamera(v.cam.zoomAt(fyne.NewPos(0, 0), 0.0001))
	assert.InDelta(t, minZoom, v.cam.zoom, 1e-12)
	assert.Equal(t, v.look(), v.sharp.look)
	assert.False(t, (&sheet{}).covers(v.visible(), v.scene.Bounds))
}

func TestASceneKeepsTheCamera(t *testing.T) {
	v, _ := shown(t, atOnce(t))
	fitted := v.cam
	v.SetScene(small(t, scene.Look{Selected: party("a")}), style.Of(style.Light), party("a"))
	assert.Equal(t, fitted, v.cam, "a selection moves nothing")
	scroll(v, fyne.NewPos(33, 44), 50)
	moved := v.cam
	v.SetScene(small(t, scene.Look{}), style.Of(style.Light), scene.Ref{})
	assert.Equal(t, moved, v.cam)
	assert.Equal(t, scene.Ref{}, v.hover)
}

// What is selected from the panel comes into view; the camera moves no more than
// that takes.
func TestWhatIsSelectedComesIntoView(t *testing.T) {
	v, _ := shown(t, atOnce(t))
	v.ZoomBy(3)
	v.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(-3000, -3000)})
	zoom := v.cam.zoom
	s := small(t, scene.Look{Selected: tie("w")})
	v.SetScene(s, style.Of(style.Light), tie("w"))
	assert.Equal(t, zoom, v.cam.zoom)
	mid := v.cam.screen(s.Emphasised.Center())
	assert.True(t, mid.X > 0 && mid.X < 480 && mid.Y > 0 && mid.Y < 320, "%v", mid)

	v.ZoomTo(geom.RectAround(s.Emphasised.Center(), 900, 700))
	at := v.cam
	v.SetScene(s, style.Of(style.Light), tie("w"))
	assert.Equal(t, at, v.cam, "what is in view already moves nothing")
}

// An error of the program while it draws is shown once, and the map goes on.
func TestAPainterThatFails(t *testing.T) {
	var errs []error
	run := func(_ string, work func(context.Context) (func(), error)) {
		apply, err := work(t.Context())
		if err != nil {
			errs = append(errs, err)
		}
		if apply != nil {
			apply()
		}
	}
	v, _ := empty(t, run)
	broken := errors.New("no fonts")
	v.tiler.painter = func(func(*paper.Painter)) error { return broken }
	v.SetScene(small(t, scene.Look{}), style.Of(style.Light), scene.Ref{})
	require.NotEmpty(t, errs)
	require.ErrorIs(t, errs[0], broken)
	assert.Len(t, errs, 1, "it is not tried again and again")
	assert.False(t, v.tiler.working)

	bad := small(t, scene.Look{})
	bad = plain(bad, append(slices.Collect(bad.Marks()), scene.Mark{Shape: scene.Text{String: "x", Size: 5}, Bounds: bad.Bounds}))
	v.tiler.painter = func(draw func(*paper.Painter)) error { // has no fonts: it panics
		draw(&paper.Painter{})
		return nil
	}
	errs = nil
	v.SetScene(bad, style.Of(style.Light), scene.Ref{})
	require.NotEmpty(t, errs)
	assert.ErrorContains(t, errs[0], "a part of the picture is missing")

	v.tiler.painter = newPainter(fontsOf(v.ruler))
	errs = nil
	v.SetScene(small(t, scene.Look{}), style.Of(style.Light), scene.Ref{})
	assert.Empty(t, errs)
	assert.NotNil(t, v.sharp.picture, "the next scene is drawn")
}

func TestTheLegend(t *testing.T) {
	test.NewTempApp(t)
	test.ApplyTheme(t, palette.Theme{Choice: palette.Light})
	var p parked
	l := NewLegend(p.run, ruler(t), NewPainter(ruler(t)))
	w := test.NewTempWindow(t, l)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(640, 100))
	entries := small(t, scene.Look{}).Shown.Entries
	name := func(id data.LayerID) string { return string(id) }
	l.SetEntries(entries, name, style.Of(style.Light))
	l.SetEntries(entries[:2], name, style.Of(style.Light))
	assert.Len(t, p.work, 1, "one piece of work at a time")
	p.all()
	assert.InDelta(t, 26, l.MinSize().Height, 0.1)
	assert.False(t, l.stale || l.working)
	l.SetEntries(entries, name, style.Of(style.Light))
	p.all()
	assert.Greater(t, l.MinSize().Height, float32(26), "more rows where they are needed")
	w.Resize(fyne.NewSize(2000, 100))
	p.all()
	assert.InDelta(t, 26, l.MinSize().Height, 0.1, "one row where there is room")
	assert.Equal(t, 2000, l.image.Image.Bounds().Dx())
}

func TestTheMinimumSizeIsConstant(t *testing.T) {
	v, _ := shown(t, atOnce(t))
	before := v.MinSize()
	v.ZoomBy(5)
	assert.Equal(t, before, v.MinSize())
}

func TestGoldenMap(t *testing.T) {
	for name, look := range map[string]scene.Look{
		"light": {Palette: style.Of(style.Light)}, "dark": {Palette: style.Of(style.Dark)},
		"selected": {Palette: style.Of(style.Light), Selected: tie("v")},
	} {
		v, w := empty(t, atOnce(t))
		if name == "dark" {
			test.ApplyTheme(t, palette.Theme{Choice: palette.Dark})
		}
		v.SetScene(small(t, look), look.Palette, look.Selected)
		v.Tip = func(r scene.Ref) string { return "tip of " + r.ID }
		if name == "selected" {
			test.MoveMouse(w.Canvas(), spot(t, v, party("a")))
			w.Canvas().Focus(v)
		}
		golden.Image(t, "map-"+name+".png", w.Canvas().Capture(), 0.004)
	}
}

// A map that was not seen for a minute, beside a table for example, is given a new
// renderer by the toolkit, which looks for the map's place in the window meanwhile.
func TestARendererThatWasThrownAway(t *testing.T) {
	v, w := shown(t, atOnce(t))
	before := w.Canvas().Capture()
	t.Run("seen", func(t *testing.T) { test.TempWidgetRenderer(t, v) }) // gone when this ends
	v.Refresh()
	assert.Equal(t, before, w.Canvas().Capture())
}

// Of a camera on its way Camera says where it leads.
func TestWhereTheCameraLeads(t *testing.T) {
	v, _ := shown(t, atOnce(t))
	v.ZoomBy(2)
	before, zoom, fitted := v.Camera()
	assert.False(t, fitted)
	v.landing = func() { v.cam.zoom, v.fitted = 0.25, true }
	_, to, fitted := v.Camera()
	assert.True(t, fitted)
	assert.InDelta(t, 0.25, to, 1e-9)
	v.landing = nil
	after, still, fitted := v.Camera()
	assert.Equal(t, before, after, "asking moves nothing")
	assert.InDelta(t, zoom, still, 0)
	assert.False(t, fitted)
}

// Aimed at a scene that is still to come, it says what will be seen of that, unless
// all of it is asked for since.
func TestWhereTheCameraIsAimed(t *testing.T) {
	v, _ := shown(t, atOnce(t))
	v.ZoomBy(2)
	v.Aim(geom.Point{X: 10, Y: 20}, 3)
	middle, zoom, fitted := v.Camera()
	assert.False(t, fitted)
	assert.InDelta(t, 3, zoom, 1e-9)
	assert.InDelta(t, 10+float64(v.Size().Width)/6, middle.X, 1e-6)
	v.AimAtAll()
	_, _, fitted = v.Camera()
	assert.True(t, fitted)
	for name, all := range map[string]func(){"follow": v.Follow, "fit": v.Fit} {
		v.Aim(geom.Point{X: 10, Y: 20}, 3)
		all()
		v.SetScene(small(t, scene.Look{}), style.Of(style.Light), scene.Ref{})
		_, _, fitted = v.Camera()
		assert.True(t, fitted, name)
	}
}
