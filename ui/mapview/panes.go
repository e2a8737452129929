package mapview

import (
	"image"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"entangle/layout/geom"
	"entangle/ui/palette"
)

// panes shows a sheet: one pane for each part of it that has ink. All panes of
// a sheet share one picture in the graphics memory, which is sent once.
//
// They are drawn by a shader of our own. Where OpenGL is computed by the
// processor, Fyne's image takes twice as long for a pixel, since it asks of each
// whether it lies in a round corner.
type panes struct {
	name    string
	picture *image.RGBA
	shared  map[string]image.Image // the picture, as the shaders take it
	pool    []*canvas.Shader
	shaders bool
	plain   *canvas.Image // shows the whole sheet where there are no shaders
}

// place is where a sheet lies in the view, in pixels of the screen from the top
// left corner of the view.
type place struct {
	at    geom.Point
	ratio float64 // pixels of the screen for one of the sheet
	view  image.Rectangle
	grid  grid
}

// placeOf finds where the camera sees a sheet.
func (v *View) placeOf(s *sheet) place {
	g, k := v.grid(), v.cam.zoom*v.pixels()
	whole := func(x float64) float64 { // of a sheet at this zoom, but for rounding
		if n := math.Round(x); math.Abs(x-n) < 0.01 {
			return n
		}
		return x
	}
	size := v.Size()
	return place{
		at:    geom.Point{X: whole((s.area.Min.X - v.cam.at.X) * k), Y: whole((s.area.Min.Y - v.cam.at.Y) * k)},
		ratio: k / s.look.scale(), grid: g,
		view: image.Rect(0, 0, int(math.Ceil(float64(size.Width)*g.pixels)), int(math.Ceil(float64(size.Height)*g.pixels))),
	}
}

// on returns where a part of the sheet lies on the screen, in whole pixels.
func (p place) on(r image.Rectangle) image.Rectangle {
	return image.Rect(
		int(math.Floor(p.at.X+float64(r.Min.X)*p.ratio)), int(math.Floor(p.at.Y+float64(r.Min.Y)*p.ratio)),
		int(math.Ceil(p.at.X+float64(r.Max.X)*p.ratio)), int(math.Ceil(p.at.Y+float64(r.Max.Y)*p.ratio)))
}

// place appends what shows a sheet where the camera sees it. What is hidden, in
// pixels of the view, is left out: another sheet lies there.
func (p *panes) place(objects []fyne.CanvasObject, s *sheet, at place, hidden image.Rectangle) []fyne.CanvasObject {
	if s.picture == nil {
		return objects
	}
	if !p.shaders {
		return append(objects, p.whole(s, at))
	}
	if p.picture != s.picture || p.shared == nil {
		p.picture, p.shared = s.picture, map[string]image.Image{"sheet": s.picture}
	}
	used := 0
	for _, ink := range s.ink {
		for _, part := range without(at.on(ink).Intersect(at.view), hidden) {
			if used == len(p.pool) {
				p.pool = append(p.pool, newPane(p.name))
			}
			p.show(p.pool[used], s, at, part)
			objects = append(objects, p.pool[used])
			used++
		}
	}
	return objects
}

// show makes a pane show the part of a sheet that lies on a part of the view.
func (p *panes) show(pane *canvas.Shader, s *sheet, at place, part image.Rectangle) {
	pane.Textures = p.shared
	pane.Uniforms["left"] = float32(float64(part.Min.X) - at.at.X)
	pane.Uniforms["top"] = float32(float64(part.Min.Y) - at.at.Y)
	pane.Uniforms["across"] = float32(1 / (float64(s.picture.Rect.Dx()) * at.ratio))
	pane.Uniforms["down"] = float32(1 / (float64(s.picture.Rect.Dy()) * at.ratio))
	pane.Move(at.grid.position(part.Min))
	unit := float32(1 / at.grid.pixels)
	pane.Resize(fyne.NewSize(float32(part.Dx())*unit, float32(part.Dy())*unit))
}

// whole shows a sheet as one image of Fyne.
func (p *panes) whole(s *sheet, at place) *canvas.Image {
	if p.picture != s.picture {
		p.picture, p.plain = s.picture, canvas.NewImageFromImage(s.picture)
		p.plain.ScaleMode = canvas.ImageScaleFastest
	}
	unit := at.ratio / at.grid.pixels
	p.plain.Move(at.grid.snap(fyne.NewPos(float32(at.at.X/at.grid.pixels), float32(at.at.Y/at.grid.pixels))))
	p.plain.Resize(fyne.NewSize(float32(float64(s.picture.Rect.Dx())*unit), float32(float64(s.picture.Rect.Dy())*unit)))
	return p.plain
}

// without cuts a rectangle out of another: up to four are left.
func without(r, hole image.Rectangle) []image.Rectangle {
	cut := r.Intersect(hole)
	if cut.Empty() {
		if r.Empty() {
			return nil
		}
		return []image.Rectangle{r}
	}
	var out []image.Rectangle
	for _, part := range []image.Rectangle{
		{Min: r.Min, Max: image.Pt(r.Max.X, cut.Min.Y)},
		{Min: image.Pt(r.Min.X, cut.Max.Y), Max: r.Max},
		{Min: image.Pt(r.Min.X, cut.Min.Y), Max: image.Pt(cut.Min.X, cut.Max.Y)},
		{Min: image.Pt(cut.Max.X, cut.Min.Y), Max: image.Pt(r.Max.X, cut.Max.Y)},
	} {
		if !part.Empty() {
			out = append(out, part)
		}
	}
	return out
}

func newPane(name string) *canvas.Shader {
	s := canvas.NewShader(name, []byte("#version 110\n"+paneSource), []byte(palette.ES+paneSource))
	s.Uniforms = map[string]float32{}
	return s
}

// paneSource copies a picture: left and top are where the pane begins in the
// sheet, in pixels of the screen; across and down turn them into shares of it.
const paneSource = `
uniform vec2 frame;
uniform vec4 bounds;
uniform float left;
uniform float top;
uniform float across;
uniform float down;
uniform sampler2D sheet;

void main() {
	vec2 at = vec2(gl_FragCoord.x - bounds.x + left, frame.y - gl_FragCoord.y - bounds.y + top);
	gl_FragColor = vec4(texture2D(sheet, at * vec2(across, down)).rgb, 1.0);
}
`

// grid is the raster of whole pixels of the screen, as seen from the view: a
// sheet that lies between pixels would be blurred.
type grid struct {
	origin fyne.Position // of the view in the window
	pixels float64
}

func (v *View) grid() grid {
	if app := fyne.CurrentApp(); app != nil && !v.making { // the toolkit would make another renderer to find it
		v.origin = app.Driver().AbsolutePositionForObject(v)
	}
	return grid{origin: v.origin, pixels: v.pixels()}
}

func (g grid) position(p image.Point) fyne.Position {
	return g.snap(fyne.NewPos(float32(float64(p.X)/g.pixels), float32(float64(p.Y)/g.pixels)))
}

func (g grid) snap(p fyne.Position) fyne.Position {
	round := func(x, origin float32) float32 {
		return float32(math.Round(float64(x+origin)*g.pixels)/g.pixels) - origin
	}
	return fyne.NewPos(round(p.X, g.origin.X), round(p.Y, g.origin.Y))
}
