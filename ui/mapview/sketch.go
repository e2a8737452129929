package mapview

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"entangle/layout/geom"
	"entangle/ui/scene"
)

// sketch is what is in motion, drawn by the toolkit above the tiles or instead of
// them: boxes and lines of a few strokes that cost little to move.
type sketch struct {
	scene scene.Sketch
	boxes []sketchBox
	lines [][]*canvas.Line
}

type sketchBox struct{ marks []fyne.CanvasObject }

// strokes is how many pieces of line a sketch may have; one of more lines has
// only the first of them.
const strokes = 900

// pieces returns into how many pieces each of n lines is cut.
func pieces(n int) int { return min(max(strokes/max(n, 1), 1), 10) }

func newSketch(s scene.Sketch) *sketch {
	for i := range s.Lines {
		if most := strokes / max(len(s.Lines[i].Points)-1, 1); i >= most {
			s.Lines = s.Lines[:most]
			break
		}
	}
	k := &sketch{scene: s}
	for _, l := range s.Lines {
		line := make([]*canvas.Line, 0, len(l.Points))
		for i := range len(l.Points) - 1 {
			if l.Dashed && len(l.Points) > 4 && i%2 == 1 {
				continue // nearly dashes
			}
			line = append(line, canvas.NewLine(l.Stroke))
		}
		k.lines = append(k.lines, line)
	}
	for _, b := range s.Boxes {
		var box sketchBox
		for _, m := range b.Marks {
			box.marks = append(box.marks, object(m))
		}
		k.boxes = append(k.boxes, box)
	}
	return k
}

// object makes a mark of a box into an object of the toolkit.
func object(m scene.Mark) fyne.CanvasObject {
	switch s := m.Shape.(type) {
	case scene.Rect:
		r := canvas.NewRectangle(s.Fill)
		r.StrokeColor = s.Stroke
		return r
	case scene.Text:
		t := canvas.NewText(s.String, s.Colour)
		t.TextStyle.Bold = s.Bold
		return t
	default:
		return canvas.NewRectangle(color.Transparent)
	}
}

// place puts everything where it is now: shift says how far each box has moved,
// bend where the points of each line are.
func (k *sketch) place(c camera, shift func(scene.SketchBox) geom.Point, bend func(scene.SketchLine) []geom.Point) {
	for i, l := range k.scene.Lines {
		points, step := bend(l), 1
		if len(k.lines[i]) < len(points)-1 {
			step = 2
		}
		for j, line := range k.lines[i] {
			line.Position1, line.Position2 = c.screen(points[j*step]), c.screen(points[j*step+1])
			line.StrokeWidth = max(float32(l.Width*c.zoom), 1)
		}
	}
	for i, b := range k.scene.Boxes {
		by := shift(b)
		for j, m := range b.Marks {
			lay(k.boxes[i].marks[j], m.Shape, by, c)
		}
	}
}

func lay(o fyne.CanvasObject, shape scene.Shape, by geom.Point, c camera) {
	switch s := shape.(type) {
	case scene.Rect:
		r := o.(*canvas.Rectangle)
		r.StrokeWidth, r.CornerRadius = float32(s.Width*c.zoom), float32(s.Radius*c.zoom)
		r.Move(c.screen(s.Rect.Min.Add(by)))
		r.Resize(fyne.NewSize(float32(s.Rect.W()*c.zoom), float32(s.Rect.H()*c.zoom)))
	case scene.Text:
		t := o.(*canvas.Text)
		t.TextSize = float32(math.Round(2*s.Size*c.zoom) / 2) // few sizes: each is drawn anew
		t.Hidden = t.TextSize < 5
		size := t.MinSize()
		middle := s.At.Add(by).Add(geom.Point{X: s.Width / 2, Y: -s.Size * 0.34})
		at := c.screen(middle)
		t.Move(fyne.NewPos(at.X-size.Width/2, at.Y-size.Height/2))
		t.Resize(size)
	}
}

// objects appends what is drawn: lines below boxes.
func (k *sketch) objects(list []fyne.CanvasObject) []fyne.CanvasObject {
	for _, line := range k.lines {
		for _, l := range line {
			list = append(list, l)
		}
	}
	for _, b := range k.boxes {
		list = append(list, b.marks...)
	}
	return list
}
