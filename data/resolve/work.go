package resolve

import (
	"slices"

	"entangle/data"
)

// work resolves subjects one after the other at one moment. It holds the memory
// that one of them leaves to the next; each goroutine has its own.
type work struct {
	claims []claim
	moment Moment
	sums   map[amountPlace]*increased // those worked out so far

	// of the subject at hand
	here  []claim // its claims
	first int32   // index of the first of them
	tally []tally // by claim of the subject

	// of the field at hand
	values   []*value
	slots    []int32 // where the field's values went in values; -1: does not count
	lost     []bool  // which of values were replaced
	live     []int32 // index into values: those that remain, narrowest first
	spare    []int32
	readings []reading
	within   [][]int32 // by value: the readings that it is in, when there are several

	replacedBy, corroborates, disputedBy []pair

	together    int // of what is found, how much lies together in memory
	ids         slab[data.StatementID]
	statuses    slab[StatusReading]
	dates       slab[DateReading]
	amounts     slab[AmountReading]
	judgements  slab[SubstitutabilityReading]
	fieldsFound slab[AmountField]
	verdicts    slab[Verdict]
}

// tally is what the fields say of one claim.
type tally struct {
	replaced int32 // fields that it lost
	disputed bool  // a field that it speaks of is disputed
	holds    bool  // a link of it marks `holds`
}

// pair joins a claim, counted from the subject's first, to another claim of the
// file.
type pair struct{ claim, other int32 }

// counts is rule 1 for a claim of the file.
func (k *work) counts(claim int32) bool { return k.claims[claim].phase(k.moment) == counting }

// resolve fills in the state of a subject, which is zero.
func (k *work) resolve(s *subject, out *State) {
	k.here, k.first = k.claims[s.first:s.first+s.n], s.first
	k.tally = append(k.tally[:0], make([]tally, s.n)...)
	k.replacedBy, k.corroborates, k.disputedBy = k.replacedBy[:0], k.corroborates[:0], k.disputedBy[:0]
	out.Tie, out.Note = s.tie, s.note
	for i := range k.here {
		if k.counts(k.first + int32(i)) {
			out.Counts = true
			break
		}
	}
	if out.Counts {
		k.fields(s, out)
		if s.linked {
			k.markHolds(s, out)
		}
		slices.Sort(out.Disputed)
	}
	if t := s.tie; t != nil && t.Substitutability != "" && out.Substitutability == nil {
		out.Substitutability = k.judgements.take(1, k.together)
		out.Substitutability[0] = SubstitutabilityReading{Value: t.Substitutability}
	}
	out.InForce = out.inForce(k.moment.AsOf)
	out.Verdicts = k.judge(s)
}

// fields resolves every field of the subject.
func (k *work) fields(s *subject, out *State) {
	amounts := 0
	for i := range s.fields {
		f := &s.fields[i]
		k.gather(f)
		if len(k.values) == 0 {
			continue
		}
		k.replace(f)
		k.hushOpinions(f)
		readings := k.read(f)
		if len(readings) == 0 {
			continue
		}
		if f.content == amountField && amounts == 0 {
			out.Amounts = k.fieldsFound.take(len(s.fields)-i, k.together)[:0]
		}
		k.enter(f, readings, out)
		k.note(f, readings)
		if len(readings) > 1 && f.ordinary() {
			out.Disputed = append(out.Disputed, f.name)
			for j := range k.values {
				k.tally[k.values[j].by].disputed = true
			}
		}
		if f.content == amountField {
			amounts++
		}
	}
}

// enter writes the readings of a field into the state.
func (k *work) enter(f *field, readings []reading, out *State) {
	n := len(readings)
	switch f.content {
	case statusField:
		out.Status = k.statuses.take(n, k.together)
		for i := range readings {
			v := k.values[readings[i].value]
			out.Status[i] = StatusReading{data.Status(v.word), k.statements(&readings[i])}
		}
		sortReadings(out.Status, func(r *StatusReading) []data.StatementID { return r.Statements })
	case startField, endField:
		list := k.dates.take(n, k.together)
		for i := range readings {
			s := k.here[k.values[readings[i].value].by].Statement
			d := s.Start
			if f.content == endField {
				d = s.End
			}
			list[i] = DateReading{d, k.statements(&readings[i])}
		}
		sortReadings(list, func(r *DateReading) []data.StatementID { return r.Statements })
		if f.content == startField {
			out.Start = list
		} else {
			out.End = list
		}
	case substitutabilityField:
		out.Substitutability = k.judgements.take(n, k.together)
		for i := range readings {
			v := k.values[readings[i].value]
			out.Substitutability[i] = SubstitutabilityReading{data.Substitutability(v.word), k.statements(&readings[i])}
		}
		sortReadings(out.Substitutability, func(r *SubstitutabilityReading) []data.StatementID { return r.Statements })
	case amountField:
		out.Amounts = append(out.Amounts, k.amountField(f, readings))
	}
}

func (k *work) amountField(f *field, readings []reading) AmountField {
	list := k.amounts.take(len(readings), k.together)
	bounds := k.values[readings[0].value].span
	for i := range readings {
		v := k.values[readings[i].value]
		list[i] = AmountReading{
			Value: k.here[v.by].Amounts[v.nth], Interval: v.span, Statements: k.statements(&readings[i]),
		}
		if v.sum != nil {
			list[i].Value = v.sum.amount(list[i].Value)
			list[i].OnTopOf = v.sum.summands()
			slices.Sort(list[i].OnTopOf)
		}
		bounds = bounds.Hull(v.span)
	}
	sortReadings(list, func(r *AmountReading) []data.StatementID { return r.Statements })
	return AmountField{Field: f.name, Readings: list, Interval: bounds}
}

// sortReadings sorts readings by their first statement, then the next; equals
// stay narrowest first.
func sortReadings[T any](readings []T, statements func(*T) []data.StatementID) {
	if len(readings) > 1 {
		slices.SortStableFunc(readings, func(a, b T) int { return slices.Compare(statements(&a), statements(&b)) })
	}
}

// slab hands out pieces of larger allocations.
type slab[T any] struct {
	free []T
	size int
}

// many is how many pieces lie together where all of them live as long as one does.
const many = 1024

// take returns n zero values that nobody else has; so many lie together in memory at
// most, but for the n.
func (s *slab[T]) take(n, together int) []T {
	if n > len(s.free) {
		s.size = min(max(8, 2*s.size), together)
		s.free = make([]T, max(n, s.size))
	}
	piece := s.free[:n:n]
	s.free = s.free[n:]
	return piece
}
