package style

import (
	"errors"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"

	"entangle/ui/typeface"
)

// Sizes of type, in points.
const (
	SizeSmall  = 11.0
	SizeChip   = 12.5
	SizeTable  = 12.0
	SizeText   = 13.0
	SizeName   = 16.0
	SizeTitle  = 20.0
	LineHeight = 1.36 // of a line, as a multiple of its size
)

// Ellipsis stands for what was cut from a text that is too long.
const Ellipsis = "…"

const (
	maxRemembered = 100_000
	maxLabel      = 256  // bytes; longer texts are not remembered
	maxLine       = 4096 // bytes; no longer text fits on a line
)

// Ruler measures text in the very faces that draw it, shaped as they are drawn.
// It is safe for several goroutines.
type Ruler struct {
	mu         sync.Mutex
	faces      *typeface.Set
	shaper     shaping.HarfbuzzShaper
	remembered map[measured]float64
	fitted     map[fitting]string // what was cut; the search for it leaves nothing else behind
}

// fitting is a text that is too long for a width.
type fitting struct {
	text        string
	size, width float64
	bold        bool
}

type measured struct {
	text string
	bold bool
}

// NewRuler returns a ruler for the faces of the program.
func NewRuler() (*Ruler, error) {
	r := LazyRuler()
	_, _, upright := r.faces.Main(false).File()
	_, _, bold := r.faces.Main(true).File()
	return r, errors.Join(upright, bold)
}

// LazyRuler returns a ruler that reads the faces when it first measures, so that
// a window need not wait for it. Should they be damaged, every letter counts as
// half as wide as it is high.
func LazyRuler() *Ruler {
	return &Ruler{faces: typeface.NewSet(), remembered: map[measured]float64{}, fitted: map[fitting]string{}}
}

const unitSize = 1000 // text is shaped once at this size, in 26.6 fixed point

// Faces are those that the text is measured in, to draw it with the same.
func (r *Ruler) Faces() *typeface.Set { return r.faces }

// Width returns the advance of one line of text at a size, in points.
func (r *Ruler) Width(text string, size float64, bold bool) float64 {
	r.mu.Lock()
	defer r.mu.Unlock()
	key := measured{text, bold}
	w, ok := r.remembered[key]
	if !ok {
		w = r.shape(text, bold)
		if len(r.remembered) >= maxRemembered {
			clear(r.remembered)
		}
		if len(text) <= maxLabel {
			r.remembered[key] = w
		}
	}
	return w * size / unitSize
}

// once is Width of what will hardly be asked for again: it is not remembered.
func (r *Ruler) once(text string, size float64, bold bool) float64 {
	r.mu.Lock()
	defer r.mu.Unlock()
	w, ok := r.remembered[measured{text, bold}]
	if !ok {
		w = r.shape(text, bold)
	}
	return w * size / unitSize
}

// shape adds up the widths of the parts of a line; the order in which they
// stand makes no difference.
func (r *Ruler) shape(text string, bold bool) float64 {
	total := 0.0
	for _, span := range r.faces.Spans(text, bold) {
		face, runes := span.Face.Font(), []rune(span.Text)
		switch {
		case face == nil:
			total += unitSize / 2 * float64(len(runes))
		case latin(runes):
			whole := line(face, runes)
			whole.Script = language.Latin
			total += float64(r.shaper.Shape(whole).Advance) / 64
		default:
			total += r.parts(face, runes)
		}
	}
	return total
}

// parts adds up the widths of what is to be shaped by itself: by script,
// direction and the like.
func (r *Ruler) parts(face *font.Face, runes []rune) float64 {
	var segmenter shaping.Segmenter
	total := 0.0
	for _, part := range segmenter.Split(line(face, runes), onlyFace{face}) {
		total += float64(r.shaper.Shape(part).Advance) / 64
	}
	return total
}

func line(face *font.Face, runes []rune) shaping.Input {
	return shaping.Input{
		Text: runes, RunEnd: len(runes), Direction: di.DirectionLTR, Face: face,
		Size: fixed.I(unitSize), Language: language.NewLanguage("en"),
	}
}

