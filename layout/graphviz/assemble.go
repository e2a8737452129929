package graphviz

import (
	"fmt"
	"slices"

	"entangle/layout"
	"entangle/layout/geom"
)

// assemble makes the result of the centres of the boxes and the paths of the lines,
// which are nil where there is none.
func assemble(g layout.Graph, centers []geom.Point, paths []geom.Path) layout.Placed {
	p := planFor(g)
	placed := layout.Placed{
		Boxes:  make([]layout.PlacedBox, len(g.Boxes)),
		Lines:  make([]layout.PlacedLine, len(g.Lines)),
		Engine: layout.EngineName(p.engine),
		Note:   p.note,
	}
	if p.engine == routing {
		placed.Engine = asked(g.Options)
	}
	move := translation(g, p, centers)
	for i, box := range g.Boxes {
		center := centers[i].Add(move)
		if box.Pin != nil && p.pins {
			center = *box.Pin // Graphviz rounds
		}
		placed.Boxes[i] = layout.PlacedBox{ID: box.ID, Rect: geom.RectAround(center, box.W, box.H)}
	}
	number := numbers(g.Boxes)
	missing := 0
	for i, line := range g.Lines {
		from, to := placed.Boxes[number[line.From]].Rect, placed.Boxes[number[line.To]].Rect
		path := paths[i]
		if path == nil {
			path, missing = straight(from, to), missing+1
		} else {
			path = path.Shift(move)
		}
		placed.Lines[i] = layout.PlacedLine{ID: line.ID, Path: attach(path, from, to)}
	}
	if missing > 0 && p.lines {
		placed.Note = join(placed.Note, fmt.Sprintf("%d of %d lines are straight because Graphviz found no way for them", missing, len(g.Lines)))
	}
	if n := astray(g, placed); n > 0 && p.ranked {
		placed.Note = join(placed.Note, fmt.Sprintf("%d boxes do not stand at their side, because Graphviz found no room there", n))
	}
	if p.lines {
		fan(g, &placed)
	}
	if p.curved {
		curve(placed.Lines)
	}
	if p.lines && bent(p.shape) {
		mend(g, &placed, p.shape == "spline")
	}
	settle(&placed, p.pins && anyPinned(g.Boxes))
	return placed
}

// translation returns the way from Graphviz' coordinates to those of the pins:
// Graphviz moves the result to the origin. It is averaged, because Graphviz rounds.
func translation(g layout.Graph, p plan, centers []geom.Point) geom.Point {
	var sum geom.Point
	n := 0
	for i, box := range g.Boxes {
		if box.Pin != nil && p.pins {
			sum, n = sum.Add(box.Pin.Sub(centers[i])), n+1
		}
	}
	if n == 0 {
		return sum
	}
	return sum.Mul(1 / float64(n))
}

// straight returns the segment between the centres as far as it lies outside the
// boxes.
func straight(from, to geom.Rect) geom.Path {
	return geom.Polyline(from.Exit(to.Center()), to.Exit(from.Center()))
}

// attach moves the ends of a path onto the borders of the boxes that it connects.
// Graphviz writes five digits, so that far from the origin an end is off by some
// points.
func attach(path geom.Path, from, to geom.Rect) geom.Path {
	path = slices.Clone(path)
	first, last := &path[0], &path[len(path)-1]
	move := from.NearestOnBorder(first[0]).Sub(first[0])
	first[0], first[1] = first[0].Add(move), first[1].Add(move)
	move = to.NearestOnBorder(last[3]).Sub(last[3])
	last[3], last[2] = last[3].Add(move), last[2].Add(move)
	return path
}

// settle computes the bounds and, unless the place is fixed by pins, moves
// everything so that they begin at the origin.
func settle(placed *layout.Placed, pinned bool) {
	if len(placed.Boxes) == 0 {
		return
	}
	bounds := geom.EmptyRect()
	for _, box := range placed.Boxes {
		bounds = bounds.Union(box.Rect)
	}
	for _, line := range placed.Lines {
		bounds = bounds.Union(line.Path.Bounds())
	}
	placed.Bounds = bounds
	if pinned {
		return
	}
	move := geom.Point{}.Sub(bounds.Min)
	placed.Bounds = bounds.Shift(move)
	for i := range placed.Boxes {
		placed.Boxes[i].Rect = placed.Boxes[i].Rect.Shift(move)
	}
	for i := range placed.Lines {
		placed.Lines[i].Path = placed.Lines[i].Path.Shift(move)
	}
}

// join puts the parts of a note together and leaves out empty ones.
func join(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + "; " + b
}
