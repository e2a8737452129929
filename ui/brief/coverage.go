package brief

import (
	"entangle/data/query"
	"entangle/ui/picture"
	"entangle/ui/scene"
	"entangle/ui/words"
)

// mostRows is how many rows a list of the page holds; one that is longer says
// so.
const (
	mostRows = 100
	theFirst = "The first 100; entangle validate --json lists all."
)

// coverageSections tell where the ties that count on the day are thinly
// sourced: how many by each rule, by party, kind and source, and then which.
// They ask the whole web, whatever the filters.
func coverageSections(s *picture.Subject) []Section {
	t := query.FindGaps(s.Web, query.StaleAfter)
	rules := Section{
		Title: "By rule", Aside: "of " + s.Numbers.Count(t.All.Ties, "tie"),
		Text: "Each rule looks at one thing, and no score is made of them. What the filters hide counts too.",
	}
	for _, g := range query.Gaps() {
		rules.Rows = append(rules.Rows, Row{Words: words.Capital(words.Gap(g)) + ": " + s.Numbers.GapRule(g, t.StaleAfter), Aside: s.Numbers.Count(t.All.With[g], "tie")})
	}
	sections := []Section{rules, thinParties(s, t), thinKinds(s, t), thinSources(s, t)}
	for _, g := range query.Gaps() {
		if len(t.Ties[g]) > 0 {
			sections = append(sections, thinTies(s, t, g))
		}
	}
	return sections
}

func thinTies(s *picture.Subject, t *query.Thinness, g query.Gap) Section {
	section := Section{Title: "Ties: " + words.Gap(g), Aside: s.Numbers.Count(t.All.With[g], "tie")}
	for i, id := range t.Ties[g] {
		if i == mostRows {
			section.Text = theFirst
			break
		}
		state := s.Web.Tie(id)
		section.Rows = append(section.Rows, tieRow(s, state, ends(s.Dataset, state.Tie)))
	}
	return section
}

func thinParties(s *picture.Subject, t *query.Thinness) Section {
	section := Section{Title: "By party", Aside: "with its units and products"}
	for i, p := range t.Parties {
		if i == mostRows {
			section.Text = theFirst
			break
		}
		section.Rows = append(section.Rows, Row{
			Ref: scene.Ref{Kind: scene.Party, ID: string(p.Party)}, Words: words.Plain(words.Party(s.Dataset, p.Party)), Aside: s.Numbers.GapCounts(p.Thin),
		})
	}
	return section
}

func thinKinds(s *picture.Subject, t *query.Thinness) Section {
	section := Section{Title: "By kind"}
	for _, k := range t.Kinds {
		section.Rows = append(section.Rows, Row{Words: words.Plain(words.Capital(words.Kind(s.Dataset, k.Kind))), Aside: s.Numbers.GapCounts(k.Thin)})
	}
	return section
}

func thinSources(s *picture.Subject, t *query.Thinness) Section {
	section := Section{Title: "By source"}
	for _, row := range t.Sources {
		aside := s.Numbers.Count(row.Statements, "statement")
		if row.Unplaced > 0 {
			aside += ", " + s.Numbers.Number(float64(row.Unplaced)) + " without a place"
		}
		if !row.Dated {
			aside += ", undated"
		}
		section.Rows = append(section.Rows, Row{
			Ref: scene.Ref{Kind: scene.Source, ID: string(row.Source)}, Words: words.Plain(s.Dataset.Source(row.Source).Title), Aside: aside + "; " + s.Numbers.GapCounts(row.Thin),
		})
	}
	return section
}
