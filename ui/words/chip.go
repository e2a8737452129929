package words

import (
	"slices"
	"strings"

	"entangle/data"
	"entangle/data/resolve"
)

// Chip is the short label of a line: the title of its tie, or its kind, and the
// amount that tells most: Azure commitment · $250 bn. An amount that a title
// already carries is not said twice; one that nobody records is left out.
func Chip(d *data.Dataset, s *resolve.State) string { return Format{}.Chip(d, s) }

// Chip writes the short label of a line, its numbers in the format.
func (n Format) Chip(d *data.Dataset, s *resolve.State) string {
	label := Title(d, s.Tie)
	f := LeadingAmount(s)
	if f == nil || strings.Contains(label, AmountField(*f)) {
		return label
	}
	if r := f.Readings[0]; len(f.Readings) == 1 && r.Value.Unknown {
		return Apart(label) + " · undisclosed" // the source's own word is for the panel
	}
	return Apart(label) + " · " + n.AmountField(*f)
}

// LeadingAmount returns the amount field that tells most about a tie: money
// before shares before other units, the committed before the announced before
// the paid, a known sum before an undisclosed one. What a firm is said to be
// worth comes last. It is nil when nothing is recorded.
func LeadingAmount(s *resolve.State) *resolve.AmountField {
	if len(s.Amounts) == 0 {
		return nil
	}
	best := 0
	for i := range s.Amounts {
		if slices.Compare(rankOf(s.Amounts[i]), rankOf(s.Amounts[best])) < 0 {
			best = i
		}
	}
	return &s.Amounts[best]
}

func rankOf(f resolve.AmountField) []int {
	a := f.Readings[0].Value
	kinds := []data.AmountKind{data.Committed, data.Promised, data.Paid, data.Option}
	kind := slices.Index(kinds, a.Kind)
	if kind < 0 {
		kind = len(kinds)
	}
	unit := 2
	switch {
	case a.Unit == "USD" || a.Unit == "EUR" || isCurrency(a.Unit):
		unit = 0
	case a.Unit == "%":
		unit = 1
	}
	return []int{flag(a.Kind == data.Valuation), flag(a.Unknown), unit, kind}
}

func flag(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// AmountField writes what is known of one unit, kind and horizon: $38 bn; where
// sources disagree each reading: $15 bn or $50 bn.
func AmountField(f resolve.AmountField) string { return Format{}.AmountField(f) }

// AmountField writes what is known of one field, its numbers in the format.
func (n Format) AmountField(f resolve.AmountField) string {
	return each(f.Readings, func(r resolve.AmountReading) string { return reading(r, n.Amount(r.Value)) })
}

// AmountFieldWithKind adds what sort of sum it is: $15 bn or $50 bn committed.
func AmountFieldWithKind(f resolve.AmountField) string { return Format{}.AmountFieldWithKind(f) }

// AmountFieldWithKind adds the kind, its numbers in the format.
func (n Format) AmountFieldWithKind(f resolve.AmountField) string {
	if len(f.Readings) == 1 {
		return reading(f.Readings[0], n.AmountWithKind(f.Readings[0].Value))
	}
	return n.AmountField(f) + ", " + AmountKind(f.Readings[0].Value.Kind)
}

// reading writes a value; an increase on top of something unknown is at least
// that much.
func reading(r resolve.AmountReading, value string) string {
	if r.Value.Increase {
		return value + " on top of an unknown sum"
	}
	return value
}

// Statuses writes the status of a tie: signed; signed or announced where
// sources disagree; not recorded where none speaks of it.
func Statuses(s *resolve.State) string {
	if len(s.Status) == 0 {
		return NotRecorded
	}
	return each(s.Status, func(r resolve.StatusReading) string { return Status(r.Value) })
}

// Dates writes the readings of a start or an end: 2032; 2030 or 2032; not
// stated.
func Dates(readings []resolve.DateReading) string {
	if len(readings) == 0 {
		return NotStated
	}
	return each(readings, func(r resolve.DateReading) string { return Date(r.Value) })
}

// each writes every reading once, as alternatives.
func each[R any](readings []R, write func(R) string) string {
	var list []string
	for _, r := range readings {
		if text := write(r); !slices.Contains(list, text) {
			list = append(list, text)
		}
	}
	return Either(list)
}

// Holds writes the status of a tie and what it means on the day: in force;
// signed, in force; signed, but the day lies outside its dates; announced.
func Holds(s *resolve.State) string {
	text := Statuses(s)
	binding := slices.ContainsFunc(s.Status, func(r resolve.StatusReading) bool {
		return r.Value == data.Signed || r.Value == data.InForce
	})
	switch {
	case !s.Counts:
		return "no source counts on the day"
	case s.InForce == resolve.Maybe:
		return text + ", perhaps in force on the day"
	case s.InForce == resolve.False && binding:
		return text + ", but the day lies outside its dates"
	case s.InForce == resolve.True && text != Status(data.InForce):
		return text + ", in force"
	}
	return text
}

// InForce says whether a tie is in force on the day.
func InForce(t resolve.Truth) string {
	return map[resolve.Truth]string{
		resolve.True:  "in force",
		resolve.Maybe: "perhaps in force",
		resolve.False: "not in force",
	}[t]
}

// Verdict says in a word or two how a statement stands: stands, agrees,
// disputed, superseded by a2, not known yet, not the case yet.
func Verdict(v *resolve.Verdict) string {
	switch v.Standing {
	case resolve.NotYetKnown:
		return "not known yet"
	case resolve.NotYetEffective:
		return "not the case yet"
	case resolve.Superseded:
		return "superseded"
	case resolve.Disputed:
		return "disputed"
	}
	if len(v.Corroborates) > 0 {
		return "agrees"
	}
	return "stands"
}

// VerdictWhy explains a verdict with the statements that it comes from: in part
// superseded by a2; agrees with a1; disputed by b1. It is "" where there is
// nothing to explain.
func VerdictWhy(v *resolve.Verdict) string {
	var parts []string
	add := func(words string, ids []data.StatementID) {
		if len(ids) > 0 {
			names := make([]string, len(ids))
			for i, id := range ids {
				names[i] = string(id)
			}
			parts = append(parts, words+" "+List(names))
		}
	}
	switch {
	case !v.Standing.Counts():
		return ""
	case v.Standing == resolve.Superseded:
		add("superseded by", v.ReplacedBy)
	default:
		add("in part superseded by", v.ReplacedBy)
	}
	add("disputed by", v.DisputedBy)
	add("agrees with", v.Corroborates)
	return strings.Join(parts, "; ")
}

// Field names a disputed field of a tie: status, start, end, whether it holds,
// the committed amount in USD.
func Field(name string) string {
	of, isAmount := strings.CutPrefix(name, "amount/")
	switch parts := strings.Split(of, "/"); {
	case name == "holds":
		return "whether it holds"
	case isAmount && len(parts) >= 3:
		n := len(parts)
		unit, kind, horizon := strings.Join(parts[:n-2], "/"), parts[n-2], parts[n-1]
		text := "the amount"
		if kind != "-" {
			text = "the " + kind + " amount"
		}
		if unit != "-" {
			text += " in " + unit
		}
		if horizon != "one-off" {
			text += " (" + horizon + ")"
		}
		return text
	}
	return name
}

// Disputed names the fields of a tie that sources disagree about; "" for none.
func Disputed(s *resolve.State) string {
	var names []string
	for _, f := range s.Disputed {
		names = append(names, Field(f))
	}
	if len(names) == 0 {
		return ""
	}
	return "the sources disagree about " + List(names)
}
