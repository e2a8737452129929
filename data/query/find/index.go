package find

import (
	"math"
	"slices"

	"entangle/data"
)

// Index holds the words of a dataset and where they stand. It is immutable and
// may be read from anywhere at once.
type Index struct {
	records  []record
	words    []string // sorted
	letters  []uint64 // of each word, as a set
	short    []bool   // the word stands in a name or a title
	postings [][]posting
}

// posting is a place of a word. There are millions of them in a huge dataset, so
// they are small.
type posting struct {
	record int32
	field  uint16
	share  uint8 // in hundredths; more where the word is a larger part of its field, or its first
}

// mostFields is how many fields of a record are gathered; no record of a person's
// making comes near it.
const mostFields = math.MaxUint16

// New reads a dataset. amount writes an amount as people do.
func New(d *data.Dataset, amount func(data.Amount) string) *Index {
	r := &reader{d: d, amount: amount}
	x := &Index{records: r.read()}
	places := map[string]*entry{}
	for i := range x.records {
		for j, f := range x.records[i].fields[:min(len(x.records[i].fields), mostFields)] {
			gather(places, f, int32(i), uint16(j))
		}
	}
	for w := range places {
		x.words = append(x.words, w)
	}
	slices.Sort(x.words)
	for _, w := range x.words {
		x.postings = append(x.postings, slices.Clone(places[w].postings))
		x.short = append(x.short, places[w].short)
		x.letters = append(x.letters, lettersOf(w))
	}
	return x
}

// entry is what is known of a word while the index is being made.
type entry struct {
	postings []posting
	short    bool
}

func gather(places map[string]*entry, f Field, record int32, field uint16) {
	n := 0
	each(f.Text, func(int, int) { n++ })
	share := uint8(100 + 30/math.Sqrt(float64(max(n, 1))))
	p := posting{record, field, share + 20} // the first word tells more than the others
	each(f.Text, func(from, to int) {
		w := fold(f.Text[from:to])
		e := places[w]
		if e == nil {
			e = &entry{}
			places[w] = e
		}
		switch f.Name {
		case Name, Alias, Title, Publisher, Author:
			e.short = true
		}
		if last := len(e.postings) - 1; last < 0 || e.postings[last].record != record || e.postings[last].field != field {
			e.postings = append(e.postings, p)
		}
		p.share = share
	})
}

// lettersOf is the set of letters of a word: two words differ in at least as
// many letters as one has that the other lacks.
func lettersOf(w string) uint64 {
	var set uint64
	for _, r := range w {
		set |= 1 << (uint(r) % 64)
	}
	return set
}
