package graphviz

import (
	"maps"
	"math"
	"slices"
	"strconv"

	"entangle/layout"
)

// rows writes the ranks of the boxes that have a row. Two rails of points that
// nobody sees run through all rows, one on either side of the middle: they hold
// the rows apart, and the boxes of the sides outside.
func (b *builder) rows(g layout.Graph) {
	rows := map[int]row{}
	for i, box := range g.Boxes {
		if box.Row > 0 {
			r := rows[box.Row]
			r[box.Side-layout.Before] = append(r[box.Side-layout.Before], boxName(i))
			rows[box.Row] = r
		}
	}
	order := slices.Sorted(maps.Keys(rows))
	for _, number := range order {
		b.row(number, rows[number])
	}
	held := b.held(g)
	for k, number := range order[:max(0, len(order)-1)] {
		below := order[k+1]
		drop := attribute{"minlen", strconv.Itoa(below - number)}
		for _, rail := range []string{"l", "r"} {
			b.tether(railName(rail, number), railName(rail, below), drop, attribute{"weight", "1000"})
		}
		b.hang(number, below, drop, held, rows)
	}
	for _, side := range []int{0, 2} {
		b.column(order, rows, side)
	}
}

// row is the names of the boxes of a row: before, in the middle and behind.
type row [3][]string

func railName(rail string, number int) string { return rail + strconv.Itoa(number) }

// row writes the set of one rank and the tethers that order it.
func (b *builder) row(number int, r row) {
	left, right := railName("l", number), railName("r", number)
	point := []attribute{{"shape", "point"}, {"width", "0.01"}, {"height", "0.01"}, {"style", hidden}}
	b.w.WriteString("\t{rank=same")
	for _, name := range slices.Concat(r[0], []string{left}, r[1], []string{right}, r[2]) {
		b.w.WriteString("; " + name)
	}
	b.w.WriteString("}\n")
	b.statement(left, point...)
	b.statement(right, point...)
	if len(r[1]) == 0 {
		b.tether(left, right)
	}
	for _, name := range r[0] {
		b.tether(name, left)
	}
	for _, name := range r[1] {
		b.tether(left, name)
		b.tether(name, right)
	}
	for _, name := range r[2] {
		b.tether(right, name)
	}
}

// hang ties boxes to the rails of the row below or above when no line leads
// there: dot swaps two neighbours of a box that hangs on nothing without asking
// how the three are to be ordered.
func (b *builder) hang(above, below int, drop attribute, held map[string][2]bool, rows map[int]row) {
	weights := [3]string{"10", "0", "10"} // boxes of the sides stand near their rail
	for side, rails := range [3][]string{{"l"}, {"l", "r"}, {"r"}} {
		weight := attribute{"weight", weights[side]}
		for _, rail := range rails {
			for _, name := range rows[above][side] {
				if !held[name][1] {
					b.tether(name, railName(rail, below), drop, weight)
				}
			}
			for _, name := range rows[below][side] {
				if !held[name][0] {
					b.tether(railName(rail, above), name, drop, weight)
				}
			}
		}
	}
}

// held says of every box that has a row whether a line leads to it from above,
// and from it to below.
func (b *builder) held(g layout.Graph) map[string][2]bool {
	out := map[string][2]bool{}
	for _, line := range g.Lines {
		from, to := b.number[line.From], b.number[line.To]
		if g.Boxes[from].Row > g.Boxes[to].Row {
			from, to = to, from
		}
		if line.Loose || g.Boxes[from].Row == g.Boxes[to].Row {
			continue
		}
		upper, lower := out[boxName(from)], out[boxName(to)]
		upper[1], lower[0] = true, true
		out[boxName(from)], out[boxName(to)] = upper, lower
	}
	return out
}

// column ties the first boxes of a side to one another, so that they stand below
// one another.
func (b *builder) column(order []int, rows map[int]row, side int) {
	last, at := "", 0
	for _, number := range order {
		if members := rows[number][side]; len(members) > 0 {
			if last != "" {
				b.tether(last, members[0], attribute{"minlen", strconv.Itoa(number - at)}, attribute{"weight", "100"})
			}
			last, at = members[0], number
		}
	}
}

// hidden is the style of what only holds things in place. Parse passes over it.
const hidden = "invis"

// tether writes an edge that holds two things in place and is not drawn.
func (b *builder) tether(from, to string, attributes ...attribute) {
	b.statement(from+" -> "+to, append([]attribute{{"style", hidden}}, attributes...)...)
}

// astray counts the boxes of the sides that dot has put among those of the
// middle, or beyond them.
func astray(g layout.Graph, placed layout.Placed) int {
	across := func(i int) (from, to float64) {
		r := placed.Boxes[i].Rect
		if g.Options.Direction == "LR" || g.Options.Direction == "RL" {
			return r.Min.Y, r.Max.Y
		}
		return r.Min.X, r.Max.X
	}
	first, last := math.Inf(1), math.Inf(-1)
	for i, box := range g.Boxes {
		if from, to := across(i); box.Side == layout.Middle {
			first, last = min(first, from), max(last, to)
		}
	}
	n := 0
	for i, box := range g.Boxes {
		from, to := across(i)
		if box.Side == layout.Before && to > first || box.Side == layout.Behind && from < last {
			n++
		}
	}
	return n
}
