package mapview

import (
	"image/color"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/layout/geom"
	"entangle/ui/scene"
	"entangle/ui/style"
)

// spot is where in the view a record can be clicked.
func spot(t *testing.T, v *View, ref scene.Ref) fyne.Position {
	t.Helper()
	p, ok := v.ScreenOf(ref)
	require.True(t, ok, "%v is on the map", ref)
	return p
}

func picks(v *View) *[]scene.Ref {
	var got []scene.Ref
	v.OnPick = func(r scene.Ref) { got = append(got, r) }
	return &got
}

func scroll(v *View, at fyne.Position, dy float32) {
	v.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: at}, Scrolled: fyne.NewDelta(0, dy)})
}

func click(v *View, at fyne.Position) { v.Tapped(&fyne.PointEvent{Position: at}) }

func TestATapPicks(t *testing.T) {
	v, w := shown(t, atOnce(t))
	got := picks(v)
	refs := []scene.Ref{party("a"), party("c"), {Kind: scene.Bundle, ID: "ab"}, tie("v"), tie("w")}
	for _, ref := range refs {
		test.TapCanvas(w.Canvas(), spot(t, v, ref))
	}
	test.TapCanvas(w.Canvas(), fyne.NewPos(470, 10))
	assert.Equal(t, append(refs, scene.Ref{}), *got, "boxes, lines, and nothing on empty ground")
	_, ok := v.ScreenOf(tie("none"))
	assert.False(t, ok)
}

// A line is picked within ten units of the window, however far the map is
// zoomed.
func TestTheHitRadius(t *testing.T) {
	v, _ := shown(t, atOnce(t))
	for _, zoom := range []float64{0.3, 1, 4} {
		v.cam.zoom = zoom
		var on, beside geom.Point
		for m := range v.scene.Marks() {
			if c, ok := m.Shape.(scene.Curve); ok && m.Ref == tie("v") && c.Dash == style.Dashed {
				at, along := c.Path.AtLength(c.Path.Length() * 0.2)
				on, beside = at, along.Normal()
			}
		}
		for aside, want := range map[float64]scene.Ref{0: tie("v"), 9: tie("v"), -9: tie("v")} {
			p := on.Add(beside.Mul(aside / zoom))
			if got := v.at(v.cam.screen(p)); got.Kind != scene.Party {
				assert.Equal(t, want, got, "%v units aside at zoom %v", aside, zoom)
			}
		}
		if zoom > 1 {
			assert.Equal(t, scene.Ref{}, v.at(v.cam.screen(on.Add(beside.Mul(12/zoom)))), "12 units aside")
		}
	}
}

func TestBeforeTheFirstScene(t *testing.T) {
	v, w := empty(t, atOnce(t))
	got := picks(v)
	test.TapCanvas(w.Canvas(), fyne.NewPos(50, 50))
	test.MoveMouse(w.Canvas(), fyne.NewPos(60, 60))
	scroll(v, fyne.NewPos(10, 10), 25)
	v.Fit()
	assert.Equal(t, []scene.Ref{{}}, *got)
	assert.Nil(t, v.Scene())
	_, ok := v.ScreenOf(party("a"))
	assert.False(t, ok)
}

func TestTheWheelZoomsAtThePointer(t *testing.T) {
	v, _ := shown(t, atOnce(t))
	at := fyne.NewPos(70, 55)
	under, zoom := v.cam.world(at), v.cam.zoom
	scroll(v, at, 25)
	assert.InEpsilon(t, zoom*1.1, v.cam.zoom, 1e-9, "a tenth a notch")
	assert.InDelta(t, 0, v.cam.world(at).Dist(under)*v.cam.zoom, 1, "what is under the pointer stays there")
	for range 200 {
		scroll(v, at, 3125)
	}
	assert.InDelta(t, maxZoom, v.cam.zoom, 1e-9)
	for range 200 {
		scroll(v, at, -3125)
	}
	assert.InDelta(t, minZoom, v.cam.zoom, 1e-9)
	assert.InDelta(t, 0, v.cam.world(at).Dist(under)*v.cam.zoom, 5, "even then, but for the pixels")
}

func TestDraggingPans(t *testing.T) {
	v, w := shown(t, atOnce(t))
	before := spot(t, v, party("a"))
	test.Drag(w.Canvas(), fyne.NewPos(400, 20), 40, -25)
	after := spot(t, v, party("a"))
	assert.InDelta(t, before.X+40, after.X, 0.6)
	assert.InDelta(t, before.Y-25, after.Y, 0.6)
	assert.False(t, v.dragging)
	w.Resize(fyne.NewSize(600, 400))
	assert.Equal(t, after, spot(t, v, party("a")), "who has moved the map keeps it where it is")
}

