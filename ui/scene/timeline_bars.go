package scene

import (
	"maps"
	"slices"
	"strconv"

	"entangle/data"
	"entangle/layout/geom"
	"entangle/ui/style"
)

// group is the events of one unit: those until the as-of day and those ahead.
type group struct {
	start              data.Day
	past, ahead, faint []int
	sources            []int
}

// drawBars draws what is dated precisely enough as bars, as high as there are
// events in the unit: filled until the as-of day, hollow ahead. Sources are dots
// on the axis.
func (c *stripComposer) drawBars() {
	groups := map[data.Day]*group{}
	for i := range c.t.Events {
		e := &c.t.Events[i]
		if c.vague(e) || !c.visible(e.First, e.Last) {
			continue
		}
		start := c.unit.start(e.First)
		g := groups[start]
		if g == nil {
			g = &group{start: start}
			groups[start] = g
		}
		switch {
		case e.Source:
			g.sources = append(g.sources, i)
		case e.Faint:
			g.faint = append(g.faint, i)
		case e.Day <= c.t.AsOf.Day:
			g.past = append(g.past, i)
		default:
			g.ahead = append(g.ahead, i)
		}
	}
	most := 1
	for _, g := range groups {
		most = max(most, len(g.past)+len(g.ahead)+len(g.faint))
	}
	step := min(barStep, barRoom/float64(most))
	for _, start := range slices.Sorted(maps.Keys(groups)) {
		c.drawGroup(groups[start], step)
	}
}

func (c *stripComposer) drawGroup(g *group, step float64) {
	from, to := c.s.X(float64(g.start)), c.s.X(float64(c.unit.next(g.start)))
	width := min(max(to-from-1.2, 3), 9)
	mid := (from + to) / 2
	if mid < c.s.left-1 || mid > c.s.right+1 {
		return
	}
	y := axisY
	stack := func(n int, fill, edge style.Colour) {
		if n == 0 {
			return
		}
		high := max(float64(n)*step, 5) // so that a hollow one is seen to be so
		r := geom.Rect{Min: geom.Point{X: mid - width/2, Y: y - high}, Max: geom.Point{X: mid + width/2, Y: y}}
		c.add(Ref{}, Rect{Rect: r.Inset(0.5), Radius: 1.6, Fill: fill, Stroke: edge, Width: 1})
		y -= high
	}
	stack(len(g.past), c.pal.Accent, c.pal.Accent)
	stack(len(g.ahead), c.pal.Page, c.pal.Accent)
	stack(len(g.faint), c.pal.Page, c.pal.Rule)
	if len(g.sources) > 0 {
		at := geom.RectAround(geom.Point{X: mid, Y: axisY}, 5, 5)
		c.add(Ref{}, Rect{Rect: at, Radius: 2.5, Fill: c.pal.Page, Stroke: c.pal.Muted, Width: 1.2})
	}
	events := slices.Concat(g.past, g.ahead, g.faint, g.sources)
	c.s.Bars = append(c.s.Bars, Bar{
		Rect: geom.Rect{Min: geom.Point{X: mid - max(width/2, 4), Y: min(y, axisY-8) - 3}, Max: geom.Point{X: mid + max(width/2, 4), Y: axisY + 1}},
		Day:  c.latest(slices.Concat(g.past, g.ahead, g.faint)), Events: events,
	})
	if b := &c.s.Bars[len(c.s.Bars)-1]; b.Day == data.MinDay {
		b.Day = c.latest(g.sources)
	}
	c.name(mid, y-4, g.ahead)
}

