package resolve

import "entangle/data"

// State is what holds of a tie or a note at a moment. It is shared: do not
// change it.
//
// Of each field there are no readings (unknown), one (the value) or several
// (disputed), sorted by their first statement.
type State struct {
	Tie  *data.Tie  // nil for a note
	Note *data.Note // nil for a tie

	Counts  bool  // some statement of it counts
	InForce Truth // rule 6

	Status     []StatusReading
	Start, End []DateReading
	Amounts    []AmountField // sorted by field; only fields with a reading

	// Substitutability holds what statements say; where none does, the tie's own
	// word as a reading without statements. It is no field of rule 2: a
	// disagreement about it makes no statement and no tie disputed.
	Substitutability []SubstitutabilityReading

	Disputed []string  // disputed fields, sorted: amount/…, end, holds, start, status
	Verdicts []Verdict // of every statement, in file order
}

// StatusReading is one status that the counting statements leave.
type StatusReading struct {
	Value      data.Status
	Statements []data.StatementID // that give or corroborate it, sorted
}

// DateReading is one start or end that the counting statements leave.
type DateReading struct {
	Value      data.Date
	Statements []data.StatementID // that give or corroborate it, sorted
}

// SubstitutabilityReading is one judgement that the counting statements leave.
type SubstitutabilityReading struct {
	Value      data.Substitutability
	Statements []data.StatementID // that give it, sorted; empty: the tie itself does
}

// AmountReading is one amount that the counting statements leave.
type AmountReading struct {
	// Value is the narrowest amount as written, or the sum that an increase
	// makes with what it is on top of. A sum may have a lower end of one sort and
	// an upper end of another (Min and Under, Over and Max).
	Value data.Amount
	// Interval is the values that it allows, in its unit. It differs from
	// Value.Interval() for an increase on top of something not known: that has no
	// upper end.
	Interval   data.Interval
	Statements []data.StatementID // that give or corroborate it, and the summands of a sum, sorted
	OnTopOf    []data.StatementID // the summands other than the increase itself, sorted; empty: no sum
}

// AmountField is what is known of one unit, kind and horizon.
type AmountField struct {
	Field    string // amount/UNIT/KIND/HORIZON
	Readings []AmountReading
	Interval data.Interval // the outer bounds of all readings
}

// Disputed says whether there is more than one reading.
func (f AmountField) Disputed() bool { return len(f.Readings) > 1 }

// Verdict says what became of one statement at a moment.
type Verdict struct {
	Statement *data.Statement
	Standing  Standing
	// ReplacedBy lists, over all fields, the statements that replaced it: in each
	// field those that link to it, else the later ones; sorted. It may be filled
	// though the statement stands in another field.
	ReplacedBy []data.StatementID
	// Corroborates lists the statements that give a value that this one is
	// compatible with and wider than, or equal to; sorted.
	Corroborates []data.StatementID
	// DisputedBy lists the statements at odds with it: those of other readings of
	// a field, and those that a link marking `holds` joins to it; sorted.
	DisputedBy []data.StatementID
}

// StatusValue returns the status and whether there is exactly one reading.
func (s *State) StatusValue() (data.Status, bool) {
	if len(s.Status) != 1 {
		return "", false
	}
	return s.Status[0].Value, true
}

// StartValue returns the start and whether there is exactly one reading.
func (s *State) StartValue() (data.Date, bool) { return only(s.Start) }

// EndValue returns the last day in force and whether there is exactly one
// reading.
func (s *State) EndValue() (data.Date, bool) { return only(s.End) }

func only(readings []DateReading) (data.Date, bool) {
	if len(readings) != 1 {
		return data.Date{}, false
	}
	return readings[0].Value, true
}

// SubstitutabilityValue returns how hard the tie is to replace and whether there
// is exactly one reading.
func (s *State) SubstitutabilityValue() (data.Substitutability, bool) {
	if len(s.Substitutability) != 1 {
		return "", false
	}
	return s.Substitutability[0].Value, true
}

// Amount returns the readings of an amount field, nil when nothing is recorded.
func (s *State) Amount(field string) *AmountField {
	for i := range s.Amounts {
		if s.Amounts[i].Field == field {
			return &s.Amounts[i]
		}
	}
	return nil
}

// IsDisputed says whether any field is disputed, `holds` among them.
func (s *State) IsDisputed() bool { return len(s.Disputed) > 0 }

// Verdict returns what became of a statement, nil when the tie or note has no
// such statement.
func (s *State) Verdict(id data.StatementID) *Verdict {
	for i := range s.Verdicts {
		if s.Verdicts[i].Statement.ID == id {
			return &s.Verdicts[i]
		}
	}
	return nil
}
