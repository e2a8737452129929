package mapview

import (
	"context"
	"errors"
	"image"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/data"
	"entangle/layout/geom"
	"entangle/ui/golden"
	"entangle/ui/palette"
	"entangle/ui/paper"
	"entangle/ui/scene"
	"entangle/ui/style"
)

// tilesOf lists the tiles that are on screen.
func tilesOf(v *View) []*canvas.Image {
	var out []*canvas.Image
	for _, o := range test.WidgetRenderer(v).Objects() {
		if img, ok := o.(*canvas.Image); ok && img != v.glow.image {
			out = append(out, img)
		}
	}
	return out
}

func TestTilesCoverTheView(t *testing.T) {
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
			covered := 0.0
			for _, img := range tilesOf(v) {
				pixel := img.Position().X * scale
				assert.InDelta(t, math.Round(float64(pixel)), float64(pixel), 0.01, "a tile lies on whole pixels")
				assert.InDelta(t, tilePixels, img.Size().Width*scale, 0.01, "one pixel is one pixel")
				covered += area(img, v.Size())
			}
			assert.InDelta(t, float64(v.Size().Width*v.Size().Height), covered, 2, "without a gap or an overlap, at scale %v", scale)
		}
	}
}

// area is how much of the view a tile covers.
func area(img *canvas.Image, size fyne.Size) float64 {
	overlap := func(at, length, whole float32) float64 {
		return float64(max(0, min(at+length, whole)-max(at, 0)))
	}
	return overlap(img.Position().X, img.Size().Width, size.Width) * overlap(img.Position().Y, img.Size().Height, size.Height)
}

// While the sharp tiles of a new zoom are drawn, the ones before stay below.
func TestRoughTilesStayUntilTheSharpOnesAreThere(t *testing.T) {
	var p parked
	v, _ := shown(t, p.run)
	shownSharp := 0
	v.OnShown = func() { shownSharp++ }
	p.all()
	assert.Positive(t, shownSharp)
	require.NotEmpty(t, v.sharp.tiles)
	before := len(tilesOf(v))
	scroll(v, fyne.NewPos(240, 160), 100)
	assert.NotEmpty(t, tilesOf(v), "what was sharp is shown larger")
	assert.LessOrEqual(t, len(tilesOf(v)), before)
	assert.Empty(t, v.sharp.tiles)
	p.all()
	assert.Empty(t, v.rough.tiles)
	assert.Equal(t, v.cam.zoom, v.sharp.look.zoom)
}

func TestTilesOfAnEarlierSceneAreDropped(t *testing.T) {
	var p parked
	v, _ := shown(t, p.run)
	require.Len(t, p.work, 1, "one piece of work at a time")
	v.SetScene(small(t, scene.Look{Selected: tie("v")}), style.Of(style.Light), tie("v"))
	p.next()
	assert.Empty(t, v.sharp.tiles, "they show what was before")
	p.all()
	assert.NotEmpty(t, v.sharp.tiles)
	assert.Equal(t, v.tiler.generation, v.sharp.generation)
}

func TestTilesAreForgotten(t *testing.T) {
	v, _ := shown(t, atOnce(t))
	v.ZoomBy(2)
	for range 120 {
		v.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(-200, 0)})
	}
	assert.LessOrEqual(t, len(v.sharp.tiles), spare+20)
}

// From the closest look to the widest in one step there would be a million old
// tiles to look for.
func TestAGreatLeapIsNoWork(t *testing.T) {
	v, _ := shown(t, atOnce(t))
	v.setCamera(v.cam.zoomAt(fyne.NewPos(0, 0), 100))
	v.setCamera(v.cam.zoomAt(fyne.NewPos(0, 0), 0.0001))
	assert.InDelta(t, minZoom, v.cam.zoom, 1e-12)
	assert.False(t, v.covers(sheet{look: look{zoom: maxZoom, pixels: 2}}))
	assert.False(t, v.covers(sheet{}))
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
	v.tiler.painter = func() (*paper.Painter, error) { return nil, broken }
	v.SetScene(small(t, scene.Look{}), style.Of(style.Light), scene.Ref{})
	require.NotEmpty(t, errs)
	require.ErrorIs(t, errs[0], broken)
	assert.Len(t, errs, 1, "it is not tried again and again")
	assert.False(t, v.tiler.working)

	bad := *small(t, scene.Look{})
	bad.Marks = append(bad.Marks[:len(bad.Marks):len(bad.Marks)], scene.Mark{Shape: scene.Text{String: "x", Size: 5}, Bounds: bad.Bounds})
	v.tiler.painter = func() (*paper.Painter, error) { return &paper.Painter{}, nil } // has no fonts: it panics
	errs = nil
	v.SetScene(&bad, style.Of(style.Light), scene.Ref{})
	require.NotEmpty(t, errs)
	assert.ErrorContains(t, errs[0], "a part of the picture is missing")

	v.tiler.painter = newPainter()
	errs = nil
	v.SetScene(small(t, scene.Look{}), style.Of(style.Light), scene.Ref{})
	assert.Empty(t, errs)
	assert.NotEqual(t, image.Pt(1, 1), tilesOf(v)[0].Image.Bounds().Size(), "the next scene is drawn")
}

func TestTheLegend(t *testing.T) {
	test.NewTempApp(t)
	test.ApplyTheme(t, palette.Theme{Choice: palette.Light})
	var p parked
	l := NewLegend(p.run, ruler(t))
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
