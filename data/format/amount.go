package format

import (
	"slices"
	"strings"

	"entangle/data"
	"entangle/data/format/syntax"
)

// amount is an amount while it is read.
type amount struct{ data.Amount }

// amounts is the field of a statement that holds one amount or a list of them.
func amounts(s *shape[amount]) field[data.Statement] {
	return field[data.Statement]{name: "amount", read: func(d *decoder, n syntax.Node, into *data.Statement) {
		if d.tree.Kind(n) != syntax.List {
			into.Amounts = []data.Amount{d.amount(n, s)}
			return
		}
		all := fillAll(d, n, s)
		into.Amounts = make([]data.Amount, len(all))
		for i, a := range all {
			into.Amounts[i] = a.Amount
		}
	}}
}

// amount reads one amount.
func (d *decoder) amount(n syntax.Node, s *shape[amount]) data.Amount {
	var a amount
	if d.tree.Kind(n) == syntax.Scalar {
		text := d.tree.Text(n)
		d.problemf(n, func() string { return "an amount is a map; write " + amountLike(text) })
		return a.Amount
	}
	fill(d, n, s, &a)
	return a.Amount
}

// amountLike shows how an amount is written that was meant by a bare text.
func amountLike(text string) string {
	if decimal.MatchString(text) {
		return "{exact: " + shortened(text) + ", unit: USD, kind: committed}"
	}
	return "{exact: 250e9, unit: USD, kind: committed} or {unknown: true, text: " + shown(text) + "}"
}

// amountShape returns the keys of contracts.md 1.2. What a party discloses of
// itself needs no kind.
func amountShape(h *shape[horizon], needsKind bool) *shape[amount] {
	type T = amount
	return &shape[T]{
		what: "an amount",
		fields: []field[T]{
			number("exact", func(a *T) **float64 { return &a.Exact }),
			number("min", func(a *T) **float64 { return &a.Min }),
			number("max", func(a *T) **float64 { return &a.Max }),
			number("over", func(a *T) **float64 { return &a.Over }),
			number("under", func(a *T) **float64 { return &a.Under }),
			truth("unknown", func(a *T) *bool { return &a.Unknown }),
			text("text", func(a *T) *string { return &a.Text }),
			text("unit", func(a *T) *string { return &a.Unit }),
			word("kind", data.AmountKinds(), func(a *T) *data.AmountKind { return &a.Kind }),
			{name: "horizon", read: func(d *decoder, n syntax.Node, a *T) { a.Horizon = d.horizon(n, h) }},
			text("condition", func(a *T) *string { return &a.Condition }),
			truth("about", func(a *T) *bool { return &a.About }),
			truth("increase", func(a *T) *bool { return &a.Increase }),
		},
		check: func(d *decoder, n syntax.Node, a *T) {
			d.checkForm(n, a)
			if a.Unknown {
				return
			}
			if d.value(n, "unit") == syntax.None {
				d.problemIn("unit", n, "unit is missing; write USD, EUR, GW, %% or what the number counts")
			}
			if needsKind && d.value(n, "kind") == syntax.None {
				d.problemIn("kind", n, "kind is missing; write %s", orList(plain(data.AmountKinds())))
			}
		},
	}
}

// checkForm checks that an amount is given in exactly one of its forms.
func (d *decoder) checkForm(n syntax.Node, a *amount) {
	const forms = "exact, min and/or max, over, under, or unknown: true"
	var given []string
	for _, form := range []string{"exact", "min", "max", "over", "under"} {
		if d.value(n, form) != syntax.None {
			given = append(given, form)
		}
	}
	if a.Unknown {
		given = append(given, "unknown")
	}
	switch {
	case len(given) == 0:
		if v := d.value(n, "unknown"); v == syntax.None || d.tree.Text(v) == "false" {
			d.problem(n, "no number is given; an amount has one of %s", forms)
		}
	case len(given) > 1 && !slices.Equal(given, []string{"min", "max"}):
		extra := given[len(given)-1]
		d.problemIn(extra, d.value(n, extra), "%s stand together; an amount has one of %s", strings.Join(given, ", "), forms)
	case a.Min != nil && a.Max != nil && *a.Min > *a.Max:
		d.problemIn("max", d.value(n, "max"), "max is less than min; write the smaller number as min")
	case a.Unknown && d.value(n, "text") == syntax.None:
		d.problemIn("text", n, "text is missing; an unknown amount gives the source's word, as in text: billions")
	}
}

// horizon is the time that an amount covers, while it is read.
type horizon struct {
	data.Horizon
	per string
}

// years is how many years an amount covers.
type years struct{ min, max *float64 }

const horizons = "one-off, {years: 8}, {years: {min: 5, max: 6}} or {per: year}"

// horizon reads the time that an amount covers.
func (d *decoder) horizon(n syntax.Node, s *shape[horizon]) data.Horizon {
	var h horizon
	switch {
	case d.tree.Kind(n) == syntax.Map:
		fill(d, n, s, &h)
	case d.tree.Text(n) != "one-off":
		d.problem(n, "%s is no horizon; write %s", shown(d.tree.Text(n)), horizons)
	}
	return h.Horizon
}

func horizonShape(s *shape[years]) *shape[horizon] {
	type T = horizon
	return &shape[T]{
		what: "a horizon",
		fields: []field[T]{
			{name: "years", read: func(d *decoder, n syntax.Node, h *T) {
				h.MinYears, h.MaxYears = d.years(n, s)
			}},
			word("per", []string{"year"}, func(h *T) *string { return &h.per }),
		},
		check: func(d *decoder, n syntax.Node, h *T) {
			h.PerYear = h.per != ""
			years, per := d.value(n, "years"), d.value(n, "per")
			if (years == syntax.None) == (per == syntax.None) {
				d.problem(n, "a horizon has either years or per; write %s", horizons)
			}
		},
	}
}

func yearsShape() *shape[years] {
	type T = years
	return &shape[T]{
		what: "a span of years",
		fields: []field[T]{
			must(number("min", func(y *T) **float64 { return &y.min })),
			must(number("max", func(y *T) **float64 { return &y.max })),
		},
	}
}

// years reads a number of years, or the least and the most.
func (d *decoder) years(n syntax.Node, s *shape[years]) (least, most float64) {
	if d.tree.Kind(n) != syntax.Map {
		x, ok := d.number(n)
		if ok && x == 0 {
			d.problem(n, "0 years; leave horizon out for a one-off")
		}
		return x, x
	}
	var y years
	fill(d, n, s, &y)
	if y.min == nil || y.max == nil {
		return 0, 0
	}
	switch {
	case *y.min == 0:
		d.problemIn("min", d.value(n, "min"), "0 years; years are more than 0")
	case *y.min > *y.max:
		d.problemIn("max", d.value(n, "max"), "max is less than min; write the smaller number as min")
	}
	return *y.min, *y.max
}
