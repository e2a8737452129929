package scene

import (
	"math"
	"slices"

	"entangle/layout/geom"
	"entangle/ui/style"
)

// Sketch is a scene in few strokes, for what is in motion: boxes with their
// names, and lines as a few points each.
type Sketch struct {
	Boxes []SketchBox
	Lines []SketchLine
}

// SketchBox is a box with what is written in it.
type SketchBox struct {
	ID    string
	Rect  geom.Rect
	Marks []Mark
}

// SketchLine is a line, from one box to another.
type SketchLine struct {
	Ref      Ref
	From, To string
	Points   []geom.Point // at even distances along it, both ends among them
	Stroke   style.Colour
	Width    float64
	Dashed   bool
}

// Sketch returns the given boxes and the lines that end at one of them, each in
// that many pieces; no ids take everything.
func (s *Scene) Sketch(ids []string, pieces int) Sketch {
	var out Sketch
	in, at := map[string]bool{}, map[Ref]int{}
	for _, id := range ids {
		in[id] = true
	}
	for _, b := range s.boxes {
		if len(ids) == 0 || in[b.ref.ID] {
			at[b.ref] = len(out.Boxes)
			out.Boxes = append(out.Boxes, SketchBox{ID: b.ref.ID, Rect: b.rect})
		}
	}
	layers := s.layers()
	for _, m := range s.marksOf([]layer{layers[0], layers[len(layers)-1]}, nil, math.Inf(1)) { // not the lines: there may be thirty thousand
		if k, ok := at[m.Ref]; ok && m.Ref.Kind == Party {
			out.Boxes[k].Marks = append(out.Boxes[k].Marks, m)
		}
	}
	b := &brush{pal: s.pal}
	for i := range s.lines {
		l := &s.lines[i]
		if len(ids) > 0 && !in[l.From] && !in[l.To] {
			continue
		}
		line := SketchLine{Ref: l.Ref(), From: l.From, To: l.To, Points: along(l.path, pieces)}
		if !s.inMarks { // in a matrix it is a cell
			line.Stroke, line.Width, line.Dashed = l.hue(b), l.width(), l.dash() != style.Solid
		}
		out.Lines = append(out.Lines, line)
	}
	return out
}

// Count returns how many boxes and lines there are.
func (s *Scene) Count() (boxes, lines int) { return len(s.boxes), len(s.lines) }

// Degree returns how many lines end at one of some boxes.
func (s *Scene) Degree(ids []string) int {
	n := 0
	for i := range s.lines {
		if l := &s.lines[i]; slices.Contains(ids, l.From) || slices.Contains(ids, l.To) {
			n++
		}
	}
	return n
}

// along returns points at even distances along a path.
func along(path geom.Path, pieces int) []geom.Point {
	points, length := make([]geom.Point, pieces+1), path.Length()
	for i := range points {
		points[i], _ = path.AtLength(length * float64(i) / float64(pieces))
	}
	return points
}

// Bent returns the points of the line when its ends move: each goes as far as its
// share of the way between the two says.
func (l SketchLine) Bent(from, to geom.Point) []geom.Point {
	out := make([]geom.Point, len(l.Points))
	for i, p := range l.Points {
		out[i] = p.Add(from.Lerp(to, float64(i)/float64(len(l.Points)-1)))
	}
	return out
}
