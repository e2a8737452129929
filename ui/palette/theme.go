// Package palette hands the colours, sizes and fonts of package style to Fyne
// as a theme. It must not decide any of them.
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

// Color is part of fyne.Theme.
func (t Theme) Color(n fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	p := t.Palette(v)
	if c, ok := map[fyne.ThemeColorName]color.Color{
		theme.ColorNameBackground:          cleared(p.Page),
		theme.ColorNameForeground:          p.Ink,
		theme.ColorNameButton:              p.Panel,
		theme.ColorNameInputBackground:     p.Panel,
		theme.ColorNameInputBorder:         p.Rule,
		theme.ColorNameMenuBackground:      p.Panel,
		theme.ColorNameOverlayBackground:   p.Panel,
		theme.ColorNameHeaderBackground:    p.Panel,
		theme.ColorNameSeparator:           p.Rule,
		theme.ColorNameShadow:              style.Colour{A: 0x22},
		theme.ColorNamePrimary:             p.Accent,
		theme.ColorNameForegroundOnPrimary: p.OnAccent,
		theme.ColorNameHyperlink:           p.Accent,
		theme.ColorNameFocus:               p.Accent,
		theme.ColorNameHover:               style.Over(p.Accent, p.Panel, 0.10),
		theme.ColorNamePressed:             style.Over(p.Accent, p.Panel, 0.22),
		theme.ColorNameSelection:           p.Halo,
		theme.ColorNamePlaceHolder:         p.Muted,
		theme.ColorNameDisabled:            p.Muted,
		theme.ColorNameScrollBar:           style.Over(p.Muted, p.Panel, 0.5),
		theme.ColorNameError:               p.Disagree,
		theme.ColorNameSuccess:             p.Stands,
		ColorMuted:                         p.Muted,
		ColorDisagree:                      p.Disagree,
		ColorStands:                        p.Stands,
		ColorPage:                          p.Page,
		ColorPanel:                         p.Panel,
	}[n]; ok {
		return c
	}
	return theme.DefaultTheme().Color(n, t.variant(v))
}

// Size is part of fyne.Theme.
func (t Theme) Size(n fyne.ThemeSizeName) float32 {
	if s, ok := map[fyne.ThemeSizeName]float32{
		theme.SizeNameText:           style.SizeText,
		theme.SizeNameSubHeadingText: style.SizeName,
		theme.SizeNameHeadingText:    style.SizeTitle,
		theme.SizeNameCaptionText:    style.SizeSmall,
		theme.SizeNameInnerPadding:   6,
		theme.SizeNameLineSpacing:    3,
		theme.SizeNameScrollBar:      10,
		SizeTitle:                    style.SizeTitle,
		SizeSmall:                    style.SizeSmall,
		SizeName:                     style.SizeName,
	}[n]; ok {
		return s
	}
	return theme.DefaultTheme().Size(n)
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
