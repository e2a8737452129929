package mapview

import (
	"cmp"
	"image"
	"math"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"entangle/layout/geom"
	"entangle/ui/paper"
	"entangle/ui/scene"
	"entangle/ui/style"
)

// tilePixels is the side of a tile in pixels of the screen.
const tilePixels = 256

// batch is how many tiles one piece of background work draws: a screen full,
// since each piece takes a turn of the user interface to be shown.
const batch = 48

// sheet is the tiles of one scene at one zoom. Tile (0, 0) begins at the
// scene's origin.
type sheet struct {
	look       look
	generation int
	tiles      map[tileAt]*canvas.Image
}

// look is what tiles depend on beside the scene.
type look struct {
	zoom   float64 // units per scene point
	pixels float64 // of the screen, per unit
}

type tileAt struct{ x, y int }

// tiler draws tiles in the background, one piece of work at a time.
type tiler struct {
	painter    painter
	generation int // of the scene that is to be shown
	working    bool
}

// side is the length of a tile in scene points.
func (l look) side() float64 { return tilePixels / (l.zoom * l.pixels) }

// span returns the tiles that cover a rectangle of the scene.
func (l look) span(r geom.Rect) (from, to tileAt) {
	s := l.side()
	floor := func(x float64) int { return int(math.Floor(x / s)) }
	return tileAt{floor(r.Min.X), floor(r.Min.Y)}, tileAt{floor(r.Max.X), floor(r.Max.Y)}
}

// visible is the part of the scene in the view.
func (v *View) visible() geom.Rect {
	size := v.Size()
	return geom.Rect{Min: v.cam.at, Max: v.cam.world(fyne.NewPos(size.Width, size.Height))}
}

// freshen makes the sharp sheet the one for the present scene and zoom, keeps
// the one before as the rough one, and asks for what is missing.
func (v *View) freshen() {
	if v.scene == nil || v.Size().Width < 1 || v.Size().Height < 1 {
		return
	}
	want := look{v.cam.zoom, v.pixels()}
	if v.sharp.look != want || v.sharp.generation != v.tiler.generation {
		if v.covers(v.sharp) || len(v.rough.tiles) == 0 {
			v.rough = v.sharp
		}
		v.sharp = sheet{look: want, generation: v.tiler.generation, tiles: map[tileAt]*canvas.Image{}}
	}
	v.request()
}

// covers says whether a sheet has every tile that is visible.
func (v *View) covers(s sheet) bool {
	if s.look.zoom == 0 {
		return false
	}
	from, to := s.look.span(v.visible())
	return len(s.tiles) >= (to.x-from.x+1)*(to.y-from.y+1) && len(v.missing(s)) == 0
}

// missing lists the visible tiles that a sheet lacks, from the middle outwards.
func (v *View) missing(s sheet) []tileAt {
	area := v.visible()
	from, to := s.look.span(area)
	var out []tileAt
	for y := from.y; y <= to.y; y++ {
		for x := from.x; x <= to.x; x++ {
			if _, ok := s.tiles[tileAt{x, y}]; !ok {
				out = append(out, tileAt{x, y})
			}
		}
	}
	mid, side := area.Center(), s.look.side()
	far := func(t tileAt) float64 {
		return math.Hypot((float64(t.x)+0.5)*side-mid.X, (float64(t.y)+0.5)*side-mid.Y)
	}
	slices.SortFunc(out, func(a, b tileAt) int { return cmp.Compare(far(a), far(b)) })
	return out
}

// request draws the next missing tiles in the background.
func (v *View) request() {
	if v.tiler.working {
		return
	}
	missing := v.missing(v.sharp)
	if len(missing) == 0 {
		v.rough = sheet{}
		v.sharp.forget(v.visible())
		if v.OnShown != nil {
			v.OnShown()
		}
		return
	}
	missing = missing[:min(batch, len(missing))]
	v.tiler.working = true
	job := drawing{marks: v.scene.Marks, page: v.pal.Page, look: v.sharp.look}
	generation := v.sharp.generation
	var images []*canvas.Image
	draw := func(p *paper.Painter) { images = job.draw(p, missing) }
	v.tiler.painter.paint(v.run, "drawing the map", draw, func(failed bool) {
		v.tiler.working = false
		if failed { // a tile that cannot be drawn is empty: it is not tried again and again
			empty := canvas.NewImageFromImage(image.NewNRGBA(image.Rect(0, 0, 1, 1)))
			images = slices.Repeat([]*canvas.Image{empty}, len(missing))
		}
		if v.sharp.generation == generation && v.sharp.look == job.look {
			for i, at := range missing {
				v.sharp.tiles[at] = images[i]
			}
		}
		v.Refresh()
	})
}

// drawing is what a piece of background work needs, and nothing that the user
// interface changes meanwhile.
type drawing struct {
	marks []scene.Mark
	page  style.Colour
	look  look
}

func (d drawing) draw(p *paper.Painter, at []tileAt) []*canvas.Image {
	out := make([]*canvas.Image, len(at))
	side, scale := d.look.side(), d.look.zoom*d.look.pixels
	for i, t := range at {
		origin := geom.Point{X: float64(t.x) * side, Y: float64(t.y) * side}
		img := canvas.NewImageFromImage(p.Tile(d.marks, d.page, origin, scale, tilePixels))
		img.ScaleMode = canvas.ImageScaleFastest
		out[i] = img
	}
	return out
}

// spare is how many tiles beyond the visible ones are kept for panning back.
const spare = 160

// forget drops the tiles that are far from the view when there are many.
func (s *sheet) forget(area geom.Rect) {
	if len(s.tiles) <= spare {
		return
	}
	from, to := s.look.span(area.Inset(-2 * s.look.side()))
	for at := range s.tiles {
		if at.x < from.x || at.x > to.x || at.y < from.y || at.y > to.y {
			delete(s.tiles, at)
		}
	}
}

// place puts the tiles of a sheet where the camera sees them and appends them.
func (v *View) place(objects []fyne.CanvasObject, s sheet) []fyne.CanvasObject {
	if s.look.zoom == 0 {
		return objects
	}
	side, grid := s.look.side(), v.grid()
	from, to := s.look.span(v.visible())
	for at, img := range s.tiles { // they do not overlap: any order will do
		if at.x < from.x || at.x > to.x || at.y < from.y || at.y > to.y {
			continue
		}
		img.Move(grid.snap(v.cam.screen(geom.Point{X: float64(at.x) * side, Y: float64(at.y) * side})))
		img.Resize(fyne.NewSquareSize(float32(side * v.cam.zoom)))
		objects = append(objects, img)
	}
	return objects
}

// grid is the raster of whole pixels of the screen, as seen from the view: a
// tile that lies between pixels would be blurred and show its edges.
type grid struct {
	origin fyne.Position // of the view in the window
	pixels float64
}

func (v *View) grid() grid {
	g := grid{pixels: v.pixels()}
	if app := fyne.CurrentApp(); app != nil {
		g.origin = app.Driver().AbsolutePositionForObject(v)
	}
	return g
}

func (g grid) snap(p fyne.Position) fyne.Position {
	round := func(x, origin float32) float32 {
		return float32(math.Round(float64(x+origin)*g.pixels)/g.pixels) - origin
	}
	return fyne.NewPos(round(p.X, g.origin.X), round(p.Y, g.origin.Y))
}
