package command

import (
	"errors"

	"entangle/data/format"
	"entangle/data/query"
	"entangle/data/resolve"
	"entangle/ui/words"
)

// validation is what `validate --json` prints.
type validation struct {
	OK       bool           `json:"ok"`
	Problems []problem      `json:"problems"`
	Warnings []problem      `json:"warnings"`
	Coverage *coverageShape `json:"coverage"` // null when the dataset could not be read
	times
}

func (c *call) validate(operands []string) error {
	file := operands[0]
	if len(c.options.View.AsOf) > 1 {
		return oneDay()
	}
	d, err := c.env.Load(file)
	var problems format.Problems
	if errors.As(err, &problems) && c.options.JSON {
		if err := c.printJSON(validation{Problems: problemsOf(problems), Warnings: []problem{}}); err != nil {
			return err
		}
	}
	if err != nil {
		return err
	}
	v, err := c.options.View.View(d, c.env.Today())
	if err != nil {
		return err
	}
	warnings := format.Warnings(d)
	for i := range warnings {
		warnings[i].File = c.env.Name(file)
		warned := warnings[i]
		warned.Message = "warning: " + warned.Message
		c.tell(warned)
	}
	web := resolve.At(d, v.Moment())
	coverage, gaps := query.Cover(web), query.FindGaps(web, c.options.StaleAfter)
	if c.options.JSON {
		return c.printJSON(validation{OK: true, Problems: []problem{}, Warnings: problemsOf(warnings), Coverage: coverageOf(coverage, gaps), times: timesOf(v)})
	}
	c.printf("%s is a valid dataset.\n\n", words.Plain(c.env.Name(file)))
	c.coverage(coverage, v)
	c.gaps(d, gaps)
	return nil
}

// coverage prints the counts, those of the file and those of the day.
func (c *call) coverage(k query.Coverage, v query.View) {
	c.printf("In the file\n")
	rows := []struct {
		n    int
		what string
	}{
		{k.Sources, "source"}, {k.Parties, "party"}, {k.Ties, "tie"}, {k.Statements, "statement"}, {k.Notes, "note"},
	}
	for _, r := range rows {
		c.printf("  %s\n", words.Count(r.n, r.what))
	}
	c.printf("\nOf the ties, %s\n", words.AsOf(v.AsOf, v.KnownOn))
	for _, r := range []struct {
		n    int
		what string
	}{
		{k.SingleSource, "rest on one source alone"},
		{k.Disputed, "are disputed between sources"},
		{k.Amounts.Exact, "have exact amounts"},
		{k.Amounts.Ranged, "have an amount that is a range or disputed"},
		{k.Amounts.Unknown, "have an amount that is undisclosed"},
		{k.Amounts.NotRecorded, "have no amount recorded"},
	} {
		c.printf("  %5s  %s\n", words.Number(float64(r.n)), r.what)
	}
}
