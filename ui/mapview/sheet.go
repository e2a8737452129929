package mapview

import (
	"image"
	"math"

	"fyne.io/fyne/v2"

	"entangle/layout/geom"
	"entangle/ui/paper"
	"entangle/ui/scene"
)

// sheet is the picture of a part of a scene, larger than the view, so that the
// camera can move for a while before another is needed. It is drawn in the
// background and never changed afterwards.
type sheet struct {
	look       look
	generation int       // of the scene that it shows
	area       geom.Rect // what it shows, in scene points
	picture    *image.RGBA
	ink        []image.Rectangle // the parts that are not blank, in pixels of the picture
	narrow     bool              // it was drawn ahead, without room around the view
}

// look is what a sheet depends on beside the scene.
type look struct {
	zoom   float64 // units per scene point
	pixels float64 // of the screen, per unit
}

func (v *View) look() look { return look{v.cam.zoom, v.pixels()} }

// scale is how many pixels of the screen a scene point takes.
func (l look) scale() float64 { return l.zoom * l.pixels }

// drawn says whether there is anything to show.
func (s *sheet) drawn() bool { return s.look.zoom > 0 }

// covers says whether the sheet shows all that the scene has in an area.
func (s *sheet) covers(area, bounds geom.Rect) bool {
	if !s.drawn() {
		return false
	}
	area = area.Intersect(bounds)
	return area.Empty() || s.area.ContainsRect(area)
}

// margin is how much a sheet shows beyond the view at each side, as a share of
// the view, unless that would take more than any graphics card takes as a
// picture: pixels, of four bytes each, and the length of a side.
const (
	margin    = 0.4
	maxPixels = 12_000_000
	maxSide   = 8192
)

// drawing is what a piece of background work needs, and nothing that the user
// interface changes meanwhile.
type drawing struct {
	scene      *scene.Scene
	look       look
	generation int
	area       geom.Rect
	w, h       int  // pixels
	rough      bool // the whole scene, coarsely
	stale      func() bool
}

// sharpest plans the sheet for the present camera: the view with a margin
// around it, as far as the scene goes.
func (v *View) sharpest() drawing {
	l := v.look()
	area := v.visible()
	w, h := area.W()*l.scale(), area.H()*l.scale() // pixels
	share := min(margin, (math.Sqrt(maxPixels/(w*h))-1)/2, (maxSide/max(w, h)-1)/2)
	aside := geom.Point{X: max(share, 0) * area.W(), Y: max(share, 0) * area.H()}
	return v.plan(l, geom.Rect{Min: area.Min.Sub(aside), Max: area.Max.Add(aside)})
}

// overview plans the sheet of the whole scene, as fine as a screen can show.
func (v *View) overview() drawing {
	const most = 1_200_000
	b := v.scene.Bounds.Inset(-1)
	scale := min(math.Sqrt(most/max(b.W()*b.H(), 1)), maxSide/2/max(b.W(), b.H(), 1), v.cam.zoom*v.pixels())
	d := v.plan(look{scale / v.pixels(), v.pixels()}, b)
	d.rough = true
	return d
}

// plan plans a sheet of the scene that is set.
func (v *View) plan(l look, area geom.Rect) drawing {
	d := planOf(v.scene, l, area)
	d.generation, d.stale = v.tiler.generation, v.tiler.stale()
	return d
}

// planOf plans the sheet of an area of a scene: in whole pixels, and nothing that the
// scene does not reach.
func planOf(s *scene.Scene, l look, area geom.Rect) drawing {
	k := l.scale()
	area = area.Intersect(s.Bounds.Inset(-2 / k))
	d := drawing{scene: s, look: l, stale: func() bool { return false }}
	if area.Empty() {
		return d
	}
	left, top := math.Floor(area.Min.X*k), math.Floor(area.Min.Y*k)
	d.w, d.h = int(math.Ceil(area.Max.X*k)-left), int(math.Ceil(area.Max.Y*k)-top)
	d.area = geom.Rect{
		Min: geom.Point{X: left / k, Y: top / k},
		Max: geom.Point{X: (left + float64(d.w)) / k, Y: (top + float64(d.h)) / k},
	}
	return d
}

// draw paints the sheet. Where the scene has nothing it is empty.
func (d drawing) draw(p *paper.Painter) sheet {
	s := sheet{look: d.look, generation: d.generation, area: d.area}
	if d.w > 0 && d.h > 0 {
		if s.picture = p.Part(d.scene, d.area.Min, d.look.scale(), d.w, d.h, d.stale); s.picture != nil {
			s.ink = inkOf(s.picture, d.scene.Page)
		}
	}
	return s
}

// visible is the part of the scene in the view.
func (v *View) visible() geom.Rect {
	size := v.Size()
	return geom.Rect{Min: v.cam.at, Max: v.cam.world(fyne.NewPos(size.Width, size.Height))}
}
