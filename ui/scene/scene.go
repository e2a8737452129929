// Package scene is the display list: what is drawn, where, in which finished
// style, and which record each mark stands for. Screen, hit test, PNG and SVG
// read the same scene, so that they cannot differ. It must not know of Fyne, of
// Graphviz or of how anything is rasterised.
//
// Coordinates are points, y grows downwards; one point is one unit of the
// window at zoom 1. A composed *Scene is immutable.
package scene

import (
	"math"

	"entangle/layout/geom"
	"entangle/ui/style"
)

// RefKind says what sort of record a mark stands for.
type RefKind int

// The sorts of record.
const (
	None RefKind = iota
	Party
	Bundle // one or more parallel ties, drawn as one line
	Tie
	Source // a document; no mark stands for it
	Note   // what is no tie; no mark stands for it
)

// Ref names the record that a mark stands for, or that a page is about.
type Ref struct {
	Kind RefKind
	ID   string
}

// Mark is one shape of the display list with what it stands for. From the first
// to the last, marks are painted over one another.
type Mark struct {
	Ref    Ref
	Shape  Shape
	Bounds geom.Rect // of everything that is painted, strokes included
	// From is how many pixels a point must take on the screen for the mark to be
	// drawn there: below, it could not be read. Files show every mark.
	From float64
}

// Shape is one of Rect, Curve, Polygon and Text.
type Shape interface{ bounds() geom.Rect }

// Rect is a rounded rectangle. A colour with alpha 0 is not painted.
type Rect struct {
	Rect         geom.Rect
	Radius       float64
	Fill, Stroke style.Colour
	Width        float64
}

// Curve is a stroked path with round ends.
type Curve struct {
	Path   geom.Path
	Stroke style.Colour
	Width  float64
	Dash   style.Dash
}

// Polygon is a closed area.
type Polygon struct {
	Points       []geom.Point
	Fill, Stroke style.Colour
	Width        float64
}

// Text is one line of text. At is its left end on the baseline; Width is its
// measured advance. It is turned about At by Angle, in degrees clockwise: one
// that reads upwards has -90.
type Text struct {
	At     geom.Point
	String string
	Size   float64
	Bold   bool
	Colour style.Colour
	Width  float64
	Angle  float64
}

func (r Rect) bounds() geom.Rect { return r.Rect.Inset(-r.Width / 2) }

func (c Curve) bounds() geom.Rect { return c.Path.Bounds().Inset(-c.Width / 2) }

func (p Polygon) bounds() geom.Rect {
	b := geom.Rect{Min: p.Points[0], Max: p.Points[0]}
	for _, q := range p.Points[1:] {
		b = b.Union(geom.Rect{Min: q, Max: q})
	}
	return b.Inset(-p.Width)
}

func (t Text) bounds() geom.Rect {
	out := geom.EmptyRect()
	sin, cos := math.Sincos(t.Angle * math.Pi / 180)
	for _, x := range []float64{-2, t.Width + 2} {
		for _, y := range []float64{-t.Size * 1.1, t.Size * 0.35} {
			out = out.Extend(t.At.Add(geom.Point{X: x*cos - y*sin, Y: x*sin + y*cos}))
		}
	}
	return out
}

// Scene is a finished picture. Of a large web it holds what lies where and how it
// looks, and makes the marks when somebody paints them: see Marks.
type Scene struct {
	Bounds geom.Rect // of all marks
	Frame  geom.Rect // the room of the placement, whatever is drawn of it
	// Emphasised is the room of what is selected and of what is fanned out with
	// it; empty when nothing is.
	Emphasised geom.Rect
	Page       style.Colour // the background
	Shown      Shown

	pal     *style.Palette
	ruler   *style.Ruler
	grid    *grid       // of a matrix, else nil
	under   []Mark      // below the lines: lanes and halos; all there is where nothing is laid out
	lines   []drawnLine // in the order of painting, as are the others
	between []Mark      // above the lines: the names of lanes
	chips   []drawnChip
	boxes   []drawnBox
	inMarks bool          // lines, chips and boxes are painted by the marks, as in a matrix
	ground  *ground       // of a placed scene, else nil
	index   func() *index // of them, made when it is first asked for; nil for none
	found   func() bool   // it was made
	labels  *labelling
	close   *closeup // nil for none
}

// Plain returns a scene of finished marks, in which nothing can be picked.
func Plain(marks []Mark, bounds geom.Rect, page style.Colour) *Scene {
	return &Scene{under: marks, Bounds: bounds, Page: page}
}

// Shown says what a reader of the scene can see, for legend and counts.
type Shown struct {
	Entries []Entry
	Labels  int // lines with a label
	Bare    int // lines whose label found no place

	Unframed int // lanes and roles without a frame, since other boxes stand among theirs
}

// painter gathers marks.
type painter struct{ marks []Mark }

func (p *painter) add(ref Ref, s Shape) {
	p.marks = append(p.marks, Mark{Ref: ref, Shape: s, Bounds: s.bounds()})
}

// since says from how many pixels per point on the marks after the first ones are
// drawn.
func (p *painter) since(first int, from float64) {
	for i := range p.marks[first:] {
		p.marks[first+i].From = from
	}
}

// BoundsOf returns what the marks cover; the zero Rect for none.
func BoundsOf(marks []Mark) geom.Rect {
	var b geom.Rect
	for i, m := range marks {
		if i == 0 {
			b = m.Bounds
		} else {
			b = b.Union(m.Bounds)
		}
	}
	return b
}

// Moved returns the mark shifted by d.
func Moved(m Mark, d geom.Point) Mark {
	m.Bounds = m.Bounds.Shift(d)
	switch s := m.Shape.(type) {
	case Rect:
		s.Rect = s.Rect.Shift(d)
		m.Shape = s
	case Curve:
		s.Path = s.Path.Shift(d)
		m.Shape = s
	case Polygon:
		points := make([]geom.Point, len(s.Points))
		for i, p := range s.Points {
			points[i] = p.Add(d)
		}
		s.Points = points
		m.Shape = s
	case Text:
		s.At = s.At.Add(d)
		m.Shape = s
	}
	return m
}

// TextMark is a line of text that stands for no record.
func TextMark(r *style.Ruler, text string, at geom.Point, size float64, bold bool, col style.Colour) Mark {
	t := Text{At: at, String: text, Size: size, Bold: bold, Colour: col, Width: r.Width(text, size, bold)}
	return Mark{Shape: t, Bounds: t.bounds()}
}
