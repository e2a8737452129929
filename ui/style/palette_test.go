package style

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/data"
)

func TestOver(t *testing.T) {
	ink, paper := hex("#102030"), hex("#F0E0D0")
	assert.Equal(t, paper, Over(ink, paper, 0))
	assert.Equal(t, ink, Over(ink, paper, 1))
	assert.Equal(t, hex("#808080"), Over(ink, paper, 0.5))
	see := ink
	see.A = 10
	assert.Equal(t, uint8(255), Over(see, paper, 0.3).A, "always opaque")
	for _, theme := range Themes() {
		p := Of(theme)
		for _, l := range data.BuiltinLayers() {
			hue, dim := p.Layer(l.ID), Over(p.Layer(l.ID), p.Page, DimTo)
			assert.Less(t, contrast(dim, p.Page), contrast(hue, p.Page), "%s: what is dimmed stands out less", theme)
			assert.Greater(t, contrast(dim, p.Page), 1.2, "%s: what is dimmed can still be seen", theme)
		}
	}
}

func TestOf(t *testing.T) {
	for _, theme := range Themes() {
		assert.Equal(t, theme, Of(theme).Theme)
	}
	assert.Equal(t, Light, Of("sepia").Theme, "an unknown theme is light")
}

func TestEveryColourIsOpaque(t *testing.T) {
	eachPalette(t, func(t *testing.T, p *Palette) {
		colours := []Colour{p.Page, p.Panel, p.Rule, p.Ink, p.Muted, p.Accent, p.Halo, p.Disagree, p.Stands, p.OnAccent}
		for _, kind := range data.PartyKinds() {
			colours = append(colours, p.Box(kind).Fill, p.Box(kind).Edge)
		}
		for _, layer := range layerIDs() {
			colours = append(colours, p.Layer(layer))
		}
		for _, c := range colours {
			assert.Equal(t, uint8(255), c.A)
		}
	})
}

func TestLineWidth(t *testing.T) {
	assert.InDelta(t, 1.6, LineWidth(1), 1e-9)
	assert.InDelta(t, 1.6, LineWidth(0), 1e-9)
	assert.Less(t, LineWidth(2), LineWidth(3))
	assert.InDelta(t, 4, LineWidth(1000), 1e-9)
	assert.Less(t, HeadLength(LineWidth(1)), HeadLength(LineWidth(5)), "heads grow with their lines")
}

func TestDashes(t *testing.T) {
	assert.Nil(t, Solid.Pattern(2))
	for n := 1; n < 8; n++ {
		w := LineWidth(n)
		for _, d := range []Dash{Dashed, Dotted} {
			p := d.Pattern(w)
			require.Len(t, p, 2)
			assert.Positive(t, p[0])
			assert.Greater(t, p[1], w, "a gap is seen between the round ends")
		}
		assert.Greater(t, Dashed.Pattern(w)[0], 2*Dotted.Pattern(w)[0], "dashes and dots differ")
	}
}

func TestHex(t *testing.T) {
	assert.Equal(t, Colour{R: 0x12, G: 0xab, B: 0xff, A: 255}, hex("#12ABFF"))
	for _, bad := range []string{"", "#12345", "#1234567", "#GGGGGG", "123456"} {
		assert.Panics(t, func() { hex(bad) }, bad)
	}
}
