package graphviz

import (
	"cmp"
	"slices"

	"entangle/layout"
	"entangle/layout/geom"
)

// mend leads lines around boxes that they have nothing to do with and touch all the
// same, and returns how many were in need of that. Graphviz smooths its lines and
// moves those of the same two boxes apart without another look at what lies there: one
// in forty comes too near, one in three hundred runs through a corner. A line that no
// way is found for stays as it is.
func mend(g layout.Graph, placed *layout.Placed, smooth bool) int {
	obstacles := newObstacles(placed.Boxes)
	number := numbers(g.Boxes)
	count := 0
	for i, line := range g.Lines {
		d := detour{obstacles: obstacles, from: number[line.From], to: number[line.To], smooth: smooth}
		path := placed.Lines[i].Path
		hit := d.first(path)
		if hit < 0 {
			continue
		}
		count++
		for n := 0; hit >= 0 && path != nil && n < mostDetours; n++ {
			path = d.around(path, hit)
			hit = d.first(path)
		}
		if hit < 0 && path != nil {
			placed.Lines[i].Path = path
		}
	}
	return count
}

const (
	// mostDetours bounds how many boxes a line is led around.
	mostDetours = 6
	// tooNear is how near a line may not come to a box, in points.
	tooNear = 1
	// flat is how far a line may be off when it is judged, in points.
	flat = 0.1
)

// detour leads a line between two boxes around others.
type detour struct {
	*obstacles
	from, to int
	smooth   bool // by curves, else by segments
}

// first returns the first box that a path comes too near to, -1 when there is none.
// Those that it connects do not count.
func (d detour) first(path geom.Path) int {
	hit := -1
	for _, c := range path {
		d.in(c.Hull().Inset(-tooNear), func(i int) bool {
			if i != d.from && i != d.to && c.Meets(d.rects[i].Inset(-tooNear), flat) {
				hit = i
			}
			return hit < 0
		})
		if hit >= 0 {
			break
		}
	}
	return hit
}

// around returns the path led around a box, by a change as small as will do that
// touches nothing else, nil when there is none.
func (d detour) around(path geom.Path, box int) geom.Path {
	steps := stepsOf(path)
	in, out := stretch(steps, d.rects[box].Inset(-tooNear))
	middle := steps[(in+out)/2].at
	for _, room := range []float64{4, 2, 1} {
		border := d.rects[box].Inset(-tooNear - room)
		for _, run := range []float64{60, 30, 120, 10} {
			start, end := back(steps, in, run), forth(steps, out, run)
			a, b := steps[start], steps[end]
			for _, way := range ways(a.at, b.at, middle, border) {
				part := d.thread(way, path[a.cubic].Tangent(a.t), path[b.cubic].Tangent(b.t))
				if d.clear(part) {
					return slices.Concat(upTo(path, a), part, from(path, b))
				}
			}
		}
	}
	return nil
}

// ways returns the ways from a to b by points on a rectangle around the box, the
// shortest first: by the point nearest to where the line was, by a corner, and by both
// ends of a side.
func ways(a, b, middle geom.Point, border geom.Rect) [][]geom.Point {
	corners := [4]geom.Point{border.Min, {X: border.Max.X, Y: border.Min.Y}, border.Max, {X: border.Min.X, Y: border.Max.Y}}
	list := [][]geom.Point{{a, border.NearestOnBorder(middle), b}}
	for i, c := range corners {
		next := corners[(i+1)%4]
		list = append(list, []geom.Point{a, c, b}, []geom.Point{a, c, next, b}, []geom.Point{a, next, c, b})
	}
	slices.SortStableFunc(list, func(v, w []geom.Point) int { return cmp.Compare(along(v), along(w)) })
	return list
}

// along is the length of a way.
func along(way []geom.Point) float64 {
	sum := 0.0
	for i := 1; i < len(way); i++ {
		sum += way[i-1].Dist(way[i])
	}
	return sum
}

// thread draws a way, which leaves its first point and reaches its last one in the
// given directions.
func (d detour) thread(way []geom.Point, leave, reach geom.Point) geom.Path {
	if !d.smooth {
		return geom.Polyline(way...)
	}
	last := len(way) - 1
	path := make(geom.Path, last)
	before := leave
	for i := range last {
		after := reach
		if i+1 < last {
			after = way[i+2].Sub(way[i]).Unit()
		}
		third := way[i].Dist(way[i+1]) / 3
		path[i] = geom.Cubic{way[i], way[i].Add(before.Mul(third)), way[i+1].Sub(after.Mul(third)), way[i+1]}
		before = after
	}
	return path
}

// clear says whether a piece of the line touches no box, and runs through none of
// those that it connects.
func (d detour) clear(part geom.Path) bool {
	if d.first(part) >= 0 {
		return false
	}
	return !part.Meets(d.rects[d.from].Inset(tooNear), flat) && !part.Meets(d.rects[d.to].Inset(tooNear), flat)
}
