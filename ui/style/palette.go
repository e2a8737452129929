// Package style says how things look: colours, sizes, dashes, the fonts and the
// one ruler that measures text. Layout, scene, paper, tiles and the theme of
// the window all use it. It must not know of Fyne, of files or of the dataset's
// content.
package style

import (
	"image/color"
	"strconv"
	"strings"
	"sync"

	"entangle/data"
)

// Theme is the name of a palette.
type Theme string

// The three themes.
const (
	Light Theme = "light"
	Dark  Theme = "dark"
	Print Theme = "print"
)

// Themes lists the themes.
func Themes() []Theme { return []Theme{Light, Dark, Print} }

// Colour is an opaque or transparent colour, not premultiplied.
type Colour = color.NRGBA

// Pair is the fill of a box and the colour of its edge and small text.
type Pair struct{ Fill, Edge Colour }

// Palette gives every mark its colour.
type Palette struct {
	Theme                Theme
	Page, Panel, Rule    Colour
	Ink, Muted, Accent   Colour
	Halo                 Colour // behind what is selected
	Disagree             Colour // the mark of disputed facts
	Stands               Colour // the verdict of a statement that stands
	Lab, Cloud, Chip     Pair
	Neutral              Pair
	layers               map[data.LayerID]Colour
	OtherLayer, OnAccent Colour
	Band                 float64 // how much of a layer's hue its band in the stack has, 0 to 1
	BandEdge             Colour
	Cell                 float64 // how much of a layer's hue a cell of the matrix has, 0 to 1
}

// Each palette is made once: it is asked for all the time.
var ofLight, ofDark, ofPrint = sync.OnceValue(light), sync.OnceValue(dark), sync.OnceValue(printed)

// Of returns the palette of a theme, which must not be changed; an unknown theme is
// light.
func Of(t Theme) *Palette {
	switch t {
	case Dark:
		return ofDark()
	case Print:
		return ofPrint()
	default:
		return ofLight()
	}
}

// Box returns the colours of a party's box by its kind.
func (p *Palette) Box(kind data.PartyKind) Pair {
	switch kind {
	case data.AILab:
		return p.Lab
	case data.Cloud:
		return p.Cloud
	case data.ChipMaker, data.Fab:
		return p.Chip
	default:
		return p.Neutral
	}
}

// Layer returns the hue of a layer.
func (p *Palette) Layer(id data.LayerID) Colour {
	if c, ok := p.layers[id]; ok {
		return c
	}
	return p.OtherLayer
}

func light() *Palette {
	return &Palette{
		Theme: Light,
		Page:  hex("#FBFAF7"), Panel: hex("#FFFFFF"), Rule: hex("#DEDAD2"),
		Ink: hex("#1B1F24"), Muted: hex("#5F6B7A"), Accent: hex("#2457C5"), OnAccent: hex("#FFFFFF"),
		Halo: hex("#FFF3C4"), Disagree: hex("#C62839"), Stands: hex("#0B7E5E"),
		Lab:     Pair{hex("#E6EDFC"), hex("#2F56B5")},
		Cloud:   Pair{hex("#E2F2EE"), hex("#17705F")},
		Chip:    Pair{hex("#FBEBDD"), hex("#A8520A")},
		Neutral: Pair{hex("#F1EFEA"), hex("#5A6472")},
		layers: map[data.LayerID]Colour{
			data.LayerCapital: hex("#A34680"), data.LayerCloud: hex("#036EBB"), data.LayerChips: hex("#BA4C08"),
			data.LayerModels: hex("#533DA0"), data.LayerDistribution: hex("#007E5D"), data.LayerRights: hex("#4B5462"),
			data.LayerFab: hex("#715832"),
		},
		OtherLayer: hex("#4A5563"), Band: 0.055, Cell: 0.14,
	}
}

func dark() *Palette {
	return &Palette{
		Theme: Dark,
		Page:  hex("#15181D"), Panel: hex("#1C2027"), Rule: hex("#333A45"),
		Ink: hex("#E9ECF1"), Muted: hex("#9AA6B5"), Accent: hex("#7FA6FF"), OnAccent: hex("#10131A"),
		Halo: hex("#453B11"), Disagree: hex("#FF8A8F"), Stands: hex("#58D0A9"),
		Lab:     Pair{hex("#1F2C4D"), hex("#8FB0FF")},
		Cloud:   Pair{hex("#16362F"), hex("#6FD3BD")},
		Chip:    Pair{hex("#3D2817"), hex("#F0A868")},
		Neutral: Pair{hex("#262B33"), hex("#A9B3C1")},
		layers: map[data.LayerID]Colour{
			data.LayerCapital: hex("#DB8EC6"), data.LayerCloud: hex("#98CEF6"), data.LayerChips: hex("#EB975E"),
			data.LayerModels: hex("#B79FFF"), data.LayerDistribution: hex("#57CFA8"), data.LayerRights: hex("#B9BEC4"),
			data.LayerFab: hex("#F3C867"),
		},
		OtherLayer: hex("#B4BECB"), Band: 0.07, Cell: 0.22,
	}
}

func printed() *Palette {
	black, grey, mid, pale := hex("#000000"), hex("#3A3A3A"), hex("#5F5F5F"), hex("#F2F2F2")
	return &Palette{
		Theme: Print,
		Page:  hex("#FFFFFF"), Panel: hex("#FFFFFF"), Rule: hex("#C8C8C8"),
		Ink: black, Muted: hex("#4A4A4A"), Accent: black, OnAccent: hex("#FFFFFF"),
		Halo: hex("#DADADA"), Disagree: black, Stands: grey,
		Lab:     Pair{hex("#FFFFFF"), black},
		Cloud:   Pair{pale, black},
		Chip:    Pair{hex("#E0E0E0"), black},
		Neutral: Pair{hex("#FFFFFF"), mid},
		layers: map[data.LayerID]Colour{
			data.LayerCapital: black, data.LayerCloud: grey, data.LayerChips: black, data.LayerModels: mid,
			data.LayerDistribution: grey, data.LayerRights: mid, data.LayerFab: grey,
		},
		OtherLayer: mid, BandEdge: hex("#C8C8C8"), Cell: 0.05,
	}
}

// Over blends c at the given opacity (0 to 1) over an opaque background, into
// an opaque colour: dimming without translucent strokes.
func Over(c, background Colour, opacity float64) Colour {
	mix := func(a, b uint8) uint8 { return uint8(float64(a)*opacity + float64(b)*(1-opacity) + 0.5) }
	return Colour{R: mix(c.R, background.R), G: mix(c.G, background.G), B: mix(c.B, background.B), A: 255}
}

// Veiled is how much of the accent lies behind what the keyboard is at, where that is
// filled and has words on it.
const Veiled = 0.3

// hex reads "#RRGGBB"; it is only given the constants of this file.
func hex(s string) Colour {
	n, err := strconv.ParseUint(strings.TrimPrefix(s, "#"), 16, 24)
	if err != nil || len(s) != len("#RRGGBB") {
		panic("style: bad colour " + s)
	}
	return Colour{R: uint8(n >> 16), G: uint8(n >> 8), B: uint8(n), A: 255}
}
