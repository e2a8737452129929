// Package deals makes webs of deals of any size for tests and benchmarks, and
// writes them as files: invented firms that are tied as real ones are, a few of
// them to very many, most of them to one or two. The same size and seed give the
// same web on every machine. It is for tests only and must not know of files on
// disk, of drawing or of any user interface.
package deals

import (
	"fmt"
	"math/rand/v2"

	"entangle/data"
)

// Size says how large a web is. There are at least two parties, and at least as
// many statements as ties.
type Size struct {
	Parties    int // that ties run between; products come on top
	Ties       int
	Statements int
}

// String names the size, as in 1000-3000.
func (s Size) String() string { return fmt.Sprintf("%d-%d", s.Parties, s.Ties) }

// Sizes are those that figures are given for, smallest first: about the
// built-in dataset, two steps between, and the largest that is promised to work.
// Two ties have three statements.
func Sizes() []Size {
	return []Size{{40, 90, 135}, {200, 500, 750}, {1_000, 3_000, 4_500}, {10_000, 30_000, 45_000}}
}

// Spoken is the largest size with as many statements to a tie as the built-in
// dataset has.
func Spoken() Size { return Size{10_000, 30_000, 100_000} }

// firmsPerProduct and the like say how often a thing is in a web.
const (
	firmsPerProduct   = 20
	firmsPerNote      = 20
	tiesPerSource     = 50
	tiesPerAgreement  = 30
	parallelInHundred = 18 // ties between two parties that have one already
)

// Make makes a web: every party is tied to another, the next tie goes to a party
// the likelier the more ties it has. All kinds, stances and statuses, dates and
// amounts of every form are there, as are revisions and disputes. Opened, it
// shows everything that its default filters let through.
func Make(size Size, seed uint64) *data.Dataset {
	m := &maker{Rand: rand.New(rand.NewPCG(seed, uint64(size.Ties))), Dataset: &data.Dataset{
		Title: fmt.Sprintf("An invented web of %d parties and %d ties", size.Parties, size.Ties),
		AsOf:  day("2026-05-01"),
		// The first view of a dataset is what its view "core" names: all of it.
		Views: []data.SavedView{{ID: "core", Title: "Everything", Rest: map[string]any{}}},
	}}
	m.sources(max(4, size.Ties/tiesPerSource))
	m.parties(size.Parties)
	m.agreements(max(1, size.Ties/tiesPerAgreement))
	m.ties(size)
	m.notes(max(1, size.Parties/firmsPerNote))
	return m.Build()
}

// maker makes one web.
type maker struct {
	*rand.Rand
	*data.Dataset
	firms int // the parties before the products
}

// chance is true that many times in a hundred.
func (m *maker) chance(inHundred int) bool { return m.IntN(100) < inHundred }

// one takes one of a list.
func one[T any](m *maker, list []T) T { return list[m.IntN(len(list))] }

// day reads a date that is known to be right.
func day(text string) data.Date {
	d, err := data.ParseDate(text)
	if err != nil {
		panic("deals: " + err.Error())
	}
	return d
}
