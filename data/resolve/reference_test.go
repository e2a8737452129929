package resolve_test

import (
	"math"
	"slices"

	"entangle/data"
	"entangle/data/resolve"
)

// reference resolves as the text of contracts.md 1.4 says it, statement by
// statement and pair by pair, without regard to time or memory. It shares no
// code with the package: what it prints is compared with what the package finds.
type reference struct {
	d      *data.Dataset
	m      resolve.Moment
	all    map[data.StatementID]*data.Statement
	home   map[data.StatementID]string // its tie or note
	order  []data.StatementID
	source map[data.SourceID]data.Source
}

func newReference(d *data.Dataset, m resolve.Moment) *reference {
	r := &reference{d, m, map[data.StatementID]*data.Statement{}, map[data.StatementID]string{}, nil, map[data.SourceID]data.Source{}}
	add := func(home string, list []data.Statement) {
		for i := range list {
			r.all[list[i].ID], r.home[list[i].ID] = &list[i], home
			r.order = append(r.order, list[i].ID)
		}
	}
	for _, t := range d.Ties {
		add("tie "+string(t.ID), t.Statements)
	}
	for _, n := range d.Notes {
		add("note "+string(n.ID), n.Statements)
	}
	for _, s := range d.Sources {
		r.source[s.ID] = s
	}
	return r
}

// Rule 1.

func (r *reference) known(id data.StatementID) bool {
	s := r.source[r.all[id].Source]
	from := s.Known
	if from.IsZero() {
		from = s.Published
	}
	return from.IsZero() || from.Last() <= r.m.KnownOn
}

func (r *reference) effective(id data.StatementID) data.Date {
	if e := r.all[id].Effective; !e.IsZero() {
		return e
	}
	return r.source[r.all[id].Source].Published
}

func (r *reference) counts(id data.StatementID) bool {
	e := r.effective(id)
	return r.known(id) && (e.IsZero() || e.First() <= r.m.AsOf)
}

func (r *reference) later(a, b data.StatementID) bool {
	x, y := r.effective(a), r.effective(b)
	switch {
	case x.IsZero():
		return false
	case y.IsZero():
		return true
	default:
		return x.First() > y.Last()
	}
}

// claimed is what a statement gives one field: a word, or a set of numbers.
type claimed struct {
	by            data.StatementID
	word          string
	low, high     float64
	noLow, noHigh bool // the end itself is not in
	from          []data.StatementID
}

// says lists what a statement says of a field; sums need the moment.
func (r *reference) says(id data.StatementID, field string) []claimed {
	s := r.all[id]
	date := func(d data.Date) []claimed {
		if d.IsZero() {
			return nil
		}
		c := claimed{by: id, low: float64(d.First()), high: float64(d.Last()), from: []data.StatementID{id}}
		if d.First() == data.MinDay {
			c.low = math.Inf(-1)
		}
		if d.Last() == data.MaxDay {
			c.high = math.Inf(1)
		}
		return []claimed{c}
	}
	switch field {
	case "status":
		if s.Status != "" {
			return []claimed{{by: id, word: string(s.Status), from: []data.StatementID{id}}}
		}
		return nil
	case "start":
		return date(s.Start)
	case "end":
		return date(s.End)
	}
	var out []claimed
	for _, a := range s.Amounts {
		if a.Field() == field {
			out = append(out, r.amount(id, a))
		}
	}
	return out
}

// amount is 1.2: an increase on top of exactly one known amount is a sum, any
// other has no upper end.
func (r *reference) amount(id data.StatementID, a data.Amount) claimed {
	c := claimed{by: id, high: math.Inf(1), from: []data.StatementID{id}}
	switch {
	case a.Exact != nil:
		c.low, c.high = *a.Exact, *a.Exact
	case a.Over != nil:
		c.low, c.noLow = *a.Over, true
	case a.Under != nil:
		c.high, c.noHigh = *a.Under, true
	case !a.Unknown:
		if a.Min != nil {
			c.low = *a.Min
		}
		if a.Max != nil {
			c.high = *a.Max
		}
	}
	if !a.Increase {
		return c
	}
	var bases []claimed
	unknown := false
	for _, b := range r.all[id].Supersedes {
		if !r.counts(b) {
			continue
		}
		for _, base := range r.all[b].Amounts {
			if base.Field() == a.Field() {
				value := r.amount(b, base)
				bases = append(bases, value)
				unknown = base.Unknown && len(value.from) == 1
			}
		}
	}
	if len(bases) != 1 || unknown {
		c.high, c.noHigh = math.Inf(1), false
		return c
	}
	b := bases[0]
	c.low, c.high = c.low+b.low, c.high+b.high
	c.noLow = c.noLow || b.noLow
	c.noHigh = (c.noHigh || b.noHigh) && !math.IsInf(c.high, 1)
	c.from = append(c.from, b.from...)
	return c
}

var fieldNames = []string{
	"amount/-/-/one-off", "amount/USD/committed/8y", "amount/USD/committed/one-off", "amount/USD/paid/one-off", "end", "start", "status",
}

func (r *reference) speaks(id data.StatementID) []string {
	return slices.DeleteFunc(slices.Clone(fieldNames), func(f string) bool { return len(r.says(id, f)) == 0 })
}

func rung(word string) int {
	return slices.Index([]string{
		"rumoured", "reported", "in-negotiation", "planned", "announced", "letter-of-intent", "signed", "in-force",
	}, word)
}

// equal is "same rung, same span, same bounds".
func equal(a, b claimed) bool {
	return a.word == b.word && a.low == b.low && a.high == b.high && a.noLow == b.noLow && a.noHigh == b.noHigh
}

// compatible tries every number that could satisfy both: the ends and what lies
// just inside of them.
func compatible(a, b claimed) bool {
	if a.word != "" {
		return a.word == b.word || (rung(a.word) >= 0 && rung(b.word) >= 0)
	}
	in := func(x float64, c claimed) bool {
		return (x > c.low || x == c.low && !c.noLow) && (x < c.high || x == c.high && !c.noHigh)
	}
	for _, end := range []float64{a.low, a.high, b.low, b.high, 0} {
		for _, x := range []float64{end - .25, end, end + .25} {
			if in(x, a) && in(x, b) {
				return true
			}
		}
	}
	return false
}

// outranks says whether a later value replaces an earlier one (rules 3 and 5).
func outranks(later, earlier claimed) bool {
	if later.word == "" {
		return !compatible(later, earlier)
	}
	if rung(later.word) >= 0 && rung(earlier.word) >= 0 {
		return rung(later.word) > rung(earlier.word)
	}
	return later.word != earlier.word
}

func (r *reference) disputes(a, b data.StatementID) bool {
	return slices.Contains(r.all[a].Disputes, b) || slices.Contains(r.all[b].Disputes, a)
}

func (r *reference) opinion(id data.StatementID) bool { return r.all[id].Stance == data.Opinion }
