package resolve

import (
	"cmp"
	"iter"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"entangle/data"
)

// Web is what holds of every tie and note of a dataset at a moment. It is
// immutable and may be read from anywhere at once.
type Web struct {
	prepared *Prepared
	moment   Moment
	states   []*State // ties in file order, then notes; those of another moment may be the same
}

// At resolves a dataset at a moment. Whoever asks for several moments of one
// dataset asks the first Web's At, or Prepare, which is quicker.
func At(d *data.Dataset, m Moment) *Web { return Prepare(d).At(m) }

// Tie resolves one tie at a moment. The tie need not be one of the dataset: a
// draft stands in for the tie of the same id, and its statements for that tie's.
func Tie(d *data.Dataset, t *data.Tie, m Moment) *State {
	p := prepare(d, t)
	k := &work{claims: p.claims, moment: m}
	state := &State{}
	k.resolve(&p.subjects[p.ties[t.ID]], state)
	return state
}

// Dataset returns what was resolved.
func (p *Prepared) Dataset() *data.Dataset { return p.dataset }

// At resolves at a moment.
func (p *Prepared) At(m Moment) *Web {
	w := &Web{prepared: p, moment: m, states: make([]*State, len(p.subjects))}
	all := make([]int32, len(p.subjects))
	for i := range all {
		all[i] = int32(i)
	}
	p.fill(w, all, len(p.claims), many)
	return w
}

// At resolves the same dataset at another moment. What does not change between
// the two is shared by both: the states are the same ones.
func (w *Web) At(m Moment) *Web {
	if m == w.moment {
		return w
	}
	p := w.prepared
	t := p.turns()
	changed := p.joined(t.between(w.moment, m), t)
	now := &Web{prepared: p, moment: m, states: slices.Clone(w.states)}
	statements := 0
	for _, i := range changed {
		statements += int(p.subjects[i].n)
	}
	p.fill(now, changed, statements, 1) // webs to come will share some and not others
	return now
}

// fill resolves subjects with so many statements, in batches and with all
// processors where it is worth it. So many states, or parts of them, lie together in
// memory: as long as one of them is shared all stay.
func (p *Prepared) fill(w *Web, subjects []int32, statements, together int) {
	var next atomic.Int64
	share := func() {
		k := &work{claims: p.claims, moment: w.moment, together: together}
		for {
			to := int(next.Add(batch))
			from := to - batch
			if from >= len(subjects) {
				return
			}
			for some := range slices.Chunk(subjects[from:min(to, len(subjects))], together) {
				states := make([]State, len(some))
				for i, s := range some {
					k.resolve(&p.subjects[s], &states[i])
					w.states[s] = &states[i]
				}
			}
		}
	}
	var wait sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), 1+statements/worthAWorker) - 1 {
		wait.Go(share)
	}
	share()
	wait.Wait()
}

const (
	batch        = 128  // subjects that a goroutine takes at a time
	worthAWorker = 2000 // statements that make a further goroutine worth its start
)

// Dataset returns what was resolved.
func (w *Web) Dataset() *data.Dataset { return w.prepared.dataset }

// Moment returns what it was resolved for.
func (w *Web) Moment() Moment { return w.moment }

// Tie returns the state of a tie, nil when the dataset holds none of that id.
func (w *Web) Tie(id data.TieID) *State {
	if i, ok := w.prepared.ties[id]; ok {
		return w.states[i]
	}
	return nil
}

// Note returns the state of a note, nil when the dataset holds none of that id.
func (w *Web) Note(id data.NoteID) *State {
	if i, ok := w.prepared.notes[id]; ok {
		return w.states[i]
	}
	return nil
}

// Ties goes through the states of all ties in file order, also of those no
// statement of which counts.
func (w *Web) Ties() iter.Seq[*State] {
	return func(yield func(*State) bool) {
		for i := range len(w.states) - len(w.prepared.dataset.Notes) {
			if !yield(w.states[i]) {
				return
			}
		}
	}
}

// TiesByID goes through the states of all ties by their ids.
func (w *Web) TiesByID() iter.Seq[*State] {
	order := w.prepared.byID()
	if order == nil {
		return w.Ties()
	}
	return func(yield func(*State) bool) {
		for _, i := range order {
			if !yield(w.states[i]) {
				return
			}
		}
	}
}

// tiesByID returns the order of the ties by their ids, nil when they stand so in
// the file.
func (p *Prepared) tiesByID() []int32 {
	ties := p.subjects[:len(p.subjects)-len(p.dataset.Notes)]
	byID := func(a, b subject) int { return cmp.Compare(a.tie.ID, b.tie.ID) }
	if slices.IsSortedFunc(ties, byID) {
		return nil
	}
	order := make([]int32, len(ties))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortStableFunc(order, func(a, b int32) int { return byID(ties[a], ties[b]) })
	return order
}

// Notes goes through the states of all notes in file order, also of those no
// statement of which counts.
func (w *Web) Notes() iter.Seq[*State] {
	return func(yield func(*State) bool) {
		for i := len(w.states) - len(w.prepared.dataset.Notes); i < len(w.states); i++ {
			if !yield(w.states[i]) {
				return
			}
		}
	}
}

// Verdict says what became of a statement, nil when the dataset holds none of
// that id.
func (w *Web) Verdict(id data.StatementID) *Verdict {
	place, ok := w.prepared.dataset.Statement(id)
	switch {
	case !ok:
		return nil
	case place.Tie != nil:
		return w.Tie(place.Tie.ID).Verdict(id)
	default:
		return w.Note(place.Note.ID).Verdict(id)
	}
}
