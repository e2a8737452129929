package style

import (
	"fmt"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"

	"entangle/data"
)

// What WCAG 2.2 asks: of text against its ground, and of lines and signs.
const (
	readable = 4.5
	visible  = 3.0
)

// luminance is the relative luminance of WCAG 2.2, 0 for black to 1 for white.
func luminance(c Colour) float64 {
	linear := func(b uint8) float64 {
		x := float64(b) / 255
		if x <= 0.04045 {
			return x / 12.92
		}
		return math.Pow((x+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

func contrast(a, b Colour) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func TestContrastIsThatOfWCAG(t *testing.T) {
	black, white := hex("#000000"), hex("#FFFFFF")
	assert.InDelta(t, 21, contrast(black, white), 1e-9)
	assert.InDelta(t, 1, contrast(white, white), 1e-9)
	assert.InDelta(t, 4.54, contrast(hex("#767676"), white), 0.005, "the palest grey that is readable on white")
}

// grounds are what text and lines lie on: the paper, the panel, and the halo
// behind what is selected.
func grounds(p *Palette) map[string]Colour {
	return map[string]Colour{"page": p.Page, "panel": p.Panel, "halo": p.Halo}
}

func eachPalette(t *testing.T, check func(t *testing.T, p *Palette)) {
	for _, theme := range Themes() {
		t.Run(string(theme), func(t *testing.T) { check(t, Of(theme)) })
	}
}

func holds(t *testing.T, least float64, ink, ground Colour, what string) {
	t.Helper()
	c := contrast(ink, ground)
	assert.GreaterOrEqualf(t, c, least, "%s: %.2f, want %.1f", what, c, least)
}

func TestTextIsReadable(t *testing.T) {
	eachPalette(t, func(t *testing.T, p *Palette) {
		for where, ground := range grounds(p) {
			for what, ink := range map[string]Colour{
				"ink": p.Ink, "muted": p.Muted, "accent": p.Accent, "disagree": p.Disagree, "stands": p.Stands,
			} {
				holds(t, readable, ink, ground, what+" on "+where)
			}
		}
		holds(t, readable, p.OnAccent, p.Accent, "words on the accent")
		for where, ground := range map[string]Colour{"page": p.Page, "panel": p.Panel} {
			holds(t, readable, p.Ink, Over(p.Accent, ground, Veiled), "ink where the keyboard is, on "+where)
		}
	})
}

func TestABoxIsReadable(t *testing.T) {
	eachPalette(t, func(t *testing.T, p *Palette) {
		for _, kind := range data.PartyKinds() {
			pair := p.Box(kind)
			holds(t, readable, pair.Edge, pair.Fill, fmt.Sprintf("kind on the box of %s", kind))
			holds(t, readable, p.Ink, pair.Fill, fmt.Sprintf("name on the box of %s", kind))
			holds(t, visible, pair.Edge, p.Page, fmt.Sprintf("edge of the box of %s", kind))
			holds(t, visible, pair.Edge, p.Halo, fmt.Sprintf("edge of the selected box of %s", kind))
		}
	})
}

// A hue is that of a line, and of small words: the count of a line's ties in
// its label, and what kind of tie a page of the panel is about.
func TestAHueIsReadable(t *testing.T) {
	eachPalette(t, func(t *testing.T, p *Palette) {
		for _, layer := range layerIDs() {
			hue := p.Layer(layer)
			holds(t, visible, hue, p.Page, fmt.Sprintf("line of %s on page", layer))
			holds(t, readable, hue, p.Panel, fmt.Sprintf("words of %s on panel", layer))
			holds(t, readable, hue, p.Halo, fmt.Sprintf("words of %s on halo", layer))
		}
	})
}

func layerIDs() []data.LayerID {
	ids := []data.LayerID{"a layer of the dataset's own"}
	for _, l := range data.BuiltinLayers() {
		ids = append(ids, l.ID)
	}
	return ids
}
