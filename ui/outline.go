package ui

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"entangle/ui/outline"
	"entangle/ui/palette"
	"entangle/ui/words"
)

// outlineLines is how much of an outline is shown; copying takes all of it.
const outlineLines = 1200

// showOutline opens what is in view as text, the same that entangle outline
// prints. Writing it takes a while for a huge web.
func (w *Window) showOutline() {
	s := w.state.Subject()
	w.jobs.run("writing the outline", func(context.Context) (func(), error) {
		text := outline.Text(s.Dataset, s.Result)
		return func() { w.readOutline(text) }, nil
	})
}

func (w *Window) readOutline(text string) {
	shown := text
	if lines := strings.Split(text, "\n"); len(lines) > outlineLines {
		shown = strings.Join(lines[:outlineLines], "\n") + "\n\n" + words.Count(len(lines)-outlineLines, "further line") + "; Copy takes all of them."
	}
	r := newReader(palette.NewQuote(shown))
	d := dialog.NewCustomWithoutButtons("Outline", r, w.win)
	copying := newButton(w.within(), "Copy", func() {
		w.app.Clipboard().SetContent(text)
		w.bar.say("The outline has been copied.")
	})
	closing := newButton(w.within(), "Close", d.Hide)
	r.onEscape = w.dialogs.escape
	d.SetButtons([]fyne.CanvasObject{copying, closing})
	d.Resize(fyne.NewSize(min(820, w.win.Canvas().Size().Width-60), w.win.Canvas().Size().Height-80))
	w.raise(d)
	w.win.Canvas().Focus(r)
}

// reader is a text that can be scrolled by the keyboard.
type reader struct {
	widget.BaseWidget
	scroll   *container.Scroll
	ring     *canvas.Rectangle
	onEscape func()
}

var _ fyne.Focusable = (*reader)(nil)

func newReader(text fyne.CanvasObject) *reader {
	r := &reader{scroll: container.NewVScroll(text), ring: canvas.NewRectangle(nil)}
	r.ring.StrokeWidth, r.ring.CornerRadius = 2, 4
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer is part of fyne.Widget.
func (r *reader) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewStack(container.NewPadded(r.scroll), r.ring))
}

// FocusGained shows the focus ring.
func (r *reader) FocusGained() { r.rim(true) }

// FocusLost hides the focus ring.
func (r *reader) FocusLost() { r.rim(false) }

func (r *reader) rim(on bool) {
	r.ring.StrokeColor = nil
	if on {
		r.ring.StrokeColor = r.Theme().Color(theme.ColorNamePrimary, fyne.CurrentApp().Settings().ThemeVariant())
	}
	r.ring.Refresh()
}

// TypedRune is part of fyne.Focusable.
func (r *reader) TypedRune(rune) {}

// TypedKey scrolls by a line or a page, or to an end.
func (r *reader) TypedKey(e *fyne.KeyEvent) {
	const line = 40
	page := r.scroll.Size().Height * 0.9
	to := r.scroll.Offset.Y
	switch e.Name {
	case fyne.KeyDown:
		to += line
	case fyne.KeyUp:
		to -= line
	case fyne.KeyPageDown, fyne.KeySpace:
		to += page
	case fyne.KeyPageUp:
		to -= page
	case fyne.KeyHome:
		to = 0
	case fyne.KeyEnd:
		to = r.scroll.Content.Size().Height
	case fyne.KeyEscape:
		if r.onEscape != nil {
			r.onEscape()
		}
		return
	default:
		return
	}
	most := max(0, r.scroll.Content.Size().Height-r.scroll.Size().Height)
	r.scroll.ScrollToOffset(fyne.NewPos(0, min(max(to, 0), most)))
}
