package graphviz

import (
	"entangle/layout"
)

// survey estimates what dot is in for. It ranks the boxes much as dot does, which is
// quick; what takes dot long is to order and place the points at which long lines
// cross the ranks between their ends, and to bend lines around everything there.
type survey struct {
	// crossings is the number of those points.
	crossings int
	// bends is the sum of the cubes of the lengths of lines in ranks; the time to
	// bend lines grows with it.
	bends float64
}

func surveyOf(g layout.Graph) survey {
	r := ranking{number: numbers(g.Boxes), out: make([][]int, len(g.Boxes))}
	for _, line := range g.Lines {
		if !line.Loose {
			a, b := r.number[line.From], r.number[line.To]
			r.out[a] = append(r.out[a], b)
		}
	}
	rank := r.ranks()
	for i, box := range g.Boxes {
		if box.Row > 0 {
			rank[i] = box.Row
		}
	}
	var s survey
	for _, line := range g.Lines {
		span := rank[r.number[line.To]] - rank[r.number[line.From]]
		if span < 0 {
			span = -span
		}
		s.crossings += max(0, span-1)
		s.bends += float64(span) * float64(span) * float64(span)
	}
	return s
}

// ranking ranks boxes along the lines between them.
type ranking struct {
	number map[string]int
	out    [][]int // the boxes that lines lead to
}

// ranks returns a rank for every box such that lines lead from lower to higher
// ones, but for those that close a cycle. Boxes are as far down as they can be
// without making the whole higher.
func (r ranking) ranks() []int {
	order, back := r.downwards()
	rank := make([]int, len(r.out))
	for _, a := range order { // from the top: as far up as possible
		for i, b := range r.out[a] {
			if !back[a][i] {
				rank[b] = max(rank[b], rank[a]+1)
			}
		}
	}
	for k := len(order) - 1; k >= 0; k-- { // from the bottom: close to what follows
		a, lowest := order[k], -1
		for i, b := range r.out[a] {
			if !back[a][i] && (lowest < 0 || rank[b] < lowest) {
				lowest = rank[b]
			}
		}
		if lowest > rank[a] {
			rank[a] = lowest - 1
		}
	}
	return rank
}

// downwards returns the boxes so that every line that closes no cycle leads from an
// earlier to a later one, and which lines do close one. It walks with its own stack:
// a graph may be one long chain.
func (r ranking) downwards() (order []int, back [][]bool) {
	const fresh, open, done = 0, 1, 2
	state := make([]int, len(r.out))
	next := make([]int, len(r.out))
	back = make([][]bool, len(r.out))
	for i, out := range r.out {
		back[i] = make([]bool, len(out))
	}
	for root := range r.out {
		if state[root] != fresh {
			continue
		}
		state[root] = open
		stack := []int{root}
		for len(stack) > 0 {
			a := stack[len(stack)-1]
			if next[a] == len(r.out[a]) {
				state[a] = done
				order = append(order, a)
				stack = stack[:len(stack)-1]
				continue
			}
			b := r.out[a][next[a]]
			switch state[b] {
			case fresh:
				state[b] = open
				stack = append(stack, b)
			case open:
				back[a][next[a]] = true
			}
			next[a]++
		}
	}
	for i, j := 0, len(order)-1; i < j; i, j = i+1, j-1 {
		order[i], order[j] = order[j], order[i]
	}
	return order, back
}
