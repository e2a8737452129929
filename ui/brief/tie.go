package brief

import (
	"fmt"
	"slices"
	"strings"

	"entangle/data"
	"entangle/data/query"
	"entangle/data/resolve"
	"entangle/ui/picture"
	"entangle/ui/scene"
	"entangle/ui/words"
)

// Tie is the page of a tie: what kind and what that means, who gives what to
// whom, its facts, every statement, and what else ties the same two. It is nil
// when the dataset lacks the tie.
func Tie(s *picture.Subject, id data.TieID) *Brief {
	state := s.Web.Tie(id)
	if state == nil {
		return nil
	}
	d, t := s.Dataset, state.Tie
	kind, _ := d.Kind(t.Kind)
	b := &Brief{
		Kicker: words.Plain(words.Kind(d, t.Kind)) + " · " + words.BasisName(d.BasisOf(t)),
		Layer:  d.LayerOf(t),
		Title:  words.Plain(words.Sentence(d, t)),
		Lead:   words.Plain(words.Title(d, t)) + ". " + kind.Meaning,
	}
	notes := notesAbout(s, string(id))
	n := number(s, state, notes...)
	b.Facts = n.tieFacts(state)
	if !s.Result.Holds(id) {
		b.Sections = append(b.Sections, awaySection(s, state))
	}
	said := n.statements(state)
	if versions := query.History(s.Web, id); len(versions) > 0 {
		said.Rows = []Row{{Question: TieHistory, Words: fmt.Sprintf("History (%d)", len(versions)), Aside: "every version, and what it changed"}}
	}
	if state.IsDisputed() {
		said.Rows = append(said.Rows, Row{Question: WhatIsDisputed, Words: "All that is disputed", Aside: words.Count(len(query.Disputes(s.Result)), "record") + " in view"})
	}
	b.Sections = append(b.Sections, said)
	if len(notes) > 0 {
		b.Sections = append(b.Sections, Section{Title: "Notes", Cards: n.cards(notes)})
	}
	b.Sections = append(b.Sections, between(s, t)...)
	return b
}

func (n numbered) tieFacts(s *resolve.State) []Fact {
	d, t := n.s.Dataset, s.Tie
	facts := append([]Fact{n.statusFact(s)}, n.amountFacts(s)...)
	facts = append(facts, n.dateFact("Start", "start", s, s.Start), n.dateFact("End", "end", s, s.End))
	facts = append(facts, n.scopeFacts(s)...)
	if len(t.Assets) > 0 {
		facts = append(facts, Fact{Label: "Product", Value: words.Plain(strings.Join(words.Parties(d, t.Assets), ", "))})
	}
	if a := d.Agreement(t.Agreement); a != nil {
		facts = append(facts, Fact{Label: "Part of", Value: words.Plain(a.Title), Note: dateNote(a.Date)})
	}
	for _, r := range s.Substitutability {
		facts = append(facts, Fact{Label: "To replace", Value: words.Substitutability(r.Value), Note: n.says(r.Statements)})
	}
	facts = append(facts, Fact{Label: "Basis", Value: words.Basis(d.BasisOf(t))})
	if slices.Contains(s.Disputed, "holds") {
		facts = append(facts, Fact{Label: "Whether", Value: "sources disagree whether it holds at all", Disputed: true})
	}
	return facts
}

func (n numbered) statusFact(s *resolve.State) Fact {
	f := Fact{Label: "Status", Value: words.Holds(s), Disputed: len(s.Status) > 1}
	for _, r := range s.Status {
		if f.Disputed {
			f.Readings = append(f.Readings, Reading{words.Status(r.Value), n.who(r.Statements)})
		} else {
			f.Note = n.says(r.Statements)
		}
	}
	return f
}

// amountFacts has one fact for each unit, kind and horizon: they never mix.
func (n numbered) amountFacts(s *resolve.State) []Fact {
	if len(s.Amounts) == 0 {
		return []Fact{{Label: "Amount", Value: words.NotRecorded}}
	}
	var facts []Fact
	for _, a := range s.Amounts {
		f := Fact{Label: "Amount", Value: n.s.Numbers.AmountFieldWithKind(a), Disputed: a.Disputed()}
		if !a.Disputed() {
			r := a.Readings[0]
			f.Note = join(", ", n.s.Numbers.AmountExact(r.Value), n.says(r.Statements))
		}
		for _, r := range a.Readings {
			if a.Disputed() {
				f.Readings = append(f.Readings, Reading{n.s.Numbers.AmountWithKind(r.Value), n.who(r.Statements)})
			}
		}
		facts = append(facts, f)
	}
	return facts
}

func (n numbered) dateFact(label, field string, s *resolve.State, readings []resolve.DateReading) Fact {
	f := Fact{Label: label, Value: words.Dates(readings), Disputed: slices.Contains(s.Disputed, field)}
	for _, r := range readings {
		if len(readings) > 1 {
			f.Readings = append(f.Readings, Reading{words.Date(r.Value), n.who(r.Statements)})
			continue
		}
		written := ""
		if r.Value.Vague() {
			written = fmt.Sprintf("written %s: %s to %s", r.Value, words.Day(r.Value.First()), words.Day(r.Value.Last()))
		}
		f.Note = join(", ", written, n.says(r.Statements))
	}
	return f
}

// join joins the parts that say something.
func join(between string, parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(part string) bool { return part == "" }), between)
}

