package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynelayout "fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"entangle/data/query"
	"entangle/ui/brief"
	"entangle/ui/palette"
	"entangle/ui/panel"
	"entangle/ui/picture"
	"entangle/ui/scene"
	"entangle/ui/style"
	"entangle/ui/words"
)

// lists is the table of the window: which list it shows, and in which order.
type lists struct {
	w       *Window
	table   *panel.Table
	list    brief.List
	orders  map[brief.List]order
	buttons map[brief.List]*palette.Button
	made    made
	number  int // of the sheet that was asked for last
	object  *fyne.Container
	says    *widget.Label // which columns have no room
}

// order is the column by which a list is sorted, -1 for none.
type order struct {
	column int
	down   bool
}

// made is what the sheet on screen was made of.
type made struct {
	result *query.Result
	list   brief.List
	order  order
	pal    *style.Palette
}

func newLists(w *Window) *lists {
	l := &lists{w: w, table: panel.NewTable(w.ruler), orders: map[brief.List]order{}, buttons: map[brief.List]*palette.Button{}}
	row := container.NewHBox()
	for _, list := range brief.Lists() {
		l.orders[list] = order{column: -1}
		l.buttons[list] = newButton(w.around(), "", func() { l.choose(list) })
		row.Add(l.buttons[list])
	}
	l.table.Paint(w.pal())
	l.table.OnPick = w.pick
	l.table.OnCancel = func() { w.pick(scene.Ref{}) }
	l.table.OnSort = l.sort
	l.says = widget.NewLabel("")
	l.says.Importance, l.says.Alignment, l.says.Truncation = widget.LowImportance, fyne.TextAlignTrailing, fyne.TextTruncateEllipsis
	l.table.OnColumns = func(names []string) { l.says.SetText(words.NoRoom(names)) }
	l.object = container.NewBorder(container.New(fynelayout.NewCustomPaddedLayout(2, 4, 14, 12), container.NewBorder(nil, nil, row, nil, l.says)), nil, nil, nil, l.table.Object())
	l.object.Hide()
	return l
}

// choose shows another list.
func (l *lists) choose(list brief.List) {
	l.list = list
	l.show()
}

// next goes through the lists in turn.
func (l *lists) next() { l.choose((l.list + 1) % brief.List(len(brief.Lists()))) }

// nextList shows the table, or the next list of it when it is on screen.
func (w *Window) nextList() {
	if w.state.View().Arranged() == picture.Table {
		w.lists.next()
		return
	}
	w.arrange(picture.Table)
}

// sort puts the list into the order of a column; the same again turns it round,
// and a third time it is as it was.
func (l *lists) sort(column int) {
	now := l.orders[l.list]
	switch {
	case now.column != column:
		l.orders[l.list] = order{column: column}
	case !now.down:
		l.orders[l.list] = order{column: column, down: true}
	default:
		l.orders[l.list] = order{column: -1}
	}
	l.show()
}

// show makes the sheet of the present view in the background, unless the one on
// screen is of it.
func (l *lists) show() {
	w := l.w
	subject := w.state.Subject()
	if subject == nil || subject.View.Arranged() != picture.Table {
		return
	}
	want := made{subject.Result, l.list, l.orders[l.list], w.pal()}
	l.count(subject)
	if want.result == l.made.result && want.list == l.made.list && want.order == l.made.order && want.pal.Theme == l.made.pal.Theme {
		l.table.Choose(w.state.Selection())
		w.probe.write(w)
		return
	}
	l.number++
	number := l.number
	w.jobs.run("making the table", func(context.Context) (func(), error) {
		sheet := brief.NewSheet(subject, want.list)
		if want.order.column >= 0 {
			sheet = sheet.Sorted(want.order.column, want.order.down)
		}
		return func() {
			if number != l.number {
				return
			}
			l.made = want
			l.table.Show(sheet, want.order.column, want.order.down, w.state.Selection(), want.pal)
			w.probe.shown(w)
		}, nil
	})
}

// count says on the buttons how many records each list has in view.
func (l *lists) count(s *picture.Subject) {
	counts := brief.Counts(s)
	for list, b := range l.buttons {
		b.Importance = widget.LowImportance
		if list == l.list {
			b.Importance = widget.HighImportance
		}
		b.SetText(words.Count(counts[list], list.Noun()))
	}
}
