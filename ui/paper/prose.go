package paper

import (
	"fmt"

	"entangle/layout/geom"
	"entangle/ui/scene"
	"entangle/ui/style"
)

// A4 in page points.
const (
	A4Width  = 210 / 25.4 * PointsPerInch
	A4Height = 297 / 25.4 * PointsPerInch
)

// The edges of a page of prose, and its running head and foot, in page points.
const (
	proseMargin = 72.0
	proseHead   = 44.0 // baseline of the running head
	proseFoot   = 40.0 // of the foot, from below
)

// Prose sets text on pages of A4, block after block: a block is kept together as
// long as it fits on a page.
type Prose struct {
	Left, Right string // of the running head
	Foot        string // beside the number of the page
	Palette     *style.Palette
	Ruler       *style.Ruler

	pages []*Page
	y     float64 // where the next block begins; 0 before the first page
}

// Paragraph is text of one look.
type Paragraph struct {
	Text   string
	Size   float64
	Bold   bool
	Colour style.Colour
	Indent float64
	Label  string // hangs to the left of the first line, at Hang
	Hang   float64
	Link   string  // "" for none
	Before float64 // free above
}

// setLine is a line of a paragraph, ready to be put on a page.
type setLine struct {
	marks  []scene.Mark // from y 0 down
	link   string
	height float64 // with what is free above
}

// Block sets paragraphs that belong together, and the bookmarks that lead to
// them.
func (p *Prose) Block(bookmarks []Bookmark, paragraphs ...Paragraph) {
	var lines []setLine
	height := 0.0
	for _, par := range paragraphs {
		for _, line := range p.lines(par) {
			lines = append(lines, line)
			height += line.height
		}
	}
	if p.y == 0 || p.y+height > p.bottom() && height <= p.bottom()-proseMargin || p.y+lineStep > p.bottom() {
		p.newPage()
	}
	page := p.pages[len(p.pages)-1]
	for _, b := range bookmarks {
		b.Y = p.y
		page.Bookmarks = append(page.Bookmarks, b)
	}
	for _, line := range lines {
		if p.y+line.height > p.bottom() {
			p.newPage()
		}
		p.put(line)
	}
}

// lineStep is about the height of a line of text.
const lineStep = style.SizeText * style.LineHeight

func (p *Prose) bottom() float64 { return A4Height - proseMargin }

func (p *Prose) newPage() {
	p.pages = append(p.pages, &Page{
		Width: A4Width, Height: A4Height, Background: style.Colour{R: 255, G: 255, B: 255, A: 255},
		Layers: []Layer{{Scale: 1, Links: map[int]string{}}},
	})
	p.y = proseMargin
}

func (p *Prose) lines(par Paragraph) []setLine {
	var out []setLine
	step := par.Size * style.LineHeight
	for i, text := range wrapAll(p.Ruler, par.Text, par.Size, par.Bold, A4Width-2*proseMargin-par.Indent) {
		line := setLine{link: par.Link, height: step}
		base := step * 0.78
		if i == 0 {
			line.height += par.Before
			base += par.Before
			if par.Label != "" {
				at := geom.Point{X: proseMargin + par.Hang, Y: base}
				line.marks = append(line.marks, scene.TextMark(p.Ruler, par.Label, at, par.Size, true, par.Colour))
			}
		}
		at := geom.Point{X: proseMargin + par.Indent, Y: base}
		line.marks = append(line.marks, scene.TextMark(p.Ruler, text, at, par.Size, par.Bold, par.Colour))
		out = append(out, line)
	}
	return out
}

func (p *Prose) put(line setLine) {
	l := &p.pages[len(p.pages)-1].Layers[0]
	for _, m := range line.marks {
		l.Links[len(l.Marks)] = line.link
		l.Marks = append(l.Marks, scene.Moved(m, geom.Point{Y: p.y}))
	}
	p.y += line.height
}

// Pages returns what was set, with heads and feet. from is the number of the
// first page, of all.
func (p *Prose) Pages(from int) []*Page {
	last := from + len(p.pages) - 1
	for i, page := range p.pages {
		l := &page.Layers[0]
		p.edge(l, p.Left, p.Right, proseHead)
		p.edge(l, p.Foot, fmt.Sprintf("Page %d of %d", from+i, last), A4Height-proseFoot)
	}
	return p.pages
}

// edge writes a line at the edge of a page: the text at the left is cut where it
// would meet that at the right.
func (p *Prose) edge(l *Layer, left, right string, y float64) {
	width := p.Ruler.Width(right, style.SizeSmall, false)
	end := A4Width - proseMargin
	left = p.Ruler.Fit(left, style.SizeSmall, false, (end-proseMargin-width)*(1-spare)-lineStep)
	l.Marks = append(l.Marks,
		scene.TextMark(p.Ruler, left, geom.Point{X: proseMargin, Y: y}, style.SizeSmall, false, p.Palette.Muted),
		scene.TextMark(p.Ruler, right, geom.Point{X: end - width, Y: y}, style.SizeSmall, false, p.Palette.Muted))
}
