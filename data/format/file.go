package format

import (
	"slices"

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
	s.party = partyShape(s.offer, s.disclosure)
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

func partyShape(offer *shape[data.Offer], disclosure *shape[data.Disclosure]) *shape[data.Party] {
	type T = data.Party
	return &shape[T]{
		what: "a party", record: true,
		fields: []field[T]{
			idField(func(p *T) *data.PartyID { return &p.ID }),
			must(text("name", func(p *T) *string { return &p.Name })),
			must(word("kind", data.PartyKinds(), func(p *T) *data.PartyKind { return &p.Kind })),
			ref("parent", partyID, func(p *T) *data.PartyID { return &p.Parent }),
			texts("aliases", func(p *T) *[]string { return &p.Aliases }),
			identifiers(),
			records("offers", offer, func(p *T) *[]data.Offer { return &p.Offers }),
			records("disclosed", disclosure, func(p *T) *[]data.Disclosure { return &p.Disclosed }),
		},
	}
}

// identifiers of a party are its ticker and its Legal Entity Identifier.
func identifiers() field[data.Party] {
	type T = map[string]string
	one := func(name string) field[T] {
		return field[T]{name: name, read: func(d *decoder, n syntax.Node, into *T) {
			if s, ok := d.text(n); ok && d.report.total == 0 {
				if *into == nil {
					*into = T{}
				}
				(*into)[name] = s
			}
		}}
	}
	s := &shape[T]{what: "a map of identifiers", fields: []field[T]{one("ticker"), one("lei")}}
	return field[data.Party]{name: "identifiers", read: func(d *decoder, n syntax.Node, p *data.Party) {
		fill(d, n, s, &p.Identifiers)
	}}
}

func offerShape() *shape[data.Offer] {
	type T = data.Offer
	return &shape[T]{
		what: "an offer",
		fields: []field[T]{
			must(ref("layer", layerID, func(o *T) *data.LayerID { return &o.Layer })),
			refs("needs", layerID, func(o *T) *[]data.LayerID { return &o.Needs }),
			refs("own", layerID, func(o *T) *[]data.LayerID { return &o.Own }),
		},
		check: func(d *decoder, n syntax.Node, _ *T) {
			needs := d.value(n, "needs")
			own := d.value(n, "own")
			if own == syntax.None || d.tree.Kind(own) != syntax.List {
				return
			}
			var needed []string
			if needs != syntax.None {
				for item := d.tree.First(needs); item != syntax.None; item = d.tree.Next(item) {
					needed = append(needed, d.tree.Text(item))
				}
			}
			d.within(step{key: "own"}, func() {
				d.each(own, func(item syntax.Node) {
					if s := d.tree.Text(item); s != "" && !slices.Contains(needed, s) {
						d.problem(item, "%s is not among needs; own lists those of the needed layers that the party also supplies to itself", shown(s))
					}
				})
			})
		},
	}
}

func disclosureShape(amount *shape[amount]) *shape[data.Disclosure] {
	type T = data.Disclosure
	return &shape[T]{
		what: "a disclosure",
		fields: []field[T]{
			must(word("of", denominators(), func(x *T) *string { return &x.Of })),
			{name: "amount", read: func(d *decoder, n syntax.Node, x *T) {
				a := d.amount(n, amount)
				x.Amount = &a
			}},
			ref("counterparty", partyID, func(x *T) *data.PartyID { return &x.Counterparty }),
			number("share", func(x *T) **float64 { return &x.Share }),
			date("date", func(x *T) *data.Date { return &x.Date }),
			ref("source", sourceID, func(x *T) *data.SourceID { return &x.Source }),
			text("locator", func(x *T) *string { return &x.Locator }),
		},
		check: checkDisclosure,
	}
}

func denominators() []string { return []string{"backlog", "revenue", "cost"} }

func checkDisclosure(d *decoder, n syntax.Node, x *data.Disclosure) {
	amount, share := d.value(n, "amount"), d.value(n, "share")
	switch {
	case amount == syntax.None && share == syntax.None:
		d.problem(n, "neither amount nor share is written; a disclosure gives one of them")
	case amount != syntax.None && share != syntax.None:
		d.problemIn("share", share, "amount and share stand together; write two disclosures")
	case share != syntax.None && d.value(n, "counterparty") == syntax.None:
		d.problemIn("counterparty", n, "counterparty is missing; a share is that of a counterparty")
	}
	if x.Share != nil && *x.Share > 100 {
		d.problemIn("share", share, "a share is in per cent, from 0 to 100")
	}
}
