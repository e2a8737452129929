package panel

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"entangle/ui/scene"
	"entangle/ui/style"
)

// tableLine is one visible line of a table; the list gives it another record as
// it scrolls.
type tableLine struct {
	widget.BaseWidget
	t       *Table
	at      int
	ground  *canvas.Rectangle
	dot     *canvas.Circle
	warning *canvas.ArbitraryPolygon
	cells   []*canvas.Text
}

func newTableLine(t *Table) *tableLine {
	l := &tableLine{t: t, at: -1, ground: canvas.NewRectangle(color.Transparent), dot: canvas.NewCircle(color.Transparent), warning: warningMark(t.pal)}
	l.ExtendBaseWidget(l)
	return l
}

// show gives the line a record.
func (l *tableLine) show(i int) {
	l.at = i
	for len(l.cells) < len(l.t.sheet.Columns) {
		text := canvas.NewText("", color.Transparent)
		text.TextSize = style.SizeTable
		l.cells = append(l.cells, text)
	}
	l.Refresh()
}

// MinSize is part of fyne.CanvasObject: all lines are equally high.
func (l *tableLine) MinSize() fyne.Size {
	l.ExtendBaseWidget(l)
	return fyne.NewSize(20, lineHeight)
}

// CreateRenderer is part of fyne.Widget.
func (l *tableLine) CreateRenderer() fyne.WidgetRenderer { return &tableLineRenderer{l} }

type tableLineRenderer struct{ l *tableLine }

func (r *tableLineRenderer) MinSize() fyne.Size { return fyne.NewSize(20, lineHeight) }

func (r *tableLineRenderer) Destroy() {}

func (r *tableLineRenderer) Objects() []fyne.CanvasObject {
	l := r.l
	out := []fyne.CanvasObject{l.ground, l.dot, l.warning}
	for i, c := range l.cells {
		if i < len(l.t.sheet.Columns) {
			out = append(out, c)
		}
	}
	return out
}

func (r *tableLineRenderer) Layout(fyne.Size) { r.Refresh() }

func (r *tableLineRenderer) Refresh() {
	l := r.l
	if l.at < 0 || l.at >= len(l.t.sheet.Lines) {
		return
	}
	size, line, pal := l.Size(), l.t.sheet.Lines[l.at], l.t.pal
	chosen := line.Holds(l.t.chosen)
	ink := pal.Ink
	if line.Faint {
		ink = pal.Muted
	}
	l.ground.FillColor = color.Transparent
	if chosen {
		l.ground.FillColor = pal.Halo
	}
	l.ground.Resize(size)
	const disc, triangle = 9, 12
	l.dot.FillColor = color.Transparent
	if line.Layer != "" {
		l.dot.FillColor = pal.Layer(line.Layer)
	}
	l.dot.Move(fyne.NewPos(10, (size.Height-disc)/2))
	l.dot.Resize(fyne.NewSquareSize(disc))
	l.warning.FillColor = pal.Disagree
	l.warning.Hidden = !line.Disputed
	l.warning.Move(fyne.NewPos(22, (size.Height-triangle)/2))
	l.warning.Resize(fyne.NewSquareSize(triangle))
	for i, c := range l.cells {
		if i < len(l.t.sheet.Columns) {
			l.set(c, i, size, ink, chosen && line.Ref.Kind != scene.None)
		}
	}
	canvas.Refresh(l)
}

// looser is how much wider the toolkit sets a line than the ruler measures: it
// rounds every letter to whole pixels.
const looser = 1.06

// set writes a cell, cut where it does not fit.
func (l *tableLine) set(c *canvas.Text, column int, size fyne.Size, ink color.Color, chosen bool) {
	x, w := l.t.column(column, size.Width)
	if c.Hidden = w == 0; c.Hidden {
		return
	}
	c.Color = ink
	c.TextStyle.Bold = chosen && column == 0
	c.Text = l.t.ruler.Fit(l.t.sheet.Cell(l.at, column), style.SizeTable, c.TextStyle.Bold, float64(w-2*cellPad)/looser)
	set := c.MinSize()
	x += cellPad
	if l.t.sheet.Columns[column].Right {
		x += w - 2*cellPad - set.Width
	}
	c.Move(fyne.NewPos(x, (size.Height-set.Height)/2))
	c.Resize(set)
}
