package graphviz

import "entangle/layout"

// What Graphviz is allowed to do, by the size of the task. The bounds were found by
// measuring generated graphs of 45 to 500 boxes, such that 200 boxes and 500 lines
// take some 2 seconds at most.
const (
	// From here on dot's search for a good order is bounded a little, and the one for
	// good places by placing.
	manyCrossings = 800
	// From here on dot draws no lines with right angles.
	squareCrossings = 2000
	// From here on dot's search for a good order is bounded much: a tenth of the time.
	hugeCrossings = 15000
	// Each step of dot's search for good places takes as long as there are crossings,
	// and it takes steps for each of them, so that this, divided by the square of their
	// number, is how many there is time for: about a third of a second. Up to some 2000
	// crossings dot is content before that. Fewer steps save little time in all, since
	// lines that wind are bent for longer, and they double the places where lines cross.
	placing = 1e8
	// From here on dot draws straight lines, because bending them would take most of
	// the time.
	manyBends = 8e6
	// With more boxes the other engines draw straight lines: the time to find ways
	// around boxes grows with the cube of their number.
	manyObstacles = 120
	// With more boxes those that sfdp has placed are parted evenly, and their lines
	// drawn by ourselves: parting them pair by pair makes maps of ten thousand boxes
	// fifteen times as wide, and takes gigabytes.
	crowd = 400
	// With more boxes times lines the other engines draw no right angles.
	manySquares = 25000
)

// Notes on lines that are not as asked.
const (
	straightForBends     = "lines are straight, because bending so many long ones around boxes would take minutes"
	straightForSquares   = "lines are straight, because drawing so many with right angles would take minutes"
	straightForTouching  = "lines are straight, because some boxes touch or overlap"
	straightForObstacles = "lines are straight, because finding ways around so many boxes would take long"
)

// limitDot sets dot's limits by the size of the task.
func (p *plan) limitDot(s layout.Survey, shape string) {
	switch {
	case s.Crossings >= hugeCrossings:
		p.limitSteps(s)
		p.set("mclimit", "0.1")
		p.remark("the order of boxes is rough, because so many lines are long")
	case s.Crossings >= manyCrossings:
		p.limitSteps(s)
		p.set("mclimit", "0.3")
	}
	switch {
	case shape == "ortho" && s.Crossings >= squareCrossings:
		p.draw("line")
		p.remark(straightForSquares)
	case bent(shape) && s.Bends >= manyBends:
		p.draw("line")
		p.remark(straightForBends)
	default:
		p.draw(shape)
	}
}

// limitSteps bounds dot's searches for places and for ranks.
func (p *plan) limitSteps(s layout.Survey) {
	crossings := float64(s.Crossings)
	p.set("nslimit", decimal(placing/(crossings*crossings), 3))
	p.set("nslimit1", "1")
}

// limitRouting chooses the shape of lines between boxes that are placed and have
// at least free points between them.
func (p *plan) limitRouting(g layout.Graph, free float64) {
	shape := g.Options.Splines
	switch {
	case shape == "ortho" && len(g.Boxes)*len(g.Lines) > manySquares:
		p.draw("line")
		p.remark(straightForSquares)
	case bent(shape) && len(g.Boxes) > manyObstacles:
		p.draw("line")
		p.remark(straightForObstacles)
	case bent(shape) && free <= berthSlack:
		p.draw("line")
		p.remark(straightForTouching)
	default:
		p.draw(shape)
	}
}

// bent says whether lines of that shape are led around boxes.
func bent(shape string) bool {
	return shape == "" || shape == "spline" || shape == "polyline"
}

// draw sets the shape of lines.
func (p *plan) draw(shape string) {
	switch shape {
	case "":
		shape = "spline"
	case "curved":
		shape, p.curved = "line", true
	}
	p.shape = shape
	p.set("splines", shape)
}

// remark adds to the note.
func (p *plan) remark(text string) { p.note = join(p.note, text) }
