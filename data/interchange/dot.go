package interchange

import (
	"bytes"
	"strconv"
	"strings"

	"entangle/data"
	"entangle/data/query"
	"entangle/data/resolve"
)

// Spot is where a box of the drawing stands: its centre and its size, in points;
// y grows downwards.
type Spot struct{ X, Y, W, H float64 }

// DOT writes the drawing of a view for Graphviz. Boxes are those of the drawing,
// and stand where they are drawn: the file says layout=nop, so that any program
// of Graphviz keeps them there and draws the lines. Whoever wants another layout
// takes that word out. A box without a spot is left to Graphviz, and so then is
// the whole.
//
// Texts are quoted so that they stay texts: white space is one space, a quote
// has a backslash, a backslash stands twice.
func DOT(d *data.Dataset, r *query.Result, drawing query.Drawing, spots map[data.PartyID]Spot) []byte {
	var w dotWriter
	w.WriteString("digraph entangle {\n")
	w.statement("  ", "graph", w.graph(d, r, drawing, spots))
	w.statement("  ", "node", textAttributes([][2]string{
		{"shape", "box"}, {"style", "rounded"}, {"fixedsize", "true"}, {"fontname", "Noto Sans,Helvetica,Arial,sans-serif"}, {"fontsize", "14"},
	}))
	box := map[data.PartyID]data.PartyID{}
	for _, n := range drawing.Nodes {
		box[n.Party] = n.Party
		for _, m := range n.Members {
			box[m] = n.Party
		}
		w.statement("  ", dotQuote(string(n.Party)), w.node(d, n, spots))
	}
	fields := amountFields(r)
	for _, l := range lines(r) {
		ends := dotQuote(string(box[l.from])) + " -> " + dotQuote(string(box[l.to]))
		w.statement("  ", ends, w.edge(d, l, box, fields))
	}
	w.WriteString("}\n")
	return w.Bytes()
}

// dotWriter writes the statements of one graph.
type dotWriter struct{ bytes.Buffer }

func (w *dotWriter) graph(d *data.Dataset, r *query.Result, drawing query.Drawing, spots map[data.PartyID]Spot) []attribute {
	list := textAttributes([][2]string{{"splines", "true"}})
	if len(drawing.Nodes) > manyObstacles {
		list[0].value = "line" // to lead lines around so many boxes takes minutes
	}
	placed := len(drawing.Nodes) > 0
	for _, n := range drawing.Nodes {
		_, ok := spots[n.Party]
		placed = placed && ok
	}
	if placed {
		list = append(list, attribute{name: "layout", value: "nop"})
	}
	return append(list, graphAttributes(d, r)...)
}

const manyObstacles = 200 // boxes

func (w *dotWriter) node(d *data.Dataset, n query.Node, spots map[data.PartyID]Spot) []attribute {
	p := partyOf(d, n.Party)
	list := textAttributes([][2]string{{"label", escaped(p.Name)}, {"tooltip", escaped(p.Name)}, {"members", list(n.Members)}})
	if s, ok := spots[n.Party]; ok {
		list = append(list, textAttributes([][2]string{
			{"pos", decimal(s.X) + "," + decimal(-s.Y)}, {"width", decimal(s.W / pointsPerInch)}, {"height", decimal(s.H / pointsPerInch)},
		})...)
	}
	return append(list, partyAttributes(p)[1:]...) // Graphviz keeps "name" for its own
}

const pointsPerInch = 72

// edge lists the attributes of a line. Where an end is drawn as its owner, from
// and to say which party it is.
func (w *dotWriter) edge(d *data.Dataset, l line, box map[data.PartyID]data.PartyID, fields []string) []attribute {
	name := l.state.Tie.Title
	if name == "" {
		name = string(l.state.Tie.Kind)
	}
	list := textAttributes([][2]string{{"id", l.id}, {"tooltip", escaped(name)}, {"style", dotStyle(d, l.state)}})
	if box[l.from] != l.from || box[l.to] != l.to {
		list = append(list, textAttributes([][2]string{{"from", string(l.from)}, {"to", string(l.to)}})...)
	}
	return append(list, tieAttributes(d, l.state, fields)...)
}

// dotStyle draws a line as the map does: dotted when it is not in force, dashed
// when it is technical.
func dotStyle(d *data.Dataset, s *resolve.State) string {
	switch {
	case s.InForce == resolve.False:
		return "dotted"
	case d.BasisOf(s.Tie) == data.Technical:
		return "dashed"
	}
	return ""
}

// statement writes a statement with those of the attributes that have a value.
func (w *dotWriter) statement(indent, subject string, attributes []attribute) {
	w.WriteString(indent + subject)
	between := " ["
	for _, a := range attributes {
		if a.value != "" {
			w.WriteString(between + dotName(a.name) + "=" + dotQuote(a.value))
			between = ", "
		}
	}
	if between != " [" {
		w.WriteString("]")
	}
	w.WriteString("\n")
}

// dotName writes the name of an attribute, quoted where it must be.
func dotName(name string) string {
	if strings.ContainsFunc(name, func(r rune) bool { return r != '_' && (r < 'a' || r > 'z') }) {
		return dotQuote(name)
	}
	return name
}

// dotQuote writes a string of DOT that ends where it should, whatever the text
// holds.
func dotQuote(text string) string {
	text = strings.ReplaceAll(strings.Join(strings.Fields(text), " "), "\x00", "\uFFFD")
	return `"` + strings.ReplaceAll(strings.ReplaceAll(text, `\`, `\\`), `"`, `\"`) + `"`
}

// escaped keeps Graphviz from reading &lt; in what it shows as a character.
func escaped(text string) string { return strings.ReplaceAll(text, "&", "&amp;") }

// decimal writes a length to a thousandth, without an exponent.
func decimal(x float64) string {
	s := strings.TrimRight(strings.TrimRight(strconv.FormatFloat(x, 'f', 3, 64), "0"), ".")
	if s == "-0" || s == "" {
		return "0"
	}
	return s
}
