package words

import (
	"math"
	"strings"

	"entangle/data"
)

// Amount writes an amount as people do, with the precision of the source:
// $250 bn, up to $50 bn, > $0.5 bn a year, 27 %, $100 bn over 8 years. None
// reads "none", unknown reads undisclosed (“billions”).
func Amount(a data.Amount) string { return Format{}.Amount(a) }

// Amount writes an amount with its numbers in the format.
func (f Format) Amount(a data.Amount) string {
	if a.Unknown {
		return undisclosed(a)
	}
	if isNone(a) {
		return "none"
	}
	text := bounds(a, f.measureOf(a.Unit), "> ", "< ")
	if text == "" {
		return NotRecorded
	}
	if a.Increase {
		text = "a further " + text
	}
	return text + spaced(f.horizon(a.Horizon))
}

// bounds writes the numbers of an amount that is known, in the words given for
// more than and less than; "" when it has none.
func bounds(a data.Amount, m measure, over, under string) string {
	about := ""
	if a.About {
		about = "about "
	}
	low, lowWord := a.Min, "at least "
	if a.Over != nil {
		low, lowWord = a.Over, over
	}
	high, highWord := a.Max, "up to "
	if a.Under != nil {
		high, highWord = a.Under, under
	}
	switch {
	case a.Exact != nil:
		return about + m.quantity(*a.Exact)
	case low == nil && high == nil:
		return ""
	case high == nil:
		return lowWord + about + m.quantity(*low)
	case low == nil:
		return highWord + about + m.quantity(*high)
	case a.Over == nil && a.Under == nil && *low == *high:
		return about + m.quantity(*low)
	case a.Over == nil && a.Under == nil:
		return about + m.span(*low, *high)
	}
	return lowWord + about + m.quantity(*low) + ", " + highWord + m.quantity(*high)
}

// AmountWithKind adds what sort of sum it is: $250 bn committed.
func AmountWithKind(a data.Amount) string { return Format{}.AmountWithKind(a) }

// AmountWithKind writes an amount with its kind, its numbers in the format.
func (f Format) AmountWithKind(a data.Amount) string {
	if a.Kind == "" || isNone(a) {
		return f.Amount(a)
	}
	if a.Unknown {
		return f.Amount(a) + ", " + AmountKind(a.Kind)
	}
	return f.Amount(a) + " " + AmountKind(a.Kind)
}

// AmountExact writes every digit, the unit, the kind, the time it covers and
// its condition: 250,000,000,000 USD committed, one-off.
func AmountExact(a data.Amount) string { return Format{}.AmountExact(a) }

// AmountExact writes every digit of an amount in the format.
func (f Format) AmountExact(a data.Amount) string {
	var b strings.Builder
	if a.Increase {
		b.WriteString("on top of what it replaces: ")
	}
	b.WriteString(f.exactNumber(a))
	if a.Unit != "" {
		b.WriteString(" " + a.Unit)
	}
	if a.Kind != "" {
		b.WriteString(" " + AmountKind(a.Kind))
	}
	if h := f.horizon(a.Horizon); h != "" {
		b.WriteString(", " + h)
	} else {
		b.WriteString(", one-off")
	}
	if a.Condition != "" {
		b.WriteString("; condition: " + Plain(a.Condition))
	}
	return b.String()
}

func (f Format) exactNumber(a data.Amount) string {
	switch {
	case a.Unknown:
		return undisclosed(a)
	case isNone(a):
		return "none (0)"
	}
	if text := bounds(a, measure{between: " to ", format: f}, "more than ", "less than "); text != "" {
		return text
	}
	return NotRecorded
}

// AmountKind names what sort of sum an amount is, as it stands behind one.
func AmountKind(k data.AmountKind) string {
	switch k {
	case data.Option:
		return "as an option"
	case data.Valuation:
		return "valuation"
	case "":
		return "kind not stated"
	}
	return string(k)
}

// AmountKindMeaning explains a kind of sum in one sentence.
func AmountKindMeaning(k data.AmountKind) string {
	return map[data.AmountKind]string{
		data.Paid:      "The source says that it was paid.",
		data.Committed: "Pledged by contract, not necessarily paid.",
		data.Promised:  "Announced, not necessarily bound by a contract.",
		data.Option:    "One side may choose it.",
		data.Valuation: "What a firm or share is said to be worth; no payment.",
	}[k]
}

// Interval writes the numbers between two bounds of a unit: $5–6 bn, at least
// $5 bn, less than $7 bn; without any bound it is undisclosed.
func Interval(i data.Interval, unit string) string { return Format{}.Interval(i, unit) }

// Interval writes the numbers between two bounds in the format.
func (f Format) Interval(i data.Interval, unit string) string {
	m := f.measureOf(unit)
	open := math.IsInf(i.Max, 1)
	switch {
	case open && i.Min == 0 && !i.MinOpen:
		return "undisclosed"
	case open && i.MinOpen:
		return "> " + m.quantity(i.Min)
	case open:
		return "at least " + m.quantity(i.Min)
	case i.Min == i.Max:
		return m.quantity(i.Min)
	case i.Min == 0 && i.MaxOpen:
		return "< " + m.quantity(i.Max)
	case i.Min == 0:
		return "up to " + m.quantity(i.Max)
	case i.MinOpen || i.MaxOpen:
		low, high := "at least ", "up to "
		if i.MinOpen {
			low = "> "
		}
		if i.MaxOpen {
			high = "< "
		}
		return low + m.quantity(i.Min) + ", " + high + m.quantity(i.Max)
	}
	return m.span(i.Min, i.Max)
}

func isNone(a data.Amount) bool { return !a.Unknown && a.Exact != nil && *a.Exact == 0 }

func undisclosed(a data.Amount) string {
	if a.Text == "" {
		return "undisclosed"
	}
	return "undisclosed (“" + Plain(a.Text) + "”)"
}

// horizon writes the time that an amount covers; a one-off has no words.
func (f Format) horizon(h data.Horizon) string {
	switch {
	case h.PerYear:
		return "a year"
	case h == data.Horizon{}:
		return ""
	case h.MaxYears == 0 || math.IsInf(h.MaxYears, 1):
		return "over at least " + f.years(h.MinYears)
	case h.MinYears == 0:
		return "over up to " + f.years(h.MaxYears)
	case h.MinYears != h.MaxYears:
		return "over " + f.Number(h.MinYears) + "–" + f.years(h.MaxYears)
	}
	return "over " + f.years(h.MinYears)
}

func (f Format) years(n float64) string {
	if n == 1 {
		return "1 year"
	}
	return f.Number(n) + " years"
}
