package mapview

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/layout/geom"
	"entangle/ui/scene"
	"entangle/ui/style"
)

func pressOn(v *View, at fyne.Position, button desktop.MouseButton, mod fyne.KeyModifier) {
	v.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}, Button: button, Modifier: mod})
}

func drag(v *View, dx, dy float32) { v.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(dx, dy)}) }

// moves notes what was moved where to.
type moves struct {
	ids    [][]string
	by     []geom.Point
	lifted [][]string
}

func listen(v *View) *moves {
	m := &moves{}
	v.OnLift = func(ids []string) { m.lifted = append(m.lifted, ids) }
	v.OnMove = func(ids []string, by geom.Point) { m.ids, m.by = append(m.ids, ids), append(m.by, by) }
	return m
}

func TestDraggingABoxMovesIt(t *testing.T) {
	v, _ := shown(t, atOnce(t))
	m, cam := listen(v), v.cam
	pressOn(v, spot(t, v, party("a")), desktop.MouseButtonPrimary, 0)
	drag(v, 20, 0)
	drag(v, 10, 40)
	require.NotNil(t, v.carried)
	assert.Equal(t, [][]string{{"a"}}, m.lifted)
	assert.Equal(t, cam, v.cam, "the ground stays")
	from, _ := v.scene.BoxOf("a")
	var drawn *canvas.Rectangle
	for _, o := range v.carried.sketch.boxes[0].marks {
		if r, ok := o.(*canvas.Rectangle); ok && drawn == nil {
			drawn = r
		}
	}
	want := cam.screen(from.Min).AddXY(30, 40)
	assert.InDelta(t, want.X, drawn.Position().X, 0.1)
	assert.InDelta(t, want.Y, drawn.Position().Y, 0.1)
	for i, l := range v.carried.sketch.scene.Lines {
		line := v.carried.sketch.lines[i]
		still := cam.screen(l.Points[len(l.Points)-1])
		end := line[len(line)-1].Position2
		if l.To == "a" {
			still, end = cam.screen(l.Points[0]), line[0].Position1
		}
		if !l.Dashed {
			assert.InDelta(t, still.X, end.X, 0.1, "the other end of a line stays")
			assert.InDelta(t, still.Y, end.Y, 0.1)
		}
	}
	v.DragEnd()
	require.Equal(t, [][]string{{"a"}}, m.ids)
	assert.InDelta(t, 30/cam.zoom, m.by[0].X, 1e-6)
	assert.InDelta(t, 40/cam.zoom, m.by[0].Y, 1e-6)
	v.Refresh()
	require.NotNil(t, v.carried, "it is drawn until its scene is there")
	v.SetScene(small(t, scene.Look{Lifted: []string{"a"}}), style.Of(style.Light), scene.Ref{})
	require.NotNil(t, v.carried, "that is the one without it")
	v.SetScene(small(t, scene.Look{}), style.Of(style.Light), scene.Ref{})
	assert.Nil(t, v.carried)

	pressOn(v, spot(t, v, party("a")), desktop.MouseButtonPrimary, 0)
	drag(v, 20, 0)
	v.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	drag(v, 20, 0)
	v.DragEnd()
	assert.Equal(t, geom.Point{}, m.by[1], "Escape puts it back")
	assert.Len(t, m.by, 2)
}

func TestWhatElseADragDoes(t *testing.T) {
	v, _ := shown(t, atOnce(t))
	m, cam := listen(v), v.cam
	pressOn(v, spot(t, v, party("a")), desktop.MouseButtonTertiary, 0)
	drag(v, 20, 0)
	v.DragEnd()
	assert.NotEqual(t, cam, v.cam, "the middle button pans, on a box too")
	assert.Empty(t, m.ids)
	cam = v.cam
	pressOn(v, fyne.NewPos(470, 10), desktop.MouseButtonPrimary, 0)
	drag(v, 20, 0)
	v.DragEnd()
	assert.NotEqual(t, cam, v.cam, "empty ground pans")

	v.Fit()
	var framed []scene.Ref
	v.OnFrame = func(r []scene.Ref) { framed = r }
	a := spot(t, v, party("a"))
	v.pressed = press{at: fyne.NewPos(1, 1), button: desktop.MouseButtonPrimary, modifier: fyne.KeyModifierShift}
	cam = v.cam
	drag(v, a.X, a.Y)
	assert.Equal(t, framing, v.pulled)
	v.DragEnd()
	assert.Contains(t, framed, party("a"), "what the frame touches")
	assert.Equal(t, cam, v.cam)
	assert.Equal(t, still, v.pulled)
	framed = nil
	pressOn(v, fyne.NewPos(479, 319), desktop.MouseButtonPrimary, fyne.KeyModifierShift)
	drag(v, -1, -1)
	v.DragEnd()
	assert.Empty(t, framed)
}

