package brief

import (
	"slices"

	"entangle/data"
	"entangle/data/query"
	"entangle/data/resolve"
	"entangle/ui/picture"
	"entangle/ui/words"
)

// amountSections tell what a party pays or gives and what it gets, a section for
// each kind, unit and horizon, with the ties and the sources behind each number.
func amountSections(s *picture.Subject, id data.PartyID) []Section {
	gives, gets := query.AmountsOf(s.Web, id)
	return append(totalSections(s, "Pays or gives", gives), totalSections(s, "Gets", gets)...)
}

func totalSections(s *picture.Subject, way string, totals query.Totals) []Section {
	var sections []Section
	for _, total := range totals.List {
		section := Section{Title: way + ": " + s.Numbers.Total(total), Aside: s.Numbers.Known(total.Known), Text: words.NoSum(total)}
		for _, p := range total.Parts {
			row := tieRow(s, p.Tie, join(" · ", ends(s.Dataset, p.Tie.Tie), says(s, p.Field)))
			row.Words = words.Plain(s.Numbers.AmountField(*p.Field) + " · " + words.Title(s.Dataset, p.Tie.Tie))
			row.Disputed = p.Field.Disputed()
			section.Rows = append(section.Rows, row)
		}
		sections = append(sections, section)
	}
	if n := len(totals.NotRecorded); n > 0 && len(sections) > 0 {
		last := &sections[len(sections)-1]
		last.Text = join(" ", last.Text, "Of "+s.Numbers.Count(n, "more tie")+" no amount is recorded.")
	}
	return sections
}

// says names the sources of what is known of an amount.
func says(s *picture.Subject, f *resolve.AmountField) string {
	var list []string
	for _, r := range f.Readings {
		for _, id := range r.Statements {
			place, ok := s.Dataset.Statement(id)
			if !ok {
				continue
			}
			st := place.Statement()
			if source := s.Dataset.Source(st.Source); source != nil {
				if line := words.SourceLine(source, st.Locator); !slices.Contains(list, line) {
					list = append(list, line)
				}
			}
		}
	}
	return words.List(list)
}
