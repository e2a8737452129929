package panel

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// link is an action in words. It tells when the keyboard reaches it.
type link struct {
	widget.Hyperlink
	reached func(fyne.CanvasObject)
	walk    func(*fyne.KeyEvent)
}

func (p *Panel) link(words string, follow func()) *link {
	l := &link{reached: p.reveal, walk: p.walk}
	l.ExtendBaseWidget(l)
	l.Text, l.OnTapped = words, follow
	return l
}

// CreateRenderer is part of fyne.Widget.
func (l *link) CreateRenderer() fyne.WidgetRenderer { return outlined{l.Hyperlink.CreateRenderer()} }

// outlined draws the focus ring of a link in the accent. The toolkit draws it in what it
// fills other widgets with, which is far fainter.
type outlined struct{ fyne.WidgetRenderer }

// Refresh is part of fyne.WidgetRenderer.
func (o outlined) Refresh() {
	o.WidgetRenderer.Refresh()
	s := fyne.CurrentApp().Settings()
	for _, part := range o.Objects() {
		if ring, ok := part.(*canvas.Rectangle); ok && ring.StrokeWidth > 0 {
			ring.StrokeColor = s.Theme().Color(theme.ColorNamePrimary, s.ThemeVariant())
			ring.Refresh()
		}
	}
}

// FocusGained shows the focus ring, and the link where it is out of view.
func (l *link) FocusGained() {
	l.Hyperlink.FocusGained()
	l.reached(l)
}

// Enter brings the keyboard to the first thing of the page that can be followed.
func (p *Panel) Enter() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(p.root); c != nil && p.first != nil {
		c.Focus(p.first)
	}
}

// TypedKey follows the link with Enter or Space, goes on with Down and back with
// Up, and leaves the panel with Escape.
func (l *link) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter {
		l.OnTapped()
		return
	}
	l.Hyperlink.TypedKey(e)
	l.walk(e)
}

// walk goes through what can be followed by keys, and leaves the panel.
func (p *Panel) walk(e *fyne.KeyEvent) {
	c := fyne.CurrentApp().Driver().CanvasForObject(p.root)
	switch {
	case e.Name == fyne.KeyEscape && p.OnLeave != nil:
		p.OnLeave()
	case c == nil:
	case e.Name == fyne.KeyDown:
		p.onward(c, c.FocusNext)
	case e.Name == fyne.KeyUp:
		p.onward(c, c.FocusPrevious)
	}
}

// onward goes past words that can only be marked to the next thing that can be
// followed; where there is none it stays.
func (p *Panel) onward(c fyne.Canvas, step func()) {
	const most = 200 // of words between two links
	from := c.Focused()
	for range most {
		step()
		switch c.Focused().(type) {
		case *row, *link:
			return
		}
		if o, ok := c.Focused().(fyne.CanvasObject); !ok || !p.holds(o) {
			break
		}
	}
	c.Focus(from)
}

// holds says whether an object lies in the panel.
func (p *Panel) holds(o fyne.CanvasObject) bool {
	d := fyne.CurrentApp().Driver()
	at, own := d.AbsolutePositionForObject(o), d.AbsolutePositionForObject(p.root)
	return at.X >= own.X && at.X <= own.X+p.root.Size().Width && at.Y >= own.Y-p.scroll.Content.Size().Height
}

// reveal scrolls just so far that what the keyboard has reached is in view.
func (p *Panel) reveal(o fyne.CanvasObject) {
	const room = 8
	d := fyne.CurrentApp().Driver()
	top := d.AbsolutePositionForObject(o).Y - d.AbsolutePositionForObject(p.scroll).Y
	bottom, view := top+o.Size().Height, p.scroll.Size().Height
	to := p.scroll.Offset
	switch {
	case top < room:
		to.Y = max(to.Y+top-room, 0)
	case bottom > view-room:
		to.Y += bottom - view + room
	default:
		return
	}
	p.scroll.ScrollToOffset(to)
}

// onKeyboard says whether the keyboard is at something of the page.
func (p *Panel) onKeyboard() (fyne.Canvas, bool) {
	c := fyne.CurrentApp().Driver().CanvasForObject(p.root)
	if c == nil {
		return nil, false
	}
	switch c.Focused().(type) {
	case *row, *link:
		return c, true
	}
	return c, false
}
