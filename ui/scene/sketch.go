package scene

import (
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
	for i := range s.Marks {
		m := &s.Marks[i] // there may be a hundred thousand
		if m.Ref.Kind != Party {
			continue
		}
		if k, ok := at[m.Ref]; ok {
			out.Boxes[k].Marks = append(out.Boxes[k].Marks, *m)
		}
	}
	for i := range s.lines {
		l := &s.lines[i]
		if len(ids) > 0 && !in[l.from] && !in[l.to] {
			continue
		}
		out.Lines = append(out.Lines, SketchLine{
			Ref: l.ref, From: l.from, To: l.to, Points: along(l.path, pieces),
			Stroke: l.stroke, Width: l.width, Dashed: l.dash != style.Solid,
		})
	}
	return out
}

// Count returns how many boxes and lines there are.
func (s *Scene) Count() (boxes, lines int) { return len(s.boxes), len(s.lines) }

// Degree returns how many lines end at one of some boxes.
func (s *Scene) Degree(ids []string) int {
	n := 0
	for i := range s.lines {
		if l := &s.lines[i]; slices.Contains(ids, l.from) || slices.Contains(ids, l.to) {
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
