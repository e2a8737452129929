package scene

import (
	"slices"
	"strconv"

	"entangle/data"
	"entangle/layout"
	"entangle/layout/geom"
	"entangle/ui/style"
)

// Diagram is what is to be drawn, before it has a place: parties and the lines
// between them, in words.
type Diagram struct {
	Boxes []Box
	Lines []Line
	Lanes []Lane // in the order in which they are painted; none when nothing is in lanes
}

// Box is a party.
type Box struct {
	ID     string
	Name   string
	Word   string // the kind of party, under its name
	Kind   data.PartyKind
	Row    int         // its place in the stack, 1 at the top; 0 where there are no rows
	Side   layout.Side // of the stack
	Pinned bool        // a person put it where it is
	Frame  string      // its role, where boxes of a role are kept together; "" for none

	lines []string // of the name, wrapped
	w, h  float64
}

// Line is one tie, or several parallel ones drawn as one.
type Line struct {
	ID        string
	From, To  string
	Label     string
	Layer     data.LayerID
	Dash      style.Dash
	Disputed  bool
	Uncertain bool     // whether it is in force cannot be said
	Undated   bool     // it rests on undated statements alone, on a day when that matters
	Faint     bool     // it stands back, unless it is selected
	Change    Change   // when two days are compared
	Tag       string   // what changed in words, before the label
	Ties      []string // what stands behind the line, the leading tie first
	Fan       []Line   // the ties as lines of their own, when they are fanned out
}

// Ref returns what a click on the line picks: its tie, or the bundle of several.
func (l *Line) Ref() Ref {
	if len(l.Ties) == 1 {
		return Ref{Tie, l.Ties[0]}
	}
	return Ref{Bundle, l.ID}
}

// Holds says whether the record stands behind the line.
func (l *Line) Holds(r Ref) bool {
	return r.Kind == Tie && slices.Contains(l.Ties, r.ID) || r == Ref{Bundle, l.ID}
}

// Touches says whether the line ends at the party.
func (l *Line) Touches(party string) bool { return l.From == party || l.To == party }

// Measure gives every box its size in the face that draws it.
func (d *Diagram) Measure(r *style.Ruler) {
	for i := range d.Boxes {
		b := &d.Boxes[i]
		b.lines, _ = r.Wrap(b.Name, style.SizeName, true, style.NameWidth, 2)
		b.w = 0
		for _, l := range b.lines {
			b.w = max(b.w, r.Width(l, style.SizeName, true))
		}
		b.w = max(b.w, r.Width(b.Word, style.SizeSmall, true))
		b.w = max(b.w+2*style.BoxPad, style.BoxMin)
		b.h = style.BoxHeight + float64(len(b.lines)-1)*style.SizeName*style.LineHeight
	}
}

// tier is the height at which a box stands: its row, else by its role.
func (b *Box) tier() int {
	if b.Row > 0 {
		return b.Row
	}
	return tier(b.Kind)
}

// tier says on which side of the labs a role stands: the clouds on one, everyone
// else on the other, so that the lines between labs and clouds, which are the
// most, have that room to themselves.
func tier(k data.PartyKind) int {
	switch k {
	case data.AILab:
		return 1
	case data.Cloud:
		return 2
	default:
		return 0
	}
}

// Graph returns the diagram as plain boxes and lines for a layout. Lines run
// from the lower tier to the higher one, whatever way their arrow points: Place
// turns them round again.
func (d *Diagram) Graph(o layout.Options) layout.Graph {
	g := layout.Graph{Options: o, Boxes: make([]layout.Box, 0, len(d.Boxes)), Lines: make([]layout.Line, 0, len(d.Lines))}
	tiers := map[string]int{}
	rowed := false // ranks are given by more than the lines
	for i := range d.Boxes {
		b := &d.Boxes[i]
		tiers[b.ID] = b.tier()
		rowed = rowed || b.Row > 0 || b.Frame != ""
		box := layout.Box{ID: b.ID, W: b.w, H: b.h, Row: b.Row, Side: b.Side, Frame: b.Frame}
		if len(d.Boxes) <= compactBoxes && b.Row == 0 && b.Frame == "" {
			box.Group = strconv.Itoa(tier(b.Kind))
		}
		g.Boxes = append(g.Boxes, box)
	}
	for _, l := range d.Lines {
		from, to := l.From, l.To
		if tiers[from] > tiers[to] {
			from, to = to, from
		}
		g.Lines = append(g.Lines, layout.Line{
			ID: l.ID, From: from, To: to, Weight: float64(max(len(l.Ties), 1)),
			// Two of a role would stand above one another, where no ranks hold them.
			Loose: tiers[from] == tiers[to] && (rowed || len(d.Boxes) > compactBoxes),
		})
	}
	return g
}

// compactBoxes is up to how many boxes the roles get a rank each: more would
// make rows too long to read.
const compactBoxes = 12

// pathsOf returns the path of every line, in the direction of its arrow.
func (d *Diagram) pathsOf(g *ground) map[string]geom.Path {
	tiers := make(map[string]int, len(d.Boxes))
	for i := range d.Boxes {
		tiers[d.Boxes[i].ID] = d.Boxes[i].tier()
	}
	out := make(map[string]geom.Path, len(d.Lines))
	for i := range d.Lines {
		l := &d.Lines[i]
		n, ok := g.number[l.ID]
		if !ok {
			continue
		}
		path := g.placed.Lines[n].Path
		if tiers[l.From] > tiers[l.To] {
			path = path.Reverse()
		}
		out[l.ID] = path
	}
	return out
}
