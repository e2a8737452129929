package layout

// Survey estimates what dot is in for with a graph. Boxes are ranked much as dot
// does it, which is quick; what takes dot long is to order and place the points at
// which long lines cross the ranks between their ends, and to bend lines around
// everything there.
type Survey struct {
	// Crossings is the number of those points.
	Crossings int
	// Bends is the sum of the cubes of the lengths of lines in ranks; the time to
	// bend lines grows with it.
	Bends float64
	// Ranks is how many there are, and Fullest how many boxes and crossings the
	// rank has that has the most.
	Ranks, Fullest int
}

// SurveyOf looks at a valid graph.
func SurveyOf(g Graph) Survey {
	number := make(map[string]int, len(g.Boxes))
	for i, box := range g.Boxes {
		number[box.ID] = i
	}
	r := ranking{out: make([][]int, len(g.Boxes))}
	for _, line := range g.Lines {
		if !line.Loose {
			a, b := number[line.From], number[line.To]
			r.out[a] = append(r.out[a], b)
		}
	}
	rank := r.ranks()
	for i, box := range g.Boxes {
		if box.Row > 0 {
			rank[i] = box.Row
		}
	}
	var s Survey
	for _, k := range rank {
		s.Ranks = max(s.Ranks, k+1)
	}
	enters := make([]int, s.Ranks+1) // what a rank has more of than the one before
	for _, k := range rank {
		enters[k]++
		enters[k+1]--
	}
	for _, line := range g.Lines {
		low, high := rank[number[line.From]], rank[number[line.To]]
		if low > high {
			low, high = high, low
		}
		if span := high - low; span > 1 {
			s.Crossings += span - 1
			enters[low+1]++
			enters[high]--
		}
		span := float64(high - low)
		s.Bends += span * span * span
	}
	full := 0
	for _, n := range enters {
		full += n
		s.Fullest = max(s.Fullest, full)
	}
	return s
}

// ranking ranks boxes along the lines between them.
type ranking struct {
	out [][]int // the boxes that lines lead to
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
