package picture

import (
	"slices"

	"entangle/data"
	"entangle/layout"
	"entangle/ui/scene"
	"entangle/ui/style"
	"entangle/ui/words"
)

// Up to this many boxes the layers of dot run from the top down, which reads
// like a stack; a wider web runs from the left, since its rows would be longer
// than any page.
const stackBoxes = 12

// Where dot suits a web. Its time grows with the points at which long lines cross
// the ranks between their ends: measured on webs of 40 to 1,000 boxes, 20,000 take
// about a second, 40,000 two, 76,000 ten. A web of more than legible boxes that it
// would draw as a strip is not readable either.
const (
	dotBoxes     = 1000
	dotCrossings = 30_000
	legible      = 100
	strip        = 10 // times as long as wide by our estimate, which comes to up to twice the truth
)

// Graph returns the diagram as a plain graph for the layout, with the engine
// that the view asks for or the one that suits its size and density.
func (v View) Graph(d *scene.Diagram) layout.Graph {
	o := layout.Options{Engine: v.Engine, Direction: v.Direction, NodeSep: 150, RankSep: 225}
	if o.Direction == "" {
		o.Direction = "TB"
		if len(d.Boxes) > stackBoxes {
			o.Direction = "LR"
		}
	}
	if o.Direction == "LR" || o.Direction == "RL" {
		o.NodeSep, o.RankSep = 20, 380
	}
	g := d.Graph(o)
	if o.Direction == "LR" || o.Direction == "RL" {
		makeRoom(&g)
	}
	if g.Options.Engine == "" {
		g.Options.Engine = layout.Dot
		if why(g) != "" {
			g.Options.Engine = layout.SFDP
		}
	}
	v.pin(&g)
	return g
}

// A box at which many lines meet is taller in a web that runs sideways, so that
// they can be told apart: so many points a line, up to a height that still leaves
// its neighbours in sight.
const (
	roomOfLine = 26.0
	tallest    = 420.0
)

// makeRoom gives every box the height that its lines take on their fuller side.
func makeRoom(g *layout.Graph) {
	leaving, coming := map[string]int{}, map[string]int{}
	for _, l := range g.Lines {
		leaving[l.From]++
		coming[l.To]++
	}
	for i := range g.Boxes {
		b := &g.Boxes[i]
		b.H = max(b.H, min(roomOfLine*float64(max(leaving[b.ID], coming[b.ID])), tallest))
	}
}

// why says why dot does not suit a graph, "" when it does.
func why(g layout.Graph) string {
	if len(g.Boxes) > dotBoxes {
		return words.TooMany(len(g.Boxes), len(g.Lines), string(layout.Dot))
	}
	s := layout.SurveyOf(g)
	if s.Crossings > dotCrossings {
		return words.TooMany(len(g.Boxes), len(g.Lines), string(layout.Dot))
	}
	if len(g.Boxes) > legible && elongation(g, s) > strip {
		return words.TooLong(len(g.Boxes), string(layout.Dot))
	}
	return ""
}

// elongation estimates how many times as long as wide dot would draw a graph, or
// as wide as long.
func elongation(g layout.Graph, s layout.Survey) float64 {
	var along, across float64 // the ranks: the sizes of a box
	for _, b := range g.Boxes {
		along, across = along+b.W, across+b.H
	}
	if d := g.Options.Direction; d != "LR" && d != "RL" {
		along, across = across, along
	}
	n := float64(len(g.Boxes))
	length := float64(s.Ranks)*(along/n+g.Options.RankSep) - g.Options.RankSep
	width := float64(s.Fullest) * (across/n + g.Options.NodeSep)
	return max(width/length, length/width)
}

// Chosen says which engine was chosen for a graph of this view and why; "" where
// the view asks for one or it is the usual one.
func (v View) Chosen(g layout.Graph) string {
	if v.Engine != "" || v.Arranged() != Web || g.Options.Engine == layout.Dot {
		return ""
	}
	return words.Chosen(string(g.Options.Engine), why(g))
}

// A graph of more boxes and lines than these takes its engine about a second or
// more: sfdp, and any other.
const (
	draftSprings = 4000
	draftOthers  = 1000
)

// mostAtOnce is up to how many boxes and lines a picture is light: composing and
// painting it takes some fifteen milliseconds.
const mostAtOnce = 240

// Light says whether the picture of the subject takes less than a frame, so that it
// is composed and drawn in one piece: handing over one and then the other takes a
// frame more.
func (s *Subject) Light() bool {
	return s.View.Arranged().Placed() && len(s.Drawing.Nodes)+len(s.Drawing.Bundles) <= mostAtOnce
}

// Huge says whether any graph of the subject is drafted first.
func (s *Subject) Huge() bool {
	return s.View.Arranged() == Web && len(s.Placed.Nodes)+len(s.Placed.Bundles) > draftSprings
}

// Measure measures the names of a huge dataset ahead, so that the ruler knows them
// when they are placed.
func Measure(d *data.Dataset, ruler *style.Ruler) {
	if len(d.Parties)+len(d.Ties) <= draftSprings {
		return
	}
	names := &scene.Diagram{Boxes: make([]scene.Box, len(d.Parties))}
	for i := range d.Parties {
		names.Boxes[i].Name = words.Plain(d.Parties[i].Name)
	}
	names.Measure(ruler)
}

// Drafted says whether a draft of the graph should be shown until its engine has
// placed it. A draft knows no rows.
func Drafted(g layout.Graph) bool {
	if slices.ContainsFunc(g.Boxes, func(b layout.Box) bool { return b.Row > 0 }) {
		return false
	}
	most := draftOthers
	if g.Options.Engine == layout.SFDP {
		most = draftSprings
	}
	return len(g.Boxes)+len(g.Lines) > most
}
