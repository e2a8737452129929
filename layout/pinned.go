package layout

import (
	"context"
	"fmt"
	"math"
	"slices"

	"entangle/layout/geom"
)

// Pinned returns an engine that keeps pinned boxes at their pins whatever engine a
// graph asks for. The given one places the boxes as if there were no pins; then the
// pinned ones go to their pins, those that they would lie on make way, and only the
// lines that this concerns are drawn anew. So a pin moves one box and leaves the
// rest alone. Boxes that are pinned on top of each other stay so, and the note says
// it.
func Pinned(engine Engine) Engine {
	return func(ctx context.Context, g Graph) (Placed, error) {
		pins := 0
		for _, b := range g.Boxes {
			if b.Pin != nil {
				pins++
			}
		}
		if pins == 0 {
			return engine(ctx, g)
		}
		if err := g.Validate(); err != nil {
			return Placed{}, err
		}
		free := g
		free.Boxes = make([]Box, len(g.Boxes))
		for i, b := range g.Boxes {
			b.Pin = nil
			free.Boxes[i] = b
		}
		placed, err := engine(ctx, free)
		if err != nil {
			return Placed{}, err
		}
		return repin(ctx, engine, g, placed)
	}
}

// wayGap is the distance that boxes keep from others when they make way, in points.
const wayGap = 10

// repin moves the boxes of a placement to their pins and draws the lines anew that
// this concerns.
func repin(ctx context.Context, engine Engine, g Graph, placed Placed) (Placed, error) {
	before, after, fixed := make([]geom.Rect, len(g.Boxes)), make([]geom.Rect, len(g.Boxes)), make([]bool, len(g.Boxes))
	for i, b := range g.Boxes {
		before[i] = placed.Boxes[i].Rect
		after[i] = before[i]
		if b.Pin != nil {
			after[i], fixed[i] = geom.RectAround(*b.Pin, b.W, b.H), true
		}
	}
	makeWay(before, after, fixed)
	lines := concerned(g, placed, before, after)
	again := Graph{Options: g.Options}
	for i, b := range g.Boxes {
		center := after[i].Center()
		b.Pin = &center
		again.Boxes = append(again.Boxes, b)
	}
	for i, yes := range lines {
		if yes {
			again.Lines = append(again.Lines, g.Lines[i])
		}
	}
	routed := Placed{Boxes: make([]PlacedBox, len(g.Boxes))}
	for i, b := range g.Boxes {
		routed.Boxes[i] = PlacedBox{ID: b.ID, Rect: after[i]}
	}
	if len(again.Lines) > 0 {
		var err error
		if routed, err = engine(ctx, again); err != nil {
			return Placed{}, err
		}
	}
	return merge(g, placed, routed, lines, fixed), nil
}

// makeWay moves every box that a pin was put on to the nearest place that is free.
func makeWay(before, after []geom.Rect, fixed []bool) {
	loose := make([]bool, len(after))
	for i, r := range after {
		for j, pin := range after {
			moved := fixed[j] && before[j].Center().Dist(pin.Center()) > still
			loose[i] = loose[i] || !fixed[i] && moved && pin.Inset(-wayGap).Intersects(r)
		}
	}
	Settle(after, loose)
}

// Settle moves, one after the other, each loose box that lies on another, or too
// near to it, to the nearest place that is free. It changes the list.
func Settle(rects []geom.Rect, loose []bool) {
	for i := range rects {
		if loose[i] && !free(rects, i, rects[i]) {
			rects[i] = nearestFree(rects, i)
		}
	}
}

// free says whether box i would have room at a place.
func free(rects []geom.Rect, i int, at geom.Rect) bool {
	wide := at.Inset(-wayGap)
	for j, o := range rects {
		if j != i && o.Intersects(wide) {
			return false
		}
	}
	return true
}

// nearestFree looks in wider and wider rings for a place on which box i lies on no
// other. Where there is none near enough it stays.
func nearestFree(rects []geom.Rect, i int) geom.Rect {
	const step, rings, spokes = 6, 600, 32
	for ring := range rings {
		for spoke := range spokes {
			sin, cos := math.Sincos(2 * math.Pi * float64(spoke) / spokes)
			if r := rects[i].Shift(geom.Point{X: cos, Y: sin}.Mul(step * float64(ring+1))); free(rects, i, r) {
				return r
			}
		}
	}
	return rects[i]
}

// still is how far a box may be from where it was and count as not moved, in points.
const still = 0.5

// concerned says of each line whether one of its boxes has moved, or a box has
// moved into its way.
func concerned(g Graph, placed Placed, before, after []geom.Rect) []bool {
	const berth = 6
	moved := map[string]bool{}
	var in []geom.Rect
	for i := range before {
		if before[i].Center().Dist(after[i].Center()) > still {
			moved[g.Boxes[i].ID] = true
			in = append(in, after[i].Inset(-berth))
		}
	}
	out := make([]bool, len(g.Lines))
	for i, l := range g.Lines {
		out[i] = moved[l.From] || moved[l.To] ||
			slices.ContainsFunc(in, func(r geom.Rect) bool { return placed.Lines[i].Path.Meets(r, 1) })
	}
	return out
}

// merge takes the boxes and the lines drawn anew of one placement, and the other
// lines of the one before.
func merge(g Graph, placed, routed Placed, again, fixed []bool) Placed {
	out := Placed{Boxes: routed.Boxes, Engine: placed.Engine, Note: placed.Note, Bounds: geom.EmptyRect()}
	for _, b := range out.Boxes {
		out.Bounds = out.Bounds.Union(b.Rect)
	}
	next := 0
	for i, l := range placed.Lines {
		if again[i] {
			l, next = routed.Lines[next], next+1
		}
		out.Lines = append(out.Lines, l)
		out.Bounds = out.Bounds.Union(l.Path.Bounds())
	}
	if on := overlapping(out.Boxes, fixed); on > 0 {
		if out.Note != "" {
			out.Note += "; "
		}
		out.Note += fmt.Sprintf("%d of %d boxes lie on another one, because they are pinned there", on, len(g.Boxes))
	}
	return out
}

// overlapping counts the pinned boxes that lie on another pinned one.
func overlapping(boxes []PlacedBox, fixed []bool) int {
	n := 0
	for i, a := range boxes {
		for j, b := range boxes {
			if i != j && fixed[i] && fixed[j] && a.Rect.Inset(0.5).Intersects(b.Rect.Inset(0.5)) {
				n++
				break
			}
		}
	}
	return n
}
