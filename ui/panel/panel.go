// Package panel sets the pages of package brief: headings, facts, cards and
// rows. It must not know of the dataset, of the state of the program or of what
// following a row does: it gives callbacks.
package panel

import (
	"image/color"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"entangle/ui/brief"
	"entangle/ui/palette"
	"entangle/ui/scene"
	"entangle/ui/style"
)

// Width is how wide the panel is, in units.
const Width = 404

// edge is kept free at the left and right.
const edge = 26

// Panel shows one page at a time.
type Panel struct {
	// OnPick is told of a record that is to be selected.
	OnPick func(scene.Ref)
	// OnAsk is told of a question that is to be answered.
	OnAsk func(brief.Question)
	// OnAct is told of what is to be done.
	OnAct func(brief.Act)
	// OnCopy is given a citation for the clipboard.
	OnCopy func(string)
	// OnLink is given a link to a source.
	OnLink func(string)
	// OnLeave is told of Escape: the keyboard is to go back to the picture.
	OnLeave func()
	// OnHome is told to go back to the first page.
	OnHome func()

	ruler  *style.Ruler
	pal    *style.Palette
	column *fyne.Container
	scroll *container.Scroll
	first  fyne.Focusable               // of the page
	rows   []*row                       // of the page, those that lead somewhere
	cards  map[string]*canvas.Rectangle // the grounds of the page's cards, by what they are of
	shown  string                       // which page it is
	root   *fyne.Container
	spoken *spoken
	ground *palette.Ground
}

// New returns an empty panel.
func New(ruler *style.Ruler) *Panel {
	p := &Panel{ruler: ruler, pal: style.Of(style.Light), column: container.NewVBox()}
	p.ground = palette.NewGround(p.pal.Panel)
	p.scroll = container.NewVScroll(container.New(layout.NewCustomPaddedLayout(22, 28, edge, edge), p.column))
	p.spoken = newSpoken()
	p.root = container.New(fixed{}, p.ground.Object(), p.spoken, p.scroll)
	return p
}

// fixed gives all objects all the room and asks for the width of the panel,
// whatever they ask for: Fyne asks everything around the panel for its least size
// in every frame, and each would ask every word of a long page again.
type fixed struct{}

// Layout is part of fyne.Layout.
func (fixed) Layout(o []fyne.CanvasObject, size fyne.Size) {
	for _, each := range o {
		each.Resize(size)
	}
}

// MinSize is part of fyne.Layout.
func (fixed) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(Width, 100) }

// Object is the panel as a part of a window.
func (p *Panel) Object() fyne.CanvasObject { return p.root }

// Paint gives the panel its colours before there is a page.
func (p *Panel) Paint(pal *style.Palette) {
	p.pal = pal
	p.ground.Paint(pal.Panel)
}

// Show sets a page, from its top. home offers the way back to the first page.
// Who came by the keyboard goes on at the first thing that can be followed. A
// page that is shown anew, after a choice on it, stays where it is.
func (p *Panel) Show(page *brief.Brief, pal *style.Palette, home bool) {
	p.spoken.words = page.Text()
	c, onKeyboard := p.onKeyboard()
	again := page.Stays && p.shown == page.Kicker+page.Title
	at, nth := p.scroll.Offset, -1
	if onKeyboard && again {
		nth = slices.IndexFunc(p.rows, func(r *row) bool { return c.Focused() == fyne.Focusable(r) })
	}
	p.pal, p.first, p.rows, p.shown, p.cards = pal, nil, nil, page.Kicker+page.Title, map[string]*canvas.Rectangle{}
	p.ground.Paint(pal.Panel)
	p.column.Objects = p.page(page, home)
	// Words know their height only when they have been given a width.
	p.column.Refresh()
	p.column.Refresh()
	p.scroll.Refresh()
	if again {
		p.scroll.ScrollToOffset(at)
	} else {
		p.scroll.ScrollToTop()
	}
	switch {
	case nth >= 0 && nth < len(p.rows):
		c.Focus(p.rows[nth])
	case onKeyboard:
		c.Focus(p.first) // nil for none
	}
}

