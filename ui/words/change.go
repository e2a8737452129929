package words

import (
	"slices"

	"entangle/data/resolve"
)

// FieldValue writes the readings of one field of a tie, named as in
// resolve.State.Disputed: signed; 2030 or 2032; $38 bn committed; not recorded.
func FieldValue(s *resolve.State, field string) string { return Format{}.FieldValue(s, field) }

// FieldValue writes the readings of one field, their numbers in the format.
func (n Format) FieldValue(s *resolve.State, field string) string {
	switch field {
	case "status":
		return Statuses(s)
	case "start":
		return Dates(s.Start)
	case "end":
		return Dates(s.End)
	case "holds":
		if slices.Contains(s.Disputed, "holds") {
			return "the sources disagree"
		}
		return "not disputed"
	}
	if f := s.Amount(field); f != nil {
		return n.AmountFieldWithKind(*f)
	}
	return NotRecorded
}

// Was writes what a field was and is, without an arrow: a page is also read
// aloud.
func Was(before, now string) string { return "was " + before + ", now " + now }
