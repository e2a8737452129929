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
	in := map[string]bool{}
	for _, id := range ids {
		in[id] = true
	}
	for _, b := range s.boxes {
		if len(ids) == 0 || in[b.ref.ID] {
			out.Boxes = append(out.Boxes, SketchBox{ID: b.ref.ID, Rect: b.rect, Marks: s.MarksOf(b.ref)})
		}
	}
	strokes := map[Ref]Curve{}
	for _, m := range s.Marks {
		if c, ok := m.Shape.(Curve); ok {
			if _, wide := strokes[m.Ref]; !wide || len(c.Path) > 1 || c.Path.Length() > 20 { // the halo lies below, a warning above
				strokes[m.Ref] = c
			}
		}
	}
	for _, l := range s.lines {
		if len(ids) > 0 && !in[l.from] && !in[l.to] {
			continue
		}
		c := strokes[l.ref]
		out.Lines = append(out.Lines, SketchLine{
			Ref: l.ref, From: l.from, To: l.to, Points: along(l.path, pieces),
			Stroke: c.Stroke, Width: c.Width, Dashed: c.Dash != style.Solid,
		})
	}
	return out
}

// Count returns how many boxes and lines there are.
func (s *Scene) Count() (boxes, lines int) { return len(s.boxes), len(s.lines) }

// MarksOf lists the marks that stand for a record.
func (s *Scene) MarksOf(ref Ref) []Mark {
	return slices.DeleteFunc(slices.Clone(s.Marks), func(m Mark) bool { return m.Ref != ref })
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