// name writes the words of what lies ahead above its mark, where they touch no
// others; of several the first with words, and how many more there are.
func (c *stripComposer) name(x, bottom float64, events []int) {
	i := slices.IndexFunc(events, func(i int) bool {
		e := &c.t.Events[i]
		return e.Words != "" && !e.Source && !e.Faint && e.Day > c.t.AsOf.Day
	})
	if i < 0 {
		return
	}
	e := &c.t.Events[events[i]]
	words := c.ruler.Fit(e.Words, style.SizeSmall, false, 120)
	if e.Verb != "" {
		words += " " + e.Verb
	}
	if more := len(events) - 1; more > 0 {
		words += " +" + strconv.Itoa(more)
	}
	w := c.ruler.Width(words, style.SizeSmall, false)
	left := min(max(x-w/2, c.s.left-10), c.s.right+10-w)
	for _, up := range []float64{0, 13, 26} {
		y := min(bottom, axisY-10) - up
		r := geom.Rect{Min: geom.Point{X: left - 4, Y: y - 10}, Max: geom.Point{X: left + w + 4, Y: y + 2.5}}
		if y-10 < flagHigh+2 || slices.ContainsFunc(c.words, r.Intersects) || c.underFlag(r) {
			continue
		}
		c.words = append(c.words, r)
		c.text(words, geom.Point{X: left, Y: y}, false, c.pal.Muted)
		return
	}
}

// underFlag says whether words would be crossed by the line of the as-of day.
func (c *stripComposer) underFlag(r geom.Rect) bool {
	x := c.s.X(float64(c.t.AsOf.Day) + 1)
	return r.Min.X < x+2 && x-2 < r.Max.X
}

// drawFlags draws the days that can be moved: the as-of day as a filled flag on
// a line, the known-on day and the second day of a comparison as quiet ones.
func (c *stripComposer) drawFlags() {
	x := c.s.X(float64(c.t.AsOf.Day) + 1)
	c.pole(x, c.pal.Ink, style.Solid)
	if c.t.KnownOn.Words != "" {
		at := c.s.right + stripEdge
		if c.t.KnownOn.Day != data.MaxDay {
			at = c.s.X(float64(c.t.KnownOn.Day) + 1)
			c.pole(at, c.pal.Muted, style.Dashed)
		}
		c.s.KnownOn = c.flag(at, c.t.KnownOn.Words, c.pal.Page, c.pal.Muted, c.pal.Muted, c.asOfRoom())
	}
	if c.t.Since.Words != "" {
		at := c.s.X(float64(c.t.Since.Day) + 1)
		c.pole(at, c.pal.Ink, style.Solid)
		c.s.Since = c.flag(at, c.t.Since.Words, c.pal.Page, c.pal.Ink, c.pal.Ink, c.asOfRoom())
	}
	c.s.AsOf = c.flag(x, c.t.AsOf.Words, c.pal.Ink, c.pal.Ink, c.pal.Page, geom.EmptyRect())
}

func (c *stripComposer) pole(x float64, col style.Colour, dash style.Dash) {
	if x < 0 || x > c.s.right+stripEdge {
		return
	}
	c.add(Ref{}, Curve{
		Path: geom.Polyline(geom.Point{X: x, Y: flagHigh}, geom.Point{X: x, Y: axisY + 6}), Stroke: col, Width: 1.4, Dash: dash,
	})
}

// asOfRoom is where the flag of the as-of day will stand.
func (c *stripComposer) asOfRoom() geom.Rect {
	return c.flagRect(c.s.X(float64(c.t.AsOf.Day)+1), c.t.AsOf.Words, 0)
}

func (c *stripComposer) flagRect(x float64, words string, y float64) geom.Rect {
	w := c.ruler.Width(words, style.SizeSmall, true) + 18
	left := min(max(x-w/2, 2), c.s.right+stripEdge-w-2)
	return geom.Rect{Min: geom.Point{X: left, Y: y + 1}, Max: geom.Point{X: left + w, Y: y + flagHigh}}
}

// flag draws a flag at the top, below another one that stands there.
func (c *stripComposer) flag(x float64, words string, fill, edge, ink style.Colour, avoid geom.Rect) geom.Rect {
	r := c.flagRect(x, words, 0)
	if !avoid.Empty() && r.Intersects(avoid) {
		r = c.flagRect(x, words, flagHigh+1)
	}
	c.add(Ref{}, Rect{Rect: r, Radius: 5, Fill: fill, Stroke: edge, Width: 1})
	w := c.ruler.Width(words, style.SizeSmall, true)
	c.text(words, geom.Point{X: r.Center().X - w/2, Y: r.Center().Y + style.SizeSmall*0.36}, true, ink)
	return r
}
