// Package palette hands the colours, sizes and fonts of package style to Fyne
// as a theme, and has what the toolkit's widgets lack for the keyboard: the focus ring,
// Enter, and Escape. It must not decide any of the values.
package palette

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"entangle/assets"
	"entangle/ui/style"
)

// Our own names of sizes.
const (
	SizeTitle fyne.ThemeSizeName = "entangle-title"
	SizeSmall fyne.ThemeSizeName = "entangle-small"
	SizeName  fyne.ThemeSizeName = "entangle-name"
)

// Our own names of colours.
const (
	ColorMuted    fyne.ThemeColorName = "entangle-muted"
	ColorDisagree fyne.ThemeColorName = "entangle-disagree"
	ColorStands   fyne.ThemeColorName = "entangle-stands"
	ColorPage     fyne.ThemeColorName = "entangle-page"
	ColorPanel    fyne.ThemeColorName = "entangle-panel"
)

// Choice is which of the looks a person wants.
type Choice string

// The choices.
const (
	System Choice = "system" // as the desktop says
	Light  Choice = "light"
	Dark   Choice = "dark"
	Print  Choice = "print" // as on paper
)

// Theme is the look of the window. The zero Theme follows the system.
type Theme struct{ Choice Choice }

var _ fyne.Theme = Theme{}

// Palette returns the colours in use under the system's variant.
func (t Theme) Palette(v fyne.ThemeVariant) *style.Palette {
	if t.Choice == Print {
		return style.Of(style.Print)
	}
	if t.Choice == Dark || (t.Choice != Light && v == theme.VariantDark) {
		return style.Of(style.Dark)
	}
	return style.Of(style.Light)
}

func (t Theme) variant(v fyne.ThemeVariant) fyne.ThemeVariant {
	switch t.Choice {
	case Dark:
		return theme.VariantDark
	case Light, Print:
		return theme.VariantLight
	default:
		return v
	}
}

// Color is part of fyne.Theme. Fyne asks for colours and sizes thousands of times
// a frame, so that both take no memory.
func (t Theme) Color(n fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	if n == theme.ColorNameBackground {
		return cleared(t.Palette(v).Page)
	}
	if c, ok := ofWidgets(n, t.Palette(v)); ok {
		return c
	}
	return theme.DefaultTheme().Color(n, t.variant(v))
}

// ofWidgets is the colour of a part of a widget; false where it is the toolkit's.
func ofWidgets(n fyne.ThemeColorName, p *style.Palette) (c style.Colour, ok bool) {
	switch n {
	case theme.ColorNameForeground:
		c = p.Ink
	case theme.ColorNameButton, theme.ColorNameInputBackground, theme.ColorNameMenuBackground,
		theme.ColorNameOverlayBackground, theme.ColorNameHeaderBackground, ColorPanel:
		c = p.Panel
	case theme.ColorNameInputBorder, theme.ColorNameSeparator:
		c = p.Rule
	case theme.ColorNameShadow:
		c = style.Colour{A: 0x22}
	case theme.ColorNamePrimary, theme.ColorNameHyperlink:
		c = p.Accent
	case theme.ColorNameFocus: // the toolkit fills with it what the keyboard is at, below ink
		c = p.Accent
		c.A = uint8(float64(c.A) * style.Veiled)
	case theme.ColorNameForegroundOnPrimary:
		c = p.OnAccent
	case theme.ColorNameHover:
		c = style.Over(p.Accent, p.Panel, 0.10)
	case theme.ColorNamePressed:
		c = style.Over(p.Accent, p.Panel, 0.22)
	case theme.ColorNameSelection:
		c = p.Halo
	case theme.ColorNamePlaceHolder, theme.ColorNameDisabled, ColorMuted:
		c = p.Muted
	case theme.ColorNameScrollBar:
		c = style.Over(p.Muted, p.Panel, 0.5)
	case theme.ColorNameError, ColorDisagree:
		c = p.Disagree
	case theme.ColorNameSuccess, ColorStands:
		c = p.Stands
	case ColorPage:
		c = p.Page
	default:
		return c, false
	}
	return c, true
}

// Size is part of fyne.Theme.
func (t Theme) Size(n fyne.ThemeSizeName) float32 {
	switch n {
	case theme.SizeNameText:
		return style.SizeText
	case theme.SizeNameSubHeadingText, SizeName:
		return style.SizeName
	case theme.SizeNameHeadingText, SizeTitle:
		return style.SizeTitle
	case theme.SizeNameCaptionText, SizeSmall:
		return style.SizeSmall
	case theme.SizeNameInnerPadding:
		return 6
	case theme.SizeNameLineSpacing:
		return 3
	case theme.SizeNameScrollBar:
		return 10
	default:
		return theme.DefaultTheme().Size(n)
	}
}

// Font is part of fyne.Theme: the faces of the map.
func (t Theme) Font(s fyne.TextStyle) fyne.Resource {
	switch {
	case s.Monospace || s.Symbol || s.Italic:
		return theme.DefaultTheme().Font(s)
	case s.Bold:
		return fyne.NewStaticResource("NotoSans-Bold.ttf", assets.NotoSansBold)
	default:
		return fyne.NewStaticResource("NotoSans-Regular.ttf", assets.NotoSans)
	}
}

// Icon is part of fyne.Theme.
func (t Theme) Icon(n fyne.ThemeIconName) fyne.Resource { return theme.DefaultTheme().Icon(n) }
