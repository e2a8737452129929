package interchange

import (
	"math"
	"strconv"
	"strings"

	"entangle/data"
	"entangle/data/resolve"
)

// amounts writes every field of a tie, readings beside each other: 250000000000
// USD committed one-off; up to 5 GW option one-off | 7 GW option one-off.
func amounts(fields []resolve.AmountField) string {
	texts := make([]string, len(fields))
	for i, f := range fields {
		texts[i] = joined(f.Readings, func(r resolve.AmountReading) string { return amount(r.Value) })
	}
	return strings.Join(texts, "; ")
}

// amount writes an amount with every digit, its unit, kind and horizon.
func amount(a data.Amount) string {
	parts := []string{bounds(a), a.Unit, string(a.Kind), a.Horizon.String()}
	if a.About {
		parts[0] = "about " + parts[0]
	}
	if a.Increase {
		parts[0] = "plus " + parts[0]
	}
	text := strings.Join(strings.Fields(strings.Join(parts, " ")), " ")
	if a.Condition != "" {
		text += " (" + a.Condition + ")"
	}
	return text
}

func bounds(a data.Amount) string {
	if a.Unknown {
		return strings.TrimSpace("undisclosed " + quoted(a.Text))
	}
	if a.Exact != nil {
		return number(*a.Exact)
	}
	var parts []string
	add := func(word string, x *float64) {
		if x != nil {
			parts = append(parts, word+number(*x))
		}
	}
	add("at least ", a.Min)
	add("more than ", a.Over)
	add("up to ", a.Max)
	add("less than ", a.Under)
	return strings.Join(parts, " and ")
}

func quoted(text string) string {
	if text == "" {
		return ""
	}
	return "“" + text + "”"
}

// number writes every digit, with a point and without separators; a number
// without an end is "".
func number(x float64) string {
	if math.IsInf(x, 0) {
		return ""
	}
	return strconv.FormatFloat(x, 'f', -1, 64)
}
