// Package find looks words up in a dataset: parties, ties, what sources say,
// notes and sources. It forgives misspelling, folds case and accents, and ranks
// what it finds. It must not know of moments, filters, files or any user
// interface: what it finds may well be hidden from a view.
package find

import (
	"cmp"
	"slices"
)

// mostTokens bounds how much of a question is read, in words.
const mostTokens = 12

// Hit is a record that holds every word of the question.
type Hit struct {
	Kind  Kind
	ID    string // of the party, tie, statement, note or source
	Of    string // of a statement: the id of its tie or note
	Field Field  // where the question is answered best
	Spans []Span // what of the field's text answers it, from left to right
}

// Span is a part of a text, in bytes.
type Span struct{ From, To int }

// Answer is what was found, the best first.
type Answer struct {
	Hits []Hit
	More int // how many further records hold every word
}

// Search returns the records that hold every word of a question, at most so
// many of them. Prefixes count, and so do words misspelt by a letter or two.
func (x *Index) Search(question string, most int) Answer {
	var wants []want
	for _, w := range split(question) {
		if len(wants) < mostTokens {
			wants = append(wants, x.want(w.folded))
		}
	}
	if len(wants) == 0 {
		return Answer{}
	}
	found := x.rank(wants)
	a := Answer{More: max(0, len(found)-most)}
	for _, f := range found[:len(found)-a.More] {
		r := &x.records[f.record]
		field := x.telling(r, wants)
		a.Hits = append(a.Hits, Hit{r.kind, r.id, r.of, field, x.spans(field.Text, wants)})
	}
	return a
}

// found is a record with its worth.
type found struct {
	record int32
	score  float32
}

// board keeps, while a question is read word by word, the worth of each record.
type board struct {
	total []float32 // over the words so far
	best  []float32 // of the present word
	words []uint8   // how many words of the question the record holds
	own   []bool    // one of them in a field of its own
}

// rank returns the records that hold every word, the best first.
func (x *Index) rank(wants []want) []found {
	n := len(x.records)
	b := board{make([]float32, n), make([]float32, n), make([]uint8, n), make([]bool, n)}
	var touched []int32
	for round, w := range wants {
		touched = x.read(&b, w, uint8(round))
	}
	var out []found
	for _, r := range touched {
		if int(b.words[r]) == len(wants) && b.own[r] {
			out = append(out, found{r, b.total[r]})
		}
	}
	slices.SortFunc(out, func(a, b found) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(x.records[a.record].kind, x.records[b.record].kind), cmp.Compare(a.record, b.record))
	})
	return out
}

// read goes through the places of the words that answer one word of the
// question, and returns the records that hold it and all words before it.
func (x *Index) read(b *board, w want, round uint8) []int32 {
	clear(b.best)
	var touched []int32
	for _, word := range w.words {
		for _, p := range x.postings[word.id] {
			if b.words[p.record] < round {
				continue // a word before this one is lacking
			}
			f := x.records[p.record].fields[p.field]
			worth := f.Name.weight() * word.worth * float32(p.share) / 100
			if b.best[p.record] == 0 {
				touched = append(touched, p.record)
			}
			b.best[p.record] = max(b.best[p.record], worth)
			b.own[p.record] = b.own[p.record] || f.Name != Context
		}
	}
	for _, r := range touched {
		b.words[r]++
		b.total[r] += b.best[r]
	}
	return touched
}
