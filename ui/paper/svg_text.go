package paper

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"maps"
	"math"
	"slices"

	"github.com/tdewolff/canvas"
	"github.com/tdewolff/font"
	"golang.org/x/text/unicode/norm"

	"entangle/layout/geom"
	"entangle/ui/pace"
	"entangle/ui/scene"
	"entangle/ui/style"
	"entangle/ui/typeface"
)

// families are the faces of a text in SVG: ours, which are embedded, and then, for
// programs that take no embedded face, others that are as wide or narrower.
const families = "Noto Sans, Noto Sans Hebrew, Noto Sans Arabic, Open Sans, Droid Sans, Segoe UI, Helvetica Neue, Arial, Liberation Sans, DejaVu Sans Condensed, sans-serif"

// text writes a line. Its length is stated, so that another face is drawn as
// wide as ours; where a program does not heed that, what was centred stays so.
func (w *svgWriter) text(s scene.Text, l *Layer, centred bool) {
	mixed := false
	for i, r := range w.p.runs(s.String, s.Bold) {
		mixed = mixed || r.level > 0
		w.use(r.face, s.String)
		if i == 0 && r.face.System {
			w.use(w.p.faces.Main(s.Bold), s.String)
		}
	}
	x, y := l.At.X+s.At.X*l.Scale, l.At.Y+s.At.Y*l.Scale
	width := s.Width * l.Scale
	turned := ""
	if s.Angle != 0 {
		turned = fmt.Sprintf(` transform="rotate(%s %s %s)"`, short(s.Angle), short(x), short(y))
	}
	anchor := ""
	if centred {
		anchor, x = ` text-anchor="middle"`, x+width/2
	}
	fmt.Fprintf(&w.drawn, `<text x="%s" y="%s" font-size="%s"`, short(x), short(y), short(s.Size*l.Scale))
	if s.Bold {
		w.drawn.WriteString(` font-weight="700"`)
	}
	w.drawn.WriteString(anchor + turned)
	if width > 0 && !mixed { // Inkscape loses letters of a stated length that run to the left
		fmt.Fprintf(&w.drawn, ` textLength="%s" lengthAdjust="spacingAndGlyphs"`, short(width))
	}
	fmt.Fprintf(&w.drawn, ` fill="%s"`, hexColour(s.Colour))
	if s.Colour.A < 255 {
		fmt.Fprintf(&w.drawn, ` fill-opacity="%s"`, short(float64(s.Colour.A)/255))
	}
	w.drawn.WriteString(">" + escaped(s.String) + "</text>")
}

// outlined writes the shapes of the letters of a line of text.
func (w *svgWriter) outlined(s scene.Text, l *Layer) {
	size := s.Size * l.Scale / outlineSize
	sin, cos := math.Sincos(s.Angle * math.Pi / 180)
	from := s.At.Mul(l.Scale).Add(l.At)
	at := func(p canvas.Point) geom.Point { // their y grows upwards
		x, y := p.X*size, -p.Y*size
		return from.Add(geom.Point{X: x*cos - y*sin, Y: x*sin + y*cos})
	}
	w.p.shape.look, w.p.shape.pieces = look{fill: s.Colour}, w.p.shape.pieces[:0]
	for scan := w.p.traced(s.String, s.Bold).Scanner(); scan.Scan(); {
		now := piece{kind: lineTo, p: [3]geom.Point{at(scan.End())}}
		switch scan.Cmd() {
		case canvas.MoveToCmd:
			now.kind = moveTo
		case canvas.QuadToCmd:
			now = piece{kind: quadTo, p: [3]geom.Point{at(scan.CP1()), at(scan.End())}}
		case canvas.CubeToCmd:
			now = piece{kind: cubeTo, p: [3]geom.Point{at(scan.CP1()), at(scan.CP2()), at(scan.End())}}
		case canvas.CloseCmd:
			now.kind = closed
		}
		w.p.shape.pieces = append(w.p.shape.pieces, now)
	}
	w.path(&w.p.shape, l.Scale)
	w.p.shape.clear()
}

// use notes the letters of a line that a face has, those that accents are put
// together with too.
func (w *svgWriter) use(f *typeface.Face, line string) {
	if w.letters[f] == nil {
		w.letters[f] = map[rune]bool{}
	}
	for _, r := range line + norm.NFC.String(line) {
		if f.Has(r) {
			w.letters[f][r] = true
		}
	}
}

// fontFaces writes the faces that were used, in a constant order. One whose
// letters join is embedded whole, since a part of it would have lost the rules;
// one of the system is not ours to give away.
func (w *svgWriter) fontFaces(pc pace.Pace) ([]byte, error) {
	var rules []string
	for f, letters := range w.letters {
		if f.System || len(letters) == 0 {
			continue
		}
		if err := pc.At(float64(len(rules)) / float64(len(w.letters))); err != nil {
			return nil, err
		}
		content, err := w.embeddable(f, letters)
		if err != nil {
			return nil, err
		}
		weight := 400
		if f.Bold {
			weight = 700
		}
		rules = append(rules, fmt.Sprintf("@font-face{font-family:'%s';font-weight:%d;src:url('data:font/ttf;base64,%s')}",
			f.Family, weight, base64.StdEncoding.EncodeToString(content)))
	}
	if len(rules) == 0 {
		return nil, nil
	}
	slices.Sort(rules)
	var out bytes.Buffer
	out.WriteString("<style>\n")
	for _, r := range rules {
		out.WriteString(r + "\n")
	}
	out.WriteString("</style>\n")
	return out.Bytes(), nil
}

// embeddable returns the font file of a face with these letters alone.
func (w *svgWriter) embeddable(f *typeface.Face, letters map[rune]bool) ([]byte, error) {
	loaded := w.p.fonts[f]
	if f.Joins || loaded == nil {
		content, _, err := f.File()
		return content, err
	}
	glyphs := []uint16{0}
	for _, r := range slices.Sorted(maps.Keys(letters)) {
		if g := loaded.GlyphIndex(r); !slices.Contains(glyphs, g) {
			glyphs = append(glyphs, g)
		}
	}
	part, err := loaded.Subset(glyphs, font.SubsetOptions{Tables: font.KeepMinTables})
	if err != nil {
		return nil, fmt.Errorf("taking letters out of %s: %w", f.Family, err)
	}
	content := part.Write()
	return content, clearDate(content)
}

func hexColour(c style.Colour) string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }
