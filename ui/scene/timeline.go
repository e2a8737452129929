package scene

import (
	"cmp"
	"slices"

	"entangle/data"
	"entangle/layout/geom"
	"entangle/ui/style"
)

// Timeline is what happens when, before it has a place.
type Timeline struct {
	Events   []Happening
	AsOf     Flag
	KnownOn  Flag    // at data.MaxDay: no limit
	Since    Flag    // the second day of a comparison; no words: none
	From, To float64 // the days at the left and right ends of the strip
}

// Happening is an event: a point in time, or a span of days where the source is
// vague.
type Happening struct {
	First, Last data.Day // open sides are those of time
	Day         data.Day // that the as-of handle goes to
	Words       string   // written above what lies ahead, shortened where there is no room
	Verb        string   // behind them, never shortened
	Source      bool     // a source appears; else something becomes the case or ends
	Faint       bool     // not known yet
}

// Flag is a day that can be moved, with its words.
type Flag struct {
	Day   data.Day
	Words string
}

// Strip is a timeline with a place: a scene, and where everything on it lies.
type Strip struct {
	Scene
	Bars                  []Bar
	AsOf, KnownOn, Since  geom.Rect // the flags; empty: none
	from, to, left, right float64
}

// Bar is a mark of the strip, with what it stands for.
type Bar struct {
	Rect   geom.Rect // where it can be clicked
	Day    data.Day  // that a click goes to: all of it has happened by then
	Events []int     // indices of the events of the timeline
}

// The strip's measures, in points. StripHeight is all of it.
const (
	StripHeight = 96.0

	stripEdge = 24.0 // free at the left and right
	flagHigh  = 20.0
	axisY     = 66.0
	barRoom   = 30.0 // the highest bar
	barStep   = 6.5  // of one event, while there is room
	laneStep  = 3.6  // between vague dates
	lanes     = 2
)

// X returns where a day lies. A day is drawn at its beginning.
func (s *Strip) X(day float64) float64 {
	return s.left + (day-s.from)/(s.to-s.from)*(s.right-s.left)
}

// Day returns the day at a place, not beyond the years that dates have.
func (s *Strip) Day(x float64) data.Day {
	day := s.from + (x-s.left)/(s.right-s.left)*(s.to-s.from)
	return min(max(data.Day(day), 0), data.DayOf(9999, 12, 31))
}

// BarAt returns the mark at a point, nil for none.
func (s *Strip) BarAt(p geom.Point) *Bar {
	for i := range s.Bars {
		if s.Bars[i].Rect.Contains(p) {
			return &s.Bars[i]
		}
	}
	return nil
}

// Whole returns the first and the last day of a strip that shows all events and
// the day: with some room at both sides, and at least a quarter of a year.
func Whole(events []Happening, asOf data.Day) (from, to float64) {
	first, last := asOf, asOf
	for _, e := range events {
		if e.First != data.MinDay {
			first = min(first, e.First)
		}
		if e.Last != data.MaxDay {
			last = max(last, e.Last)
		}
		last = max(last, min(e.First, data.DayOf(9999, 12, 31)))
	}
	room := max(float64(last-first)*0.03, 45)
	return float64(first) - room, float64(last) + room
}

// ComposeTimeline draws a timeline over a width, from (0, 0).
func ComposeTimeline(t *Timeline, width float64, pal *style.Palette, ruler *style.Ruler) *Strip {
	c := &stripComposer{
		t: t, pal: pal, ruler: ruler,
		s: &Strip{from: t.From, to: t.To, left: stripEdge, right: max(width-stripEdge, stripEdge+1)},
	}
	c.unit = unitFor((c.s.right - c.s.left) / (t.To - t.From))
	c.drawAxis()
	c.drawSpans()
	c.drawBars()
	c.drawFlags()
	c.s.under, c.s.Page = c.marks, pal.Page
	c.s.Bounds = geom.Rect{Max: geom.Point{X: width, Y: StripHeight}}
	return c.s
}

type stripComposer struct {
	painter
	t     *Timeline
	s     *Strip
	pal   *style.Palette
	ruler *style.Ruler
	unit  unit // by which events are grouped
	words []geom.Rect
}

func (c *stripComposer) line(a, b geom.Point, col style.Colour, width float64) {
	c.add(Ref{}, Curve{Path: geom.Polyline(a, b), Stroke: col, Width: width})
}

func (c *stripComposer) text(s string, at geom.Point, bold bool, col style.Colour) {
	w := c.ruler.Width(s, style.SizeSmall, bold)
	c.add(Ref{}, Text{At: at, String: s, Size: style.SizeSmall, Bold: bold, Colour: col, Width: w})
}

