package panel

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"entangle/ui/brief"
	"entangle/ui/palette"
)

// pieces is a text that wraps, with parts that stand out.
func (p *Panel) pieces(list []brief.Piece, size fyne.ThemeSizeName, faint bool) fyne.CanvasObject {
	plain := theme.ColorNameForeground
	if faint {
		plain = palette.ColorMuted
	}
	text := widget.NewRichText()
	text.Wrapping = fyne.TextWrapWord
	for _, piece := range list {
		style := widget.RichTextStyle{Inline: true, SizeName: size, ColorName: plain}
		if piece.Lit {
			style.ColorName, style.TextStyle.Bold = theme.ColorNamePrimary, true
		}
		text.Segments = append(text.Segments, &widget.TextSegment{Text: piece.Text, Style: style})
	}
	return flushed(text)
}

// Choose lights a row, counted from the first that leads somewhere, while the
// keyboard is elsewhere, and scrolls to it.
func (p *Panel) Choose(nth int) {
	for i, r := range p.rows {
		if chosen := i == nth; chosen != r.chosen {
			r.chosen = chosen
			r.show(r.over, r.focus)
		}
	}
	if nth >= 0 && nth < len(p.rows) {
		p.reveal(p.rows[nth])
	}
}

// Point leads to the card of a statement and frames it; a statement that is not
// on the page is passed over.
func (p *Panel) Point(statement string) {
	ground := p.cards[statement]
	if ground == nil {
		return
	}
	ground.StrokeColor, ground.StrokeWidth = p.pal.Accent, 2
	ground.Refresh()
	p.reveal(ground)
}
