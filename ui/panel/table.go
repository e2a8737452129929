package panel

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"entangle/ui/brief"
	"entangle/ui/palette"
	"entangle/ui/scene"
	"entangle/ui/style"
)

// Table shows a sheet: a head that sorts and lines that can be followed. It makes
// no more lines than are visible, so that a long sheet scrolls like a short one.
type Table struct {
	// OnPick is told of the record of a line that was clicked or entered.
	OnPick func(scene.Ref)
	// OnSort is told of the column whose head was pressed.
	OnSort func(column int)
	// OnCancel is told of Escape.
	OnCancel func()
	// OnColumns is told of the names of columns that there is no room for.
	OnColumns func(names []string)

	ruler  *style.Ruler
	pal    *style.Palette
	sheet  *brief.Sheet
	chosen scene.Ref
	sorted int  // the column by which it is sorted, -1 for none
	down   bool // falling
	ground *palette.Ground
	head   *fyne.Container
	lines  *lineList
	root   *fyne.Container
	fits   fitting
	out    []string // the columns without room
}

// NewTable returns an empty table.
func NewTable(ruler *style.Ruler) *Table {
	t := &Table{ruler: ruler, pal: style.Of(style.Light), sheet: &brief.Sheet{}, sorted: -1}
	t.ground = palette.NewGround(t.pal.Panel)
	t.head = container.New(headLayout{t})
	t.lines = newLineList(t)
	t.root = container.NewStack(t.ground.Object(), container.NewBorder(t.head, nil, nil, nil, t.lines))
	return t
}

// Object is the table as a part of a window.
func (t *Table) Object() fyne.CanvasObject { return t.root }

// Focus is what takes the keyboard.
func (t *Table) Focus() fyne.Focusable { return t.lines }

// Paint gives the table its colours before there is a sheet.
func (t *Table) Paint(pal *style.Palette) {
	t.pal = pal
	t.ground.Paint(pal.Panel)
}

// Show sets a sheet that is sorted by a column (-1: by none), falling if down.
func (t *Table) Show(s *brief.Sheet, sorted int, down bool, chosen scene.Ref, pal *style.Palette) {
	other := t.sheet.List != s.List || len(t.sheet.Columns) != len(s.Columns)
	t.sheet, t.sorted, t.down, t.pal = s, sorted, down, pal
	t.fits = fitting{}
	t.ground.Paint(pal.Panel)
	t.setHead()
	if other {
		t.lines.ScrollToTop()
	}
	t.lines.at = min(t.lines.at, max(0, len(s.Lines)-1))
	t.lines.Refresh()
	t.Choose(chosen)
}

// Choose marks the lines that are about a record and scrolls to the first of
// them, unless one that is visible is.
func (t *Table) Choose(ref scene.Ref) {
	t.chosen = ref
	if at := t.sheet.Find(ref); at >= 0 && !t.sheet.Lines[t.lines.inRange()].Holds(ref) {
		t.lines.goTo(at)
	}
	t.lines.Refresh()
}

// Rows says how many lines there are.
func (t *Table) Rows() int { return len(t.sheet.Lines) }

// setHead makes a button for each column. The keyboard stays at that of its column.
func (t *Table) setHead() {
	canvas := fyne.CurrentApp().Driver().CanvasForObject(t.head)
	at := -1
	if canvas != nil {
		held, _ := canvas.Focused().(fyne.CanvasObject)
		at = slices.Index(t.head.Objects, held)
	}
	t.head.Objects = nil
	for i, c := range t.sheet.Columns {
		b := palette.NewButton(c.Name, func() {
			if t.OnSort != nil {
				t.OnSort(i)
			}
		})
		b.Leave = t.leaveHead
		b.Importance, b.Alignment, b.IconPlacement = widget.LowImportance, widget.ButtonAlignLeading, widget.ButtonIconTrailingText
		switch {
		case i == t.sorted && t.down:
			b.Icon = theme.MenuDropDownIcon()
		case i == t.sorted:
			b.Icon = theme.MenuDropUpIcon()
		}
		if c.Right {
			b.Alignment = widget.ButtonAlignTrailing
		}
		t.head.Add(b)
	}
	t.head.Refresh()
	if at >= 0 && at < len(t.head.Objects) && t.head.Objects[at].Visible() {
		canvas.Focus(t.head.Objects[at].(*palette.Button))
	} else if at >= 0 {
		t.leaveHead()
	}
}

// leaveHead leads the keyboard on to the lines.
func (t *Table) leaveHead() {
	if canvas := fyne.CurrentApp().Driver().CanvasForObject(t.head); canvas != nil {
		canvas.Focus(t.lines)
	}
}

const (
	headHeight = 30
	lineHeight = 27
	markWidth  = 16 // before the first column, for hue and disagreement
	cellPad    = 6
)

// lineList is the list of lines. It adds to the toolkit's list that Enter
// follows a line, that Escape lets go, and that it can be told where the
// keyboard stands.
type lineList struct {
	widget.List
	t  *Table
	at int // where the keyboard stands
}

func newLineList(t *Table) *lineList {
	l := &lineList{t: t}
	l.Length = func() int { return len(t.sheet.Lines) }
	l.CreateItem = func() fyne.CanvasObject { return newTableLine(t) }
	l.UpdateItem = func(i widget.ListItemID, o fyne.CanvasObject) { o.(*tableLine).show(i) }
	l.OnSelected = func(i widget.ListItemID) {
		l.at = i
		l.Unselect(i) // what is chosen is the state's to say
		l.follow(i)
	}
	l.OnHighlighted = func(i widget.ListItemID) { l.at = i }
	l.HideSeparators = true
	l.ExtendBaseWidget(l)
	return l
}

func (l *lineList) follow(i int) {
	if i < len(l.t.sheet.Lines) && l.t.OnPick != nil {
		l.t.OnPick(l.t.sheet.Lines[i].Ref)
	}
}

// inRange is where the keyboard stands, 0 in an empty sheet's stead.
func (l *lineList) inRange() int { return max(0, min(l.at, len(l.t.sheet.Lines)-1)) }

func (l *lineList) goTo(i int) {
	l.at = i
	l.ScrollTo(i)
}

// TypedKey follows the line at which the keyboard stands with Enter, and pages.
func (l *lineList) TypedKey(e *fyne.KeyEvent) {
	page := max(1, int(l.Size().Height/lineHeight)-1)
	last := len(l.t.sheet.Lines) - 1
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		l.follow(l.at)
	case fyne.KeyEscape:
		if l.t.OnCancel != nil {
			l.t.OnCancel()
		}
	case fyne.KeyPageDown:
		l.jump(min(l.at+page, last))
	case fyne.KeyPageUp:
		l.jump(max(l.at-page, 0))
	case fyne.KeyHome:
		l.jump(0)
	case fyne.KeyEnd:
		l.jump(last)
	default:
		l.List.TypedKey(e)
	}
}

func (l *lineList) jump(i int) {
	if i >= 0 {
		l.at = i
		l.Highlight(i)
		l.ScrollTo(i)
	}
}

// warningMark is the mark of disagreement, as on the map.
func warningMark(pal *style.Palette) *canvas.ArbitraryPolygon {
	const side = 12
	return canvas.NewArbitraryPolygon([]fyne.Position{{X: side / 2, Y: 1}, {X: side - 1, Y: side - 1}, {X: 1, Y: side - 1}}, pal.Disagree)
}
