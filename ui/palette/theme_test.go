package palette

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"github.com/stretchr/testify/assert"

	"entangle/assets"
	"entangle/ui/style"
)

func TestEveryColourIsDefined(t *testing.T) {
	test.NewTempApp(t)
	for _, choice := range []Choice{System, Light, Dark, Print} {
		test.AssertAllColorNamesDefined(t, Theme{choice}, string(choice))
	}
}

func TestTheChoiceDecides(t *testing.T) {
	light, dark := style.Of(style.Light), style.Of(style.Dark)
	for _, c := range []struct {
		choice  Choice
		variant fyne.ThemeVariant
		want    *style.Palette
	}{
		{System, theme.VariantLight, light},
		{System, theme.VariantDark, dark},
		{"", theme.VariantDark, dark},
		{Light, theme.VariantDark, light},
		{Dark, theme.VariantLight, dark},
		{Print, theme.VariantDark, style.Of(style.Print)},
	} {
		look := Theme{c.choice}
		assert.Equal(t, c.want, look.Palette(c.variant), "%+v", c)
		assert.Equal(t, color.Color(c.want.Page), look.Color(theme.ColorNameBackground, c.variant))
		assert.Equal(t, color.Color(c.want.Disagree), look.Color(ColorDisagree, c.variant))
		assert.Equal(t, color.Color(c.want.Muted), look.Color(theme.ColorNamePlaceHolder, c.variant))
	}
	// What style does not decide is the toolkit's own of the same variant.
	assert.Equal(t, theme.DefaultTheme().Color(theme.ColorNameWarning, theme.VariantDark), Theme{Dark}.Color(theme.ColorNameWarning, theme.VariantLight))
}

func TestSizesAndFaces(t *testing.T) {
	look := Theme{Light}
	assert.InDelta(t, style.SizeText, look.Size(theme.SizeNameText), 0)
	assert.InDelta(t, style.SizeTitle, look.Size(SizeTitle), 0)
	assert.InDelta(t, theme.DefaultTheme().Size(theme.SizeNamePadding), look.Size(theme.SizeNamePadding), 0)
	assert.Equal(t, assets.NotoSans, look.Font(fyne.TextStyle{}).Content(), "the faces of the map")
	assert.Equal(t, assets.NotoSansBold, look.Font(fyne.TextStyle{Bold: true}).Content())
	assert.Equal(t, theme.DefaultTheme().Font(fyne.TextStyle{Monospace: true}), look.Font(fyne.TextStyle{Monospace: true}))
	assert.NotNil(t, look.Icon(theme.IconNameCancel))
}

// Colours are asked for hundreds of times a frame.
func BenchmarkColor(b *testing.B) {
	for b.Loop() {
		Theme{Light}.Color(theme.ColorNameForeground, theme.VariantLight)
	}
}
