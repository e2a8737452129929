package paper

import (
	"iter"
	"slices"
	"strings"

	"entangle/layout/geom"
	"entangle/ui/pace"
	"entangle/ui/scene"
	"entangle/ui/style"
)

// Page is a picture ready to be drawn, in page points from the top left corner.
type Page struct {
	Width, Height float64
	Background    style.Colour // alpha 0 leaves the page transparent
	Layers        []Layer
	Title         string
	Description   string // read out in place of the page
	Bookmarks     []Bookmark
	Names         func(scene.Ref) string      // what a mark stands for, in words; may be nil
	Links         func(scene.Ref) string      // where that can be read; may be nil, and "" for nowhere
	Behind        func(scene.Ref) []scene.Ref // the ties behind a line of several; may be nil
}

// Layer is marks in coordinates of their own.
type Layer struct {
	Marks []scene.Mark
	Scene *scene.Scene   // instead of them: it makes its marks as they are drawn
	Links map[int]string // where a mark by its number leads to
	Areas []Area         // what leads somewhere in formats without groups
	At    geom.Point     // where their origin lies on the page
	Scale float64        // page points per point of the marks
}

// Area is a part of a layer that leads somewhere.
type Area struct {
	Rect geom.Rect
	Link string
}

// view maps the layer to a canvas that has scale units per page point.
func (l Layer) view(height, scale float64) View {
	s := l.Scale * scale
	return View{
		Origin: geom.Point{X: -l.At.X / l.Scale, Y: -l.At.Y / l.Scale},
		Scale:  s, Height: height * scale,
	}
}

// shares parts the work of drawing a page among its layers, by their marks.
func (pg *Page) shares(pc pace.Pace) []pace.Pace {
	var sizes []int
	for _, l := range pg.Layers {
		sizes = append(sizes, l.work())
	}
	return pc.Shares(sizes...)
}

// marks is about how many are drawn on a page.
func (pg *Page) marks() int {
	n := 0
	for _, l := range pg.Layers {
		n += l.work()
	}
	return n
}

// All lists the marks of a layer.
func (l *Layer) All() iter.Seq[scene.Mark] {
	if l.Scene != nil {
		return l.Scene.Marks()
	}
	return slices.Values(l.Marks)
}

// each lists the marks of a layer with numbers that only grow, below things; of an
// area nil for all, else at least those that can be seen in it.
func (l *Layer) each(area *geom.Rect) iter.Seq2[int, scene.Mark] {
	if l.Scene != nil {
		return l.Scene.Painted(area)
	}
	return slices.All(l.Marks)
}

func (l *Layer) things() int {
	if l.Scene != nil {
		return l.Scene.Things()
	}
	return len(l.Marks)
}

// work is how long it takes to draw a layer, in marks.
func (l *Layer) work() int {
	const marks = 10 // of a thing, about
	if l.Scene != nil {
		return marks * l.Scene.Things()
	}
	return len(l.Marks)
}

// onPage maps a rectangle of the layer to the page.
func (l Layer) onPage(r geom.Rect) geom.Rect {
	at := func(p geom.Point) geom.Point { return p.Mul(l.Scale).Add(l.At) }
	return geom.Rect{Min: at(r.Min), Max: at(r.Max)}
}

// Sheet is how a picture is laid out. Pictures with the same sheet, Frame and
// captions in Beside lie on pages of the same size, at the same scale and place.
type Sheet struct {
	Width, Height float64      // of the page, in points; 0 takes the natural size
	Crop          bool         // leave out room in which nothing is drawn
	Frame         geom.Rect    // of the scene, room for more than it shows; the zero Rect for what it shows
	Beside        []*Caption   // captions of other pictures, for which there has to be room as well
	Notes         []scene.Mark // numbers on the labels, in the scene's coordinates
	NoteLinks     map[int]string
}

// margin is kept free around a picture and between its parts, in points.
const margin = 28.0

// leastWidth is the least of a page of natural size, so that a caption has room.
const leastWidth = 640.0

// Fit lays a scene and its caption (nil for none) on a page. Nothing is cut: the
// scene is made smaller where it must be, and the caption too when it would take
// more than its share of the page.
func Fit(s *scene.Scene, caption *Caption, sheet Sheet) *Page {
	frame := sheet.room(s)
	width, height := sheet.Width, sheet.Height
	natural := width <= 0 || height <= 0
	if natural {
		width = max(frame.W()+2*margin, leastWidth)
	}
	b := captions(caption, sheet.Beside, width-2*margin, height-2*margin, natural)
	if natural {
		height = b.above + frame.H() + b.below + 2*margin
	}
	free := geom.Rect{
		Min: geom.Point{X: margin, Y: margin + b.above*b.small},
		Max: geom.Point{X: width - margin, Y: height - margin - b.below*b.small},
	}
	k := min(free.W()/max(frame.W(), 1), free.H()/max(frame.H(), 1), 2)
	if natural {
		k = min(k, 1)
	}
	k = max(k, 0.01)
	c := free.Center()
	at := geom.Point{X: c.X - frame.Center().X*k, Y: c.Y - frame.Center().Y*k}
	page := &Page{Width: width, Height: height, Background: s.Page}
	page.Layers = append(page.Layers, Layer{Scene: s, At: at, Scale: k})
	if len(sheet.Notes) > 0 {
		page.Layers = append(page.Layers, Layer{Marks: sheet.Notes, Links: sheet.NoteLinks, At: at, Scale: k})
	}
	if caption != nil {
		page.Title, page.Description = caption.Title, strings.Join(append([]string{caption.Dates}, caption.Lines...), " ")
		page.Layers = append(page.Layers,
			Layer{Marks: b.top.marks, At: geom.Point{X: margin, Y: margin}, Scale: b.small},
			Layer{Marks: b.bottom.marks, Links: b.bottom.links, At: geom.Point{X: margin, Y: free.Max.Y}, Scale: b.small})
	}
	return page
}

// room is what a scene takes on its page.
func (sheet Sheet) room(s *scene.Scene) geom.Rect {
	frame := RoomOf(s)
	if sheet.Crop {
		frame = s.Bounds
	}
	if len(sheet.Notes) > 0 {
		frame = frame.Union(scene.BoundsOf(sheet.Notes))
	}
	if sheet.Frame != (geom.Rect{}) {
		frame = frame.Union(sheet.Frame)
	}
	return frame
}

// RoomOf is what a scene takes on its page: the room of its placement, so that
// pictures of several days lie on one another, and more only where something
// would reach beyond the margin.
func RoomOf(s *scene.Scene) geom.Rect {
	if s.Frame == (geom.Rect{}) {
		return s.Bounds
	}
	return s.Frame.Union(s.Bounds.Inset(margin / 2))
}
