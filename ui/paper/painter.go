// Package paper draws scenes: onto the tiles of the screen, into PNG and into
// SVG, with the same few verbs, so that a file cannot differ from the screen.
// It must not know of Fyne, of the dataset or of what a mark stands for.
package paper

import (
	"image"
	"sync"
	"sync/atomic"

	"github.com/tdewolff/canvas"

	"entangle/layout/geom"
	"entangle/ui/scene"
	"entangle/ui/typeface"
)

// Painter draws marks. It keeps the shapes of what it has written. Several
// goroutines may have it paint pixels at once, which share them then; for the other
// formats it serves one at a time.
type Painter struct {
	outlining sync.Mutex // held while the shape of a word is looked up or found

	faces    *typeface.Set
	fonts    map[*typeface.Face]*canvas.Font
	closed   map[*canvas.Font]bool // no letters can be taken out of it
	lines    map[word][]run
	words    map[word][]set
	set      int // letters in all of them
	outlines map[letter]*outline
	shape    shape // kept for the next one
	spare    atomic.Pointer[ink]
}

type word struct {
	text string
	bold bool
}

// outlineSize is the size at which the outlines of letters are kept, in points.
const outlineSize = 64.0

const (
	maxWords    = 4000    // whose runs are kept
	maxSet      = 100_000 // letters of words whose places are kept
	maxOutlines = 5000    // letters of all fonts whose shapes are kept
)

// pointsPerMM turns the size of a canvas face, which is given in typographic
// points on a millimetre canvas, into units of the canvas.
const pointsPerMM = 72 / 25.4

// NewPainter returns a painter that knows by itself which faces it has used.
func NewPainter() (*Painter, error) { return NewPainterIn(typeface.NewSet()) }

// NewPainterIn returns a painter that draws in the faces of a set, which others may
// use too.
func NewPainterIn(faces *typeface.Set) (*Painter, error) {
	p := &Painter{
		faces: faces, fonts: map[*typeface.Face]*canvas.Font{}, closed: map[*canvas.Font]bool{}, lines: map[word][]run{},
		words: map[word][]set{}, outlines: map[letter]*outline{},
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
}

// text paints a line of text as text.
func (p *Painter) text(r canvas.Renderer, s scene.Text, v View) {
	x, y := (s.At.X-v.Origin.X)*v.Scale, v.Height-(s.At.Y-v.Origin.Y)*v.Scale
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
