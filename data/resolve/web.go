package resolve

import (
	"iter"
	"runtime"
	"sync"

	"entangle/data"
)

// Web is what holds of every tie and note of a dataset at a moment. It is
// immutable and may be read from anywhere at once.
type Web struct {
	prepared *Prepared
	moment   Moment
	states   []State // ties in file order, then notes
}

// At resolves a dataset at a moment. Whoever asks for several moments of one
// dataset asks the first Web's At, or Prepare, which is quicker.
func At(d *data.Dataset, m Moment) *Web { return Prepare(d).At(m) }

// Tie resolves one tie at a moment. The tie need not be one of the dataset: a
// draft stands in for the tie of the same id, and its statements for that tie's.
func Tie(d *data.Dataset, t *data.Tie, m Moment) *State {
	p := prepare(d, t)
	k := p.work(m, p.counting(m))
	state := &State{}
	k.resolve(&p.subjects[p.ties[t.ID]], state)
	return state
}

// Dataset returns what was resolved.
func (p *Prepared) Dataset() *data.Dataset { return p.dataset }

// At resolves at a moment.
func (p *Prepared) At(m Moment) *Web {
	w := &Web{prepared: p, moment: m, states: make([]State, len(p.subjects))}
	counts := p.counting(m)
	share := func(from, to int) {
		k := p.work(m, counts)
		for i := from; i < to; i++ {
			k.resolve(&p.subjects[i], &w.states[i])
		}
	}
	workers := min(runtime.GOMAXPROCS(0), 1+len(p.claims)/worthAWorker)
	var wait sync.WaitGroup
	for i := range workers {
		from, to := len(p.subjects)*i/workers, len(p.subjects)*(i+1)/workers
		if i == workers-1 {
			share(from, to)
			break
		}
		wait.Go(func() { share(from, to) })
	}
	wait.Wait()
	return w
}

// worthAWorker is how many statements make a further goroutine worth its start.
const worthAWorker = 2000

// counting applies rule 1 to every statement.
func (p *Prepared) counting(m Moment) []bool {
	counts := make([]bool, len(p.claims))
	for i := range p.claims {
		counts[i] = p.claims[i].counts(m)
	}
	return counts
}

func (p *Prepared) work(m Moment, counts []bool) *work {
	return &work{claims: p.claims, counts: counts, moment: m}
}

// At resolves the same dataset at another moment.
func (w *Web) At(m Moment) *Web {
	if m == w.moment {
		return w
	}
	return w.prepared.At(m)
}

// Dataset returns what was resolved.
func (w *Web) Dataset() *data.Dataset { return w.prepared.dataset }

// Moment returns what it was resolved for.
func (w *Web) Moment() Moment { return w.moment }

// Tie returns the state of a tie, nil when the dataset holds none of that id.
func (w *Web) Tie(id data.TieID) *State {
	if i, ok := w.prepared.ties[id]; ok {
		return &w.states[i]
	}
	return nil
}

// Note returns the state of a note, nil when the dataset holds none of that id.
func (w *Web) Note(id data.NoteID) *State {
	if i, ok := w.prepared.notes[id]; ok {
		return &w.states[i]
	}
	return nil
}

// Ties goes through the states of all ties in file order, also of those no
// statement of which counts.
func (w *Web) Ties() iter.Seq[*State] {
	return func(yield func(*State) bool) {
		for i := range len(w.states) - len(w.prepared.dataset.Notes) {
			if !yield(&w.states[i]) {
				return
			}
		}
	}
}

// Notes goes through the states of all notes in file order, also of those no
// statement of which counts.
func (w *Web) Notes() iter.Seq[*State] {
	return func(yield func(*State) bool) {
		for i := len(w.states) - len(w.prepared.dataset.Notes); i < len(w.states); i++ {
			if !yield(&w.states[i]) {
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
