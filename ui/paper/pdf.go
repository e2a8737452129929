package paper

import (
	"bytes"
	"fmt"
	"math"
	"strings"

	"github.com/tdewolff/canvas"
	"github.com/tdewolff/canvas/renderers/pdf"

	"entangle/layout/geom"
	"entangle/ui/pace"
	"entangle/ui/scene"
)

// Bookmark is an entry of the outline of a document.
type Bookmark struct {
	Name  string
	Level int     // 0 at the top, 1 below the last one of 0
	Y     float64 // where on its page it leads to, in page points from the top
}

// Mark adds bookmarks to a page: the page itself, and below it every party that
// is drawn on it.
func (pg *Page) Mark(name string) {
	pg.Bookmarks = append(pg.Bookmarks, Bookmark{Name: name})
	seen := map[string]bool{}
	for _, l := range pg.Layers {
		if l.Scene == nil || pg.Names == nil {
			continue
		}
		l.Scene.Boxes(func(ref scene.Ref, box geom.Rect) {
			if ref.Kind == scene.Party && !seen[ref.ID] {
				seen[ref.ID] = true
				pg.Bookmarks = append(pg.Bookmarks, Bookmark{Name: pg.Names(ref), Level: 1, Y: l.onPage(box).Min.Y})
			}
		})
	}
}

// PointsPerInch is how many page points make an inch, on paper and where a file
// states its resolution; it is that of style sheets.
const PointsPerInch = 96

// pdfScale is millimetres, which the library counts in, for each page point, and
// pdfPoints the points of the printers.
const (
	pdfScale  = 25.4 / PointsPerInch
	pdfPoints = 72.0 / PointsPerInch
)

// MaxPage is the longest side of a page of PDF, in page points: 200 inches.
const MaxPage = 200 * PointsPerInch

// PDF draws pages as one document: vectors, text in embedded and subset faces,
// links, bookmarks. The first page gives it its title; descriptions are read out
// in place of what is drawn. The same pages are always the same bytes.
func PDF(pages []*Page, pc pace.Pace) (*File, error) { return drawPDF(pages, sheetPieces, pc) }

// drawPDF draws with so many pieces on a sheet.
func drawPDF(pages []*Page, most int, pc pace.Pace) (file *File, err error) {
	defer func() {
		if broken := recover(); broken != nil { // the library gives up on odd fonts that way
			file, err = nil, fmt.Errorf("writing PDF: %v", broken)
		}
	}()
	p, err := NewPainter()
	if err != nil {
		return nil, err
	}
	for _, pg := range pages {
		if pg.Width > MaxPage || pg.Height > MaxPage {
			return nil, fmt.Errorf("a page of %.0f × %.0f points cannot be written; the longest side is %d: give a smaller size", pg.Width, pg.Height, MaxPage)
		}
	}
	var raw bytes.Buffer
	options := pdf.DefaultOptions
	r := pdf.New(&raw, pages[0].Width*pdfScale, pages[0].Height*pdfScale, &options)
	var sizes []int
	for _, pg := range pages {
		sizes = append(sizes, pg.marks())
	}
	sheets, unlinked := make([]int, len(pages)), 0
	for i, part := range pc.Part(0, 0.95).Shares(sizes...) {
		if i > 0 {
			r.NewPage(pages[i].Width*pdfScale, pages[i].Height*pdfScale)
		}
		s := sheet{painter: p, pdf: r, page: pages[i], most: most, count: 1}
		if err := s.draw(part); err != nil {
			return nil, err
		}
		sheets[i] = s.count
		unlinked += max(s.links-mostLinks, 0)
	}
	if err := r.Close(); err != nil {
		return nil, fmt.Errorf("writing PDF: %w", err)
	}
	content, err := finishPDF(raw.Bytes(), pages, sheets, pc.Part(0.95, 1))
	if err != nil {
		return nil, fmt.Errorf("writing PDF: %w", err)
	}
	file = p.file(content)
	file.Unlinked = unlinked
	return file, pc.At(1)
}

// sheet draws a page.
type sheet struct {
	painter *Painter
	pdf     *pdf.PDF
	page    *Page
	pieces  int // on the present one
	most    int
	count   int // of sheets, at the end
	links   int // of the page, left out ones too
}

// filled says that so many pieces were drawn, and goes on to another sheet when
// there are enough on this one.
func (s *sheet) filled(pieces int) {
	if s.pieces += pieces; s.pieces > s.most {
		s.pdf.NewPage(s.page.Width*pdfScale, s.page.Height*pdfScale)
		s.pieces = 0
		s.count++
	}
}

