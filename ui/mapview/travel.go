package mapview

import (
	"fyne.io/fyne/v2"

	"entangle/layout/geom"
	"entangle/ui/scene"
)

// travel is the motion from one placement to another: the boxes and lines that
// both have go to their new places, drawn in a few strokes. The others are there
// when it ends.
type travel struct {
	sketch   *sketch
	from, to camera
	starts   map[string]geom.Point          // of boxes, their middles
	bends    map[scene.Ref]scene.SketchLine // the lines as they were
	share    float64                        // of the way
	over     bool                           // the tiles of the new scene are waited for
}

// travelBoxes and travelLines are up to how many there is a motion: more would
// stutter, and nobody can follow them.
const (
	travelBoxes = 150
	travelLines = 300
)

// depart begins the motion from another scene, when boxes have moved, there are
// few, and motion is wanted.
func (v *View) depart(old *scene.Scene, from camera) {
	v.travel = nil
	app := fyne.CurrentApp()
	if old == nil || app == nil || !app.Settings().ShowAnimations() || v.carried != nil || !moved(old, v.scene) {
		return
	}
	_, n := v.scene.Count()
	t := &travel{from: from, to: v.cam, starts: map[string]geom.Point{}, bends: map[scene.Ref]scene.SketchLine{}}
	old.Boxes(func(r scene.Ref, box geom.Rect) { t.starts[r.ID] = box.Center() })
	for _, l := range old.Sketch(nil, pieces(n)).Lines {
		t.bends[l.Ref] = l
	}
	now := v.scene.Sketch(nil, pieces(n))
	t.keep(&now)
	t.sketch = newSketch(now)
	v.stopMotion()
	v.travel = t
	v.motion = fyne.NewAnimation(motionTime, func(share float32) {
		t.share = float64(share)
		v.cam = t.from.between(t.to, t.share, v.Size())
		if share == 1 {
			v.cam, t.over = t.to, true
		}
		v.Refresh()
	})
	v.motion.Curve = fyne.AnimationEaseInOut
	v.motion.Start()
}

// keep leaves only what was there before.
func (t *travel) keep(s *scene.Sketch) {
	var boxes []scene.SketchBox
	for _, b := range s.Boxes {
		if _, ok := t.starts[b.ID]; ok {
			boxes = append(boxes, b)
		}
	}
	var lines []scene.SketchLine
	for _, l := range s.Lines {
		if was, ok := t.bends[l.Ref]; ok && was.From == l.From && was.To == l.To {
			lines = append(lines, l)
		}
	}
	s.Boxes, s.Lines = boxes, lines
}

// moved says whether a box that both scenes have lies elsewhere, and neither has
// too many.
func moved(a, b *scene.Scene) bool {
	for _, s := range []*scene.Scene{a, b} {
		if boxes, lines := s.Count(); boxes > travelBoxes || lines > travelLines {
			return false
		}
	}
	at, elsewhere := map[string]geom.Point{}, false
	a.Boxes(func(r scene.Ref, box geom.Rect) { at[r.ID] = box.Center() })
	b.Boxes(func(r scene.Ref, box geom.Rect) {
		was, ok := at[r.ID]
		elsewhere = elsewhere || ok && was.Dist(box.Center()) > 1
	})
	return elsewhere
}

// travelling says whether the tiles are hidden by what is in motion.
func (v *View) travelling() bool { return v.travel != nil && !v.travel.over }

// arrive ends the motion: the scene is drawn.
func (v *View) arrive() {
	if v.travel != nil && v.travel.over {
		v.travel = nil
	}
}

// placeTravel puts what is in motion where it is now.
func (v *View) placeTravel(objects []fyne.CanvasObject) []fyne.CanvasObject {
	t := v.travel
	if t == nil {
		return objects
	}
	t.sketch.place(v.cam,
		func(b scene.SketchBox) geom.Point {
			return t.starts[b.ID].Sub(b.Rect.Center()).Mul(1 - t.share)
		},
		func(l scene.SketchLine) []geom.Point {
			was, out := t.bends[l.Ref].Points, make([]geom.Point, len(l.Points))
			for i, p := range l.Points {
				out[i] = was[i].Lerp(p, t.share)
			}
			return out
		})
	return t.sketch.objects(objects)
}
