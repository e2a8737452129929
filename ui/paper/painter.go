// Package paper draws scenes: onto the tiles of the screen, into PNG and into
// SVG, with the same few verbs, so that a file cannot differ from the screen.
// It must not know of Fyne, of the dataset or of what a mark stands for.
package paper

import (
	"image"

	"github.com/tdewolff/canvas"

	"entangle/layout/geom"
	"entangle/ui/scene"
	"entangle/ui/style"
	"entangle/ui/typeface"
)

// Painter draws marks. It keeps the outlines of words and lines that it has
// drawn; one painter serves one goroutine at a time.
type Painter struct {
	faces  *typeface.Set
	fonts  map[*typeface.Face]*canvas.Font
	closed map[*canvas.Font]bool // no letters can be taken out of it
	lines  map[word][]run
	words  map[word]*canvas.Path
	flat   map[word][][]geom.Point // the outlines again, as polygons
}

type word struct {
	text string
	bold bool
}

// outlineSize is the size at which the outlines of words are kept, in points.
const outlineSize = 64.0

const (
	maxWords = 4000
)

// pointsPerMM turns the size of a canvas face, which is given in typographic
// points on a millimetre canvas, into units of the canvas.
const pointsPerMM = 72 / 25.4

// NewPainter reads the faces of the program.
func NewPainter() (*Painter, error) {
	p := &Painter{
		faces: typeface.NewSet(), fonts: map[*typeface.Face]*canvas.Font{}, closed: map[*canvas.Font]bool{}, lines: map[word][]run{},
		words: map[word]*canvas.Path{}, flat: map[word][][]geom.Point{},
	}
	for _, bold := range []bool{false, true} {
		loaded, err := load(p.faces.Main(bold))
		if err != nil {
			return nil, err
		}
		p.fonts[p.faces.Main(bold)] = loaded
	}
	return p, nil
}

// View maps scene points to a canvas whose y axis points up.
type View struct {
	Origin geom.Point // the scene point at the top left corner
	Scale  float64    // canvas units per point
	Height float64    // of the canvas, in its units
	// Text keeps text as text, for formats that have it; else its outlines are
	// drawn.
	Text bool
}

// Mark paints one mark in a format of shapes.
func (p *Painter) Mark(r canvas.Renderer, m *scene.Mark, v View) {
	switch s := m.Shape.(type) {
	case scene.Rect:
		p.rect(r, s, v)
	case scene.Curve:
		p.curve(r, s, v)
	case scene.Polygon:
		p.polygon(r, s, v)
	case scene.Text:
		p.text(r, s, v)
	}
}

// matrix maps a path in scene points to the canvas.
func (v View) matrix() canvas.Matrix {
	return canvas.Identity.Translate(-v.Origin.X*v.Scale, v.Height+v.Origin.Y*v.Scale).Scale(v.Scale, -v.Scale)
}

func (p *Painter) rect(r canvas.Renderer, s scene.Rect, v View) {
	rounded := func(grow float64) *canvas.Path {
		w, h := s.Rect.W()+2*grow, s.Rect.H()+2*grow
		path := canvas.RoundedRectangle(w, h, min(max(s.Radius+grow, 0), w/2, h/2))
		return path.Translate(s.Rect.Min.X-grow, s.Rect.Min.Y-grow)
	}
	half := s.Width / 2
	if v.Text || half <= 0 || s.Stroke.A == 0 || half > s.Rect.W()/2 || half > s.Rect.H()/2 {
		fill(r, rounded(0), s.Fill, s.Stroke, s.Width, v.matrix())
		return
	}
	// The edge as an area between two rectangles: quicker than stroking it.
	fill(r, rounded(0), s.Fill, style.Colour{}, 0, v.matrix())
	fill(r, rounded(half).Append(rounded(-half).Reverse()), s.Stroke, style.Colour{}, 0, v.matrix())
}

func (p *Painter) polygon(r canvas.Renderer, s scene.Polygon, v View) {
	path := &canvas.Path{}
	for i, q := range s.Points {
		if i == 0 {
			path.MoveTo(q.X, q.Y)
		} else {
			path.LineTo(q.X, q.Y)
		}
	}
	path.Close()
	fill(r, path, s.Fill, s.Stroke, s.Width, v.matrix())
}

func (p *Painter) curve(r canvas.Renderer, s scene.Curve, v View) {
	if len(s.Path) == 0 {
		return
	}
	path := &canvas.Path{}
	path.MoveTo(s.Path[0][0].X, s.Path[0][0].Y)
	for _, c := range s.Path {
		path.CubeTo(c[1].X, c[1].Y, c[2].X, c[2].Y, c[3].X, c[3].Y)
	}
	look := canvas.DefaultStyle
	look.Fill = canvas.Paint{}
	look.Stroke = canvas.Paint{Color: rgba(s.Stroke)}
	look.StrokeWidth = s.Width
	look.StrokeCapper, look.StrokeJoiner = canvas.RoundCap, canvas.RoundJoin
	for _, d := range s.Dash.Pattern(s.Width) {
		look.Dashes = append(look.Dashes, d/s.Width) // the library takes multiples of the width
	}
	r.RenderPath(path, look, v.matrix())
}

func fill(r canvas.Renderer, path *canvas.Path, area, edge style.Colour, width float64, m canvas.Matrix) {
	look := canvas.DefaultStyle
	look.Fill = canvas.Paint{Color: rgba(area)}
	if width > 0 && edge.A > 0 {
		look.Stroke = canvas.Paint{Color: rgba(edge)}
		look.StrokeWidth = width
		look.StrokeJoiner = canvas.RoundJoin
	}
	r.RenderPath(path, look, m)
}

func (p *Painter) text(r canvas.Renderer, s scene.Text, v View) {
	x, y := (s.At.X-v.Origin.X)*v.Scale, v.Height-(s.At.Y-v.Origin.Y)*v.Scale
	if v.Text {
		runs := p.runs(s.String, s.Bold)
		line := canvas.Identity.Translate(x, y).Rotate(-s.Angle).Scale(v.Scale, v.Scale)
		for i := range runs {
			text, m := p.shaped(&runs[i], s.Size, s.Colour), line.Translate(runs[i].x*s.Size, 0)
			if runs[i].shifted {
				text.RenderTo(r, m, canvas.DefaultResolution)
			} else {
				p.write(r, runs[i].face, text, m)
			}
		}
		return
	}
	size := s.Size * v.Scale / outlineSize
	look := canvas.DefaultStyle
	look.Fill = canvas.Paint{Color: rgba(s.Colour)}
	r.RenderPath(p.outline(s.String, s.Bold), look, canvas.Identity.Translate(x, y).Rotate(-s.Angle).Scale(size, size))
}

// outliner gathers the paths that it is given.
type outliner struct{ path canvas.Path }

func (o *outliner) Size() (float64, float64) { return 0, 0 }

func (o *outliner) RenderPath(path *canvas.Path, _ canvas.Style, m canvas.Matrix) {
	o.path = *o.path.Append(path.Copy().Transform(m))
}

func (o *outliner) RenderText(t *canvas.Text, m canvas.Matrix) {
	t.RenderTo(o, m, canvas.DefaultResolution)
}

func (o *outliner) RenderImage(image.Image, canvas.Matrix) {}
