package panel

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// link is an action in words. It tells when the keyboard reaches it.
type link struct {
	widget.Hyperlink
	reached func(fyne.CanvasObject)
}

func (p *Panel) link(words string, follow func()) *link {
	l := &link{reached: p.reveal}
	l.ExtendBaseWidget(l)
	l.Text, l.OnTapped = words, follow
	return l
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
