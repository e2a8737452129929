package resolve_test

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"entangle/data"
	"entangle/data/resolve"
)

// A dataset in a line a statement, for tests:
//
//	a @2025 k2026 p2024 signed $5 start=2025 end=2030 sub=easy opinion sup:b wd:c dis:d
//
// `@` is effective, `k` known, `p` published (a source of its own); an amount is
// $5, $5-9, $5-, $-9, $>5, $<5 or $?, with + in front for an increase, and /paid,
// /8y, /EUR, /- behind for another kind, horizon, unit or none. `tie x` and
// `note n` begin a subject; statements before the first are those of tie t.
func dataset(text string) *data.Dataset {
	d := &data.Dataset{}
	tie, note := "t", ""
	subjects := map[string][]data.Statement{}
	var order []string
	for line := range strings.Lines(text) {
		words := strings.Fields(line)
		switch {
		case len(words) == 0:
		case words[0] == "tie":
			tie, note = words[1], ""
		case words[0] == "note":
			tie, note = "", words[1]
		default:
			key := "tie " + tie
			if note != "" {
				key = "note " + note
			}
			if _, seen := subjects[key]; !seen {
				order = append(order, key)
			}
			s, source := statement(words)
			subjects[key] = append(subjects[key], s)
			d.Sources = append(d.Sources, source)
		}
	}
	for _, key := range order {
		sort, id, _ := strings.Cut(key, " ")
		if sort == "tie" {
			d.Ties = append(d.Ties, data.Tie{ID: data.TieID(id), Statements: subjects[key]})
		} else {
			d.Notes = append(d.Notes, data.Note{ID: data.NoteID(id), Statements: subjects[key]})
		}
	}
	return d.Build()
}

func statement(words []string) (data.Statement, data.Source) {
	s := data.Statement{ID: data.StatementID(words[0]), Source: data.SourceID("s-" + words[0])}
	source := data.Source{ID: s.Source}
	for _, w := range words[1:] {
		before, after, _ := strings.Cut(w, "=")
		link, to, _ := strings.Cut(w, ":")
		switch {
		case slices.Contains(data.Statuses(), data.Status(w)):
			s.Status = data.Status(w)
		case w == "opinion":
			s.Stance = data.Opinion
		case w[0] == '@':
			s.Effective = date(w[1:])
		case w[0] == '$' || w[0] == '+':
			s.Amounts = append(s.Amounts, amount(w))
		case before == "start":
			s.Start = date(after)
		case before == "end":
			s.End = date(after)
		case before == "sub":
			s.Substitutability = data.Substitutability(after)
		case link == "sup":
			s.Supersedes = ids(to)
		case link == "wd":
			s.Withdraws = ids(to)
		case link == "dis":
			s.Disputes = ids(to)
		case w[0] == 'k':
			source.Known = date(w[1:])
		case w[0] == 'p':
			source.Published = date(w[1:])
		default:
			panic(w)
		}
	}
	return s, source
}

func ids(list string) []data.StatementID {
	var out []data.StatementID
	for _, id := range strings.Split(list, ",") {
		out = append(out, data.StatementID(id))
	}
	return out
}

func date(text string) data.Date {
	d, err := data.ParseDate(text)
	if err != nil {
		panic(err)
	}
	return d
}

func day(text string) data.Day { return date(text).Last() }

func amount(word string) data.Amount {
	a := data.Amount{Unit: "USD", Kind: data.Committed}
	word, a.Increase = strings.CutPrefix(word, "+")
	parts := strings.Split(strings.TrimPrefix(word, "$"), "/")
	for _, p := range parts[1:] {
		switch {
		case slices.Contains(data.AmountKinds(), data.AmountKind(p)):
			a.Kind = data.AmountKind(p)
		case p == "-":
			a.Unit, a.Kind = "", ""
		case strings.HasSuffix(p, "y"):
			n := number(strings.TrimSuffix(p, "y"))
			a.Horizon = data.Horizon{MinYears: *n, MaxYears: *n}
		default:
			a.Unit = p
		}
	}
	body := parts[0]
	low, high, isRange := strings.Cut(body, "-")
	switch {
	case body == "?":
		a.Unknown, a.Text = true, "billions"
	case body[0] == '>':
		a.Over = number(body[1:])
	case body[0] == '<':
		a.Under = number(body[1:])
	case isRange:
		a.Min, a.Max = number(low), number(high)
	default:
		a.Exact = number(body)
	}
	return a
}

func number(text string) *float64 {
	if text == "" {
		return nil
	}
	x, err := strconv.ParseFloat(text, 64)
	if err != nil {
		panic(err)
	}
	return &x
}

// fields writes the readings of every field, the disputed fields and in_force:
// `status signed(a,b)|absent(c); $ 5(a); disputed status; in force maybe`.
func fields(s *resolve.State) string {
	var out []string
	put := func(name string, readings []string) {
		if len(readings) > 0 {
			out = append(out, name+" "+strings.Join(readings, "|"))
		}
	}
	put("status", each(s.Status, func(r resolve.StatusReading) string { return string(r.Value) + list(r.Statements) }))
	one := func(r resolve.DateReading) string { return r.Value.String() + list(r.Statements) }
	put("start", each(s.Start, one))
	put("end", each(s.End, one))
	for _, f := range s.Amounts {
		put(short(f.Field), each(f.Readings, func(r resolve.AmountReading) string { return span(r.Interval) + list(r.Statements) }))
	}
	put("sub", each(s.Substitutability, func(r resolve.SubstitutabilityReading) string {
		return string(r.Value) + list(r.Statements)
	}))
	if len(s.Disputed) > 0 {
		out = append(out, "disputed "+short(strings.Join(s.Disputed, " ")))
	}
	if s.InForce != resolve.False {
		out = append(out, "in force "+s.InForce.String())
	}
	return strings.Join(out, "; ")
}

func short(field string) string {
	return strings.ReplaceAll(strings.ReplaceAll(field, "amount/USD/committed/one-off", "$"), "amount/USD/", "$")
}

// standings writes the standing of every statement and what replaced it:
// `a superseded<b>; b stands`.
func standings(s *resolve.State) string {
	return strings.Join(each(s.Verdicts, func(v resolve.Verdict) string {
		out := string(v.Statement.ID) + " " + string(v.Standing)
		if len(v.ReplacedBy) > 0 {
			out += "<" + strings.Trim(list(v.ReplacedBy), "()") + ">"
		}
		return out
	}), "; ")
}

func each[T, U any](all []T, write func(T) U) []U {
	var out []U
	for _, x := range all {
		out = append(out, write(x))
	}
	return out
}

func list(ids []data.StatementID) string {
	return "(" + strings.Join(each(ids, func(id data.StatementID) string { return string(id) }), ",") + ")"
}

func span(i data.Interval) string {
	if i.Min == i.Max && !i.MinOpen && !i.MaxOpen {
		return fmt.Sprint(i.Min)
	}
	low, high := "[", "]"
	if i.MinOpen {
		low = "("
	}
	if i.MaxOpen {
		high = ")"
	}
	if math.IsInf(i.Max, 1) {
		return fmt.Sprintf("%s%v..", low, i.Min)
	}
	return fmt.Sprintf("%s%v..%v%s", low, i.Min, i.Max, high)
}
