package graphviz

import (
	"math"
	"slices"

	"entangle/layout"
	"entangle/layout/geom"
)

// fan draws lines side by side that Graphviz has drawn on top of each other, which
// all engines but dot do with lines between the same two boxes.
func fan(g layout.Graph, placed *layout.Placed) {
	number := numbers(g.Boxes)
	bundles := make(map[[2]int][]int)
	var order [][2]int
	for i, line := range g.Lines {
		a, b := number[line.From], number[line.To]
		pair := [2]int{min(a, b), max(a, b)}
		if bundles[pair] == nil {
			order = append(order, pair)
		}
		bundles[pair] = append(bundles[pair], i)
	}
	for _, pair := range order {
		for _, bundle := range coincident(placed.Lines, bundles[pair]) {
			fanOut(g, placed, number, bundle)
		}
	}
}

// strand is a line of a bundle.
type strand struct {
	line     int
	backward bool // it runs against the first line of the bundle
}

// coincident sorts lines between the same two boxes into bundles of two and more
// that lie on top of each other.
func coincident(lines []layout.PlacedLine, candidates []int) [][]strand {
	var bundles [][]strand
next:
	for _, i := range candidates {
		for k, bundle := range bundles {
			first := lines[bundle[0].line].Path
			switch {
			case same(first, lines[i].Path):
				bundles[k] = append(bundle, strand{i, false})
				continue next
			case same(first, lines[i].Path.Reverse()):
				bundles[k] = append(bundle, strand{i, true})
				continue next
			}
		}
		bundles = append(bundles, []strand{{i, false}})
	}
	kept := bundles[:0]
	for _, bundle := range bundles {
		if len(bundle) > 1 {
			kept = append(kept, bundle)
		}
	}
	return kept
}

// same says whether two paths look alike to the eye.
func same(p, q geom.Path) bool {
	const tolerance = 2 // points
	if p.Start().Dist(q.Start()) > tolerance || p.End().Dist(q.End()) > tolerance {
		return false // before lengths are measured, which takes long
	}
	length := p.Length()
	if math.Abs(length-q.Length()) > tolerance {
		return false
	}
	for _, part := range []float64{0.25, 0.5, 0.75} {
		a, _ := p.AtLength(part * length)
		b, _ := q.AtLength(part * length)
		if a.Dist(b) > tolerance {
			return false
		}
	}
	return true
}

// fanStep is the distance between lines of a bundle, in points, if there is room.
const fanStep = 10

// fanOut moves the lines of a bundle apart.
func fanOut(g layout.Graph, placed *layout.Placed, number map[string]int, bundle []strand) {
	first := g.Lines[bundle[0].line]
	from, to := placed.Boxes[number[first.From]].Rect, placed.Boxes[number[first.To]].Rect
	side := math.Min(math.Min(from.W(), from.H()), math.Min(to.W(), to.H()))
	step := math.Min(fanStep, 0.8*side/float64(len(bundle)))
	middle := placed.Lines[bundle[0].line].Path
	for k, strand := range bundle {
		path := slices.Clone(middle.Offset((float64(k) - float64(len(bundle)-1)/2) * step))
		first, last := &path[0], &path[len(path)-1]
		first[0] = slide(first[0], first[1].Sub(first[0]), from)
		last[3] = slide(last[3], last[3].Sub(last[2]), to)
		path = attach(path, from, to)
		if strand.backward {
			path = path.Reverse()
		}
		placed.Lines[strand.line].Path = path
	}
}

// slide moves the end of a line along the line to the border of its box, so that
// lines side by side keep their distance. One that misses the box stays.
func slide(end, along geom.Point, box geom.Rect) geom.Point {
	from, to := math.Inf(-1), math.Inf(1)
	for _, side := range [2][4]float64{{along.X, end.X, box.Min.X, box.Max.X}, {along.Y, end.Y, box.Min.Y, box.Max.Y}} {
		d, at, low, high := side[0], side[1], side[2], side[3]
		if d == 0 {
			if at < low || at > high {
				return end
			}
			continue
		}
		a, b := (low-at)/d, (high-at)/d
		from, to = math.Max(from, math.Min(a, b)), math.Min(to, math.Max(a, b))
	}
	if from > to {
		return end
	}
	if math.Abs(to) < math.Abs(from) {
		from = to
	}
	return end.Add(along.Mul(from))
}
