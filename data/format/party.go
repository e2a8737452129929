package format

import (
	"entangle/data"
	"entangle/data/format/syntax"
)

func partyShape(ids *shape[identifiers], offer *shape[data.Offer], disclosure *shape[data.Disclosure]) *shape[data.Party] {
	type T = data.Party
	return &shape[T]{
		what: "a party", record: true,
		fields: []field[T]{
			idField(func(p *T) *data.PartyID { return &p.ID }),
			must(text("name", func(p *T) *string { return &p.Name })),
			must(word("kind", data.PartyKinds(), func(p *T) *data.PartyKind { return &p.Kind })),
			ref("parent", partyID, func(p *T) *data.PartyID { return &p.Parent }),
			texts("aliases", func(p *T) *[]string { return &p.Aliases }),
			{name: "identifiers", read: func(d *decoder, n syntax.Node, p *T) { fill(d, n, ids, &p.Identifiers) }},
			records("offers", offer, func(p *T) *[]data.Offer { return &p.Offers }),
			records("disclosed", disclosure, func(p *T) *[]data.Disclosure { return &p.Disclosed }),
		},
	}
}

// identifiers of a party are its ticker and its Legal Entity Identifier.
type identifiers = map[string]string

func identifiersShape() *shape[identifiers] {
	one := func(name string) field[identifiers] {
		return field[identifiers]{name: name, read: func(d *decoder, n syntax.Node, into *identifiers) {
			if s, ok := d.text(n); ok && d.report.total == 0 {
				if *into == nil {
					*into = identifiers{}
				}
				(*into)[name] = d.keep.text(s)
			}
		}}
	}
	return &shape[identifiers]{what: "a map of identifiers", fields: []field[identifiers]{one("ticker"), one("lei")}}
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
		check: checkOffer,
	}
}

// checkOffer checks that what a party owns is among what its offer needs.
func checkOffer(d *decoder, n syntax.Node, _ *data.Offer) {
	own := d.value(n, "own")
	if own == syntax.None || d.tree.Kind(own) != syntax.List {
		return
	}
	needed := map[string]bool{"": true}
	if needs := d.value(n, "needs"); needs != syntax.None {
		for item := d.tree.First(needs); item != syntax.None; item = d.tree.Next(item) {
			needed[d.tree.Text(item)] = true
		}
	}
	d.within(step{key: "own"}, func() {
		d.each(own, func(item syntax.Node) {
			if s := d.tree.Text(item); !needed[s] && !d.skips(item) {
				d.problem(item, "%s is not among needs; own lists those of the needed layers that the party also supplies to itself", shown(s))
			}
		})
	})
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
