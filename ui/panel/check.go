package panel

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"entangle/ui/brief"
)

// lead is what stands before the words of a row: a check, the hue of a layer,
// both or nothing.
func (p *Panel) lead(r brief.Row) fyne.CanvasObject {
	dot := p.dot(r)
	icon := checkIcon(r.Check)
	if icon == nil {
		return dot
	}
	check := container.New(layout.NewCustomPaddedLayout(0, 0, 0, 4), container.NewCenter(container.NewGridWrap(fyne.NewSquareSize(16), widget.NewIcon(icon))))
	if dot == nil {
		return check
	}
	return container.NewHBox(check, dot)
}

func checkIcon(c brief.Check) fyne.Resource {
	switch c {
	case brief.Off:
		return theme.NewThemedResource(theme.CheckButtonIcon())
	case brief.On:
		return theme.NewPrimaryThemedResource(theme.CheckButtonCheckedIcon())
	case brief.RadioOff:
		return theme.NewThemedResource(theme.RadioButtonIcon())
	case brief.RadioOn:
		return theme.NewPrimaryThemedResource(theme.RadioButtonCheckedIcon())
	default:
		return nil
	}
}