// drawAxis draws the line, a tick for every unit that has room, and words where
// they fit.
func (c *stripComposer) drawAxis() {
	c.line(geom.Point{X: c.s.left, Y: axisY}, geom.Point{X: c.s.right, Y: axisY}, c.pal.Muted, 1)
	perDay := (c.s.right - c.s.left) / (c.t.To - c.t.From)
	ticks, named := tickUnits(perDay)
	for day := range ticks.between(c.t.From, c.t.To) {
		x := c.s.X(float64(day))
		c.line(geom.Point{X: x, Y: axisY}, geom.Point{X: x, Y: axisY + 4}, c.pal.Muted, 1)
	}
	for day := range named.between(c.t.From, c.t.To) {
		x := c.s.X(float64(day))
		words := named.words(day)
		half := c.ruler.Width(words, style.SizeSmall, false) / 2
		if x-half >= 0 && x+half <= c.s.right+stripEdge {
			c.line(geom.Point{X: x, Y: axisY}, geom.Point{X: x, Y: axisY + 6}, c.pal.Muted, 1)
			c.text(words, geom.Point{X: x - half, Y: StripHeight - 5}, false, c.pal.Muted)
		}
	}
}

// visible says whether a span of days lies on the strip, at least in part.
func (c *stripComposer) visible(first, last data.Day) bool {
	return float64(last) >= c.t.From && float64(first) <= c.t.To
}

// vague says whether an event is drawn as a span: it covers more than what a bar
// stands for.
func (c *stripComposer) vague(e *Happening) bool {
	return c.unit.start(e.First) != c.unit.start(e.Last)
}

// drawSpans draws vague dates below the axis from their first to their last day,
// beside one another where they overlap; beyond the lanes they share the last.
func (c *stripComposer) drawSpans() {
	type span struct {
		first, last data.Day
		events      []int
	}
	var spans []span
	for i := range c.t.Events {
		e := &c.t.Events[i]
		if !c.vague(e) || !c.visible(e.First, e.Last) {
			continue
		}
		at := slices.IndexFunc(spans, func(s span) bool { return s.first == e.First && s.last == e.Last })
		if at < 0 {
			at = len(spans)
			spans = append(spans, span{first: e.First, last: e.Last})
		}
		spans[at].events = append(spans[at].events, i)
	}
	slices.SortStableFunc(spans, func(a, b span) int { return cmp.Or(cmp.Compare(a.first, b.first), cmp.Compare(b.last, a.last)) })
	var ends [lanes]float64
	for i := range ends {
		ends[i] = -1
	}
	for _, s := range spans {
		from := max(c.s.X(float64(max(s.first, data.Day(c.t.From)-1))), c.s.left)
		to := min(c.s.X(float64(min(s.last, data.Day(c.t.To)+1)+1)), c.s.right)
		lane := 0
		for lane < lanes-1 && ends[lane] > from {
			lane++
		}
		ends[lane] = max(ends[lane], to)
		y := axisY + 8 + laneStep*float64(lane)
		ahead := s.first > c.t.AsOf.Day
		c.span(from, to, y, ahead, s.last == data.MaxDay)
		c.s.Bars = append(c.s.Bars, Bar{
			Rect: geom.Rect{Min: geom.Point{X: from, Y: axisY + 1}, Max: geom.Point{X: max(to, from+4), Y: axisY + 16}},
			Day:  c.latest(s.events), Events: s.events,
		})
		if ahead || s.last > c.t.AsOf.Day {
			c.name((from+to)/2, axisY-8, s.events)
		}
	}
}

// span is a rail, hollow when it lies ahead. One without a known end is a thin
// line from some way on.
func (c *stripComposer) span(from, to, y float64, ahead, open bool) {
	const known = 34
	if open && to-from > known {
		c.line(geom.Point{X: from, Y: y}, geom.Point{X: to, Y: y}, style.Over(c.pal.Accent, c.pal.Page, 0.4), 0.8)
		to = from + known
	}
	r := Rect{
		Rect: geom.Rect{Min: geom.Point{X: from, Y: y - 1.3}, Max: geom.Point{X: max(to, from+3), Y: y + 1.3}}, Radius: 1.3,
		Fill: style.Over(c.pal.Accent, c.pal.Page, 0.55),
	}
	if ahead {
		r.Fill, r.Stroke, r.Width = c.pal.Page, c.pal.Accent, 0.9
	}
	c.add(Ref{}, r)
}

// latest is the first day on which all of some events have happened.
func (c *stripComposer) latest(events []int) data.Day {
	day := data.MinDay
	for _, i := range events {
		day = max(day, c.t.Events[i].Day)
	}
	return day
}
