package mapview

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/layout"
	"entangle/layout/geom"
	"entangle/ui/scene"
	"entangle/ui/scene/scenetest"
	"entangle/ui/style"
)

// elsewhere is the small scene with its boxes in other places.
func elsewhere(t *testing.T) *scene.Scene {
	d := scenetest.Small()
	d.Measure(ruler(t))
	var p layout.Placed
	rects := map[string]geom.Rect{}
	for i, b := range d.Graph(layout.Options{}).Boxes {
		rects[b.ID] = geom.RectAround(geom.Point{X: 150 + 300*float64(i), Y: 90}, b.W, b.H)
		p.Boxes = append(p.Boxes, layout.PlacedBox{ID: b.ID, Rect: rects[b.ID]})
	}
	for _, l := range d.Graph(layout.Options{}).Lines {
		p.Lines = append(p.Lines, layout.PlacedLine{ID: l.ID, Path: geom.Polyline(rects[l.From].Center(), rects[l.To].Center())})
	}
	return scene.Compose(d, p, scene.Look{Palette: style.Of(style.Light)}, ruler(t))
}

// Boxes go from where they were to where they are; the tiles are hidden meanwhile,
// and what moved is gone when they are drawn.
func TestBoxesTravel(t *testing.T) {
	var parked parked
	v, _ := shown(t, parked.run)
	parked.all()
	old, from := v.scene, v.cam
	next := elsewhere(t)
	v.scene = next
	v.cam = v.fitCamera()
	v.depart(old, from)
	require.NotNil(t, v.travel)
	tr := v.travel
	before, _ := old.BoxOf("a")
	after, _ := next.BoxOf("a")
	for _, share := range []float64{0, 0.5, 1} {
		tr.share, tr.over = share, false
		v.cam = tr.from.between(tr.to, share, v.Size())
		list := v.placeTravel(nil)
		want := v.cam.screen(before.Min.Lerp(after.Min, share))
		var box *canvas.Rectangle
		for i, b := range tr.sketch.scene.Boxes {
			if b.ID == "a" {
				box = tr.sketch.boxes[i].marks[0].(*canvas.Rectangle)
			}
		}
		assert.InDelta(t, want.X, box.Position().X, 0.1)
		assert.InDelta(t, want.Y, box.Position().Y, 0.1)
		assert.NotEmpty(t, list)
		assert.True(t, v.travelling())
	}
	v.stopMotion()
	assert.False(t, v.travelling(), "a gesture ends the motion")
	v.travel.over = true
	v.tiler.generation++
	v.Refresh()
	parked.all()
	assert.Nil(t, v.travel, "the tiles are there")
}

// What moves nothing, what is too much to follow, and reduced motion.
func TestWhenBoxesDoNotTravel(t *testing.T) {
	v, _ := shown(t, atOnce(t))
	v.SetScene(small(t, scene.Look{Selected: tie("v")}), style.Of(style.Light), tie("v"))
	assert.Nil(t, v.travel, "a selection moves nothing")
	assert.False(t, moved(v.scene, v.scene))
	assert.True(t, moved(v.scene, elsewhere(t)))
	v.depart(nil, v.cam)
	assert.Nil(t, v.travel)
	old := v.scene
	v.scene = elsewhere(t)
	v.carried = &carried{}
	v.depart(old, v.cam)
	assert.Nil(t, v.travel, "who moves boxes by hand sees them move")
}

func TestSketchesAreBounded(t *testing.T) {
	s := scene.Sketch{}
	for range 5000 {
		s.Lines = append(s.Lines, scene.SketchLine{Points: make([]geom.Point, 9)})
	}
	k := newSketch(s)
	n := 0
	for _, l := range k.lines {
		n += len(l)
	}
	assert.LessOrEqual(t, n, strokes)
	assert.Equal(t, 10, pieces(0))
	assert.Equal(t, 10, pieces(1))
	assert.Equal(t, 1, pieces(100_000))
	for _, o := range []fyne.CanvasObject{object(scene.Mark{Shape: scene.Curve{}})} {
		assert.NotNil(t, o, "what no box has is nothing that is seen")
	}
}

// One frame of what moves takes far less than the four milliseconds that it may.
func BenchmarkTravelFrame(b *testing.B) {
	s := scene.Sketch{}
	for range travelLines {
		s.Lines = append(s.Lines, scene.SketchLine{Width: 2, Points: make([]geom.Point, pieces(travelLines)+1)})
	}
	for range travelBoxes {
		s.Boxes = append(s.Boxes, scene.SketchBox{Marks: []scene.Mark{
			{Shape: scene.Rect{Rect: geom.RectAround(geom.Point{}, 90, 40)}}, {Shape: scene.Text{String: "A name", Size: 16}}, {Shape: scene.Text{String: "kind", Size: 11}},
		}})
	}
	k := newSketch(s)
	for b.Loop() {
		k.place(camera{zoom: 1}, func(scene.SketchBox) geom.Point { return geom.Point{X: 1} }, func(l scene.SketchLine) []geom.Point { return l.Bent(geom.Point{}, geom.Point{}) })
	}
}

// Who asks for the whole map while another one is on its way gets the whole of
// that.
func TestFittingWhileAnotherSceneComes(t *testing.T) {
	v, _ := shown(t, atOnce(t))
	v.ZoomBy(3)
	ended := false
	v.landing = func() { ended, v.fitted = true, true } // as in the middle of the motion of Fit
	next := elsewhere(t)
	v.SetScene(next, style.Of(style.Light), scene.Ref{})
	assert.True(t, ended)
	assert.Equal(t, v.fitCamera().snapped(v.pixels()), v.cam)
	v.landing = func() { ended = false }
	v.SetScene(next, style.Of(style.Light), scene.Ref{})
	assert.True(t, ended, "where nothing moves the camera goes on its way")
}
