package brief

import (
	"testing"

	"github.com/stretchr/testify/require"

	"entangle/data"
	"entangle/data/format"
	"entangle/data/query"
	"entangle/data/resolve"
	"entangle/ui/picture"
)

// web is a small dataset in which sources agree, replace and contradict one
// another.
const web = `format: entangle/1
title: A small web
as_of: 2026-05-01
sources:
  - {id: daily, title: Where it sits, publisher: Daily, author: A. Writer, published: 2026-04-23, url: "https://example.org/where", reliability: B}
  - {id: digest, title: An undated digest}
  - {id: filing, title: A later filing, publisher: Registry, published: 2026-04-30, url: "mailto:clerk@example.org"}
parties:
  - {id: lab, name: Lab, kind: ai-lab, aliases: [The Lab, LAB]}
  - {id: lab-one, name: Lab One, kind: product, parent: lab}
  - {id: host, name: Host, kind: cloud}
  - {id: host-x, name: Host X, kind: product, parent: host}
  - {id: fund, name: Fund, kind: investor}
  - {id: fund-2, name: Second Fund, kind: investor}
  - {id: chips, name: Chips, kind: chip-maker}
  - {id: alone, name: Alone, kind: customer}
agreements:
  - {id: package, title: The package, parties: [lab, host], date: 2026-02}
ties:
  - id: deal
    kind: cloud-commitment
    from: lab
    to: host
    title: Cloud deal
    agreement: package
    assets: [host-x]
    statements:
      - {id: deal.1, source: digest, locator: "¶9", says: "Lab plans to buy 38 billion dollars of cloud services.", stance: report, status: announced, amount: {exact: 38e9, unit: USD, kind: committed}}
      - {id: deal.2, source: daily, locator: "¶4", says: "Lab signed for 100 billion over eight years.", by: lab, stance: company-statement, status: signed, amount: {exact: 100e9, unit: USD, kind: committed, horizon: {years: 8}}, start: 2025-10, end: 2032-12-31, scope: {text: stateless services, products: [Host X], clouds: [Host]}, condition: regulators agree, confidence: 2}
      - {id: deal.3, source: filing, locator: p. 2, says: "The commitment is 40 billion dollars.", stance: fact, status: signed, amount: {exact: 40e9, unit: USD, kind: committed}}
  - id: round
    kind: equity
    from: fund
    to: lab
    with: [fund-2]
    statements:
      - {id: round.1, source: daily, locator: "¶5", says: "The funds put up to 50 billion into Lab.", status: announced, start: 2026, amount: [{max: 50e9, unit: USD, kind: announced, condition: an offering}, {exact: 27, unit: "%", kind: option}]}
      - {id: round.2, source: digest, says: "It is more than 50 billion, and it is signed.", status: signed, start: 2027, amount: {over: 50e9, unit: USD, kind: announced}, disputes: [round.1]}
  - {id: silicon, kind: silicon-supply, from: chips, to: lab, substitutability: highly-complex, statements: [{id: silicon.1, source: digest, says: "Lab trains on Chips.", status: in-force}]}
  - {id: back, kind: carve-out, from: host, to: lab, statements: [{id: back.1, source: daily, says: "Host lets Lab go elsewhere.", status: in-force, end: 2027-06}]}
  - {id: over, kind: hosting, from: lab, to: host-x, statements: [{id: over.1, source: digest, says: "It ran on Host X.", status: in-force, end: 2025}]}
  - {id: none, kind: exclusivity, from: lab, to: host, statements: [{id: none.1, source: daily, says: "There is no exclusivity.", status: absent}]}
  - {id: own, kind: product-access, from: lab, to: lab-one, statements: [{id: own.1, source: digest, says: "Lab One uses the models.", status: in-force, substitutability: medium}]}
  - {id: later, kind: equity, from: chips, to: lab, statements: [{id: later.1, source: daily, says: "An investment is to come.", status: planned, effective: 2027}]}
notes:
  - {id: total, about: [lab], topic: aggregate, title: All pledges, statements: [{id: total.1, source: daily, locator: "¶1", says: "All pledges come to 1.4 trillion dollars.", stance: report, amount: {exact: 1.4e12, unit: USD, kind: announced}}, {id: total.2, source: filing, says: "They come to 1.2 trillion.", amount: {exact: 1.2e12, unit: USD, kind: announced}, disputes: [total.1]}]}
  - {id: doubt, about: [deal], title: A doubt, statements: [{id: doubt.1, source: digest, says: "The sum is doubted.", stance: analyst}]}
`

// subject is the web with everything in view, absences too.
func subject(t testing.TB, content string) *picture.Subject {
	t.Helper()
	d, err := format.Parse("web.yaml", []byte(content))
	require.NoError(t, err)
	v := query.Default(d, data.DayOf(2026, 6, 1))
	v.Status = query.StatusAll
	return picture.Look(resolve.At(d, v.Moment()), picture.View{View: v})
}

func factsOf(b *Brief, label string) []Fact {
	var out []Fact
	for _, f := range b.Facts {
		if f.Label == label {
			out = append(out, f)
		}
	}
	return out
}

func sectionOf(t testing.TB, b *Brief, title string) Section {
	t.Helper()
	for _, s := range b.Sections {
		if s.Title == title {
			return s
		}
	}
	require.Failf(t, "no section", "%q in %s", title, b.Text())
	return Section{}
}

func cardOf(t testing.TB, s Section, says string) Card {
	t.Helper()
	for _, c := range s.Cards {
		if c.Says == says {
			return c
		}
	}
	require.Failf(t, "no card", "%q in %+v", says, s.Cards)
	return Card{}
}