// latin says whether text is one part without looking closer, as most is: Latin
// letters with the signs that stand between them.
func latin(runes []rune) bool {
	letters := false
	for _, c := range runes {
		switch {
		case 'a' <= c|0x20 && c|0x20 <= 'z':
			letters = true
		case ' ' <= c && c <= '~', 0xa1 <= c && c <= 0xff && c != 0xad, 0x2010 <= c && c <= 0x2026, c == '€':
		default:
			return false
		}
	}
	return letters
}

// onlyFace answers every rune with the one face.
type onlyFace struct{ face *font.Face }

func (o onlyFace) ResolveFace(rune) *font.Face { return o.face }

// Wrap breaks text into at most the given number of lines no wider than width,
// at spaces where it can, else inside a word; what does not fit ends in an
// ellipsis. cut says that something was left out.
func (r *Ruler) Wrap(text string, size float64, bold bool, width float64, lines int) (out []string, cut bool) {
	rest := strings.Join(strings.Fields(text), " ")
	for len(out) < lines-1 && !r.fits(rest, size, bold, width) {
		head, tail := r.breakLine(rest, size, bold, width)
		if tail == "" {
			break
		}
		out, rest = append(out, head), tail
	}
	last := r.Fit(rest, size, bold, width)
	return append(out, last), last != rest
}

// breakLine cuts at the last space that fits, or within a word that is wider
// than the line.
func (r *Ruler) breakLine(text string, size float64, bold bool, width float64) (head, tail string) {
	best := -1
	for i, c := range text {
		if c != ' ' {
			continue
		}
		if r.Width(text[:i], size, bold) > width {
			break
		}
		best = i
	}
	if best >= 0 {
		return text[:best], text[best+1:]
	}
	_, first := utf8.DecodeRuneInString(text)
	n := max(r.longest(text, "", size, bold, width), first)
	return text[:n], text[n:]
}

// Fit returns text, or as much of it as fits into width with an ellipsis.
func (r *Ruler) Fit(text string, size float64, bold bool, width float64) string {
	if r.fits(text, size, bold, width) {
		return text
	}
	key := fitting{text, size, width, bold}
	r.mu.Lock()
	out, ok := r.fitted[key]
	r.mu.Unlock()
	if ok {
		return out
	}
	out = strings.TrimRight(text[:r.longest(text, Ellipsis, size, bold, width)], " ") + Ellipsis
	r.mu.Lock()
	defer r.mu.Unlock()
	if len(r.fitted) >= maxRemembered {
		clear(r.fitted)
	}
	if len(text) <= maxLabel {
		r.fitted[key] = out
	}
	return out
}

// fits looks at the beginning first: it alone is too wide, mostly.
func (r *Ruler) fits(text string, size float64, bold bool, width float64) bool {
	begin := text[:backToLetter(text, min(len(text), maxLabel))]
	return r.Width(begin, size, bold) <= width && len(text) < maxLine && r.Width(text, size, bold) <= width
}

// longest returns how many bytes of text, with an end behind them, fit into
// width; no letter is split.
func (r *Ruler) longest(text, end string, size float64, bold bool, width float64) int {
	fit := func(n int) bool { return r.once(text[:backToLetter(text, n)]+end, size, bold) <= width }
	low, high, all := 0, 32, min(len(text), maxLine)
	for high < all && fit(high) {
		low, high = high, 2*high
	}
	high = min(high, all)
	for low < high {
		mid := (low + high + 1) / 2
		if fit(mid) {
			low = mid
		} else {
			high = mid - 1
		}
	}
	return backToLetter(text, low)
}

// backToLetter returns the last place up to i where a letter begins: no rune is
// split and no accent is parted from its letter.
func backToLetter(s string, i int) int {
	for i > 0 && i < len(s) {
		if r, _ := utf8.DecodeRuneInString(s[i:]); utf8.RuneStart(s[i]) && !unicode.Is(unicode.M, r) {
			break
		}
		i--
	}
	return i
}
