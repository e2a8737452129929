package command

import (
	"errors"
	"fmt"
	"slices"

	"entangle/data"
	"entangle/data/query"
	"entangle/data/resolve"
	"entangle/ui/words"
)

// diffOptions is what the flags of diff ask for.
type diffOptions struct {
	From, To data.Date // zero: not given
}

// diffFlags lists the flags of diff.
func diffFlags() []flag {
	at := func(set func(*options, data.Date)) func(*options, string) error {
		return func(o *options, value string) error {
			d, err := day(value)
			if err == nil {
				set(o, d)
			}
			return err
		}
	}
	return []flag{
		{"from", "DATE", "diff", "the earlier day", at(func(o *options, d data.Date) { o.Diff.From = d })},
		{"to", "DATE", "diff", "the later day", at(func(o *options, d data.Date) { o.Diff.To = d })},
	}
}

// side is one of the two things that are compared.
type side struct {
	look
	name string // how messages call it: its day, or its file
}

// diff tells what changed between two days of a dataset, or between two files.
func (c *call) diff(operands []string) error {
	from, to, err := c.sides(operands)
	if err != nil {
		return err
	}
	diff := query.Compare(from.result, to.result)
	if c.options.JSON {
		return c.printJSON(diffOf(from, to, diff))
	}
	differ{c, from, to}.print(diff)
	return nil
}

// sides loads and resolves both sides.
func (c *call) sides(operands []string) (from, to side, err error) {
	days, dated := c.options.Diff, !c.options.Diff.From.IsZero() || !c.options.Diff.To.IsZero()
	switch {
	case len(operands) == 2 && dated:
		return from, to, misuse("two files are compared as of one day; write entangle diff --as-of DATE FILE1 FILE2, without --from and --to")
	case len(operands) == 2:
		return c.twoFiles(operands[0], operands[1])
	case days.From.IsZero() || days.To.IsZero():
		return from, to, misuse("diff needs two days or two files; write entangle diff --from DATE --to DATE [FILE], or entangle diff FILE1 FILE2")
	case len(c.options.View.AsOf) > 0:
		return from, to, misuse("--as-of is the day that two files are compared as of; with --from and --to leave it out")
	}
	return c.twoDays(operand(operands, 0))
}

func (c *call) twoDays(file string) (from, to side, err error) {
	d, err := c.env.Load(file)
	if err != nil {
		return from, to, err
	}
	v, err := c.options.View.View(d, c.env.Today())
	if err != nil {
		return from, to, fmt.Errorf("%s: %w", c.env.Name(file), err)
	}
	v.AsOf = c.options.Diff.From.Last()
	web := resolve.At(d, v.Moment())
	from = side{look{d, web, v, query.Apply(web, v)}, words.Day(v.AsOf)}
	v.AsOf = c.options.Diff.To.Last()
	web = web.At(v.Moment())
	return from, side{look{d, web, v, query.Apply(web, v)}, words.Day(v.AsOf)}, nil
}

// twoFiles compares as of the one day that is given, else that of the second
// file. An id of a filter need only be held by one of them.
func (c *call) twoFiles(first, second string) (from, to side, err error) {
	switch {
	case len(c.options.View.AsOf) > 1:
		return from, to, oneDay()
	case first == "-" && second == "-":
		return from, to, misuse("standard input can be read once; name a file for one of the two")
	}
	a, err := c.env.Load(first)
	if err != nil {
		return from, to, err
	}
	b, err := c.env.Load(second)
	if err != nil {
		return from, to, err
	}
	v, _ := c.options.View.View(b, c.env.Today())
	if wrong := inBoth(v.Check(a), v.Check(b)); wrong != nil {
		return from, to, fmt.Errorf("%s and %s: %w", c.env.Name(first), c.env.Name(second), wrong)
	}
	look := func(d *data.Dataset, name string) side {
		web := resolve.At(d, v.Moment())
		return side{look{d, web, v, query.Apply(web, v)}, c.env.Name(name)}
	}
	return look(a, first), look(b, second), nil
}

// inBoth joins the errors that stand in both lists.
func inBoth(a, b []error) error {
	return errors.Join(slices.DeleteFunc(a, func(x error) bool {
		return !slices.ContainsFunc(b, func(y error) bool { return x.Error() == y.Error() })
	})...)
}

// differ prints a diff for people.
type differ struct {
	*call
	from, to side
}

