package brief

import (
	"strings"

	"entangle/data"
	"entangle/data/query"
	"entangle/data/resolve"
	"entangle/ui/picture"
	"entangle/ui/scene"
	"entangle/ui/words"
)

// Web is the page that the panel begins with: what is in view, and three
// questions.
func Web(s *picture.Subject) *Brief {
	b := &Brief{
		Kicker: "who depends on whom", Title: words.Plain(s.Dataset.Title),
		Lead: words.Capital(s.Dates()) + ": " + s.Counts() + " in view.",
	}
	disputes, ahead := query.Disputes(s.Result), query.Upcoming(s.Result)
	b.Sections = append(b.Sections, Section{Title: "Three questions to begin with", Rows: []Row{
		{Question: WhoSupplies, Words: "Who supplies whom?", Aside: s.Numbers.Count(len(supplies(s)), "tie")},
		{Question: WhatIsDisputed, Words: "What is disputed?", Aside: s.Numbers.Count(len(disputes), "record")},
		{Question: WhatEndsNext, Words: "What ends next?", Aside: s.Numbers.Count(len(endings(ahead)), "date")},
	}})
	if s.Compared != nil {
		b.Sections = append(b.Sections, Section{Title: "Two days", Rows: []Row{
			{Question: WhatChanged, Words: "What changed since " + words.Day(s.View.Since) + "?", Aside: s.Numbers.Count(s.Compared.Changed(), "tie")},
		}})
	}
	b.Sections = append(b.Sections, Section{
		Title: "How to read the map",
		Text: "Click a line to read the contract or the technical tie behind it, with every source. " +
			"A line with ×2 or more stands for several ties: clicking it fans them out. Click a box for a party and all its ties. " +
			"Nothing here was averaged or filled in.",
	})
	b.Sections = append(b.Sections, sourcesSection(s), Section{Title: "How well it is sourced", Rows: []Row{
		{Question: HowWellSourced, Words: "Coverage", Aside: "by rule, party, kind and source"},
	}})
	return b
}

// mostSources is how many sources the first page lists: it is set anew at every
// start, and nobody reads hundreds there.
const mostSources = 40

func sourcesSection(s *picture.Subject) Section {
	section := Section{Title: "Sources", Aside: picture.Undated(s.Dataset)}
	all := s.Dataset.Sources
	for i := range all[:min(len(all), mostSources)] {
		section.Rows = append(section.Rows, sourceRow(&all[i]))
	}
	if more := len(all) - mostSources; more > 0 {
		section.Rows = append(section.Rows, Row{Words: s.Numbers.Number(float64(more)) + " more; all of them stand in the table.", Faint: true})
	}
	return section
}

// sourceRow leads to the page of a source.
func sourceRow(src *data.Source) Row {
	row := Row{Ref: scene.Ref{Kind: scene.Source, ID: string(src.ID)}, Words: words.Plain(src.Title)}
	date := "undated"
	if !src.KnownFrom().IsZero() {
		date = words.Date(src.KnownFrom())
	}
	row.Aside = join(" · ", words.Plain(src.Publisher), date)
	return row
}

// Answer is the page that answers a question.
func Answer(s *picture.Subject, q Question) *Brief {
	b := &Brief{Kicker: "who depends on whom", Lead: words.Capital(s.Dates()) + ", of what is in view."}
	switch q {
	case WhoSupplies:
		b.Title = "Who supplies whom?"
		b.Sections = supplySections(s)
	case WhatIsDisputed:
		b.Title = "What is disputed?"
		b.Sections = disputeSections(s)
	case WhatEndsNext:
		b.Title = "What ends next?"
		b.Lead = words.Capital(words.AsOf(s.View.AsOf, s.View.KnownOn)) + ": what ends, begins, hangs on a condition or is planned among what is in view."
		b.Sections = aheadSections(s)
	case WhatChanged:
		changes(s, b)
	case WhatIsShown:
		return Filters(s)
	case HowWellSourced:
		b.Title, b.Lead = "How well is it sourced?", words.Capital(s.Dates())+"."
		b.Sections = coverageSections(s)
	default:
		return Web(s)
	}
	return b
}