func TestASecondTapOnABoxZoomsToIt(t *testing.T) {
	v, _ := shown(t, atOnce(t))
	got := picks(v)
	click(v, spot(t, v, party("a")))
	require.Equal(t, []scene.Ref{party("a")}, *got, "the first tap waits for nothing")
	click(v, spot(t, v, party("a")))
	assert.Len(t, *got, 1, "the second does not pick again")
	mid := spot(t, v, party("a"))
	assert.InDelta(t, 240, mid.X, 1)
	assert.InDelta(t, 160, mid.Y, 1)
	assert.Greater(t, v.cam.zoom, 1.0)

	v.lastTap.when = time.Now().Add(-2 * doubleTap)
	click(v, spot(t, v, party("a")))
	assert.Len(t, *got, 2, "a late second tap is a first one")
	click(v, spot(t, v, tie("v")))
	click(v, spot(t, v, tie("v")))
	assert.Equal(t, []scene.Ref{party("a"), party("a"), tie("v"), tie("v")}, *got, "lines are picked each time")
}

func TestFit(t *testing.T) {
	v, w := shown(t, atOnce(t))
	fitted := v.cam
	scroll(v, fyne.NewPos(0, 0), 250)
	require.NotEqual(t, fitted, v.cam)
	v.TypedRune('f')
	assert.Equal(t, fitted, v.cam)
	w.Resize(fyne.NewSize(700, 500))
	assert.NotEqual(t, fitted, v.cam, "it follows the window until the map is moved")
	for m := range v.scene.Marks() {
		a, b := v.cam.screen(m.Bounds.Min), v.cam.screen(m.Bounds.Max)
		assert.True(t, a.X >= 0 && a.Y >= 0 && b.X <= 700 && b.Y <= 500, "%v is in view", m.Ref)
	}
	for _, r := range []rune{'F', 'f'} {
		v.ZoomBy(3)
		v.TypedRune(r)
		assert.True(t, v.fitted)
	}
}

// While a date moves the legend may take a row more or less: no box moves for it.
func TestASteadyMapStaysWhenItsHeightChanges(t *testing.T) {
	v, w := shown(t, atOnce(t))
	fitted := v.cam
	v.Steady(true)
	w.Resize(fyne.NewSize(480, 294))
	assert.Equal(t, fitted, v.cam)
	w.Resize(fyne.NewSize(480, 600))
	assert.NotEqual(t, fitted, v.cam, "a window that is resized is followed all the same")
	v.Steady(false)
	fitted = v.cam
	w.Resize(fyne.NewSize(480, 574))
	assert.NotEqual(t, fitted, v.cam)
}

func TestKeys(t *testing.T) {
	v, _ := shown(t, atOnce(t))
	key := func(k fyne.KeyName) { v.TypedKey(&fyne.KeyEvent{Name: k}) }
	at := v.cam.at
	v.Pan(60, 0)
	assert.Greater(t, v.cam.at.X, at.X, "right shows what is at the right")
	v.Pan(0, 60)
	assert.Greater(t, v.cam.at.Y, at.Y)
	v.Pan(-60, -60)
	assert.InDelta(t, 0, v.cam.at.Dist(at)*v.cam.zoom, 2, "there and back")

	zoom := v.cam.zoom
	for _, r := range "+=" {
		v.TypedRune(r)
	}
	assert.InEpsilon(t, zoom*1.25*1.25, v.cam.zoom, 1e-9)
	for _, r := range "-_" {
		v.TypedRune(r)
	}
	assert.InEpsilon(t, zoom, v.cam.zoom, 1e-9)

	for _, k := range []fyne.KeyName{fyne.KeyReturn, fyne.KeyEscape} {
		key(k) // nobody listens
	}
	v.TypedRune(']')
	var opened []scene.Ref
	var steps []int
	cancelled, read := 0, 0
	v.OnRead = func() { read++ }
	v.OnOpen = func(r scene.Ref) { opened = append(opened, r) }
	v.OnWalk = func(step int) { steps = append(steps, step) }
	v.OnCancel = func() { cancelled++ }
	v.SetScene(small(t, scene.Look{Selected: tie("v")}), style.Of(style.Light), tie("v"))
	for _, k := range []fyne.KeyName{fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace} {
		key(k)
	}
	assert.Equal(t, []scene.Ref{tie("v")}, opened, "Space opens")
	assert.Equal(t, 2, read, "Enter reads")
	v.TypedRune('[')
	v.TypedRune(']')
	assert.Equal(t, []int{-1, 1}, steps)
	key(fyne.KeyEscape)
	assert.Equal(t, 1, cancelled)
}

