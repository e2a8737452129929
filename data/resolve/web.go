package resolve

import (
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
	phases   []phase // by claim
	states   []State // ties in file order, then notes
}

// At resolves a dataset at a moment. Whoever asks for several moments of one
// dataset asks the first Web's At, or Prepare, which is quicker.
func At(d *data.Dataset, m Moment) *Web { return Prepare(d).At(m) }

// Tie resolves one tie at a moment. The tie need not be one of the dataset: a
// draft stands in for the tie of the same id, and its statements for that tie's.
func Tie(d *data.Dataset, t *data.Tie, m Moment) *State {
	p := prepare(d, t)
	k := &work{claims: p.claims, phases: p.phases(m), moment: m}
	state := &State{}
	k.resolve(&p.subjects[p.ties[t.ID]], state)
	return state
}

// Dataset returns what was resolved.
func (p *Prepared) Dataset() *data.Dataset { return p.dataset }

// At resolves at a moment.
func (p *Prepared) At(m Moment) *Web { return p.at(m, nil) }

// at resolves at a moment, taking over from an earlier web of the same dataset
// what has not changed between the two.
func (p *Prepared) at(m Moment, before *Web) *Web {
	w := &Web{prepared: p, moment: m, phases: p.phases(m), states: make([]State, len(p.subjects))}
	changed := p.changed(w, before)
	var next atomic.Int64
	share := func() {
		k := &work{claims: p.claims, phases: w.phases, moment: m}
		for {
			to := int(next.Add(batch))
			from := to - batch
			if from >= len(p.subjects) {
				return
			}
			for i := from; i < min(to, len(p.subjects)); i++ {
				if changed(i) {
					k.resolve(&p.subjects[i], &w.states[i])
					continue
				}
				w.states[i] = before.states[i]
				w.states[i].InForce = w.states[i].inForce(m.AsOf)
			}
		}
	}
	var wait sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), 1+len(p.claims)/worthAWorker) - 1 {
		wait.Go(share)
	}
	share()
	wait.Wait()
	return w
}

const (
	batch        = 128  // subjects that a goroutine takes at a time
	worthAWorker = 2000 // statements that make a further goroutine worth its start
)

// phases applies rule 1 to every statement.
func (p *Prepared) phases(m Moment) []phase {
	phases := make([]phase, len(p.claims))
	for i := range p.claims {
		phases[i] = p.claims[i].phase(m)
	}
	return phases
}

// changed returns whether a subject may have other readings than before: when
// one of its claims entered another phase, or one of a subject that links join
// to it, directly or through others.
func (p *Prepared) changed(w, before *Web) func(subject int) bool {
	if before == nil {
		return func(int) bool { return true }
	}
	moved := func(i int) bool {
		s := &p.subjects[i]
		return !slices.Equal(w.phases[s.first:s.first+s.n], before.phases[s.first:s.first+s.n])
	}
	family := make(map[int32]bool)
	for i := range p.subjects {
		if f := p.subjects[i].family; f != alone && moved(i) {
			family[f] = true
		}
	}
	return func(i int) bool {
		if f := p.subjects[i].family; f != alone {
			return family[f]
		}
		return moved(i)
	}
}

// At resolves the same dataset at another moment. What did not change between
// the two is shared by both.
func (w *Web) At(m Moment) *Web {
	if m == w.moment {
		return w
	}
	return w.prepared.at(m, w)
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
