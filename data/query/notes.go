package query

import (
	"cmp"
	"maps"
	"slices"

	"entangle/data"
	"entangle/data/resolve"
)

func compare[T ~string](a, b T) int { return cmp.Compare(a, b) }

// addNotesAndSources finds the notes that count and are about a party, tie or
// source in view, or about such a note, and the sources of all that is in view.
func (r *Result) addNotesAndSources(web *resolve.Web, d *data.Dataset) {
	inView := map[string]bool{}
	sources := map[data.SourceID]bool{}
	cite := func(s *resolve.State) {
		for i := range s.Verdicts {
			if v := &s.Verdicts[i]; v.Standing.Counts() && !sources[v.Statement.Source] {
				sources[v.Statement.Source] = true
				inView[string(v.Statement.Source)] = true
			}
		}
	}
	for _, p := range r.Parties {
		inView[string(p)] = true
	}
	for _, s := range r.Ties {
		inView[string(s.Tie.ID)] = true
		cite(s)
	}
	for again := true; again; {
		again = false
		for i := range d.Notes {
			note := &d.Notes[i]
			s := web.Note(note.ID)
			if inView[string(note.ID)] || s == nil || !s.Counts || !slices.ContainsFunc(note.About, func(id string) bool { return inView[id] }) {
				continue
			}
			inView[string(note.ID)] = true
			cite(s)
			r.Notes = append(r.Notes, s)
			again = true
		}
	}
	slices.SortFunc(r.Notes, func(a, b *resolve.State) int { return compare(a.Note.ID, b.Note.ID) })
	r.Sources = slices.Sorted(maps.Keys(sources))
}

// Counting returns the statements of a tie or note that count on the day,
// whether they stand or were superseded, in the order of the file.
func Counting(s *resolve.State) []*data.Statement {
	var list []*data.Statement
	for _, v := range s.Verdicts {
		if v.Standing.Counts() {
			list = append(list, v.Statement)
		}
	}
	return list
}
