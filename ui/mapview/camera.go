package mapview

import (
	"math"

	"fyne.io/fyne/v2"

	"entangle/layout/geom"
)

// The limits of zooming, in units of the window per scene point.
const (
	minZoom = 0.005
	maxZoom = 6.0
)

// camera says which part of the scene the view shows: the scene point at its
// top left corner, and how many units one point takes.
type camera struct {
	at   geom.Point
	zoom float64
}

// Camera returns what is seen: the point in the middle, how many units of the
// window a point takes, and whether it follows the scene. Of a camera on its way,
// or aimed at the next scene, it is what will be seen.
func (v *View) Camera() (middle geom.Point, zoom float64, fitted bool) {
	cam, fitted := v.cam, v.fitted
	switch {
	case v.next != nil && v.fits:
		fitted = true
	case v.next != nil:
		cam, fitted = v.next(), false
	case v.travelling():
		cam = v.travel.to
	case v.landing != nil:
		v.landing()
		v.cam, v.fitted, cam, fitted = cam, fitted, v.cam, v.fitted
	}
	return cam.world(fyne.NewPos(v.Size().Width/2, v.Size().Height/2)), cam.zoom, fitted
}

// Aim has the camera show the next scene with a point at the top left.
func (v *View) Aim(at geom.Point, zoom float64) {
	v.fits = false
	v.next = func() camera { return camera{at: at, zoom: min(max(zoom, minZoom), maxZoom)} }
}

// AimAtAll has the camera show all of the next scene, and follow it.
func (v *View) AimAtAll() { v.next, v.fits = v.fitCamera, true }

// world returns the scene point under a position of the view.
func (c camera) world(p fyne.Position) geom.Point {
	return geom.Point{X: c.at.X + float64(p.X)/c.zoom, Y: c.at.Y + float64(p.Y)/c.zoom}
}

// screen returns the position of a scene point in the view.
func (c camera) screen(p geom.Point) fyne.Position {
	return fyne.NewPos(float32((p.X-c.at.X)*c.zoom), float32((p.Y-c.at.Y)*c.zoom))
}

// zoomAt scales by f and keeps the scene point under p where it is.
func (c camera) zoomAt(p fyne.Position, f float64) camera {
	under := c.world(p)
	c.zoom = min(max(c.zoom*f, minZoom), maxZoom)
	c.at = geom.Point{X: under.X - float64(p.X)/c.zoom, Y: under.Y - float64(p.Y)/c.zoom}
	return c
}

// moved pans by a distance on the screen.
func (c camera) moved(dx, dy float32) camera {
	c.at.X -= float64(dx) / c.zoom
	c.at.Y -= float64(dy) / c.zoom
	return c
}

// snapped rounds the camera to whole pixels of a screen that has scale pixels
// per unit, so that tiles lie on pixels and stay sharp.
func (c camera) snapped(scale float64) camera {
	k := c.zoom * scale
	c.at = geom.Point{X: math.Round(c.at.X*k) / k, Y: math.Round(c.at.Y*k) / k}
	return c
}

// fitting shows all of r in a view of that size, centred, no larger than most. Above
// and below less is left free in a low view, where it would cost the labels.
func fitting(r geom.Rect, size fyne.Size, most float64) camera {
	w, h := float64(size.Width), float64(size.Height)
	const side = 20.0
	edge := min(max(side-(480-h)/10, 6), side)
	zoom := min((w-2*side)/max(r.W(), 1), (h-2*edge)/max(r.H(), 1), most)
	zoom = min(max(zoom, minZoom), maxZoom)
	mid := r.Center()
	return camera{at: geom.Point{X: mid.X - w/2/zoom, Y: mid.Y - h/2/zoom}, zoom: zoom}
}

// between returns the camera a share t of the way from c to d; zoom runs evenly
// in ratio, and the middle of the view in a straight line.
func (c camera) between(d camera, t float64, size fyne.Size) camera {
	mid := fyne.NewPos(size.Width/2, size.Height/2)
	from, to := c.world(mid), d.world(mid)
	zoom := c.zoom * math.Pow(d.zoom/c.zoom, t)
	at := from.Lerp(to, t)
	return camera{at: geom.Point{X: at.X - float64(mid.X)/zoom, Y: at.Y - float64(mid.Y)/zoom}, zoom: zoom}
}