// scopeFacts gives scope and conditions as each counting statement has them.
func (n numbered) scopeFacts(s *resolve.State) []Fact {
	var facts []Fact
	add := func(label, value string, id data.StatementID) {
		if value = words.Plain(value); value != "" {
			facts = append(facts, Fact{Label: label, Value: value, Note: n.says([]data.StatementID{id})})
		}
	}
	for i := range s.Verdicts {
		v := &s.Verdicts[i]
		if !v.Standing.Counts() || v.Standing == resolve.Superseded {
			continue
		}
		sc := v.Statement.Scope
		add("Scope", join("; ", sc.Text, strings.Join(sc.Products, ", "), strings.Join(sc.Customers, ", "), strings.Join(sc.Clouds, ", ")), v.Statement.ID)
		add("Condition", v.Statement.Condition, v.Statement.ID)
		for _, a := range v.Statement.Amounts {
			add("Condition", a.Condition, v.Statement.ID)
		}
	}
	return facts
}

func dateNote(d data.Date) string {
	if d.IsZero() {
		return ""
	}
	return words.Date(d)
}

// statements is the section of cards of a tie, as the file has them.
func (n numbered) statements(state *resolve.State) Section {
	sources := map[data.SourceID]bool{}
	section := Section{Title: "What the sources say"}
	for i := range state.Verdicts {
		v := &state.Verdicts[i]
		sources[v.Statement.Source] = true
		section.Cards = append(section.Cards, n.card(v))
	}
	section.Aside = fmt.Sprintf("%d of %s", len(sources), n.s.Numbers.Count(len(n.s.Dataset.Sources), "source"))
	return section
}

func (n numbered) card(v *resolve.Verdict) Card {
	d, st := n.s.Dataset, v.Statement
	c := Card{
		ID: string(st.ID), Says: words.Plain(st.Says), Verdict: words.Verdict(v), Why: n.why(v), Tone: toneOf(v),
		Citation: words.Citation(d, st.ID, n.s.View.AsOf, n.s.View.KnownOn),
	}
	if src := d.Source(st.Source); src != nil {
		c.Cite = n.mark(st.ID) + words.SourceLine(src, st.Locator)
		c.Link = words.SafeLink(src.URL)
	}
	c.By = join(" · ", words.Asserter(d, st), words.Stance(st.Stance), effective(st), grades(d, st))
	return c
}

// grades tells the two Admiralty grades apart: how reliable the source is, and
// how sure this claim.
func grades(d *data.Dataset, s *data.Statement) string {
	var out []string
	if src := d.Source(s.Source); src != nil && src.Reliability != "" {
		out = append(out, "source reliability "+src.Reliability)
	}
	if s.Confidence > 0 {
		out = append(out, fmt.Sprintf("confidence %d of 6", s.Confidence))
	}
	return strings.Join(out, " · ")
}

func effective(s *data.Statement) string {
	if s.Effective.IsZero() {
		return ""
	}
	return words.From(s.Effective)
}

// between lists the other ties between the two parties, in both directions,
// those hidden by the filters too.
func between(s *picture.Subject, t *data.Tie) []Section {
	firm := s.Dataset.Top
	section := Section{Title: "Also between the two"}
	for state := range s.Web.Ties() {
		o := state.Tie
		same := firm(o.From) == firm(t.From) && firm(o.To) == firm(t.To)
		back := firm(o.From) == firm(t.To) && firm(o.To) == firm(t.From)
		if o.ID == t.ID || !state.Counts || (!same && !back) {
			continue
		}
		section.Rows = append(section.Rows, tieRow(s, state, join(" · ", ends(s.Dataset, o), standing(state))))
	}
	if len(section.Rows) == 0 {
		section.Text = "Nothing else is recorded between these two."
	}
	section.Aside = s.Numbers.Count(len(section.Rows), "tie")
	return []Section{section}
}

// ends writes the two ends of a tie without an arrow: a page is also read aloud.
func ends(d *data.Dataset, t *data.Tie) string {
	return words.Plain(words.List(words.Parties(d, append([]data.PartyID{t.From}, t.With...))) + " to " + words.Party(d, t.To))
}

// standing tells of a tie that is not in force why it is listed at all; faint
// letters alone would not say so.
func standing(state *resolve.State) string {
	status, _ := state.StatusValue()
	switch {
	case status == data.Absent:
		return "said not to exist"
	case state.InForce == resolve.False:
		return words.InForce(resolve.False)
	}
	return ""
}

func tieRow(s *picture.Subject, state *resolve.State, aside string) Row {
	return Row{
		Ref:   scene.Ref{Kind: scene.Tie, ID: string(state.Tie.ID)},
		Words: words.Plain(s.Numbers.Chip(s.Dataset, state)), Aside: words.Plain(aside), Layer: s.Dataset.LayerOf(state.Tie),
		Disputed: state.IsDisputed(), Faint: state.InForce == resolve.False,
	}
}

// notesAbout lists the notes about a record that count.
func notesAbout(s *picture.Subject, id string) []*resolve.State {
	var notes []*resolve.State
	for state := range s.Web.Notes() {
		if state.Counts && slices.Contains(state.Note.About, id) {
			notes = append(notes, state)
		}
	}
	return notes
}

// cards makes cards of the statements of ties and notes that count. A note's
// begin with its title.
func (n numbered) cards(states []*resolve.State) []Card {
	var cards []Card
	for _, state := range states {
		verdicts := counting(state)
		for i := range verdicts {
			c := n.card(&verdicts[i])
			if state.Note != nil && state.Note.Title != "" {
				c.Says = words.Plain(state.Note.Title) + ": " + c.Says
			}
			cards = append(cards, c)
		}
	}
	return cards
}
