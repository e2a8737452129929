package format

import (
	"entangle/data"
	"entangle/data/format/syntax"
)

// file is the topmost map.
type file struct {
	data.Dataset
	format string
}

// shapes are the maps of the format, made anew for each file so that nothing of
// it can be changed from outside.
type shapes struct {
	file       *shape[file]
	source     *shape[data.Source]
	party      *shape[data.Party]
	names      *shape[identifiers]
	offer      *shape[data.Offer]
	disclosure *shape[data.Disclosure]
	agreement  *shape[data.Agreement]
	tie        *shape[data.Tie]
	statement  *shape[data.Statement]
	scope      *shape[data.Scope]
	amount     *shape[amount]
	disclosed  *shape[amount]
	horizon    *shape[horizon]
	years      *shape[years]
	note       *shape[data.Note]
	layer      *shape[data.Layer]
	kind       *shape[data.Kind]
}

func newShapes() *shapes {
	s := &shapes{}
	s.years = yearsShape()
	s.horizon = horizonShape(s.years)
	s.amount = amountShape(s.horizon, true)
	s.disclosed = amountShape(s.horizon, false)
	s.scope = scopeShape()
	s.statement = statementShape(s.amount, s.scope)
	s.source = sourceShape()
	s.offer = offerShape()
	s.disclosure = disclosureShape(s.disclosed)
	s.names = identifiersShape()
	s.party = partyShape(s.names, s.offer, s.disclosure)
	s.agreement = agreementShape()
	s.tie = tieShape(s.statement)
	s.note = noteShape(s.statement)
	s.layer = layerShape()
	s.kind = kindShape()
	s.file = fileShape(s)
	return s
}

func fileShape(s *shapes) *shape[file] {
	return &shape[file]{
		what: "a dataset",
		fields: []field[file]{
			must(word("format", []string{Name}, func(f *file) *string { return &f.format })),
			text("title", func(f *file) *string { return &f.Title }),
			date("as_of", func(f *file) *data.Date { return &f.AsOf }),
			records("sources", s.source, func(f *file) *[]data.Source { return &f.Sources }),
			records("parties", s.party, func(f *file) *[]data.Party { return &f.Parties }),
			records("agreements", s.agreement, func(f *file) *[]data.Agreement { return &f.Agreements }),
			records("ties", s.tie, func(f *file) *[]data.Tie { return &f.Ties }),
			records("notes", s.note, func(f *file) *[]data.Note { return &f.Notes }),
			records("layers", s.layer, func(f *file) *[]data.Layer { return &f.Layers }),
			records("kinds", s.kind, func(f *file) *[]data.Kind { return &f.Kinds }),
			stories(),
			views(),
		},
	}
}

func sourceShape() *shape[data.Source] {
	type T = data.Source
	return &shape[T]{
		what: "a source", record: true,
		fields: []field[T]{
			idField(func(s *T) *data.SourceID { return &s.ID }),
			must(text("title", func(s *T) *string { return &s.Title })),
			text("publisher", func(s *T) *string { return &s.Publisher }),
			text("author", func(s *T) *string { return &s.Author }),
			word("kind", data.SourceKinds(), func(s *T) *data.SourceKind { return &s.Kind }),
			date("published", func(s *T) *data.Date { return &s.Published }),
			date("known", func(s *T) *data.Date { return &s.Known }),
			link("url", func(s *T) *string { return &s.URL }),
			date("retrieved", func(s *T) *data.Date { return &s.Retrieved }),
			link("archive", func(s *T) *string { return &s.Archive }),
			sha256("sha256", func(s *T) *string { return &s.SHA256 }),
			word("reliability", reliabilities(), func(s *T) *string { return &s.Reliability }),
		},
	}
}

// reliabilities are the Admiralty letters for a source.
func reliabilities() []string { return []string{"A", "B", "C", "D", "E", "F"} }

func agreementShape() *shape[data.Agreement] {
	type T = data.Agreement
	return &shape[T]{
		what: "an agreement", record: true,
		fields: []field[T]{
			idField(func(a *T) *data.AgreementID { return &a.ID }),
			text("title", func(a *T) *string { return &a.Title }),
			refs("parties", partyID, func(a *T) *[]data.PartyID { return &a.Parties }),
			date("date", func(a *T) *data.Date { return &a.Date }),
		},
	}
}

func noteShape(statement *shape[data.Statement]) *shape[data.Note] {
	type T = data.Note
	return &shape[T]{
		what: "a note", record: true,
		fields: []field[T]{
			idField(func(n *T) *data.NoteID { return &n.ID }),
			refs("about", anyID, func(n *T) *[]string { return &n.About }),
			text("topic", func(n *T) *string { return &n.Topic }),
			text("title", func(n *T) *string { return &n.Title }),
			records("statements", statement, func(n *T) *[]data.Statement { return &n.Statements }),
		},
	}
}

func layerShape() *shape[data.Layer] {
	type T = data.Layer
	return &shape[T]{
		what: "a layer", record: true,
		fields: []field[T]{
			idField(func(l *T) *data.LayerID { return &l.ID }),
			text("name", func(l *T) *string { return &l.Name }),
		},
		check: func(_ *decoder, _ syntax.Node, l *T) {
			if l.Name == "" {
				l.Name = string(l.ID)
			}
		},
	}
}

func kindShape() *shape[data.Kind] {
	type T = data.Kind
	return &shape[T]{
		what: "a kind", record: true,
		fields: []field[T]{
			idField(func(k *T) *data.KindID { return &k.ID }),
			must(text("from", func(k *T) *string { return &k.From })),
			must(text("to", func(k *T) *string { return &k.To })),
			must(word("basis", data.Bases(), func(k *T) *data.Basis { return &k.Basis })),
			ref("layer", layerID, func(k *T) *data.LayerID { return &k.Layer }),
			word("money", moneys(), func(k *T) *data.Money { return &k.Money }),
			word("needs", needs(), func(k *T) *data.Needs { return &k.Needs }),
		},
		check: func(_ *decoder, _ syntax.Node, k *T) {
			k.Name = string(k.ID)
			if k.Money == "" {
				k.Money = data.NoMoney
			}
			if k.Needs == "" {
				k.Needs = data.NeedsNone
			}
		},
	}
}

func moneys() []data.Money {
	return []data.Money{data.MoneyFromTo, data.MoneyToFrom, data.NoMoney}
}

func needs() []data.Needs {
	return []data.Needs{data.NeedsFromTo, data.NeedsToFrom, data.NeedsBoth, data.NeedsNone}
}
