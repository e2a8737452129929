package command

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"entangle/data"
	"entangle/data/query"
	"entangle/data/resolve"
	"entangle/ui/words"
)

// tie prints a tie like a page of a brief.
func (p page) tie(s *resolve.State) {
	d, t := p.dataset, s.Tie
	kind, _ := d.Kind(t.Kind)
	p.paragraph(0, strings.ToUpper(words.Kind(d, t.Kind)+" · "+words.BasisName(d.BasisOf(t))))
	p.paragraph(0, words.Title(d, t))
	p.paragraph(0, words.Sentence(d, t)+".")
	p.paragraph(0, kind.Meaning)
	p.printf("\n")
	p.facts([][2]string{
		{"Status", words.Holds(s)},
		{"Start", words.Dates(s.Start)},
		{"End", words.Dates(s.End)},
	})
	p.amounts(s)
	p.facts([][2]string{
		{"Basis", words.Basis(d.BasisOf(t))},
		{"Layer", words.Layer(d, d.LayerOf(t))},
		{"Assets", words.List(words.Parties(d, t.Assets))},
		{"Package", agreement(d, t.Agreement)},
		{"To replace", substitutability(s)},
		{"Disputed", words.Disputed(s)},
		{"Id", string(t.ID)},
	})
	p.statements(s, t.Statements)
	p.notes(string(t.ID))
}

// aNote prints a note.
func (p page) aNote(s *resolve.State) {
	n := s.Note
	p.paragraph(0, strings.ToUpper(strings.TrimSuffix("note · "+n.Topic, " · ")))
	p.paragraph(0, n.Title)
	var names []string
	for _, id := range n.About {
		names = append(names, p.name(id))
	}
	p.printf("\n")
	p.facts([][2]string{{"About", words.List(names)}})
	p.amounts(s)
	p.facts([][2]string{{"Disputed", words.Disputed(s)}, {"Id", string(n.ID)}})
	p.statements(s, n.Statements)
	p.notes(string(n.ID))
}

// name says what an id of any record stands for.
func (p page) name(id string) string {
	d := p.dataset
	if t := d.Tie(data.TieID(id)); t != nil {
		return words.Title(d, t)
	}
	if n := d.Note(data.NoteID(id)); n != nil {
		return n.Title
	}
	if s := d.Source(data.SourceID(id)); s != nil {
		return s.Title
	}
	return words.Party(d, data.PartyID(id))
}

// facts prints names and values in two columns; a fact without a value is left
// out.
func (p page) facts(rows [][2]string) {
	const column = 12
	for _, r := range rows {
		if value := words.Plain(r[1]); value != "" {
			p.printf("  %s%s%s\n", r[0], strings.Repeat(" ", max(1, column-utf8.RuneCountInString(r[0]))), value)
		}
	}
}

// amounts prints every amount with its exact figures and where it comes from.
func (p page) amounts(s *resolve.State) {
	if len(s.Amounts) == 0 {
		p.facts([][2]string{{"Amount", words.NotRecorded}})
	}
	for _, f := range s.Amounts {
		p.facts([][2]string{{"Amount", words.AmountFieldWithKind(f)}})
		for _, r := range f.Readings {
			p.facts([][2]string{{"", words.AmountExact(r.Value) + " (" + joinIDs(r.Statements) + ")"}})
		}
	}
}

func agreement(d *data.Dataset, id data.AgreementID) string {
	if a := d.Agreement(id); a != nil && a.Title != "" {
		return a.Title
	}
	return string(id)
}

func substitutability(s *resolve.State) string {
	var list []string
	for _, r := range s.Substitutability {
		list = append(list, words.Substitutability(r.Value))
	}
	return words.Either(list)
}

// statements prints every statement, the first in the file first.
func (p page) statements(s *resolve.State, list []data.Statement) {
	p.printf("\nWhat the sources say (%s, of which %d count; %s)\n", words.Count(len(list), "statement"), len(query.Counting(s)), words.AsOf(p.view.AsOf, p.view.KnownOn))
	for i := range list {
		p.printf("\n")
		p.statement(&list[i], s.Verdict(list[i].ID))
	}
}

func (p page) statement(s *data.Statement, v *resolve.Verdict) {
	d := p.dataset
	verdict := words.Verdict(v)
	switch why := words.VerdictWhy(v); {
	case strings.HasPrefix(why, verdict):
		verdict = why
	case why != "":
		verdict += " (" + why + ")"
	}
	p.paragraph(2, string(s.ID)+": "+verdict)
	p.paragraph(4, s.Says)
	if source := d.Source(s.Source); source != nil {
		p.paragraph(4, words.SourceCitation(source, s.Locator))
	}
	voice := words.Stance(s.Stance)
	if by := words.Asserter(d, s); by != "" {
		voice = strings.TrimSuffix("according to "+by+", "+voice, ", ")
	}
	p.paragraph(4, voice)
	p.paragraph(4, strings.Join(claims(d, s), "; "))
}

// claims says in words what fields a statement speaks of.
func claims(d *data.Dataset, s *data.Statement) []string {
	var list []string
	add := func(name, value string) {
		if value != "" {
			list = append(list, name+value)
		}
	}
	if e := s.EffectiveIn(d); !e.IsZero() {
		add("the case from ", words.Date(e))
	}
	if s.Status != "" {
		add("status ", words.Status(s.Status))
	}
	for _, a := range s.Amounts {
		add("amount ", words.AmountWithKind(a))
	}
	if !s.Start.IsZero() {
		add("starts ", words.Date(s.Start))
	}
	if !s.End.IsZero() {
		add("ends ", words.Date(s.End))
	}
	scope := append([]string{s.Scope.Text}, slices.Concat(s.Scope.Products, s.Scope.Customers, s.Scope.Clouds)...)
	add("scope ", strings.Trim(strings.Join(scope, ", "), ", "))
	add("condition: ", s.Condition)
	if s.Change == data.Loosened || s.Change == data.Tightened {
		add("terms ", string(s.Change))
	}
	add("", words.Substitutability(s.Substitutability))
	add("supersedes ", joinIDs(s.Supersedes))
	add("withdraws ", joinIDs(s.Withdraws))
	add("disputes ", joinIDs(s.Disputes))
	if s.Confidence > 0 {
		add("confidence ", fmt.Sprintf("%d of 6 (1 is best)", s.Confidence))
	}
	return list
}

func joinIDs[S ~string](ids []S) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = string(id)
	}
	return words.List(names)
}

// notes prints the notes about a record.
func (p page) notes(id string) {
	ids := notesAbout(p.dataset, id)
	if len(ids) == 0 {
		return
	}
	p.printf("\nNotes\n")
	for _, id := range ids {
		p.paragraph(2, string(id)+": "+p.dataset.Note(id).Title)
	}
}
