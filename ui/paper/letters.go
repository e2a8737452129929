package paper

import (
	"math"

	"github.com/tdewolff/canvas"
	"github.com/tdewolff/font"

	"entangle/layout/geom"
	"entangle/ui/scene"
	"entangle/ui/style"
)

// letter is one of a font, by its number there.
type letter struct {
	font *canvas.Font
	id   uint16
}

// outline is the shape of a letter at outlineSize, as polygons; y grows upwards. A
// letter is drawn many times, in words that are drawn once.
type outline struct {
	points []spot
	ends   []int // where each polygon ends in them
}

type spot struct{ x, y float32 }

// set is a letter in its place in a line of text, at outlineSize.
type set struct {
	*outline
	x, y float32
}

// outlineSmooth is how far the outline of a letter may be from its curves, at
// outlineSize.
const outlineSmooth = 0.04

func (p *Painter) inkText(k *ink, s scene.Text, v View) {
	size := s.Size * v.Scale / outlineSize
	at := v.pixel(s.At)
	sin, cos := math.Sincos(s.Angle * math.Pi / 180)
	for _, l := range p.lettersOf(s.String, s.Bold) {
		from := 0
		for _, end := range l.ends {
			k.flat = k.flat[:0]
			for _, q := range l.points[from:end] {
				x, y := float64(l.x+q.x)*size, -float64(l.y+q.y)*size
				k.flat = append(k.flat, geom.Point{X: at.X + x*cos - y*sin, Y: at.Y + x*sin + y*cos})
			}
			k.polygon(k.flat)
			from = end
		}
	}
	k.fill(style.Colour(s.Colour))
}

// lettersOf returns the letters of a line of text in their places.
func (p *Painter) lettersOf(text string, bold bool) []set {
	p.outlining.Lock()
	defer p.outlining.Unlock()
	key := word{text, bold}
	if kept, ok := p.words[key]; ok {
		return kept
	}
	var out []set
	runs := p.runs(text, bold)
	for i := range runs {
		from := runs[i].x * outlineSize
		for _, span := range p.spansOf(&runs[i], outlineSize, style.Colour{A: 255}) {
			unit := span.Face.MmPerEm // of the font, in units of the canvas
			x, y := span.X/unit, 0.0
			for _, g := range span.Glyphs {
				out = append(out, set{
					p.outlineOf(letter{span.Face.Font, g.ID}),
					float32(from + unit*(x+float64(g.XOffset))), float32(unit * (y + float64(g.YOffset))),
				})
				x, y = x+float64(g.XAdvance), y+float64(g.YAdvance)
			}
		}
	}
	if p.set += len(out); p.set > maxSet {
		clear(p.words)
		p.set = len(out)
	}
	p.words[key] = out
	return out
}

// outlineOf returns the shape of a letter; none when the font has none that can be
// read.
func (p *Painter) outlineOf(l letter) *outline {
	if kept, ok := p.outlines[l]; ok {
		return kept
	}
	if len(p.outlines) >= maxOutlines {
		clear(p.outlines)
	}
	path, unit := &canvas.Path{}, outlineSize/float64(l.font.Head.UnitsPerEm)
	out := &outline{}
	if l.font.GlyphPath(path, l.id, 0, 0, 0, unit, font.NoHinting) == nil {
		out = flattened(path, outlineSmooth)
	}
	p.outlines[l] = out
	return out
}

// flattened returns the parts of a path as polygons. (The library's own way takes time
// by the square of the length.)
func flattened(path *canvas.Path, tol float64) *outline {
	out := &outline{}
	var points []geom.Point
	at := func(p canvas.Point) geom.Point { return geom.Point{X: p.X, Y: p.Y} }
	for s := path.Scanner(); s.Scan(); {
		from, to := at(s.Start()), at(s.End())
		switch s.Cmd() {
		case canvas.MoveToCmd:
			if len(points) > 0 {
				out.ends = append(out.ends, len(points))
			}
			points = append(points, to)
		case canvas.QuadToCmd:
			c := at(s.CP1())
			points = geom.Cubic{from, from.Lerp(c, 2.0/3), to.Lerp(c, 2.0/3), to}.AppendFlat(points, tol)
		case canvas.CubeToCmd:
			points = geom.Cubic{from, at(s.CP1()), at(s.CP2()), to}.AppendFlat(points, tol)
		default: // lines; letters have no arcs
			points = append(points, to)
		}
	}
	if len(points) > 0 {
		out.ends = append(out.ends, len(points))
	}
	for _, q := range points {
		out.points = append(out.points, spot{float32(q.X), float32(q.Y)})
	}
	return out
}