func TestHoverLightsAndMovesNothing(t *testing.T) {
	v, w := shown(t, atOnce(t))
	v.Tip = func(r scene.Ref) string { return "tip of " + r.ID }
	var lit []scene.Ref
	v.OnLit = func(r scene.Ref) { lit = append(lit, r) }
	cam, at := v.cam, spot(t, v, tie("v"))
	assert.Equal(t, desktop.DefaultCursor, v.Cursor())
	test.MoveMouse(w.Canvas(), at)
	assert.Equal(t, []scene.Ref{tie("v")}, lit)
	assert.Equal(t, desktop.PointerCursor, v.Cursor())
	assert.Equal(t, cam, v.cam)
	assert.Equal(t, at, spot(t, v, tie("v")))
	r := test.WidgetRenderer(v).(*renderer)
	assert.Contains(t, r.objects, fyne.CanvasObject(v.glow.image))
	assert.Equal(t, "tip of v", r.tip.Text)
	box := r.tipBox
	assert.True(t, box.Position().X >= 0 && box.Position().X+box.Size().Width <= 480)

	test.MoveMouse(w.Canvas(), at.AddXY(1, 0))
	assert.Len(t, lit, 1, "the same line is not lit again")
	test.MoveMouse(w.Canvas(), fyne.NewPos(470, 10))
	assert.Nil(t, v.glow.image)
	assert.NotContains(t, r.objects, fyne.CanvasObject(r.tipBox))
	test.MoveMouse(w.Canvas(), at)
	v.MouseOut()
	assert.Nil(t, v.glow.image)
	assert.Equal(t, desktop.DefaultCursor, v.Cursor())
}

// What is lit is as sharp as the map when that is zoomed below the pointer.
func TestWhatIsLitIsSharpAtEveryZoom(t *testing.T) {
	v, w := shown(t, atOnce(t))
	test.MoveMouse(w.Canvas(), spot(t, v, party("a")))
	before := v.glow.image
	require.NotNil(t, before)
	v.cam = v.cam.zoomAt(spot(t, v, party("a")), 3)
	v.freshen()
	require.Equal(t, v.look(), v.sharp.look)
	assert.Equal(t, v.look(), v.glow.look)
	assert.NotSame(t, before, v.glow.image)
	again := v.glow.image
	v.freshen()
	assert.Same(t, again, v.glow.image, "and drawn once")
}

// What was hovered while the picture of another record was being drawn is lit
// in the end, and nothing when the pointer has left.
func TestHoverOvertakes(t *testing.T) {
	var p parked
	v, w := shown(t, p.run)
	p.all()
	test.MoveMouse(w.Canvas(), spot(t, v, party("a")))
	test.MoveMouse(w.Canvas(), spot(t, v, tie("w")))
	var lit []scene.Ref
	v.OnLit = func(r scene.Ref) { lit = append(lit, r) }
	p.all()
	assert.Equal(t, []scene.Ref{tie("w")}, lit)

	test.MoveMouse(w.Canvas(), spot(t, v, party("c")))
	v.MouseOut()
	p.all()
	assert.Nil(t, v.glow.image)
	assert.False(t, v.glow.working)

	test.MoveMouse(w.Canvas(), spot(t, v, party("c")))
	v.SetScene(small(t, scene.Look{}), style.Of(style.Light), scene.Ref{})
	p.all()
	assert.Nil(t, v.glow.image, "what belonged to the scene before is not shown on the new one")
}

func TestALongTipStaysInTheView(t *testing.T) {
	v, w := shown(t, atOnce(t))
	w.Resize(fyne.NewSize(260, 220))
	v.Tip = func(scene.Ref) string {
		return "A sentence that is very much longer than the narrow window is wide, and goes on"
	}
	test.MoveMouse(w.Canvas(), spot(t, v, party("c")))
	box := test.WidgetRenderer(v).(*renderer).tipBox
	assert.GreaterOrEqual(t, box.Position().X, float32(0))
	assert.LessOrEqual(t, box.Position().X+box.Size().Width, v.Size().Width)
}

func ringShown(v *View) bool {
	return test.WidgetRenderer(v).(*renderer).ring[0].FillColor != color.Transparent
}

// The ring shows whoever uses the keyboard where the keys go; it is not for the
// mouse.
func TestTheFocusRingIsForKeys(t *testing.T) {
	v, w := shown(t, atOnce(t))
	assert.False(t, ringShown(v))
	w.Canvas().Focus(v)
	assert.True(t, ringShown(v), "Tab leads here")
	w.Canvas().Unfocus()
	assert.False(t, ringShown(v))
	v.MouseDown(&desktop.MouseEvent{})
	v.MouseUp(&desktop.MouseEvent{})
	assert.Equal(t, fyne.Focusable(v), w.Canvas().Focused(), "a click takes the focus")
	assert.False(t, ringShown(v), "without a ring")
	v.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	assert.True(t, ringShown(v), "until a key is pressed")
	v.MouseDown(&desktop.MouseEvent{})
	assert.False(t, ringShown(v))
	v.TypedRune('x')
	assert.True(t, ringShown(v))
}
