package paper

import (
	"strings"

	"entangle/data"
	"entangle/layout/geom"
	"entangle/ui/scene"
	"entangle/ui/style"
)

// Page is a picture ready to be drawn, in page points from the top left corner.
type Page struct {
	Width, Height float64
	Background    style.Colour // alpha 0 leaves the page transparent
	Layers        []Layer
	Title         string
	Description   string
	Names         func(scene.Ref) string // what a mark stands for, in words; may be nil
}

// Layer is marks in coordinates of their own.
type Layer struct {
	Marks []scene.Mark
	At    geom.Point // where their origin lies on the page
	Scale float64    // page points per point of the marks
}

// view maps the layer to a canvas that has scale units per page point.
func (l Layer) view(height, scale float64, text bool) View {
	s := l.Scale * scale
	return View{
		Origin: geom.Point{X: -l.At.X / l.Scale, Y: -l.At.Y / l.Scale},
		Scale:  s, Height: height * scale, Text: text,
	}
}

// Caption is what is printed with a picture so that it can be cited.
type Caption struct {
	Title   string
	Dates   string   // as of, known on
	Lines   []string // what is hidden; sources; the dataset
	Legend  []scene.Entry
	Layer   func(data.LayerID) string // the name of a layer, for the legend
	Palette *style.Palette
	Ruler   *style.Ruler
}

// margin is kept free around a picture and between its parts, in points.
const margin = 28.0

// Fit lays a scene and its caption (nil for none) on a page of that size, in
// points; a size of 0 is chosen so that the scene has its natural size. Nothing
// is cut: the scene is made smaller where it must be, and the caption too when
// it would take more than its share of the page.
func Fit(s *scene.Scene, caption *Caption, width, height float64) *Page {
	natural := width <= 0 || height <= 0
	room := roomOf(s)
	if natural {
		width = max(room.W()+2*margin, 640)
	}
	top, bottom, small := caption.blocks(width-2*margin, height-2*margin, natural)
	if natural {
		height = top.height + room.H() + bottom.height + 2*margin
	}
	free := geom.Rect{
		Min: geom.Point{X: margin, Y: margin + top.height*small},
		Max: geom.Point{X: width - margin, Y: height - margin - bottom.height*small},
	}
	k := min(free.W()/max(room.W(), 1), free.H()/max(room.H(), 1), 2)
	if natural {
		k = min(k, 1)
	}
	k = max(k, 0.01)
	c := free.Center()
	at := geom.Point{X: c.X - room.Center().X*k, Y: c.Y - room.Center().Y*k}
	page := &Page{Width: width, Height: height, Background: s.Page}
	page.Layers = append(page.Layers, Layer{s.Marks, at, k})
	if caption != nil {
		page.Title, page.Description = caption.Title, strings.Join(append([]string{caption.Dates}, caption.Lines...), " ")
		page.Layers = append(page.Layers,
			Layer{top.marks, geom.Point{X: margin, Y: margin}, small},
			Layer{bottom.marks, geom.Point{X: margin, Y: free.Max.Y}, small})
	}
	return page
}

// roomOf is what a scene takes on its page: the room of its placement, so that
// pictures of several days lie on one another, and more only where something
// would reach beyond the margin.
func roomOf(s *scene.Scene) geom.Rect {
	if s.Frame == (geom.Rect{}) {
		return s.Bounds
	}
	return s.Frame.Union(s.Bounds.Inset(margin / 2))
}

// captionShare is how much of the height of a page of fixed size the caption
// takes at the most.
const captionShare = 0.6

// blocks sets what stands above and below the picture, and how much smaller it
// has to be drawn so that it leaves room for it.
func (c *Caption) blocks(width, height float64, natural bool) (top, bottom block, small float64) {
	if c == nil {
		return block{}, block{}, 1
	}
	for small = 1.0; ; small *= 0.9 {
		top, bottom = c.head(width/small), c.foot(width/small)
		if natural || small < 0.1 || (top.height+bottom.height)*small <= captionShare*height {
			return top, bottom, small
		}
	}
}

// block is text and signs with a height.
type block struct {
	marks  []scene.Mark
	height float64
}

func (c *Caption) head(width float64) block {
	var b block
	for _, line := range wrapAll(c.Ruler, c.Title, style.SizeTitle, true, width) {
		b.line(c.Ruler, line, style.SizeTitle, true, c.Palette.Ink)
	}
	for _, line := range wrapAll(c.Ruler, c.Dates, style.SizeText, false, width) {
		b.line(c.Ruler, line, style.SizeText, false, c.Palette.Muted)
	}
	b.height += 16
	return b
}

func (c *Caption) foot(width float64) block {
	b := block{height: 16}
	legend := scene.Legend(c.Legend, c.Layer, width, c.Palette, c.Ruler)
	for _, m := range legend.Marks {
		b.marks = append(b.marks, scene.Moved(m, geom.Point{Y: b.height}))
	}
	b.height += legend.Bounds.Max.Y + 8
	for _, text := range c.Lines {
		for _, line := range wrapAll(c.Ruler, text, style.SizeSmall, false, width) {
			b.line(c.Ruler, line, style.SizeSmall, false, c.Palette.Muted)
		}
	}
	return b
}

func (b *block) line(r *style.Ruler, text string, size float64, bold bool, col style.Colour) {
	step := size * style.LineHeight
	b.marks = append(b.marks, scene.TextMark(r, text, geom.Point{Y: b.height + step*0.78}, size, bold, col))
	b.height += step
}

// wrapAll wraps text into as many lines as it needs.
func wrapAll(r *style.Ruler, text string, size float64, bold bool, width float64) []string {
	if text == "" {
		return nil
	}
	lines, _ := r.Wrap(text, size, bold, width, 200)
	return lines
}
