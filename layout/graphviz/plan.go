package graphviz

import (
	"math"
	"slices"
	"strconv"

	"entangle/layout"
	"entangle/layout/geom"
)

// plan is how a graph is put to Graphviz: with which engine, which attributes, and
// what of the graph the engine understands.
type plan struct {
	engine string
	graph  []attribute
	edge   []attribute
	ranked bool   // the engine has ranks, so groups and loose lines mean something
	pins   bool   // the engine respects pins
	lines  bool   // the engine draws lines
	shape  string // their shape, as Graphviz names it
	curved bool   // straight lines are to be bent afterwards
	note   string // what is done otherwise than asked
}

// routing is the engine of Graphviz that leaves the boxes where they are and draws
// the lines. It is not one that a graph asks for.
const routing = "nop"

func planFor(g layout.Graph) plan {
	engine := asked(g.Options)
	switch {
	case allPinned(g.Boxes):
		return planRouting(g)
	case engine == layout.Dot:
		return planDot(g)
	}
	return planPlacing(g, engine)
}

func planDot(g layout.Graph) plan {
	p := plan{engine: string(layout.Dot), ranked: true, lines: true}
	o := g.Options
	if o.Direction != "" {
		p.set("rankdir", o.Direction)
	}
	p.setInches("nodesep", o.NodeSep)
	p.setInches("ranksep", o.RankSep)
	p.limitDot(layout.SurveyOf(g), o.Splines)
	p.remarkPins(g)
	return p
}

// planPlacing is for the engines without ranks. They only place the boxes; their
// lines are drawn afterwards, by planRouting.
func planPlacing(g layout.Graph, engine layout.EngineName) plan {
	o := g.Options
	p := plan{engine: string(engine), pins: engine == layout.Neato || engine == layout.FDP}
	p.set("inputscale", strconv.Itoa(pointsPerInch)) // pins are in points
	p.set("start", strconv.Itoa(o.Seed&math.MaxInt32))
	p.set("overlap", "true") // spread parts the boxes
	p.set("splines", "")     // no lines yet
	switch engine {
	case layout.Neato:
		p.set("defaultdist", inches(3*reach(g)))
		p.edge = append(p.edge, attribute{"len", inches(reach(g))})
	case layout.FDP, layout.SFDP:
		p.set("K", inches(reach(g)))
	case layout.Twopi:
		p.setInches("ranksep", o.RankSep)
	case layout.Circo:
		p.setInches("mindist", o.NodeSep)
	}
	p.remarkPins(g)
	if slices.ContainsFunc(g.Boxes, func(b layout.Box) bool { return b.Frame != "" }) {
		p.remark(p.engine + " does not keep boxes together in frames; dot does")
	}
	return p
}

func planRouting(g layout.Graph) plan {
	p := plan{engine: routing, pins: true, lines: true}
	p.set("overlap", "true") // a pinned box stays, even on another one
	rects := make([]geom.Rect, len(g.Boxes))
	for i, box := range g.Boxes {
		rects[i] = geom.RectAround(*box.Pin, box.W, box.H)
	}
	free := clearance(rects, 2*berth+berthSlack)
	p.limitRouting(g, free)
	p.set("esep", "+"+decimal(margin(free), 1))
	return p
}

// margin is how far lines keep from boxes that have at least free points between
// them. Where that is little, Graphviz now and then takes margins for touching
// that do not, and draws every line straight, through boxes too: then it gets a
// little less.
func margin(free float64) float64 {
	m := math.Max(0, (free-berthSlack)/2)
	if m < berth {
		m *= 0.9
	}
	return m
}

// Lines keep this distance from boxes, in points, or what there is room for. It
// makes them go around rather than along boxes, and lets bundles pass. Graphviz
// wants a little more room than twice that between boxes.
const (
	berth      = 10
	berthSlack = 1
)

func (p *plan) remarkPins(g layout.Graph) {
	if !p.pins && anyPinned(g.Boxes) {
		p.remark(p.engine + " places every box itself, so pins have no effect")
	}
}

func (p *plan) set(name, value string) {
	p.graph = append(p.graph, attribute{name, value})
}

func (p *plan) setInches(name string, points float64) {
	if points > 0 {
		p.set(name, inches(points))
	}
}

// weight writes the weight of a line as the engine wants it: dot knows whole
// numbers only.
func (p plan) weight(w float64) string {
	if w == 0 {
		return "1"
	}
	if p.ranked {
		return decimal(math.Max(1, math.Round(w)), 0)
	}
	return decimal(w, 5)
}

// asked returns the engine that the options ask for.
func asked(o layout.Options) layout.EngineName {
	if o.Engine == "" {
		return layout.Dot
	}
	return o.Engine
}

// gap returns the distance to keep between boxes, in points, for engines without
// ranks. It leaves room for a bundle of lines.
func gap(o layout.Options) float64 {
	if o.NodeSep > 0 {
		return o.NodeSep
	}
	return 27
}

// reach returns a good length for lines, in points: so long that most boxes of the
// spring engines, which take them for points, have room.
func reach(g layout.Graph) float64 {
	var sum float64
	for _, box := range g.Boxes {
		sum += (box.W + box.H) / 2
	}
	return 1.5*sum/math.Max(1, float64(len(g.Boxes))) + gap(g.Options)
}

func allPinned(boxes []layout.Box) bool {
	for _, box := range boxes {
		if box.Pin == nil {
			return false
		}
	}
	return len(boxes) > 0
}

func anyPinned(boxes []layout.Box) bool {
	for _, box := range boxes {
		if box.Pin != nil {
			return true
		}
	}
	return false
}
