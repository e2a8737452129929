package format

import (
	"entangle/data"
	"entangle/data/format/syntax"
)

func tieShape(statement *shape[data.Statement]) *shape[data.Tie] {
	type T = data.Tie
	return &shape[T]{
		what: "a tie", record: true,
		fields: []field[T]{
			idField(func(t *T) *data.TieID { return &t.ID }),
			must(ref("kind", kindID, func(t *T) *data.KindID { return &t.Kind })),
			must(ref("from", partyID, func(t *T) *data.PartyID { return &t.From })),
			must(ref("to", partyID, func(t *T) *data.PartyID { return &t.To })),
			refs("with", partyID, func(t *T) *[]data.PartyID { return &t.With }),
			ref("agreement", agreementID, func(t *T) *data.AgreementID { return &t.Agreement }),
			word("basis", data.Bases(), func(t *T) *data.Basis { return &t.Basis }),
			ref("layer", layerID, func(t *T) *data.LayerID { return &t.Layer }),
			text("title", func(t *T) *string { return &t.Title }),
			refs("assets", productID, func(t *T) *[]data.PartyID { return &t.Assets }),
			word("substitutability", data.Substitutabilities(), func(t *T) *data.Substitutability { return &t.Substitutability }),
			must(records("statements", statement, func(t *T) *[]data.Statement { return &t.Statements })),
		},
		check: checkTie,
	}
}

func checkTie(d *decoder, n syntax.Node, t *data.Tie) {
	if t.From != "" && t.From == t.To {
		d.problemIn("to", d.value(n, "to"), "%s is tied to itself; a tie runs between two parties", visibleID(string(t.To)))
	}
	if s := d.value(n, "statements"); s != syntax.None && d.tree.Kind(s) == syntax.List && d.tree.Len(s) == 0 && !d.tree.Broken(s) {
		d.problemIn("statements", s, "a tie needs at least one statement; write what a source says of it")
	}
	if t.Layer == "" && d.value(n, "layer") == syntax.None && t.Kind != "" && d.ids.layerless[string(t.Kind)] {
		d.problemIn("layer", n, "layer is missing; a tie of kind %s names its own", visibleID(string(t.Kind)))
	}
}

func statementShape(amount *shape[amount], scope *shape[data.Scope]) *shape[data.Statement] {
	type T = data.Statement
	return &shape[T]{
		what: "a statement", record: true,
		fields: []field[T]{
			idField(func(s *T) *data.StatementID { return &s.ID }),
			must(ref("source", sourceID, func(s *T) *data.SourceID { return &s.Source })),
			text("locator", func(s *T) *string { return &s.Locator }),
			must(text("says", func(s *T) *string { return &s.Says })),
			text("by", func(s *T) *string { return &s.By }),
			word("stance", data.Stances(), func(s *T) *data.Stance { return &s.Stance }),
			date("effective", func(s *T) *data.Date { return &s.Effective }),
			word("status", data.Statuses(), func(s *T) *data.Status { return &s.Status }),
			amounts(amount),
			date("start", func(s *T) *data.Date { return &s.Start }),
			date("end", func(s *T) *data.Date { return &s.End }),
			{name: "scope", read: func(d *decoder, n syntax.Node, s *T) { fill(d, n, scope, &s.Scope) }},
			text("condition", func(s *T) *string { return &s.Condition }),
			word("change", data.Changes(), func(s *T) *data.Change { return &s.Change }),
			word("substitutability", data.Substitutabilities(), func(s *T) *data.Substitutability { return &s.Substitutability }),
			refs("supersedes", statementID, func(s *T) *[]data.StatementID { return &s.Supersedes }),
			refs("withdraws", statementID, func(s *T) *[]data.StatementID { return &s.Withdraws }),
			refs("disputes", statementID, func(s *T) *[]data.StatementID { return &s.Disputes }),
			confidence(),
		},
		check: checkStatement,
	}
}

func checkStatement(d *decoder, n syntax.Node, s *data.Statement) {
	if !s.Start.IsZero() && !s.End.IsZero() && s.End.Last() < s.Start.First() {
		d.problemIn("end", d.value(n, "end"), "the end %s is before the start %s; end is the last day in force", s.End, s.Start)
	}
	own := d.tree.Text(n)
	if id := d.value(n, "id"); id != syntax.None {
		own = d.tree.Text(id)
	}
	for _, link := range links() {
		list := d.value(n, link)
		if list == syntax.None || d.tree.Kind(list) != syntax.List || own == "" {
			continue
		}
		d.within(step{key: link}, func() {
			d.each(list, func(item syntax.Node) {
				if d.tree.Text(item) == own {
					d.problem(item, "%s links to itself; name another statement", visibleID(own))
				}
			})
		})
	}
}

// links are the fields of a statement that name others.
func links() []string { return []string{"supersedes", "withdraws", "disputes"} }

func scopeShape() *shape[data.Scope] {
	type T = data.Scope
	return &shape[T]{
		what: "a scope",
		fields: []field[T]{
			text("text", func(s *T) *string { return &s.Text }),
			texts("products", func(s *T) *[]string { return &s.Products }),
			texts("customers", func(s *T) *[]string { return &s.Customers }),
			texts("clouds", func(s *T) *[]string { return &s.Clouds }),
		},
	}
}

// confidence is the Admiralty number of a claim.
func confidence() field[data.Statement] {
	return field[data.Statement]{name: "confidence", read: func(d *decoder, n syntax.Node, s *data.Statement) {
		text, ok := d.text(n)
		if !ok {
			return
		}
		if len(text) != 1 || text[0] < '1' || text[0] > '6' || !d.tree.Plain(n) {
			d.problem(n, "%s is no confidence; write a number from 1 (confirmed) to 6 (cannot be judged), without quotes", shown(text))
			return
		}
		s.Confidence = int(text[0] - '0')
	}}
}
