package brief

import (
	"fmt"

	"entangle/data"
	"entangle/data/query"
	"entangle/data/resolve"
	"entangle/ui/picture"
	"entangle/ui/scene"
	"entangle/ui/words"
)

// History is the page of the versions of a tie in their order: what each changed,
// for whom it loosened or tightened the tie, and who says so. Each version can be
// opened as if its day were today. It is nil when the dataset lacks the tie.
func History(s *picture.Subject, id data.TieID) *Brief {
	state := s.Web.Tie(id)
	if state == nil {
		return nil
	}
	d, t := s.Dataset, state.Tie
	versions := query.History(s.Web, id)
	b := &Brief{
		Kicker: "history · " + words.Plain(words.Kind(d, t.Kind)), Layer: d.LayerOf(t),
		Title: words.Plain(words.Sentence(d, t)),
		Lead:  words.Plain(words.Title(d, t)) + ": " + s.Numbers.Count(len(versions), "version") + ", " + knownWords(s) + ".",
	}
	b.Sections = append(b.Sections, Section{Rows: []Row{{
		Ref: scene.Ref{Kind: scene.Tie, ID: string(id)}, Words: "The tie " + words.AsOf(s.View.AsOf, s.View.KnownOn),
	}}})
	n := number(s, state)
	for i := range versions {
		b.Sections = append(b.Sections, n.version(i, &versions[i]))
	}
	if len(versions) == 0 {
		b.Sections = append(b.Sections, Section{Text: "No statement about this tie was known yet."})
	}
	return b
}

func knownWords(s *picture.Subject) string {
	if s.View.KnownOn == data.MaxDay {
		return "by all that is known"
	}
	return "as known on " + words.Day(s.View.KnownOn)
}

// version is the section of one version.
func (n numbered) version(i int, v *query.Version) Section {
	when := "undated: counts on every day, before all that is dated"
	day, dated := v.Day()
	if dated {
		when = words.Date(v.Date)
	}
	section := Section{Title: fmt.Sprintf("%d · %s", i+1, words.Capital(string(v.Sort))), Aside: when, Text: n.changed(v)}
	for _, verdict := range v.Statements {
		c := n.card(verdict)
		section.Cards = append(section.Cards, c)
	}
	if dated && day != n.s.View.AsOf {
		section.Rows = append(section.Rows, Row{Act: Act{Verb: LookAsOf, Value: day.String()}, Words: "Look at the web as if " + words.Day(day) + " were today"})
	}
	return section
}

// changed says what a version changed and for whom it loosened or tightened the
// tie.
func (n numbered) changed(v *query.Version) string {
	text := ""
	add := func(s string) {
		if text != "" {
			text += " "
		}
		text += s
	}
	if v.Before == nil {
		add("First said: " + words.Holds(v.After) + "; " + firstAmount(v.After, n.s.Numbers) + ".")
	}
	for _, f := range v.Fields {
		add(words.Capital(words.Field(f.Field)) + ": " + words.Was(n.s.Numbers.FieldValue(v.Before, f.Field), n.s.Numbers.FieldValue(v.After, f.Field)) + ".")
	}
	if v.Before != nil && len(v.Fields) == 0 {
		add("Status, dates and amounts stay as they were.")
	}
	for _, change := range []data.Change{data.Loosened, data.Tightened} {
		for _, verdict := range v.Statements {
			if verdict.Statement.Change == change {
				add(words.Capital(string(change)) + " for " + words.Bound(n.s.Dataset, v.After.Tie) + ".")
				break
			}
		}
	}
	return words.Plain(text)
}

func firstAmount(s *resolve.State, numbers words.Format) string {
	if f := words.LeadingAmount(s); f != nil {
		return numbers.AmountFieldWithKind(*f)
	}
	return "amount " + words.NotRecorded
}
