package command

import (
	"maps"
	"slices"
	"strings"

	"entangle/data"
	"entangle/data/query"
	"entangle/ui/words"
)

// party prints a party with its ties, what it gives before what it gets.
func (p page) party(party *data.Party) {
	d := p.dataset
	shape := partyOf(d, party, p.view)
	p.paragraph(0, strings.ToUpper(party.Kind.Words()))
	p.paragraph(0, party.Name)
	p.printf("\n")
	var identifiers []string
	for _, key := range slices.Sorted(maps.Keys(party.Identifiers)) {
		if value := party.Identifiers[key]; value != "" {
			identifiers = append(identifiers, key+" "+value)
		}
	}
	parent := ""
	if party.Parent != "" {
		parent = words.Party(d, party.Parent)
	}
	p.facts([][2]string{
		{"Belongs to", parent},
		{"Aliases", strings.Join(party.Aliases, ", ")},
		{"Known as", strings.Join(identifiers, ", ")},
		{"Has", words.List(words.Parties(d, shape.Family))},
		{"Offers", offers(d, party)},
		{"Id", string(party.ID)},
	})
	for _, x := range party.Disclosed {
		p.facts([][2]string{{"Discloses", disclosed(d, x)}})
	}
	p.ties("Ties", shape.Ties)
	p.ties("Ties about it", shape.AssetOf)
	gives, gets := query.AmountsOf(p.web, party.ID)
	p.totals("Pays or gives", gives)
	p.totals("Gets", gets)
	p.notes(string(party.ID))
}

// totals prints what amounts come to, and of which ties and statements.
func (p page) totals(heading string, t query.Totals) {
	if len(t.List) == 0 {
		return
	}
	p.printf("\n%s\n", heading)
	for _, total := range t.List {
		p.paragraph(2, words.Format{}.Total(total)+" ("+words.Format{}.Known(total.Known)+")")
		p.paragraph(4, words.NoSum(total))
		for _, part := range total.Parts {
			var by []data.StatementID
			for _, r := range part.Field.Readings {
				by = append(by, r.Statements...)
			}
			p.paragraph(4, string(part.Tie.Tie.ID)+": "+words.AmountField(*part.Field)+" ("+joinIDs(by)+")")
		}
	}
	if n := len(t.NotRecorded); n > 0 {
		p.paragraph(2, "Of "+words.Count(n, "more tie")+" no amount is recorded.")
	}
}

func offers(d *data.Dataset, party *data.Party) string {
	var list []string
	for _, o := range party.Offers {
		text := words.Layer(d, o.Layer)
		if len(o.Needs) > 0 {
			var needs []string
			for _, n := range o.Needs {
				name := words.Layer(d, n)
				if slices.Contains(o.Own, n) {
					name += " (its own too)"
				}
				needs = append(needs, name)
			}
			text += ", for which it needs " + words.List(needs)
		}
		list = append(list, text)
	}
	return strings.Join(list, "; ")
}

func disclosed(d *data.Dataset, x data.Disclosure) string {
	text := x.Of
	if x.Counterparty != "" {
		text += " with " + words.Party(d, x.Counterparty)
	}
	switch {
	case x.Amount != nil:
		text += " " + words.Amount(*x.Amount)
	case x.Share != nil:
		text += " " + words.Number(*x.Share) + " %"
	}
	if !x.Date.IsZero() {
		text += ", " + words.Date(x.Date)
	}
	if s := d.Source(x.Source); s != nil {
		text += " (" + words.SourceLine(s, x.Locator) + ")"
	}
	return text
}

// ties prints a list of ties with what holds of each on the day.
func (p page) ties(heading string, ids []data.TieID) {
	if len(ids) == 0 {
		return
	}
	p.printf("\n%s (%s)\n", heading, words.AsOf(p.view.AsOf, p.view.KnownOn))
	for _, id := range ids {
		s := p.web.Tie(id)
		p.paragraph(2, string(id)+": "+words.Chip(p.dataset, s))
		p.paragraph(4, words.Sentence(p.dataset, s.Tie)+". "+words.Capital(words.Holds(s))+".")
	}
}

// source prints a source with every statement that it makes.
func (p page) source(s *data.Source) {
	d := p.dataset
	kind := string(s.Kind)
	p.paragraph(0, strings.ToUpper(strings.ReplaceAll(kind, "-", " ")))
	p.paragraph(0, s.Title)
	p.printf("\n")
	known := words.Date(s.KnownFrom())
	if s.KnownFrom().IsZero() {
		known = "always (no date is known)"
	}
	reliability := s.Reliability
	if reliability != "" {
		reliability += " (Admiralty, A is best)"
	}
	p.facts([][2]string{
		{"Publisher", s.Publisher},
		{"Author", s.Author},
		{"Published", words.Date(s.Published)},
		{"Known", known},
		{"Link", words.SafeLink(s.URL)},
		{"Archive", words.SafeLink(s.Archive)},
		{"SHA-256", s.SHA256},
		{"Reliability", reliability},
		{"Id", string(s.ID)},
	})
	ids := statementsFrom(d, s.ID)
	p.printf("\nWhat it says (%s, %s)\n", words.Count(len(ids), "statement"), words.AsOf(p.view.AsOf, p.view.KnownOn))
	for _, id := range ids {
		place, _ := d.Statement(id)
		statement := place.Statement()
		line := string(id) + ": " + words.Verdict(p.web.Verdict(id))
		if statement.Locator != "" {
			line += ", " + statement.Locator
		}
		p.paragraph(2, line)
		p.paragraph(4, statement.Says)
	}
	p.notes(string(s.ID))
}
