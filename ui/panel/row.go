package panel

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"entangle/ui/brief"
	"entangle/ui/palette"
	"entangle/ui/style"
)

var (
	_ fyne.Tappable      = (*row)(nil)
	_ fyne.Focusable     = (*row)(nil)
	_ desktop.Hoverable  = (*row)(nil)
	_ desktop.Cursorable = (*row)(nil)
)

// row is a line of a list that can be followed by mouse and by keyboard.
type row struct {
	widget.BaseWidget
	follow  func()
	words   string
	reached func(fyne.CanvasObject)
	walk    func(*fyne.KeyEvent)
	body    fyne.CanvasObject
	ground  *canvas.Rectangle
	pal     *style.Palette
	over    bool
	focus   bool
	chosen  bool
}

// row sets a line of a list; one that leads nowhere is plain.
func (p *Panel) row(r brief.Row) fyne.CanvasObject {
	body := p.rowBody(r)
	follow := p.followed(r)
	if follow == nil {
		return container.New(layout.NewCustomPaddedLayout(3, 3, 0, 0), body)
	}
	w := &row{follow: follow, words: r.Words, reached: p.reveal, walk: p.walk, body: body, pal: p.pal, chosen: r.Chosen, ground: canvas.NewRectangle(color.Transparent)}
	w.ground.CornerRadius = style.ChipRadius
	w.ExtendBaseWidget(w)
	w.show(false, false)
	p.rows = append(p.rows, w)
	if p.first == nil {
		p.first = w
	}
	return w
}

func (p *Panel) followed(r brief.Row) func() {
	switch {
	case r.Question != brief.NoQuestion:
		return func() {
			if p.OnAsk != nil {
				p.OnAsk(r.Question)
			}
		}
	case r.Act.Verb != brief.NoAct:
		return func() {
			if p.OnAct != nil {
				p.OnAct(r.Act)
			}
		}
	case r.Ref.Kind != 0:
		return func() {
			if p.OnPick != nil {
				p.OnPick(r.Ref)
			}
		}
	default:
		return nil
	}
}

// rowBody sets the words and, when both fit on a line, what stands beside them
// at the right; else below.
func (p *Panel) rowBody(r brief.Row) fyne.CanvasObject {
	const room = Width - 2*edge - 50
	importance := widget.MediumImportance
	if r.Faint {
		importance = widget.LowImportance
	}
	if r.Question != brief.NoQuestion || (r.Act.Verb != brief.NoAct && r.Check == brief.NoCheck && r.Ref.Kind == 0) {
		importance = widget.HighImportance
	}
	text := p.text(r.Words, theme.SizeNameText, importance, r.Question != brief.NoQuestion)
	if len(r.Found) > 0 {
		text = p.pieces(r.Found, theme.SizeNameText, r.Faint)
	}
	var right fyne.CanvasObject
	body := fyne.CanvasObject(text)
	one := p.ruler.Width(r.Words, style.SizeText, false)+p.ruler.Width(r.Aside, style.SizeSmall, false)+16 < room
	switch {
	case r.Aside == "":
	case one:
		right = p.line(r.Aside, widget.LowImportance, false)
	default:
		body = container.NewVBox(text, p.text(r.Aside, palette.SizeSmall, widget.LowImportance, false))
	}
	marks := container.NewHBox()
	if r.Disputed {
		marks.Add(p.warning())
	}
	if right != nil {
		marks.Add(right)
	}
	line := container.NewBorder(nil, nil, p.lead(r), marks, body)
	if len(r.Quote) == 0 {
		return line
	}
	indent := float32(0)
	if r.Layer != "" {
		indent = p.lead(r).MinSize().Width + theme.Padding()
	}
	return container.NewVBox(line, container.New(layout.NewCustomPaddedLayout(0, 2, indent, 0), p.pieces(r.Quote, palette.SizeSmall, false)))
}

// warning is the mark of disagreement, as on the map.
func (p *Panel) warning() fyne.CanvasObject {
	return container.NewCenter(container.NewGridWrap(fyne.NewSquareSize(12), warningMark(p.pal)))
}

// dot is a disc in the hue of a layer.
func (p *Panel) dot(r brief.Row) fyne.CanvasObject {
	if r.Layer == "" {
		return nil
	}
	c := canvas.NewCircle(p.pal.Layer(r.Layer))
	return container.New(layout.NewCustomPaddedLayout(0, 0, 0, 6), container.NewCenter(container.NewGridWrap(fyne.NewSize(10, 10), c)))
}

// CreateRenderer is part of fyne.Widget.
func (w *row) CreateRenderer() fyne.WidgetRenderer {
	padded := container.New(layout.NewCustomPaddedLayout(5, 5, 6, 6), w.body)
	return widget.NewSimpleRenderer(container.NewStack(w.ground, padded))
}

// Tapped follows the row.
func (w *row) Tapped(*fyne.PointEvent) { w.follow() }

// MouseIn lights the row.
func (w *row) MouseIn(*desktop.MouseEvent) { w.show(true, w.focus) }

// MouseMoved is part of desktop.Hoverable.
func (w *row) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends the light.
func (w *row) MouseOut() { w.show(false, w.focus) }

// Cursor shows that the row can be followed.
func (w *row) Cursor() desktop.Cursor { return desktop.PointerCursor }

// FocusGained shows the focus ring, and the row where it is out of view.
func (w *row) FocusGained() {
	w.show(w.over, true)
	w.reached(w)
}

// FocusLost hides the focus ring.
func (w *row) FocusLost() { w.show(w.over, false) }

// TypedRune is part of fyne.Focusable.
func (w *row) TypedRune(rune) {}

// TypedKey follows the row with Enter or Space, goes on with Down and back with
// Up, and leaves the panel with Escape.
func (w *row) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		w.follow()
	default:
		w.walk(e)
	}
}

func (w *row) show(over, focus bool) {
	w.over, w.focus = over, focus
	w.ground.FillColor, w.ground.StrokeColor, w.ground.StrokeWidth = color.Transparent, color.Transparent, 0
	if over || w.chosen {
		w.ground.FillColor = style.Over(w.pal.Accent, w.pal.Panel, 0.10)
	}
	if focus {
		w.ground.StrokeColor, w.ground.StrokeWidth = w.pal.Accent, 2
	}
	w.ground.Refresh()
}
