package style

// Dash is the pattern of a line. It tells the basis of a tie, and whether it is
// in force.
type Dash int

// The dashes: solid is contractual, dashed technical, dotted not in force.
const (
	Solid Dash = iota
	Dashed
	Dotted
)

// Pattern returns the lengths of strokes and gaps for a line of that width, in
// points; nil for a solid line. Ends are round, so strokes look longer by the
// width.
func (d Dash) Pattern(width float64) []float64 {
	switch d {
	case Dashed:
		return []float64{8, 4 + 1.2*width}
	case Dotted:
		return []float64{0.01, 3 + 1.2*width}
	default:
		return nil
	}
}

// Space and shape, in points.
const (
	Grid       = 4.0
	BoxRadius  = 9.0
	ChipRadius = 6.0
	BoxHeight  = 64.0
	BoxPad     = 26.0 // left and right of the name
	BoxMin     = 172.0
	NameWidth  = 230.0 // a longer name wraps
	ChipHeight = 24.0
	ChipPad    = 9.0
	ChipWidth  = 250.0 // a longer label is cut
	HitRadius  = 10.0  // of a line, in pixels of the screen
	LanePad    = 30.0  // between a box and the edge of its lane
	DimTo      = 0.35  // opacity of what is not selected
)

// LineWidth returns the width of a line with n ties behind it: 1.6 to 4 points.
func LineWidth(n int) float64 { return min(1.6+0.55*float64(max(n, 1)-1), 4) }

// HeadLength returns the length of an arrowhead on a line of that width.
func HeadLength(width float64) float64 { return 7.5 + 1.5*width }
