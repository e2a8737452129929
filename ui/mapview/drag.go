package mapview

import (
	"context"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"entangle/layout/geom"
	"entangle/ui/scene"
	"entangle/ui/style"
)

// press is what the mouse was pressed on. Drags and clicks carry neither button
// nor modifier.
type press struct {
	at       fyne.Position
	button   desktop.MouseButton
	modifier fyne.KeyModifier
	ref      scene.Ref
}

// adds says whether a click adds to what is selected.
func (p press) adds() bool {
	return p.modifier&(fyne.KeyModifierShift|fyne.KeyModifierShortcutDefault) != 0
}

// pull is what a drag does, from its first motion to its end.
type pull int

const (
	still pull = iota
	panning
	carrying
	framing
)

// carried is boxes on their way elsewhere: under the pointer, or moved by keys.
// They stay drawn above the tiles until the scene is there in which they lie in
// their new place.
type carried struct {
	ids    []string
	by     geom.Point
	sketch *sketch
	put    bool // they have been put down
	there  bool // the scene in which they lie there has come
	number int  // of the last key, to put down when no other follows
}

// Dragged moves a box, or pans; with Shift it draws a frame on empty ground.
func (v *View) Dragged(e *fyne.DragEvent) {
	if !v.dragging {
		v.dragging = true
		v.pulled = v.begin()
	}
	switch v.pulled {
	case carrying:
		v.carryBy(geom.Point{X: float64(e.Dragged.DX), Y: float64(e.Dragged.DY)}.Mul(1 / v.cam.zoom))
	case framing:
		v.frame.to = v.frame.to.Add(e.Dragged)
		v.Refresh()
	default:
		v.setCamera(v.cam.moved(e.Dragged.DX, e.Dragged.DY))
		v.moving()
	}
}

// begin says what a drag does that begins here.
func (v *View) begin() pull {
	switch {
	case v.scene == nil || v.pressed.button != desktop.MouseButtonPrimary:
		return panning
	case v.pressed.ref.Kind == scene.Party && v.OnMove != nil:
		ids := []string{v.pressed.ref.ID}
		if v.Carry != nil {
			ids = v.Carry(ids[0])
		}
		if len(ids) > 0 {
			v.lift(ids)
			return carrying
		}
	case v.pressed.adds() && v.pressed.ref.Kind == scene.None:
		v.frame = frame{v.pressed.at, v.pressed.at}
		return framing
	}
	return panning
}

// DragEnd puts down what was carried, or takes what is in the frame.
func (v *View) DragEnd() {
	pulled := v.pulled
	v.dragging, v.pulled, v.pressed = false, still, press{}
	v.rested()
	switch pulled {
	case carrying:
		v.put()
	case framing:
		refs := v.within(v.framed())
		v.frame = frame{}
		v.Refresh()
		if v.OnFrame != nil && len(refs) > 0 {
			v.OnFrame(refs)
		}
	}
}

// lift takes boxes off the map.
func (v *View) lift(ids []string) {
	v.stopMotion()
	v.fitted = false // the ground stays under the pointer
	v.carried = &carried{ids: ids, sketch: newSketch(v.scene.Sketch(ids, min(max(400/max(v.scene.Degree(ids), 1), 2), 24)))}
	v.setHover(scene.Ref{})
	if v.OnLift != nil {
		v.OnLift(ids)
	}
	v.Refresh()
}

func (v *View) carryBy(d geom.Point) {
	if c := v.carried; c != nil && !c.put {
		c.by = c.by.Add(d)
		v.Refresh()
	}
}

func (v *View) put() {
	c := v.carried
	if c == nil || c.put {
		return
	}
	c.put = true
	v.OnMove(c.ids, c.by)
}

// drop ends carrying without a move.
func (v *View) drop() {
	if c := v.carried; c != nil && !c.put {
		c.by, c.put, v.pulled = geom.Point{}, true, still
		v.OnMove(c.ids, geom.Point{})
	}
}

// nudgePause is how long after the last key boxes are put down.
const nudgePause = 350 * time.Millisecond

// Nudge moves boxes by keys, by a distance in points; they are put down when no
// other key follows.
func (v *View) Nudge(ids []string, by geom.Point) {
	if v.scene == nil || v.OnMove == nil || len(ids) == 0 || v.dragging {
		return
	}
	if v.carried == nil || v.carried.put || !slices.Equal(v.carried.ids, ids) {
		v.put()
		v.lift(ids)
	}
	v.carryBy(by)
	c := v.carried
	c.number++
	number := c.number
	v.run("moving boxes", func(ctx context.Context) (func(), error) {
		select {
		case <-time.After(nudgePause):
		case <-ctx.Done():
		}
		return func() {
			if v.carried == c && c.number == number {
				v.put()
			}
		}, nil
	})
}

// awaited notes that the scene has come in which what was carried lies where it
// was put. The one without it may come late.
func (v *View) awaited() {
	if c := v.carried; c != nil && c.put {
		_, c.there = v.scene.BoxOf(c.ids[0])
	}
}

// settled takes away what was carried: its scene is drawn.
func (v *View) settled() {
	if v.carried != nil && v.carried.there {
		v.carried = nil
	}
}

// within lists the boxes that reach into a part of the view.
func (v *View) within(r geom.Rect) []scene.Ref {
	var refs []scene.Ref
	if v.scene != nil {
		v.scene.Boxes(func(ref scene.Ref, box geom.Rect) {
			if box.Intersects(r) {
				refs = append(refs, ref)
			}
		})
	}
	return refs
}

// Boxes lists the boxes that can be seen.
func (v *View) Boxes() []scene.Ref { return v.within(v.visible()) }

// framed is the part of the scene in the frame.
func (v *View) framed() geom.Rect {
	return geom.EmptyRect().Extend(v.cam.world(v.frame.from)).Extend(v.cam.world(v.frame.to))
}

// placeCarried puts what is carried where it is now.
func (v *View) placeCarried(objects []fyne.CanvasObject) []fyne.CanvasObject {
	c := v.carried
	if c == nil {
		return objects
	}
	moved := func(id string) geom.Point {
		if slices.Contains(c.ids, id) {
			return c.by
		}
		return geom.Point{}
	}
	c.sketch.place(v.cam,
		func(b scene.SketchBox) geom.Point { return moved(b.ID) },
		func(l scene.SketchLine) []geom.Point { return l.Bent(moved(l.From), moved(l.To)) })
	return c.sketch.objects(objects)
}

// frame is the rectangle that selects what it touches, in positions of the view.
type frame struct{ from, to fyne.Position }

func (v *View) placeFrame(objects []fyne.CanvasObject) []fyne.CanvasObject {
	if v.pulled != framing {
		return objects
	}
	from, to := v.frame.from, v.frame.to
	r := canvas.NewRectangle(style.Colour{R: v.pal.Accent.R, G: v.pal.Accent.G, B: v.pal.Accent.B, A: 24})
	r.StrokeColor, r.StrokeWidth = v.pal.Accent, 1
	r.Move(fyne.NewPos(min(from.X, to.X), min(from.Y, to.Y)))
	r.Resize(fyne.NewSize(max(from.X, to.X)-min(from.X, to.X), max(from.Y, to.Y)-min(from.Y, to.Y)))
	return append(objects, r)
}
