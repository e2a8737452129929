package graphviz

import (
	"bufio"
	"fmt"
	"io"
	"strconv"

	"entangle/layout"
)

// pointsPerInch converts the points of the graph to the inches of DOT.
const pointsPerInch = 72

// Compose writes the graph as DOT, the same text for the same graph. The engine
// that the text is meant for is the one of the options, or nop when every box is
// pinned; Graphviz is told it apart from the text. The error is that of the writer,
// or says why the graph is not valid.
func Compose(w io.Writer, g layout.Graph) error {
	if err := g.Validate(); err != nil {
		return err
	}
	return compose(w, g, planFor(g))
}

func compose(w io.Writer, g layout.Graph, p plan) error {
	b := &builder{w: bufio.NewWriter(w), plan: p, number: numbers(g.Boxes)}
	b.start()
	if p.ranked {
		b.rows(g)
		b.frames(g.Boxes)
	}
	for i, box := range g.Boxes {
		b.box(i, box)
	}
	for i, line := range g.Lines {
		b.line(i, line)
	}
	if p.ranked {
		b.ranks(g.Boxes)
	}
	return b.finish()
}

// numbers returns the place of every box by its id.
func numbers(boxes []layout.Box) map[string]int {
	number := make(map[string]int, len(boxes))
	for i, box := range boxes {
		number[box.ID] = i
	}
	return number
}

// builder writes the statements of one graph. The first error of the writer stays
// in w and comes out of finish.
type builder struct {
	w      *bufio.Writer
	plan   plan
	number map[string]int
}

// attribute is one name and value of DOT; the value is quoted when written.
type attribute struct{ name, value string }

func (b *builder) start() {
	b.w.WriteString("digraph {\n")
	b.statement("graph", b.plan.graph...)
	b.statement("node", attribute{"shape", "box"}, attribute{"fixedsize", "true"}, attribute{"label", " "})
	b.statement("edge", append([]attribute{{"arrowhead", "none"}}, b.plan.edge...)...)
}

func (b *builder) box(i int, box layout.Box) {
	attributes := []attribute{
		{"width", inches(box.W)},
		{"height", inches(box.H)},
	}
	if box.Pin != nil && b.plan.pins {
		// y grows upwards in Graphviz. The exclamation mark holds the box in place.
		pos := points(box.Pin.X) + "," + points(-box.Pin.Y) + "!"
		attributes = append(attributes, attribute{"pos", pos})
	}
	b.statement(boxName(i), attributes...)
}

func (b *builder) line(i int, line layout.Line) {
	attributes := []attribute{{"color", lineName(i)}}
	if weight := b.plan.weight(line.Weight); weight != "1" {
		attributes = append(attributes, attribute{"weight", weight})
	}
	if line.Loose && b.plan.ranked {
		attributes = append(attributes, attribute{"constraint", "false"})
	}
	b.statement(boxName(b.number[line.From])+" -> "+boxName(b.number[line.To]), attributes...)
}

// ranks writes one set of boxes for every group of two or more, in the order of
// their first boxes.
func (b *builder) ranks(boxes []layout.Box) {
	members := make(map[string][]int)
	var order []string
	for i, box := range boxes {
		if box.Group == "" {
			continue
		}
		if members[box.Group] == nil {
			order = append(order, box.Group)
		}
		members[box.Group] = append(members[box.Group], i)
	}
	for _, group := range order {
		if len(members[group]) < 2 {
			continue
		}
		b.w.WriteString("\t{rank=same")
		for _, i := range members[group] {
			b.w.WriteString("; " + boxName(i))
		}
		b.w.WriteString("}\n")
	}
}

func (b *builder) statement(subject string, attributes ...attribute) {
	b.w.WriteString("\t" + subject + " [")
	for i, a := range attributes {
		if i > 0 {
			b.w.WriteString(", ")
		}
		b.w.WriteString(a.name + "=" + quote(a.value))
	}
	b.w.WriteString("]\n")
}

func (b *builder) finish() error {
	b.w.WriteString("}\n")
	return b.w.Flush()
}

func boxName(i int) string { return "n" + strconv.Itoa(i) }

// lineName returns the number of a line as a colour, since that is what the plain
// output of Graphviz gives back of an edge.
func lineName(i int) string { return fmt.Sprintf("#%06x", i) }

// inches writes a length given in points as inches, to a hundred-thousandth.
func inches(points float64) string { return decimal(points/pointsPerInch, 5) }

// points writes a coordinate in points, to a thousandth.
func points(x float64) string { return decimal(x, 3) }

// decimal writes x with at most the given number of decimals and no exponent,
// which DOT does not know.
func decimal(x float64, decimals int) string {
	s := strconv.FormatFloat(x, 'f', decimals, 64)
	end := len(s)
	for decimals > 0 && s[end-1] == '0' {
		end--
	}
	if decimals > 0 && s[end-1] == '.' {
		end--
	}
	if s[:end] == "-0" {
		return "0"
	}
	return s[:end]
}
