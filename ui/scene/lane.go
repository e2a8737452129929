package scene

import (
	"cmp"
	"slices"

	"entangle/data"
	"entangle/layout"
	"entangle/layout/geom"
	"entangle/ui/style"
)

// Lane is a band of the stack, the parties of one layer; or a frame in the web,
// around those of one role.
type Lane struct {
	Name  string
	Layer data.LayerID
	Side  layout.Side // beside the stack, or in it
	Frame bool        // as near around its boxes as can be, and not as wide as all others
	Boxes []string
}

type placedLane struct {
	*Lane
	room geom.Rect
	name geom.Rect
}

// placeLanes gives every lane its band. Those of the stack lie on one another
// and are equally wide; those of the sides are as high as all of them together.
// A band holds its boxes and no other, or there is none.
func (c *composer) placeLanes(placed layout.Placed) []placedLane {
	var lanes []placedLane
	for i := range c.d.Lanes {
		l := placedLane{Lane: &c.d.Lanes[i], room: geom.EmptyRect()}
		for _, id := range l.Boxes {
			if r, ok := c.rects[id]; ok {
				l.room = l.room.Union(r.Inset(-style.LanePad))
			}
		}
		if !l.room.Empty() {
			lanes = append(lanes, l)
		}
	}
	before := len(lanes)
	c.stretched(lanes, placed)
	lanes = slices.DeleteFunc(lanes, func(l placedLane) bool { return c.invaded(l) })
	c.scene.Shown.Unframed = before - len(lanes)
	for i := range lanes {
		lanes[i].name = c.nameRoom(lanes[i])
	}
	return lanes
}

// stretched makes the rooms of lanes what they are drawn as; frames stay.
func (c *composer) stretched(lanes []placedLane, placed layout.Placed) {
	if len(lanes) > 0 && lanes[0].Frame {
		return
	}
	lines := geom.EmptyRect()
	for _, l := range placed.Lines {
		lines = lines.Union(l.Path.Bounds())
	}
	stretch(lanes, lines)
}

// stretch makes bands of the rooms of lanes, as wide as boxes and lines are.
func stretch(lanes []placedLane, lines geom.Rect) {
	stack, all := lines, geom.EmptyRect()
	var inner []*placedLane
	for i := range lanes {
		all = all.Union(lanes[i].room)
		if lanes[i].Side == layout.Middle {
			stack = stack.Union(lanes[i].room)
			inner = append(inner, &lanes[i])
		}
	}
	for i := range lanes {
		switch r := lanes[i].room; lanes[i].Side {
		case layout.Before:
			stack.Min.X, lanes[i].room.Min.X = r.Max.X+laneGap, min(r.Min.X, lines.Min.X-laneGap)
		case layout.Behind:
			stack.Max.X, lanes[i].room.Max.X = r.Min.X-laneGap, max(r.Max.X, lines.Max.X+laneGap)
		}
	}
	slices.SortFunc(inner, func(a, b *placedLane) int { return cmp.Compare(a.room.Min.Y, b.room.Min.Y) })
	for i, l := range inner {
		l.room.Min.X, l.room.Max.X = stack.Min.X, stack.Max.X
		if i == 0 {
			l.room.Min.Y = all.Min.Y
			continue
		}
		half := (inner[i-1].room.Max.Y + l.room.Min.Y) / 2
		inner[i-1].room.Max.Y, l.room.Min.Y = half-laneGap/2, half+laneGap/2
	}
	if len(inner) > 0 {
		inner[len(inner)-1].room.Max.Y = all.Max.Y
	}
	for i := range lanes {
		if lanes[i].Side != layout.Middle {
			lanes[i].room.Min.Y, lanes[i].room.Max.Y = all.Min.Y, all.Max.Y
		}
	}
}

const laneGap = 6.0 // between two bands

// invaded says whether a box of another lane reaches into the band.
func (c *composer) invaded(l placedLane) bool {
	for id, r := range c.rects {
		if !slices.Contains(l.Boxes, id) && r.Intersects(l.room) {
			return true
		}
	}
	return false
}

// drawLanes draws the bands, below everything.
func (c *composer) drawLanes() {
	for _, l := range c.lanes {
		edge := c.pal.BandEdge
		if l.Frame {
			edge = style.Over(c.bandHue(l), c.pal.Page, 0.35)
		}
		c.add(Ref{}, Rect{Rect: l.room, Radius: style.BoxRadius, Fill: c.bandFill(l), Stroke: edge, Width: 1})
	}
}

// nameLanes writes the name of every lane into its corner. Lines pass below it,
// and labels keep away.
func (c *composer) nameLanes() {
	for _, l := range c.lanes {
		at := l.name.Min.Add(geom.Point{X: 4, Y: style.SizeChip * 1.1})
		c.add(Ref{}, Rect{Rect: l.name, Radius: style.ChipRadius, Fill: c.bandFill(l)})
		c.marks = append(c.marks, TextMark(c.ruler, c.laneName(l.Lane, l.room), at, style.SizeChip, true, c.bandHue(l)))
	}
}

func (c *composer) bandHue(l placedLane) style.Colour {
	if l.Layer == "" {
		return c.pal.Muted
	}
	return c.pal.Layer(l.Layer)
}

func (c *composer) bandFill(l placedLane) style.Colour {
	return style.Over(c.bandHue(l), c.pal.Page, c.pal.Band)
}

func (c *composer) laneName(l *Lane, room geom.Rect) string {
	return c.ruler.Fit(l.Name, style.SizeChip, true, room.W()-28)
}

// nameRoom is where the name of a band stands.
func (c *composer) nameRoom(l placedLane) geom.Rect {
	min := l.room.Min.Add(geom.Point{X: 8, Y: 6})
	w := c.ruler.Width(c.laneName(l.Lane, l.room), style.SizeChip, true) + 8
	return geom.Rect{Min: min, Max: min.Add(geom.Point{X: w, Y: style.SizeChip * style.LineHeight})}
}
