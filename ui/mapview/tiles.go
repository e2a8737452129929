package mapview

import (
	"context"
	"image"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"

	"entangle/layout/geom"
	"entangle/ui/paper"
)

// tiler draws sheets in the background, one at a time.
type tiler struct {
	painter    painter
	generation int          // of the scene that is to be shown
	latest     atomic.Int64 // the same, for the background
	working    bool
	waiting    bool
	rest       time.Duration // how long the zoom must be still before it is drawn sharply
}

// resting is how long a zoom is still before it counts as ended. While it goes
// on the sheet that is there is shown larger or smaller: drawing one for each
// step would take the processors from showing it.
const resting = 90 * time.Millisecond

// heavy is from how many things on a scene is first drawn roughly as a whole.
const heavy = 3000

// freshen asks for what the view lacks: a sheet that is sharp at the present
// zoom, the rough one of the whole scene around it, the next one before the
// camera comes to the edge of this one.
func (v *View) freshen() {
	if v.scene == nil || v.Size().Width < 1 || v.Size().Height < 1 {
		return
	}
	area, bounds := v.visible(), v.scene.Bounds
	same := v.sharp.generation == v.tiler.generation && v.sharp.drawn()
	exact := v.sharp.look == v.look()
	switch {
	case same && exact && v.sharp.covers(area, bounds):
		v.arrive()
		v.settled()
		v.relight()
		if v.OnShown != nil && !v.Patched() {
			v.OnShown()
		}
		aside := geom.Point{X: 0.08 * area.W(), Y: 0.08 * area.H()}
		ahead := geom.Rect{Min: area.Min.Sub(aside), Max: area.Max.Add(aside)}
		if !v.sharp.covers(ahead, bounds) && v.sharp.narrow {
			v.await() // the frame that shows it has the processors first
		} else if !v.sharp.covers(ahead, bounds) {
			v.request(v.sharpest())
		} else if !v.sharp.covers(bounds, bounds) && v.rough.generation != v.tiler.generation {
			v.request(v.overview())
		}
	case !same && v.scene.Things() > heavy && v.rough.generation != v.tiler.generation && v.overview().look.zoom < v.cam.zoom && !closeUp(area, bounds):
		v.request(v.overview()) // unless a sharp one of the whole is no larger
	case same && !exact && v.bearable():
		v.await()
	default:
		v.request(v.sharpest())
	}
}

// closeUp says whether so little of a scene is seen that drawing it sharply takes no
// longer than drawing all of it roughly.
func closeUp(area, bounds geom.Rect) bool {
	const share = 30
	return share*area.W()*area.H() < bounds.W()*bounds.H()
}

// bearable says whether the sheets that are there can be looked at for a
// moment: they cover the view, and not much too small or too large.
func (v *View) bearable() bool {
	ratio := v.cam.zoom / v.sharp.look.zoom
	return v.sharp.look.pixels == v.pixels() && ratio > 0.4 && ratio < 2.5 &&
		(v.sharp.covers(v.visible(), v.scene.Bounds) || v.rough.generation == v.tiler.generation)
}

// await draws sharply when the zoom has been still for a while.
func (v *View) await() {
	if v.tiler.waiting || v.tiler.working {
		return
	}
	v.tiler.waiting = true
	zoom, rest := v.cam.zoom, v.tiler.rest
	v.run("waiting for the zoom to end", func(ctx context.Context) (func(), error) {
		select {
		case <-time.After(rest):
		case <-ctx.Done():
		}
		return func() {
			v.tiler.waiting = false
			if v.cam.zoom == zoom {
				v.request(v.sharpest())
			} else {
				v.freshen()
			}
		}, nil
	})
}

// advance goes on to another scene.
func (t *tiler) advance() {
	t.generation++
	t.latest.Store(int64(t.generation))
}

// stale says, in the background, that another scene has come since.
func (t *tiler) stale() func() bool {
	now := int64(t.generation)
	return func() bool { return t.latest.Load() != now }
}

// request draws a sheet in the background and shows it.
func (v *View) request(d drawing) {
	if v.tiler.working {
		return // when that is done the view is looked at again
	}
	v.tiler.working = true
	var drawn sheet
	draw := func(p *paper.Painter) { drawn = d.draw(p) }
	v.tiler.painter.paint(v.run, "drawing the map", draw, func(failed bool) {
		v.tiler.working = false
		if failed { // what cannot be drawn stays empty: it is not tried again and again
			drawn = sheet{look: d.look, generation: d.generation, area: d.area}
		}
		v.take(drawn, d.rough)
		v.Refresh()
	})
}

// take shows a sheet, unless another scene has come meanwhile.
func (v *View) take(s sheet, rough bool) {
	if s.generation != v.tiler.generation {
		return
	}
	defer v.rebased()
	if !rough {
		v.sharp = s
		return
	}
	v.rough = s
	if v.sharp.generation != s.generation {
		v.sharp = sheet{} // it shows what was before
	}
}

// Shows says whether what is on screen is the scene that was set last, sharply or
// roughly.
func (v *View) Shows() bool {
	of := func(s *sheet) bool { return s.drawn() && s.generation == v.tiler.generation }
	return of(&v.sharp) || of(&v.rough)
}

// show appends what shows the sheets: the rough one where the sharp one is not.
func (v *View) show(objects []fyne.CanvasObject) []fyne.CanvasObject {
	var at place
	var hidden image.Rectangle
	if v.sharp.picture != nil {
		at = v.placeOf(&v.sharp)
		hidden = at.on(v.sharp.picture.Rect)
	}
	if v.rough.picture != nil && v.rough.generation >= v.sharp.generation {
		objects = v.roughPanes.place(objects, &v.rough, v.placeOf(&v.rough), hidden)
	}
	return v.sharpPanes.place(objects, &v.sharp, at, image.Rectangle{})
}
