package layout

import (
	"errors"
	"fmt"
	"math"
	"slices"
)

// Bounds in points, some 35 metres and 35 kilometres. Beyond them engines lose
// precision and overflow.
const (
	maxExtent   = 1e5 // of sizes and distances
	maxPosition = 1e8 // of pins
)

// maxRow bounds the rows of boxes.
const maxRow = 10_000

// maxWeight bounds the weight of a line, which Graphviz keeps in 32 bits and adds
// up.
const maxWeight = 1e4

// Validate says what is wrong with the graph: duplicate, empty or unknown ids,
// lines from a box to itself, sizes that are not finite and positive, options that
// do not exist. Only the first problem is named. The empty graph is valid.
func (g Graph) Validate() error {
	if err := g.Options.validate(); err != nil {
		return err
	}
	boxes := make(map[string]bool, len(g.Boxes))
	for i, b := range g.Boxes {
		if err := b.validate(); err != nil {
			return fmt.Errorf("box %d %q: %w", i, clip(b.ID), err)
		}
		if boxes[b.ID] {
			return fmt.Errorf("box %d %q: another box has the same id", i, clip(b.ID))
		}
		boxes[b.ID] = true
	}
	lines := make(map[string]bool, len(g.Lines))
	for i, l := range g.Lines {
		if err := l.validate(boxes); err != nil {
			return fmt.Errorf("line %d %q: %w", i, clip(l.ID), err)
		}
		if lines[l.ID] {
			return fmt.Errorf("line %d %q: another line has the same id", i, clip(l.ID))
		}
		lines[l.ID] = true
	}
	return nil
}

func (b Box) validate() error {
	switch {
	case b.ID == "":
		return errors.New("the id is empty")
	case !(b.W > 0 && b.W <= maxExtent && b.H > 0 && b.H <= maxExtent):
		return fmt.Errorf("its size %g × %g is not between 0 and %g points", b.W, b.H, maxExtent)
	case b.Row < 0 || b.Row > maxRow:
		return fmt.Errorf("its row %d is not between 0 and %d", b.Row, maxRow)
	case b.Side < Before || b.Side > Behind:
		return fmt.Errorf("its side %d is none of -1, 0 and 1", b.Side)
	case b.Pin != nil && !(math.Abs(b.Pin.X) <= maxPosition && math.Abs(b.Pin.Y) <= maxPosition):
		return fmt.Errorf("its pin (%g, %g) is farther than %g points away", b.Pin.X, b.Pin.Y, maxPosition)
	}
	return nil
}

func (l Line) validate(boxes map[string]bool) error {
	switch {
	case l.ID == "":
		return errors.New("the id is empty")
	case !boxes[l.From]:
		return fmt.Errorf("it begins at %q, which is no box", clip(l.From))
	case !boxes[l.To]:
		return fmt.Errorf("it ends at %q, which is no box", clip(l.To))
	case l.From == l.To:
		return fmt.Errorf("it connects %q with itself", clip(l.From))
	case !(l.Weight >= 0 && l.Weight <= maxWeight):
		return fmt.Errorf("its weight %g is not between 0 and %g", l.Weight, maxWeight)
	}
	return nil
}

func (o Options) validate() error {
	if o.Engine != "" {
		if _, err := ParseEngine(string(o.Engine)); err != nil {
			return err
		}
	}
	if directions := []string{"", "TB", "LR", "BT", "RL"}; !slices.Contains(directions, o.Direction) {
		return fmt.Errorf("unknown direction %q (there are %q)", clip(o.Direction), directions[1:])
	}
	if shapes := []string{"", "spline", "line", "polyline", "ortho", "curved"}; !slices.Contains(shapes, o.Splines) {
		return fmt.Errorf("unknown shape of lines %q (there are %q)", clip(o.Splines), shapes[1:])
	}
	for _, d := range []float64{o.NodeSep, o.RankSep} {
		if !(d >= 0 && d <= maxExtent) {
			return fmt.Errorf("the distance %g is not between 0 and %g points", d, maxExtent)
		}
	}
	return nil
}

// clip keeps error messages readable when an id is very long.
func clip(s string) string {
	const most = 60
	if len(s) <= most {
		return s
	}
	return s[:most] + "…"
}
