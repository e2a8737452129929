package paper

import (
	"fmt"
	"image/color"
	"slices"
	"strings"

	"github.com/tdewolff/canvas"
	"github.com/tdewolff/canvas/text"
	"github.com/tdewolff/font"

	"entangle/ui/style"
	"entangle/ui/typeface"
)

// run is a part of a line in one face and one direction, shaped.
type run struct {
	text  string
	face  *typeface.Face
	level int     // of embedding: odd runs from right to left
	x     float64 // where it begins, seen from the left end of the line at size 1
	width float64 // at size 1
	// shifted says that accents are moved to where they belong, that a letter is
	// missing, or that the face cannot be embedded in part, which text in PDF does
	// not show: such a run is drawn as shapes.
	shifted bool
}

// runs parts a line as it is seen, from left to right.
func (p *Painter) runs(line string, bold bool) []run {
	key := word{line, bold}
	if out, ok := p.lines[key]; ok {
		return out
	}
	if len(p.lines) >= maxWords {
		clear(p.lines)
	}
	levels := levelsOf(line)
	var out []run
	at := 0
	for _, span := range p.faces.Spans(line, bold) {
		inFace := []rune(span.Text)
		for start := 0; start < len(inFace); {
			end := start + 1
			for end < len(inFace) && levels[at+end] == levels[at+start] {
				end++
			}
			out = append(out, run{text: string(inFace[start:end]), face: span.Face, level: levels[at+start]})
			start = end
		}
		at += len(inFace)
	}
	seen(out)
	x := 0.0
	for i := range out {
		out[i].x = x
		for _, span := range p.spansOf(&out[i], 1, style.Colour{A: 255}) {
			out[i].width += span.Width
			out[i].shifted = out[i].shifted || p.closed[span.Face.Font] || slices.ContainsFunc(span.Glyphs, shifted(span.Face))
		}
		x += out[i].width
	}
	p.lines[key] = out
	return out
}

// shifted says whether a letter is missing or lies beside its place by more than
// what pairs of letters are drawn together.
func shifted(face *canvas.FontFace) func(text.Glyph) bool {
	const together = 25 // of these make an em
	most := int32(face.Font.Head.UnitsPerEm) / together
	return func(g text.Glyph) bool { return g.ID == 0 || g.YOffset != 0 || max(g.XOffset, -g.XOffset) > most }
}

// levelsOf returns the levels of embedding of a line, letter by letter. The
// program speaks English, so that a line as a whole runs from left to right
// whatever it begins with, and amounts behind an Arabic name stay as they are.
func levelsOf(line string) []int {
	const firstLeftward = 0x0590 // no letter before it is written from right to left
	if strings.IndexFunc(line, func(r rune) bool { return r >= firstLeftward }) < 0 {
		return make([]int, len([]rune(line)))
	}
	const leftToRight = '\u200e'
	return text.EmbeddingLevels(append([]rune{leftToRight}, []rune(line)...))[1:]
}

// seen puts runs that are in the order of reading into the order in which they
// are seen: whatever lies at a level or deeper is turned round, from the deepest
// level up (rule L2 of the Unicode bidirectional algorithm).
func seen(runs []run) {
	deepest := 0
	for _, r := range runs {
		deepest = max(deepest, r.level)
	}
	for level := deepest; level > 0; level-- {
		for i := 0; i < len(runs); i++ {
			j := i
			for j < len(runs) && runs[j].level >= level {
				j++
			}
			for a, b := i, j-1; a < b; a, b = a+1, b-1 {
				runs[a], runs[b] = runs[b], runs[a]
			}
			i = max(i, j-1)
		}
	}
}

// shaped is a run as the library draws it.
func (p *Painter) shaped(r *run, size float64, colour style.Colour) *canvas.Text {
	face := p.face(r.face, size, colour)
	face.Direction = text.LeftToRight
	if r.level%2 == 1 {
		face.Direction = text.RightToLeft
	}
	return canvas.NewTextLine(face, r.text, canvas.Left)
}

func (p *Painter) spansOf(r *run, size float64, colour style.Colour) []canvas.TextSpan {
	var spans []canvas.TextSpan
	p.shaped(r, size, colour).WalkSpans(func(_, _ float64, s canvas.TextSpan) { spans = append(spans, s) })
	return spans
}

// face returns a face at a size in units of the canvas. One that cannot be read
// is replaced by the main one.
func (p *Painter) face(f *typeface.Face, size float64, colour style.Colour) *canvas.FontFace {
	loaded, ok := p.fonts[f]
	if !ok {
		var err error
		if loaded, err = load(f); err != nil {
			loaded = p.fonts[p.faces.Main(f.Bold)]
		}
		p.fonts[f] = loaded
		p.closed[loaded] = f.System && !parts(loaded)
	}
	face := loaded.Face(size*pointsPerMM, rgba(colour))
	face.Hinting = font.NoHinting
	return face
}

// write writes a run as text. The library outlines every letter first, to draw
// lines under it of which there are none: for so long it is made not to find the
// outlines, which took half of the time of a document.
func (p *Painter) write(r canvas.Renderer, f *typeface.Face, line *canvas.Text, m canvas.Matrix) {
	sfnt := p.fonts[f].SFNT
	defer func(trueType, cff bool) { sfnt.IsTrueType, sfnt.IsCFF = trueType, cff }(sfnt.IsTrueType, sfnt.IsCFF)
	sfnt.IsTrueType, sfnt.IsCFF = false, false
	r.RenderText(line, m)
}

// parts says whether letters can be taken out of a face: the library cannot do
// that with some that come in several parts, as those for Chinese do.
func parts(f *canvas.Font) (yes bool) {
	defer func() {
		if recover() != nil {
			yes = false
		}
	}()
	_, err := f.Subset([]uint16{0}, font.SubsetOptions{Tables: font.KeepPDFTables})
	return err == nil
}

func load(f *typeface.Face) (*canvas.Font, error) {
	content, index, err := f.File()
	if err != nil {
		return nil, err
	}
	look := canvas.FontRegular
	if f.Bold {
		look = canvas.FontBold
	}
	loaded, err := canvas.LoadFont(content, index, look)
	if err != nil {
		return nil, fmt.Errorf("reading the font %s: %w", f.Family, err)
	}
	return loaded, nil
}

// traced makes the shape of a line of text at outlineSize.
func (p *Painter) traced(line string, bold bool) *canvas.Path {
	var o outliner
	runs := p.runs(line, bold)
	for i := range runs {
		p.shaped(&runs[i], outlineSize, style.Colour{A: 255}).
			RenderTo(&o, canvas.Identity.Translate(runs[i].x*outlineSize, 0), canvas.DefaultResolution)
	}
	return &o.path
}

// rgba premultiplies, as the library wants it.
func rgba(c style.Colour) color.RGBA {
	r, g, b, a := c.RGBA()
	return color.RGBA{uint8(r >> 8), uint8(g >> 8), uint8(b >> 8), uint8(a >> 8)}
}
