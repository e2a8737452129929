package interchange

import (
	"cmp"
	"slices"
	"strconv"

	"entangle/data"
	"entangle/data/query"
	"entangle/data/resolve"
)

// tiesTable has a row for each line, with the attributes that graphs have too.
func tiesTable(d *data.Dataset, r *query.Result) Table {
	fields := amountFields(r)
	t := Table{Name: "ties", header: append([]string{"line", "from", "from_name", "to", "to_name"}, names(tieAttributes(d, noTie(), fields))...)}
	for _, l := range lines(r) {
		row := texts(l.id, string(l.from), nameOf(d, l.from), string(l.to), nameOf(d, l.to))
		t.add(append(row, values(tieAttributes(d, l.state, fields))...)...)
	}
	return t
}

func nameOf(d *data.Dataset, id data.PartyID) string {
	if p := d.Party(id); p != nil {
		return p.Name
	}
	return ""
}

// statementsTable has a row for each statement that counts of a tie or note in
// view, by its id.
func statementsTable(r *query.Result) Table {
	t := Table{Name: "statements", header: []string{
		"id", "tie", "note", "source", "locator", "says", "by", "stance", "effective", "status", "amounts", "start", "end",
		"scope", "products", "customers", "clouds", "condition", "change", "substitutability", "supersedes", "withdraws", "disputes", "confidence",
		"standing", "replaced_by", "corroborates", "disputed_by",
	}}
	for _, s := range slices.Concat(r.Ties, r.Notes) {
		tie, note := "", ""
		if s.Tie != nil {
			tie = string(s.Tie.ID)
		} else {
			note = string(s.Note.ID)
		}
		for i := range s.Verdicts {
			if v := &s.Verdicts[i]; v.Standing.Counts() {
				t.add(statementRow(tie, note, v)...)
			}
		}
	}
	slices.SortFunc(t.rows, func(a, b []cell) int { return cmp.Compare(a[0].text, b[0].text) })
	return t
}

func statementRow(tie, note string, v *resolve.Verdict) []cell {
	s := v.Statement
	confidence := ""
	if s.Confidence > 0 {
		confidence = strconv.Itoa(s.Confidence)
	}
	row := texts(
		string(s.ID), tie, note, string(s.Source), s.Locator, s.Says, s.By, string(s.Stance), s.Effective.String(), string(s.Status),
		list(each(s.Amounts, amount)), s.Start.String(), s.End.String(),
		s.Scope.Text, list(s.Scope.Products), list(s.Scope.Customers), list(s.Scope.Clouds),
		s.Condition, string(s.Change), string(s.Substitutability), list(s.Supersedes), list(s.Withdraws), list(s.Disputes),
	)
	row = append(row, cell{confidence, true})
	return append(row, texts(string(v.Standing), list(v.ReplacedBy), list(v.Corroborates), list(v.DisputedBy))...)
}

// partiesTable has a row for each party in view.
func partiesTable(d *data.Dataset, r *query.Result) Table {
	t := Table{Name: "parties", header: append([]string{"id"}, names(partyAttributes(&data.Party{}))...)}
	for _, id := range r.Parties {
		if p := d.Party(id); p != nil {
			t.add(append(texts(string(id)), values(partyAttributes(p))...)...)
		}
	}
	return t
}

// sourcesTable has a row for each source of what is in view.
func sourcesTable(d *data.Dataset, r *query.Result) Table {
	t := Table{Name: "sources", header: []string{
		"id", "title", "publisher", "author", "kind", "published", "known", "url", "retrieved", "archive", "sha256", "reliability",
	}}
	for _, id := range r.Sources {
		if s := d.Source(id); s != nil {
			t.add(texts(string(s.ID), s.Title, s.Publisher, s.Author, string(s.Kind), s.Published.String(), s.Known.String(),
				data.SafeLink(s.URL), s.Retrieved.String(), data.SafeLink(s.Archive), s.SHA256, s.Reliability)...)
		}
	}
	return t
}

func each[T any](items []T, write func(T) string) []string {
	out := make([]string, len(items))
	for i, item := range items {
		out[i] = write(item)
	}
	return out
}
