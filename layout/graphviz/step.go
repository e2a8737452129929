package graphviz

import (
	"slices"

	"entangle/layout/geom"
)

// step is a point on a path: of which cubic, at which parameter, and how far it is
// from the start, in points.
type step struct {
	cubic int
	t     float64
	at    geom.Point
	along float64
}

// stepsOf returns points on a path, its ends and those of its cubics among them, no
// further apart than a few points.
func stepsOf(path geom.Path) []step {
	const apart, most = 6, 64
	steps := []step{{at: path.Start()}}
	for i, c := range path {
		size := c[0].Dist(c[1]) + c[1].Dist(c[2]) + c[2].Dist(c[3])
		n := int(max(2, min(most, size/apart)))
		for k := 1; k <= n; k++ {
			t := float64(k) / float64(n)
			at, last := c.At(t), steps[len(steps)-1]
			steps = append(steps, step{cubic: i, t: t, at: at, along: last.along + last.at.Dist(at)})
		}
	}
	return steps
}

// stretch returns between which steps a path runs through a rectangle, both the one
// that is nearest to it where the rectangle lies between two.
func stretch(steps []step, r geom.Rect) (in, out int) {
	in = -1
	nearest := 0
	for k := 1; k < len(steps); k++ {
		if r.Dist(steps[k].at) < r.Dist(steps[nearest].at) {
			nearest = k
		}
		if _, _, ok := r.Clip(steps[k-1].at, steps[k].at); ok {
			if in < 0 {
				in = k - 1
			}
			out = k
		}
	}
	if in < 0 {
		return nearest, nearest
	}
	return in, out
}

// back returns the last step at least that far before another one, else the first.
func back(steps []step, i int, run float64) int {
	k := i
	for k > 0 && steps[i].along-steps[k].along < run {
		k--
	}
	return k
}

// forth returns the first step at least that far behind another one, else the last.
func forth(steps []step, i int, run float64) int {
	k := i
	for k < len(steps)-1 && steps[k].along-steps[i].along < run {
		k++
	}
	return k
}

// upTo returns what a path is before a step.
func upTo(path geom.Path, s step) geom.Path {
	if s.t == 0 {
		return path[:s.cubic]
	}
	before, _ := path[s.cubic].Split(s.t)
	before[3] = s.at // to the last digit
	return append(slices.Clone(path[:s.cubic]), before)
}

// from returns what a path is behind a step.
func from(path geom.Path, s step) geom.Path {
	if s.t == 1 {
		return path[s.cubic+1:]
	}
	_, after := path[s.cubic].Split(s.t)
	after[0] = s.at
	return append(geom.Path{after}, path[s.cubic+1:]...)
}
