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
	notes, cited := map[string]bool{}, map[data.SourceID]bool{}
	cite := func(s *resolve.State) {
		for i := range s.Verdicts {
			if v := &s.Verdicts[i]; v.Standing.Counts() && r.tally.sources[v.Statement.Source] == 0 {
				cited[v.Statement.Source] = true
			}
		}
	}
	inView := func(id string) bool {
		return notes[id] || r.tally.sources[data.SourceID(id)] > 0 || cited[data.SourceID(id)] || r.Holds(data.TieID(id)) || r.HoldsParty(data.PartyID(id))
	}
	for again := true; again; {
		again = false
		for i := range d.Notes {
			note := &d.Notes[i]
			s := web.Note(note.ID)
			if notes[string(note.ID)] || s == nil || !s.Counts || !slices.ContainsFunc(note.About, inView) {
				continue
			}
			notes[string(note.ID)] = true
			cite(s)
			r.Notes = append(r.Notes, s)
			again = true
		}
	}
	slices.SortFunc(r.Notes, func(a, b *resolve.State) int { return compare(a.Note.ID, b.Note.ID) })
	r.Sources = slices.AppendSeq(slices.Collect(maps.Keys(r.tally.sources)), maps.Keys(cited))
	slices.Sort(r.Sources)
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
