package graphviz

import (
	"math"
	"strconv"

	"entangle/layout"
)

// plan is how a graph is put to Graphviz: with which engine, which attributes, and
// what of the graph the engine understands.
type plan struct {
	engine string
	graph  []attribute
	// ranked: the engine has ranks, so groups and loose lines mean something.
	ranked bool
	// pins: the engine respects positions.
	pins bool
	// lines: the engine draws lines.
	lines bool
	// note says what is done otherwise than asked.
	note string
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

// asked returns the engine that the options ask for.
func asked(o layout.Options) layout.EngineName {
	if o.Engine == "" {
		return layout.Dot
	}
	return o.Engine
}

func planDot(g layout.Graph) plan {
	p := plan{engine: string(layout.Dot), ranked: true, lines: true}
	o := g.Options
	if o.Direction != "" {
		p.set("rankdir", o.Direction)
	}
	p.setInches("nodesep", o.NodeSep)
	p.setInches("ranksep", o.RankSep)
	p.set("splines", splines(o.Splines))
	if anyPinned(g.Boxes) {
		p.note = "dot places every box itself, so pins have no effect"
	}
	return p
}

// planPlacing is for the engines without ranks. They only place the boxes; their
// lines are drawn afterwards, by planRouting.
func planPlacing(g layout.Graph, engine layout.EngineName) plan {
	o := g.Options
	p := plan{engine: string(engine), pins: engine == layout.Neato || engine == layout.FDP}
	if anyPinned(g.Boxes) && !p.pins {
		p.note = string(engine) + " places every box itself, so pins have no effect"
	}
	p.set("inputscale", strconv.Itoa(pointsPerInch)) // pins are in points
	p.set("start", strconv.Itoa(o.Seed+1))           // 0 would be no seed
	p.set("overlap", "false")
	p.set("splines", "") // no lines yet
	switch engine {
	case layout.Twopi:
		p.setInches("ranksep", o.RankSep)
	case layout.Circo:
		p.setInches("mindist", o.NodeSep)
	}
	return p
}

func planRouting(g layout.Graph) plan {
	p := plan{engine: routing, pins: true, lines: true}
	p.set("overlap", "true")
	p.set("splines", splines(g.Options.Splines))
	return p
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

// splines returns Graphviz' word for a shape of lines.
func splines(shape string) string {
	if shape == "" {
		return "spline"
	}
	return shape
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
