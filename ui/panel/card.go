package panel

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"entangle/ui/brief"
	"entangle/ui/palette"
	"entangle/ui/style"
)

// card sets a statement: what it says, who says so, its verdict, its actions.
func (p *Panel) card(c brief.Card) fyne.CanvasObject {
	tone, importance := p.tone(c.Tone)
	ground := canvas.NewRectangle(p.pal.Page)
	ground.StrokeColor, ground.StrokeWidth, ground.CornerRadius = p.pal.Rule, 1, style.ChipRadius
	p.cards[c.ID] = ground
	bar := canvas.NewRectangle(tone)
	bar.SetMinSize(fyne.NewSize(4, 4))
	bar.TopLeftCornerRadius, bar.BottomLeftCornerRadius = style.ChipRadius, style.ChipRadius

	says := palette.NewQuote(c.Says)
	verdict := p.line(c.Verdict, importance, true)
	cite := p.text(c.Cite, palette.SizeSmall, widget.LowImportance, false)
	body := container.NewVBox(flushed(says), cite)
	if c.By != "" {
		body.Add(p.text(c.By, palette.SizeSmall, widget.LowImportance, false))
	}
	if c.Why != "" && c.Why != c.Verdict {
		body.Add(p.text(c.Why, palette.SizeSmall, importance, false))
	}
	body.Add(container.NewBorder(nil, nil, p.actions(c), verdict))
	padded := container.New(layout.NewCustomPaddedLayout(10, 9, 14, 12), body)
	return container.NewStack(ground, container.NewBorder(nil, nil, bar, nil, padded))
}

func (p *Panel) actions(c brief.Card) fyne.CanvasObject {
	row := container.New(layout.NewCustomPaddedHBoxLayout(14), p.action("Copy with citation", func() {
		if p.OnCopy != nil {
			p.OnCopy(c.Citation)
		}
	}))
	if c.Link != "" {
		row.Add(p.action("Open source", func() {
			if p.OnLink != nil {
				p.OnLink(c.Link)
			}
		}))
	}
	return row
}

func (p *Panel) action(words string, follow func()) fyne.CanvasObject {
	l := p.link(words, follow)
	l.SizeName = palette.SizeSmall
	l.TextStyle.Bold = true
	return flushed(l)
}

func (p *Panel) tone(t brief.Tone) (style.Colour, widget.Importance) {
	switch t {
	case brief.Torn:
		return p.pal.Disagree, widget.DangerImportance
	case brief.Past:
		return style.Over(p.pal.Muted, p.pal.Page, 0.5), widget.LowImportance
	default:
		return p.pal.Stands, widget.SuccessImportance
	}
}
