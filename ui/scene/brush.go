package scene

import (
	"entangle/layout/geom"
	"entangle/ui/style"
)

// brush makes the marks of things in a palette.
type brush struct {
	painter
	pal   *style.Palette
	ruler *style.Ruler
	scale float64 // pixels per point: what is drawn from more on need not be made
}

// shade dims a colour of what is faint.
func (b *brush) shade(col style.Colour, dim bool) style.Colour {
	if !dim {
		return col
	}
	return style.Over(col, b.pal.Page, style.DimTo)
}

// taken returns the marks that were made since it was last called.
func (p *painter) taken() []Mark {
	out := p.marks
	p.marks = nil
	return out
}

// centred writes a line of text about the middle of its baseline.
func (b *brush) centred(ref Ref, s string, at geom.Point, size float64, col style.Colour) {
	if b.scale < nameFrom/size {
		return
	}
	w := b.ruler.Width(s, size, true)
	b.add(ref, Text{At: geom.Point{X: at.X - w/2, Y: at.Y}, String: s, Size: size, Bold: true, Colour: col, Width: w})
	b.since(len(b.marks)-1, nameFrom/size)
}

// nameFrom is how many pixels a name must be high to be drawn in its box.
const nameFrom = 5.5