// supplies lists the ties in force by which one party needs another.
func supplies(s *picture.Subject) []*resolve.State {
	var out []*resolve.State
	for _, state := range s.Result.Ties {
		k, _ := s.Dataset.Kind(state.Tie.Kind)
		if state.InForce != resolve.False && k.Needs != data.NeedsNone {
			out = append(out, state)
		}
	}
	return out
}

func supplySections(s *picture.Subject) []Section {
	var sections []Section
	for _, layer := range append(data.BuiltinLayers(), s.Dataset.Layers...) {
		section := Section{Title: words.Plain(words.Capital(words.Layer(s.Dataset, layer.ID)))}
		for _, state := range supplies(s) {
			if s.Dataset.LayerOf(state.Tie) == layer.ID {
				section.Rows = append(section.Rows, tieRow(s, state, supplyWords(s.Dataset, state.Tie)))
			}
		}
		if len(section.Rows) > 0 {
			sections = append(sections, listed(s, section, "tie"))
		}
	}
	if len(sections) == 0 {
		sections = []Section{{Text: "No tie in view says who supplies whom on this day."}}
	}
	return sections
}

// supplyWords names the supplier before the supplied.
func supplyWords(d *data.Dataset, t *data.Tie) string {
	from, to := words.Party(d, t.From), words.Party(d, t.To)
	k, _ := d.Kind(t.Kind)
	switch k.Needs {
	case data.NeedsFromTo:
		return to + " supplies " + from
	case data.NeedsBoth:
		return from + " and " + to + ", both ways"
	default:
		return from + " supplies " + to
	}
}

func disputeSections(s *picture.Subject) []Section {
	ties, notes := Section{Title: "Ties"}, Section{Title: "Notes"}
	var doubted []*resolve.State
	for _, dispute := range query.Disputes(s.Result) {
		t := dispute.Of.Tie
		if t == nil {
			doubted = append(doubted, dispute.Of)
			continue
		}
		row := tieRow(s, dispute.Of, ends(s.Dataset, t))
		row.Words = words.Plain(words.Title(s.Dataset, t) + ": " + words.List(fields(dispute.Fields)))
		ties.Rows = append(ties.Rows, row)
	}
	notes.Cards = number(s, nil, doubted...).cards(doubted)
	var out []Section
	for _, section := range []Section{ties, notes} {
		if len(section.Rows)+len(section.Cards) > 0 {
			out = append(out, section)
		}
	}
	if len(out) == 0 {
		out = []Section{{Text: "The sources do not disagree about anything in view."}}
	}
	return out
}

func fields(names []string) []string {
	out := make([]string, len(names))
	for i, name := range names {
		out[i] = words.Field(name)
	}
	return out
}

func endings(events []query.Due) []query.Due {
	var out []query.Due
	for _, e := range events {
		if !e.Begins {
			out = append(out, e)
		}
	}
	return out
}

// Text writes a page as plain lines, for tests and for reading aloud.
func (b *Brief) Text() string {
	var out strings.Builder
	line := func(parts ...string) {
		if text := strings.TrimSpace(strings.Join(parts, " ")); text != "" {
			out.WriteString(text + "\n")
		}
	}
	line(strings.ToUpper(b.Kicker))
	line(b.Title)
	line(b.Lead)
	for _, f := range b.Facts {
		line(f.Label+":", f.Value, "|", f.Note)
		for _, r := range f.Readings {
			line("  -", r.Value, r.Says)
		}
	}
	for _, s := range b.Sections {
		line(s.Title, s.Aside)
		line(s.Text)
		for _, c := range s.Cards {
			line("*", c.Says, "|", c.Cite, "|", c.By, "|", c.Verdict, c.Why)
		}
		for _, r := range s.Rows {
			line("-", r.Words, "|", r.Aside, plainPieces(r.Quote))
		}
	}
	return out.String()
}