func TestClicksThatAdd(t *testing.T) {
	v, _ := shown(t, atOnce(t))
	got := picks(v)
	var added []scene.Ref
	v.OnAdd = func(r scene.Ref) { added = append(added, r) }
	for _, mod := range []fyne.KeyModifier{fyne.KeyModifierShift, fyne.KeyModifierShortcutDefault} {
		at := spot(t, v, party("c"))
		pressOn(v, at, desktop.MouseButtonPrimary, mod)
		click(v, at)
	}
	assert.Equal(t, []scene.Ref{party("c"), party("c")}, added)
	pressOn(v, fyne.NewPos(470, 10), desktop.MouseButtonPrimary, fyne.KeyModifierShift)
	click(v, fyne.NewPos(470, 10))
	assert.Empty(t, *got, "beside everything nothing is let go")
	click(v, fyne.NewPos(470, 10))
	assert.Equal(t, []scene.Ref{{}}, *got)
}

func TestNudging(t *testing.T) {
	var p parked
	v, _ := shown(t, p.run)
	p.all()
	m := listen(v)
	v.Nudge(nil, geom.Point{X: 20})
	v.Nudge([]string{"a"}, geom.Point{X: 20})
	v.Nudge([]string{"a"}, geom.Point{Y: 20})
	assert.Empty(t, m.ids, "another key may follow")
	p.all()
	assert.Equal(t, [][]string{{"a"}}, m.ids)
	assert.Equal(t, geom.Point{X: 20, Y: 20}, m.by[0])
	v.Nudge([]string{"a"}, geom.Point{X: 20})
	v.Nudge([]string{"c"}, geom.Point{X: 20})
	assert.Equal(t, []string{"a"}, m.ids[1], "other boxes put the first ones down")
}

// The arrows lead along ties, with Shift they add; the ring is about what is
// picked.
func TestArrowsWalk(t *testing.T) {
	v, _ := shown(t, atOnce(t))
	got := picks(v)
	var added []scene.Ref
	v.OnAdd = func(r scene.Ref) { added = append(added, r) }
	nowhere := 0
	v.OnNowhere = func() { nowhere++ }
	key := func(k fyne.KeyName) { v.TypedKey(&fyne.KeyEvent{Name: k}) }
	key(fyne.KeyRight)
	require.Len(t, *got, 1, "from nothing to the box in the middle")
	for _, ref := range []scene.Ref{party("a"), party("b"), party("c"), tie("v")} {
		v.SetScene(small(t, scene.Look{Selected: ref}), style.Of(style.Light), ref)
		for k, pressed := range map[fyne.KeyName]geom.Point{fyne.KeyLeft: {X: -1}, fyne.KeyRight: {X: 1}, fyne.KeyUp: {Y: -1}, fyne.KeyDown: {Y: 1}} {
			want, ok := v.scene.Beside(ref, pressed, v.visible())
			*got, nowhere = nil, 0
			key(k)
			if ok {
				assert.Equal(t, []scene.Ref{want}, *got)
			} else {
				assert.Equal(t, 1, nowhere)
			}
		}
		v.FocusGained()
		v.setByMouse(false)
		at, ok := v.scene.RingOf(ref)
		require.True(t, ok)
		ring := v.placeRing(nil)
		require.Len(t, ring, 1)
		corner := v.cam.screen(at.Min)
		assert.Less(t, ring[0].Position().X, corner.X)
		assert.Greater(t, ring[0].Position().X+ring[0].Size().Width, v.cam.screen(at.Max).X)
		assert.InDelta(t, 2, ring[0].(*canvas.Rectangle).StrokeWidth, 0)
		v.setByMouse(true)
		assert.Empty(t, v.placeRing(nil), "the mouse needs no ring")
	}
	v.SetScene(small(t, scene.Look{Selected: party("a")}), style.Of(style.Light), party("a"))
	v.modifiers = func() fyne.KeyModifier { return fyne.KeyModifierShift }
	*got = nil
	for _, k := range []fyne.KeyName{fyne.KeyLeft, fyne.KeyRight, fyne.KeyUp, fyne.KeyDown} {
		key(k)
	}
	assert.NotEmpty(t, added)
	assert.Empty(t, *got)
}