func (p differ) print(diff *query.Diff) {
	p.printf("From %s to %s", words.Plain(p.from.name), words.Plain(p.to.name))
	switch v := p.to.view; {
	case p.from.view.AsOf == v.AsOf:
		p.printf(", %s\n", words.AsOf(v.AsOf, v.KnownOn))
	case v.KnownOn == data.MaxDay:
		p.printf(", all that is known\n")
	default:
		p.printf(", as known on %s\n", words.Day(v.KnownOn))
	}
	n := func(list []query.TieDiff) string { return words.Number(float64(len(list))) }
	p.printf("%s added, %s ended, %s amended, %s unchanged.\n", n(diff.Added), n(diff.Ended), n(diff.Amended), n(diff.Unchanged))
	if diff.Neither > 0 {
		p.printf("%s in view %s in force on neither side, and so not compared.\n", words.Count(diff.Neither, "tie"), are(diff.Neither))
	}
	if diff.Jaccard != nil {
		p.printf("Likeness of the kinds of tie on the two sides (Jaccard): %.3g.\n", *diff.Jaccard)
	}
	p.list("Added", diff.Added, p.standings)
	p.list("Ended", diff.Ended, p.standings)
	p.list("Amended", diff.Amended, p.fields)
	p.list("Unchanged", diff.Unchanged, func(query.TieDiff) {})
	p.hidden()
}

func are(n int) string {
	if n == 1 {
		return "is"
	}
	return "are"
}

// list prints a list of ties under a heading; an empty one is left out.
func (p differ) list(heading string, ties []query.TieDiff, more func(query.TieDiff)) {
	if len(ties) == 0 {
		return
	}
	p.printf("\n%s (%s)\n", heading, words.Number(float64(len(ties))))
	for _, t := range ties {
		d := p.to.dataset
		if t.State() == t.From {
			d = p.from.dataset
		}
		tie := t.State().Tie
		p.paragraph(2, string(t.ID)+": "+words.Chip(d, t.State())+" ("+words.Ends(d, tie)+")")
		more(t)
	}
}

func (p differ) standings(t query.TieDiff) {
	p.standing("before", p.from, t)
	p.standing("now", p.to, t)
}

// standing says how a tie stands on a side, and by which statements.
func (p differ) standing(when string, s side, t query.TieDiff) {
	state := s.web.Tie(t.ID)
	switch {
	case state == nil:
		p.paragraph(4, when+": not in "+s.name)
		return
	case !state.Counts:
		p.paragraph(4, when+": "+words.Holds(state))
		return
	}
	line := when + ": " + words.Holds(state) + "; start " + words.Dates(state.Start) + ", end " + words.Dates(state.End)
	if shown := slices.ContainsFunc(s.result.Ties, func(o *resolve.State) bool { return o.Tie.ID == t.ID }); !shown {
		line += "; hidden by the filters"
	}
	p.paragraph(4, line)
	p.cite(s, statementsOf(state))
}

// statementsOf lists the statements that give the status and the dates.
func statementsOf(s *resolve.State) []data.StatementID {
	var ids []data.StatementID
	for _, r := range s.Status {
		ids = append(ids, r.Statements...)
	}
	for _, r := range slices.Concat(s.Start, s.End) {
		ids = append(ids, r.Statements...)
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// fields says of every field that was amended what it was and is.
func (p differ) fields(t query.TieDiff) {
	for _, f := range t.Fields {
		p.paragraph(4, words.Field(f.Field)+": "+words.FieldValue(t.From, f.Field)+" → "+words.FieldValue(t.To, f.Field))
		p.cited("before", p.from, f.From)
		p.cited("now", p.to, f.To)
	}
}

func (p differ) cited(when string, s side, ids []data.StatementID) {
	if len(ids) > 0 {
		p.paragraph(6, when+" by")
		p.cite(s, ids)
	}
}

// cite names statements with their sources.
func (p differ) cite(s side, ids []data.StatementID) {
	for _, id := range ids {
		place, ok := s.dataset.Statement(id)
		if !ok {
			continue
		}
		line := string(id)
		if source := s.dataset.Source(place.Statement().Source); source != nil {
			line += " (" + words.SourceLine(source, place.Statement().Locator) + ")"
		}
		p.paragraph(8, line+": "+place.Statement().Says)
	}
}

// hidden says what the filters hide, when they hide anything.
func (p differ) hidden() {
	before := "\n"
	for _, s := range []side{p.from, p.to} {
		if line := words.HiddenLine(s.result.Hidden); line != "" {
			p.printf("%s%s: %s.\n", before, words.Plain(s.name), line)
			before = ""
		}
	}
}
