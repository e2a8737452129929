package query

import (
	"cmp"
	"maps"
	"slices"

	"entangle/data"
	"entangle/data/resolve"
)

// Diff is what changed between two views: of one dataset on two days, or of two
// datasets. A tie is present on a side when it is in view there and in force,
// or perhaps so. Every tie that is present on some side stands in exactly one of
// the lists, which are sorted by id.
type Diff struct {
	Added     []TieDiff // present on the To side alone
	Ended     []TieDiff // present on the From side alone
	Amended   []TieDiff // present on both, and a field differs
	Unchanged []TieDiff // present on both; a further source changes nothing

	// Neither counts the ties that are in view on some side and in force on none.
	Neither int
	// Jaccard is the share of the kinds of tie present on some side that are
	// present on both, 0 to 1; nil when nothing is present.
	Jaccard *float64
}

// TieDiff is one tie on both sides.
type TieDiff struct {
	ID       data.TieID
	From, To *resolve.State // nil on a side where it is not in view
	Fields   []FieldDiff    // of an amended tie; sorted by field
}

// FieldDiff is a field whose readings differ between the sides.
type FieldDiff struct {
	Field    string             // status, start, end, holds, or amount/UNIT/KIND/HORIZON
	From, To []data.StatementID // that give the field its readings there, sorted
}

// State returns what holds of the tie on the side where it is present, of both
// on the To side.
func (t TieDiff) State() *resolve.State {
	if present(t.To) {
		return t.To
	}
	return t.From
}

// Compare tells what changed from one view to another. Fields are the same when
// their readings cover the same status, days or numbers, however they are
// written and by however many sources.
func Compare(from, to *Result) *Diff {
	d, ties := &Diff{}, map[data.TieID]*TieDiff{}
	at := func(s *resolve.State) *TieDiff {
		if ties[s.Tie.ID] == nil {
			ties[s.Tie.ID] = &TieDiff{ID: s.Tie.ID}
		}
		return ties[s.Tie.ID]
	}
	for _, s := range from.Ties {
		at(s).From = s
	}
	for _, s := range to.Ties {
		at(s).To = s
	}
	for _, id := range slices.Sorted(maps.Keys(ties)) {
		d.add(*ties[id])
	}
	d.Jaccard = jaccard(kindsPresent(from), kindsPresent(to))
	return d
}

// add puts a tie into its list.
func (d *Diff) add(t TieDiff) {
	switch before, after := present(t.From), present(t.To); {
	case before && after:
		if t.Fields = differing(t.From, t.To); len(t.Fields) > 0 {
			d.Amended = append(d.Amended, t)
		} else {
			d.Unchanged = append(d.Unchanged, t)
		}
	case after:
		d.Added = append(d.Added, t)
	case before:
		d.Ended = append(d.Ended, t)
	default:
		d.Neither++
	}
}

func present(s *resolve.State) bool { return s != nil && s.InForce != resolve.False }

// differing lists the fields whose readings, or whose being disputed, differ.
func differing(from, to *resolve.State) []FieldDiff {
	var list []FieldDiff
	before, after := readingsOf(from), readingsOf(to)
	fields := maps.Clone(before)
	maps.Copy(fields, after)
	for _, name := range slices.Sorted(maps.Keys(fields)) {
		a, b := before[name], after[name]
		if !slices.Equal(a.values, b.values) {
			list = append(list, FieldDiff{Field: name, From: a.statements, To: b.statements})
		}
	}
	return list
}

// reading is what a field allows: one status, or a span of days or of numbers.
type reading struct {
	word string
	span data.Interval
}

// readings is a field as far as it can differ, and who says so.
type readings struct {
	values     []reading // sorted
	statements []data.StatementID
}

// readingsOf gathers the fields of a tie by name, those alone that have a
// reading. That the sources disagree whether a tie holds is one too.
func readingsOf(s *resolve.State) map[string]readings {
	all := map[string]readings{}
	put := func(field string, r reading, by []data.StatementID) {
		f := all[field]
		f.values, f.statements = append(f.values, r), append(f.statements, by...)
		all[field] = f
	}
	for _, r := range s.Status {
		put("status", reading{word: string(r.Value)}, r.Statements)
	}
	for name, dates := range map[string][]resolve.DateReading{"start": s.Start, "end": s.End} {
		for _, r := range dates {
			put(name, reading{span: data.Interval{Min: float64(r.Value.First()), Max: float64(r.Value.Last())}}, r.Statements)
		}
	}
	for _, f := range s.Amounts {
		for _, r := range f.Readings {
			put(f.Field, reading{span: r.Interval}, r.Statements)
		}
	}
	if slices.Contains(s.Disputed, "holds") {
		put("holds", reading{word: "disputed"}, doubters(s))
	}
	for name, f := range all {
		slices.SortFunc(f.values, compareReadings)
		slices.Sort(f.statements)
		f.statements = slices.Compact(f.statements)
		all[name] = f
	}
	return all
}

func compareReadings(a, b reading) int {
	return cmp.Or(cmp.Compare(a.word, b.word), cmp.Compare(a.span.Min, b.span.Min), cmp.Compare(a.span.Max, b.span.Max),
		first(a.span.MinOpen, b.span.MinOpen), first(a.span.MaxOpen, b.span.MaxOpen))
}

// doubters lists the counting statements that are at odds with another one.
func doubters(s *resolve.State) []data.StatementID {
	var ids []data.StatementID
	for i := range s.Verdicts {
		if v := &s.Verdicts[i]; v.Standing.Counts() && len(v.DisputedBy) > 0 {
			ids = append(ids, v.Statement.ID)
		}
	}
	return ids
}

func kindsPresent(r *Result) map[data.KindID]bool {
	kinds := map[data.KindID]bool{}
	for _, s := range r.Ties {
		if present(s) {
			kinds[s.Tie.Kind] = true
		}
	}
	return kinds
}

// jaccard is the size of what two sets share by the size of both together.
func jaccard(a, b map[data.KindID]bool) *float64 {
	shared := 0
	for k := range a {
		if b[k] {
			shared++
		}
	}
	either := len(a) + len(b) - shared
	if either == 0 {
		return nil
	}
	share := float64(shared) / float64(either)
	return &share
}
