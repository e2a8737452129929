package command

import (
	"maps"
	"slices"

	"entangle/data"
	"entangle/data/resolve"
)

// amount is an amount with the keys of the file.
type amount struct {
	numbers
	Unit    *string `json:"unit"`
	Kind    *string `json:"kind"`
	Horizon any     `json:"horizon"`
}

// numbers is what an amount says beside what it is an amount of.
type numbers struct {
	Exact     *float64 `json:"exact"`
	Min       *float64 `json:"min"`
	Max       *float64 `json:"max"`
	Over      *float64 `json:"over"`
	Under     *float64 `json:"under"`
	Unknown   *bool    `json:"unknown"`
	Text      *string  `json:"text"`
	Condition *string  `json:"condition"`
	About     *bool    `json:"about"`
	Increase  *bool    `json:"increase"`
}

func amountOf(a data.Amount) amount {
	return amount{Unit: textOf(a.Unit), Kind: textOf(a.Kind), Horizon: horizonOf(a.Horizon), numbers: numbers{
		Exact: a.Exact, Min: a.Min, Max: a.Max, Over: a.Over, Under: a.Under, Unknown: yes(a.Unknown), Text: textOf(a.Text),
		Condition: textOf(a.Condition), About: yes(a.About), Increase: yes(a.Increase),
	}}
}

// yes is true or null, as the file leaves out what is not so.
func yes(b bool) *bool {
	if !b {
		return nil
	}
	return &b
}

// horizonOf writes {"per": "year"}, {"years": 8} or {"years": {"min": 5, "max":
// 6}}; a one-off is null, as the file leaves it out.
func horizonOf(h data.Horizon) any {
	switch {
	case h.PerYear:
		return map[string]any{"per": "year"}
	case h == data.Horizon{}:
		return nil
	case h.MinYears == h.MaxYears:
		return map[string]any{"years": h.MinYears}
	}
	return map[string]any{"years": map[string]float64{"min": h.MinYears, "max": h.MaxYears}}
}

// amountsOf writes the amounts of a statement as the file does: one alone, or
// several as a list.
func amountsOf(list []data.Amount) any {
	switch len(list) {
	case 0:
		return nil
	case 1:
		return amountOf(list[0])
	}
	var out []amount
	for _, a := range list {
		out = append(out, amountOf(a))
	}
	return out
}

// amountField is what is known of one unit, kind and horizon: the amount, or
// where it is disputed its readings.
type amountField struct {
	Field      string             `json:"field"`
	Unit       *string            `json:"unit"`
	Kind       *string            `json:"kind"`
	Horizon    any                `json:"horizon"`
	*numbers                      // when undisputed
	Readings   []amountReading    `json:"readings,omitempty"` // else
	Interval   data.Interval      `json:"interval"`
	Statements []data.StatementID `json:"statements"`
}

type amountReading struct {
	Value      amount             `json:"value"`
	Interval   data.Interval      `json:"interval"`
	Statements []data.StatementID `json:"statements"`
}

func amountFieldOf(f resolve.AmountField) amountField {
	first := amountOf(f.Readings[0].Value)
	out := amountField{Field: f.Field, Unit: first.Unit, Kind: first.Kind, Horizon: first.Horizon, Interval: f.Interval}
	statements := map[data.StatementID]bool{}
	for _, r := range f.Readings {
		for _, id := range r.Statements {
			statements[id] = true
		}
	}
	out.Statements = listOf(slices.Sorted(maps.Keys(statements)))
	if !f.Disputed() {
		out.numbers = &first.numbers
		return out
	}
	for _, r := range f.Readings {
		out.Readings = append(out.Readings, amountReading{amountOf(r.Value), r.Interval, listOf(r.Statements)})
	}
	return out
}
