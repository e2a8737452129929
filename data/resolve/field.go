package resolve

import (
	"cmp"
	"math"
	"slices"

	"entangle/data"
)

// content says what a field holds.
type content int8

const (
	statusField content = iota
	startField
	endField
	substitutabilityField // no field of rule 2, but read in the same way
	amountField
)

// field is one field of a tie or note with everything that is said of it.
type field struct {
	content content
	moving  bool       // increases among them: their order hangs on the moment
	name    string     // as in State.Disputed
	key     *amountKey // of an amount field
	values  []value    // by claim, in file order
	narrow  []int32    // indices into values, narrowest first
}

// amountKey tells amount fields apart. Amounts have the same key when
// Amount.Field writes the same name.
type amountKey struct {
	unit    string
	kind    data.AmountKind
	horizon data.Horizon
}

func keyOf(a *data.Amount) amountKey {
	k := amountKey{a.Unit, a.Kind, a.Horizon}
	if k.unit == "" {
		k.unit = "-"
	}
	return k
}

// value is what one claim says of one field.
type value struct {
	by   int32         // the claim, counted from the subject's first
	nth  int32         // which of the claim's amounts
	word string        // of status and substitutability
	span data.Interval // of a date, in days, or an amount, in its unit; an open end is infinite
	sum  *sum          // at a moment: the increase added to what it is on top of
	rung int8          // of a status; -1: no rung

	increase bool // its span hangs on the moment
}

// ordinary says whether the field is one of rule 2.
func (f *field) ordinary() bool { return f.content != substitutabilityField }

// of returns the values of one claim.
func (f *field) of(claim int32) []value {
	from, _ := slices.BinarySearchFunc(f.values, claim, func(v value, by int32) int { return cmp.Compare(v.by, by) })
	to := from
	for to < len(f.values) && f.values[to].by == claim {
		to++
	}
	return f.values[from:to]
}

// words says whether its values are words, not spans.
func (f *field) words() bool { return f.content == statusField || f.content == substitutabilityField }

// speaks says whether a statement, of whatever tie, speaks of the field.
func (f *field) speaks(s *data.Statement) bool {
	switch f.content {
	case statusField:
		return s.Status != ""
	case startField:
		return !s.Start.IsZero()
	case endField:
		return !s.End.IsZero()
	case substitutabilityField:
		return s.Substitutability != ""
	}
	for i := range s.Amounts {
		if keyOf(&s.Amounts[i]) == *f.key {
			return true
		}
	}
	return false
}

// same says whether two values are equal: same rung, same span, same bounds
// (rule 4).
func (f *field) same(a, b *value) bool {
	if f.words() {
		return a.word == b.word
	}
	return a.span == b.span
}

// compatible says whether two values can both hold (rules 4 and 5).
func (f *field) compatible(a, b *value) bool {
	if f.words() {
		return a.word == b.word || (a.rung >= 0 && b.rung >= 0)
	}
	return a.span.Overlaps(b.span)
}

// outdates says whether a value replaces another that is earlier (rules 3, 5).
func (f *field) outdates(later, earlier *value) bool {
	if f.words() {
		if later.rung >= 0 && earlier.rung >= 0 {
			return later.rung > earlier.rung
		}
		return later.word != earlier.word
	}
	return !later.span.Overlaps(earlier.span)
}

// narrower orders values for readings (rules 4 and 5): the higher rung first;
// the narrower span, then the lower, then the smaller statement id. Of one
// statement's amounts, "over 4" comes before "4 or more".
func (f *field) narrower(a, b *value, claims []claim) int {
	if f.words() {
		return cmp.Or(cmp.Compare(b.rung, a.rung), cmp.Compare(claims[a.by].rank, claims[b.by].rank))
	}
	return cmp.Or(
		cmp.Compare(a.span.Width(), b.span.Width()),
		cmp.Compare(a.span.Min, b.span.Min),
		cmp.Compare(claims[a.by].rank, claims[b.by].rank),
		compareBool(b.span.MinOpen, a.span.MinOpen),
		compareBool(b.span.MaxOpen, a.span.MaxOpen),
		cmp.Compare(a.nth, b.nth),
	)
}

// compareBool orders false before true.
func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// spanOf returns the days of a date as an interval.
func spanOf(d data.Date) data.Interval {
	i := data.Interval{Min: float64(d.First()), Max: float64(d.Last())}
	if d.First() == data.MinDay {
		i.Min = math.Inf(-1)
	}
	if d.Last() == data.MaxDay {
		i.Max = math.Inf(1)
	}
	return i
}
