package ui

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"entangle/data"
	"entangle/data/query/find"
	"entangle/ui/brief"
	"entangle/ui/scene"
	"entangle/ui/words"
)

// foundRows is how many places the panel lists.
const foundRows = 40

// finder is the find box and what it has found. While it is open the panel
// shows that instead of what is selected.
type finder struct {
	w     *Window
	entry *findEntry

	index    *find.Index
	of       *data.Dataset // that the index is of
	making   *data.Dataset // that an index is being made of
	asked    int           // the number of the last question
	question string        // the one that the answer is to
	answer   find.Answer
	chosen   int
	open     bool
}

func newFinder(w *Window) *finder {
	f := &finder{w: w}
	f.entry = &findEntry{f: f}
	f.entry.ExtendBaseWidget(f.entry)
	f.entry.PlaceHolder = "Find a party, tie, word or source  Ctrl+F"
	f.entry.Wrapping = fyne.TextWrapOff
	f.entry.OnChanged = func(string) { f.ask() }
	return f
}

// begin puts the keyboard into the box.
func (f *finder) begin() {
	f.w.win.Canvas().Focus(f.entry)
	f.entry.TypedShortcut(&fyne.ShortcutSelectAll{})
}

// ask looks for what stands in the box, in the background. The words of a
// dataset are gathered for the first question about it.
func (f *finder) ask() {
	f.asked++
	number, question, subject := f.asked, f.entry.Text, f.w.state.Subject()
	if question == "" || subject == nil {
		f.leave()
		return
	}
	if f.of != subject.Dataset {
		f.gather(subject.Dataset)
		return
	}
	index := f.index
	f.w.jobs.run("finding "+question, func(context.Context) (func(), error) {
		answer := index.Search(question, foundRows)
		return func() {
			if number != f.asked {
				return // another letter was typed since
			}
			f.question, f.answer, f.chosen, f.open = question, answer, 0, true
			f.w.showPage()
		}, nil
	})
}

// gather makes the index of a dataset and then asks what stands in the box.
func (f *finder) gather(d *data.Dataset) {
	if f.making == d {
		return
	}
	f.making = d
	f.w.jobs.run("reading the words of the dataset", func(context.Context) (func(), error) {
		index := find.New(d, words.AmountWithKind)
		return func() {
			if f.making != d {
				return
			}
			f.index, f.of, f.making = index, d, nil
			f.ask()
		}, nil
	})
}

// page is what was found, nil while the box is not in use.
func (f *finder) page() *brief.Brief {
	if !f.open {
		return nil
	}
	return brief.Found(f.w.state.Subject(), f.question, f.answer, f.chosen)
}

// leave shows what is selected again.
func (f *finder) leave() {
	f.asked++
	if f.open {
		f.open = false
		f.w.showPage()
	}
}

// end leaves the box for the map.
func (f *finder) end() {
	f.leave()
	f.w.toMap()
}

// choose goes up and down the list.
func (f *finder) choose(step int) {
	if n := len(f.answer.Hits); f.open && n > 0 {
		f.chosen = (f.chosen + step + n) % n
		f.w.panel.Choose(f.chosen)
	}
}

// jumpTo goes to the place of that number.
func (f *finder) jumpTo(nth string) {
	if n, err := strconv.Atoi(nth); err == nil && n >= 0 {
		f.chosen = n
		f.jump()
	}
}

// jump goes to the place that is chosen.
func (f *finder) jump() {
	if !f.open || f.chosen >= len(f.answer.Hits) {
		return
	}
	hit := f.answer.Hits[f.chosen]
	ref := brief.Target(f.w.state.Subject().Dataset, hit)
	f.end()
	f.w.goTo(ref)
	if hit.Kind == find.Statement {
		f.w.panel.Point(hit.ID)
	}
}

// toMap leads the keyboard to the map, or to the table in its place.
func (w *Window) toMap() {
	if w.lists.object.Visible() {
		w.win.Canvas().Focus(w.lists.table.Focus())
		return
	}
	w.win.Canvas().Focus(w.view)
}

// goTo selects a record and moves the map to where it can be seen.
func (w *Window) goTo(ref scene.Ref) {
	w.pick(ref)
	w.view.Reveal(ref)
}

// findEntry is the box. Keys that a line of text has no use for lead through
// the list.
type findEntry struct {
	widget.Entry
	f *finder
}

// FocusGained lists again what was found before.
func (e *findEntry) FocusGained() {
	e.Entry.FocusGained()
	e.f.ask()
}

// TypedKey goes through the list, to the chosen place, or back to the map.
func (e *findEntry) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyDown:
		e.f.choose(1)
	case fyne.KeyUp:
		e.f.choose(-1)
	case fyne.KeyReturn, fyne.KeyEnter:
		e.f.jump()
	case fyne.KeyEscape:
		e.f.end()
	default:
		e.Entry.TypedKey(key)
	}
}