func (s *sheet) draw(pc pace.Pace) error {
	p, r, pg := s.painter, s.pdf, s.page
	if pg.Background.A > 0 {
		look := canvas.DefaultStyle
		look.Fill = canvas.Paint{Color: rgba(pg.Background)}
		r.RenderPath(canvas.Rectangle(pg.Width*pdfScale, pg.Height*pdfScale), look, canvas.Identity)
	}
	for n, part := range pg.shares(pc) {
		l := &pg.Layers[n]
		view := l.view(pg.Height, pdfScale)
		seen, things := 0, l.things()
		for i, m := range l.each(nil) {
			if seen++; seen%stride == 0 {
				if err := part.At(float64(i) / float64(things)); err != nil {
					return err
				}
			}
			if !p.shape.takes(&m, l) {
				s.filled(p.pdfShape(r, l.Scale, pg.Height))
				if text, ok := m.Shape.(scene.Text); ok {
					p.text(r, text, view)
					s.filled(len(text.String))
				} else {
					p.shape.takes(&m, l)
				}
			}
			s.link(l.Links[i], l, m.Bounds)
		}
		p.pdfShape(r, l.Scale, pg.Height)
	}
	for i := range pg.Layers {
		for _, a := range pg.Layers[i].Areas {
			s.link(a.Link, &pg.Layers[i], a.Rect)
		}
	}
	return nil
}

// mostLinks is how many a page has: programs that show pages take one with more for
// damaged.
const mostLinks = 10_000

// link makes a part of a layer lead somewhere.
func (s *sheet) link(link string, l *Layer, area geom.Rect) {
	if !safe(link) {
		return
	}
	if s.links++; s.links <= mostLinks {
		s.pdf.AddLink(ascii(link), onPDF(l.onPage(area), s.page.Height))
	}
}

// pdfShape draws the marks that were taken so far, their points rounded to what can
// be seen of them, and returns in how many pieces.
func (p *Painter) pdfShape(r *pdf.PDF, scale, height float64) int {
	s := &p.shape
	if len(s.within) == 0 {
		return 0
	}
	defer s.clear()
	look := canvas.DefaultStyle
	look.Fill, look.Stroke = canvas.Paint{Color: rgba(s.fill)}, canvas.Paint{Color: rgba(s.stroke)}
	look.StrokeWidth = s.width * scale * pdfScale
	look.StrokeCapper, look.StrokeJoiner = canvas.RoundCap, canvas.RoundJoin
	for _, d := range s.dash.Pattern(s.width) {
		look.Dashes = append(look.Dashes, d/s.width) // the library takes multiples of the width
	}
	unit := math.Pow10(digits(scale * pdfScale))
	path := &canvas.Path{}
	at := func(p geom.Point) (x, y float64) {
		return math.Round(p.X*pdfScale*unit) / unit, math.Round((height-p.Y)*pdfScale*unit) / unit
	}
	for _, q := range s.pieces {
		x, y := at(q.p[0])
		switch q.kind {
		case moveTo:
			path.MoveTo(x, y)
		case lineTo:
			path.LineTo(x, y)
		case cubeTo:
			x1, y1 := at(q.p[1])
			x2, y2 := at(q.p[2])
			path.CubeTo(x, y, x1, y1, x2, y2)
		case closed:
			path.Close()
		case circle:
			pdfCircle(path, q.p[0], q.p[1].X, at)
		}
	}
	r.RenderPath(path, look, canvas.Identity)
	return len(s.pieces)
}

// pdfCircle adds a circle in four quarters.
func pdfCircle(path *canvas.Path, c geom.Point, r float64, at func(geom.Point) (x, y float64)) {
	path.MoveTo(at(c.Add(geom.Point{X: r})))
	for ahead, aside := (geom.Point{X: r}), (geom.Point{Y: r}); ; ahead, aside = aside, ahead.Mul(-1) {
		x, y := at(c.Add(ahead).Add(aside.Mul(arc)))
		x1, y1 := at(c.Add(aside).Add(ahead.Mul(arc)))
		x2, y2 := at(c.Add(aside))
		path.CubeTo(x, y, x1, y1, x2, y2)
		if aside.X > 0 {
			break
		}
	}
	path.Close()
}

// onPDF maps a rectangle of the page to the canvas, whose y axis points up.
func onPDF(r geom.Rect, height float64) canvas.Rect {
	return canvas.Rect{
		X0: r.Min.X * pdfScale, Y0: (height - r.Max.Y) * pdfScale,
		X1: r.Max.X * pdfScale, Y1: (height - r.Min.Y) * pdfScale,
	}
}

// ascii writes a link in the letters that one may have in PDF.
func ascii(link string) string {
	var b strings.Builder
	for _, c := range []byte(link) {
		if c <= ' ' || c >= 0x7f {
			fmt.Fprintf(&b, "%%%02X", c)
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}