func (p *Panel) page(b *brief.Brief, home bool) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	if home {
		back := p.link("All questions", func() { call(p.OnHome) })
		p.first = back
		out = append(out, flushed(back), gap(6))
	}
	if b.Kicker != "" {
		hue := p.pal.Muted
		if b.Layer != "" {
			hue = p.pal.Layer(b.Layer)
		}
		kicker := canvas.NewText(p.ruler.Fit(strings.ToUpper(b.Kicker), style.SizeSmall, true, Width-2*edge), hue)
		kicker.TextSize, kicker.TextStyle.Bold = style.SizeSmall, true
		out = append(out, kicker, gap(2))
	}
	out = append(out, p.text(b.Title, palette.SizeTitle, widget.MediumImportance, true))
	if b.Lead != "" {
		out = append(out, p.text(b.Lead, theme.SizeNameText, widget.LowImportance, false))
	}
	if len(b.Facts) > 0 {
		out = append(out, gap(8))
	}
	for _, f := range b.Facts {
		out = append(out, p.fact(f))
	}
	for _, s := range b.Sections {
		out = append(out, p.section(s)...)
	}
	return out
}

func (p *Panel) fact(f brief.Fact) fyne.CanvasObject {
	name := p.text(f.Label, theme.SizeNameText, widget.LowImportance, false)
	importance := widget.MediumImportance
	if f.Disputed {
		importance = widget.DangerImportance
	}
	value := container.NewVBox(p.text(f.Value, theme.SizeNameText, importance, true))
	if len(f.Readings) > 0 {
		value.Add(p.readings(f.Readings))
	}
	if f.Note != "" {
		value.Add(p.text(f.Note, palette.SizeSmall, widget.LowImportance, false))
	}
	return container.New(&columns{left: 104}, name, value)
}

func (p *Panel) section(s brief.Section) []fyne.CanvasObject {
	out := []fyne.CanvasObject{gap(10), rule(p.pal.Rule), gap(6)}
	if s.Title != "" {
		aside := p.line(s.Aside, widget.LowImportance, false)
		out = append(out, container.NewBorder(nil, nil, nil, aside, p.text(s.Title, theme.SizeNameText, widget.MediumImportance, true)))
	}
	if s.Text != "" {
		out = append(out, p.text(s.Text, theme.SizeNameText, widget.LowImportance, false))
	}
	for _, c := range s.Cards {
		out = append(out, gap(2), p.card(c))
	}
	for _, r := range s.Rows {
		out = append(out, p.row(r))
	}
	return out
}

// text is words that wrap.
func (p *Panel) text(words string, size fyne.ThemeSizeName, importance widget.Importance, bold bool) fyne.CanvasObject {
	l := label(words, size, importance, bold)
	l.Wrapping = fyne.TextWrapWord
	return flushed(l)
}

// line is words on one line.
func (p *Panel) line(words string, importance widget.Importance, bold bool) fyne.CanvasObject {
	return flushed(label(words, palette.SizeSmall, importance, bold))
}

func label(words string, size fyne.ThemeSizeName, importance widget.Importance, bold bool) *widget.Label {
	l := widget.NewLabel(words)
	l.SizeName, l.Importance, l.TextStyle.Bold = size, importance, bold
	return l
}

func gap(height float32) fyne.CanvasObject {
	r := canvas.NewRectangle(color.Transparent)
	r.SetMinSize(fyne.NewSize(1, height))
	return r
}

func rule(c color.Color) fyne.CanvasObject {
	r := canvas.NewRectangle(c)
	r.SetMinSize(fyne.NewSize(1, 1))
	return r
}

func call(f func()) {
	if f != nil {
		f()
	}
}

// columns sets a narrow name beside a wide value.
type columns struct{ left float32 }

func (c *columns) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Move(fyne.Position{})
	objects[0].Resize(fyne.NewSize(c.left-8, size.Height))
	objects[1].Move(fyne.NewPos(c.left, 0))
	objects[1].Resize(fyne.NewSize(size.Width-c.left, size.Height))
}

func (c *columns) MinSize(objects []fyne.CanvasObject) fyne.Size {
	a, b := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(c.left+b.Width, max(a.Height, b.Height))
}
