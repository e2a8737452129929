package style

import "entangle/data"

// Mark is a small shape that tells a layer where its hue cannot: on paper.
type Mark int

// The marks. NoMark is that of a palette whose hues are seen.
const (
	NoMark Mark = iota
	Ring
	Disc
	Square
	Frame
	Diamond
	Bar
	Cross
	Kite
)

// Mark returns the mark of a layer; those of a dataset's own share one.
func (p *Palette) Mark(id data.LayerID) Mark {
	if p.Theme != Print {
		return NoMark
	}
	switch id {
	case data.LayerCapital:
		return Ring
	case data.LayerModels:
		return Disc
	case data.LayerCloud:
		return Square
	case data.LayerDistribution:
		return Frame
	case data.LayerChips:
		return Diamond
	case data.LayerRights:
		return Bar
	case data.LayerFab:
		return Cross
	default:
		return Kite
	}
}

// MarkSize is half the width of a mark, in points, and MarkStep how far apart
// marks stand on a line.
const (
	MarkSize = 4.2
	MarkStep = 84.0
)
