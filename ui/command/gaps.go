package command

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"entangle/data"
	"entangle/data/query"
	"entangle/ui/words"
)

// validateFlags lists the flags of validate.
func validateFlags() []flag {
	return []flag{{"stale-days", "N", "validate", "how many days old the newest statement about a tie may be; default 365", setStale}}
}

func setStale(o *options, value string) error {
	n, err := strconv.ParseUint(value, 10, 31)
	if err != nil {
		return errors.New("is no number of days; write 0, 30, 365 …")
	}
	o.StaleAfter = int(n)
	return nil
}

// gaps prints where the ties are thinly sourced: by which rules, then by party,
// kind and source.
func (c *call) gaps(d *data.Dataset, t *query.Thinness) {
	c.printf("\nOf them, by these rules\n")
	for _, g := range query.Gaps() {
		c.printf("  %5s  %-10s  %s\n", words.Number(float64(t.All.With[g])), words.Gap(g), words.Format{}.GapRule(g, t.StaleAfter))
	}
	var rows []gapRow
	for _, p := range t.Parties {
		rows = append(rows, gapRow{words.Party(d, p.Party), p.Thin, ""})
	}
	c.gapTable("By party, with its units and products", rows)
	rows = nil
	for _, k := range t.Kinds {
		rows = append(rows, gapRow{words.Kind(d, k.Kind), k.Thin, ""})
	}
	c.gapTable("By kind", rows)
	rows = nil
	for _, s := range t.Sources {
		more := words.Count(s.Statements, "statement")
		if s.Unplaced > 0 {
			more += fmt.Sprintf(", %d without a place", s.Unplaced)
		}
		if !s.Dated {
			more += ", undated"
		}
		rows = append(rows, gapRow{string(s.Source), s.Thin, more})
	}
	c.gapTable("By source", rows)
}

// gapRow is a row of a table of gaps.
type gapRow struct {
	name string
	thin query.Thin
	more string
}

func (c *call) gapTable(title string, rows []gapRow) {
	if len(rows) == 0 {
		return
	}
	width := utf8.RuneCountInString(title)
	for i := range rows {
		rows[i].name = words.Plain(rows[i].name)
		width = max(width, 2+utf8.RuneCountInString(rows[i].name))
	}
	line := padded(title, width) + "  ties"
	for _, g := range query.Gaps() {
		line += "  " + words.Gap(g)
	}
	c.printf("\n%s\n", line)
	for _, r := range rows {
		line := padded("  "+r.name, width) + fmt.Sprintf("  %4d", r.thin.Ties)
		for _, g := range query.Gaps() {
			line += fmt.Sprintf("  %*d", len(words.Gap(g)), r.thin.With[g])
		}
		c.printf("%s\n", strings.TrimRight(line+"  "+r.more, " "))
	}
}

func padded(text string, width int) string {
	return text + strings.Repeat(" ", max(0, width-utf8.RuneCountInString(text)))
}
