package format

import (
	"strings"
	"testing"
)

func TestIDs(t *testing.T) {
	layer := func(id string) string { return preamble + "layers: [{id: " + id + "}]" }
	checkRules(t, []rule{
		{"space", layer("§a b"), []string{"a b | id | \"a b\" is no id; an id is 1 to 100 letters"}},
		{"dot first", layer("§.a"), []string{".a | id | begins with a letter or digit"}},
		{"umlaut", layer("§ä"), []string{"ä | id | is no id"}},
		{"line break", layer("§\"a\\n\""), []string{`a\n | id | "a\n" is no id`}},
		{"101 letters", layer("§" + strings.Repeat("a", 101)), []string{strings.Repeat("a", 60) + "… | id | is no id"}},
		{"a list", layer("§[a]"), []string{" | layers[0].id | one text is expected"}},
		{"two sources", "format: entangle/1\nsources:\n- {id: s, title: S}\n- {id: §s, title: S}", []string{"s | id | the id s is already that of the source on line 3; choose another id"}},
		{"party and source", "format: entangle/1\nsources: [{id: s, title: S}]\nparties: [{id: §s, name: S, kind: fab}]", []string{"s | id | already that of the source on line 2"}},
		{"party and note", preamble + "notes: [{id: §a}]", []string{"a | id | already that of the party on line 3"}},
		{"tie and note", preamble + "ties: [{id: n, kind: equity, from: a, to: b, statements: [{id: n, source: s, says: y}]}]\nnotes: [{id: §n}]", []string{"n | id | already that of the tie on line 4"}},
		{"statements of a tie and a note", statement("by: z") + "notes: [{id: n, statements: [{id: §x, source: s, says: y}]}]", []string{"x | id | already that of the statement on line 4"}},
		{"record by an alias", preamble + "notes:\n- &x {id: n}\n- §*x\n", []string{"n | id | already that of the note on line 5"}},
		{"two agreements", preamble + "agreements: [{id: g}, {id: §g}]", []string{"g | id | already that of the agreement"}},
		{"two stories", preamble + "stories: [{id: g}, {id: §g}]", []string{"g | id | already that of the story"}},
		{"two views", preamble + "views: [{id: g}, {id: §g}]", []string{"g | id | already that of the view"}},
		{"built-in layer", layer("§cloud"), []string{"cloud | id | the id cloud is a built-in layer; choose another id"}},
		{"built-in kind", preamble + "kinds: [{id: §equity, from: f, to: g, basis: both}]", []string{"equity | id | a built-in kind"}},
	})
}

func TestScopesOfIDsAreApart(t *testing.T) {
	text := preamble + `agreements: [{id: a}]
stories: [{id: a}]
views: [{id: a}]
layers: [{id: a}]
kinds: [{id: a, from: f, to: g, basis: both, layer: a}]
notes: [{id: n, about: [a, s, n], statements: [{id: a, source: s, says: y}]}]
`
	if _, err := Parse("x.yaml", []byte(text)); err != nil {
		t.Error(err)
	}
}

func TestReferences(t *testing.T) {
	tie := func(fields string) string {
		return preamble + "ties: [{id: t, " + fields + ", statements: [{id: x, source: s, says: y}]}]"
	}
	party := func(fields string) string {
		return "format: entangle/1\nsources: [{id: s, title: S}]\nparties: [{id: a, name: A, kind: cloud, " + fields + "}]"
	}
	checkRules(t, []rule{
		{"source", strings.Replace(statement("by: z"), "source: s", "source: §q", 1), []string{"x | source | \"q\" is no source of this file"}},
		{"source that is a party", strings.Replace(statement("by: z"), "source: s", "source: §a", 1), []string{"x | source | a is a party on line 3; name a source"}},
		{"from and to", tie("kind: equity, from: §aa, to: §s"), []string{"t | from | \"aa\" is no party of this file (did you mean a?)", "t | to | s is a source on line 2; name a party"}},
		{"with", tie("kind: equity, from: a, to: b, with: [az, §azz]"), []string{"t | with[1] | did you mean az?"}},
		{"kind", tie("kind: §equities, from: a, to: b"), []string{"t | kind | \"equities\" is no known kind (did you mean equity?); known are capacity-grant, carve-out"}},
		{"layer", tie("kind: equity, from: a, to: b, layer: §clouds"), []string{"t | layer | \"clouds\" is no known layer (did you mean cloud?); known are capital, chips, cloud"}},
		{"purchase without a layer", preamble + "ties: [§{id: t, kind: purchase, from: a, to: b, statements: [{id: x, source: s, says: y}]}]", []string{"t | layer | a tie of kind purchase names its own"}},
		{"own kind without a layer", preamble + "kinds: [{id: k, from: f, to: g, basis: both}]\nties: [§{id: t, kind: k, from: a, to: b, statements: [{id: x, source: s, says: y}]}]", []string{"t | layer | a tie of kind k names its own"}},
		{"agreement", tie("kind: equity, from: a, to: b, agreement: §g"), []string{"t | agreement | \"g\" is no agreement of this file"}},
		{"asset", tie("kind: equity, from: a, to: b, assets: [az, §b, §q]"), []string{"t | assets[1] | b is no party of kind product on line 3", "t | assets[2] | \"q\" is no product of this file"}},
		{"itself", tie("kind: equity, from: a, to: §a"), []string{"t | to | a is tied to itself"}},
		{"about", preamble + "notes: [{id: n, about: [a, t, §q]}]\nties: [{id: t, kind: equity, from: a, to: b, statements: [{id: x, source: s, says: y}]}]", []string{"n | about[2] | \"q\" is no record of this file"}},
		{"parent", party("parent: §b"), []string{"a | parent | \"b\" is no party"}},
		{"parent that is a source", party("parent: §s"), []string{"a | parent | s is a source"}},
		{"layers of an offer", party("offers: [{layer: §x1, needs: [§x2], own: [§§x3]}]"), []string{
			"a | offers[0].layer | no known layer", "a | offers[0].needs[0] | no known layer", "a | offers[0].own[0] | no known layer", "a | offers[0].own[0] | not among needs",
		}},
		{"own that is not needed", party("offers: [{layer: models, needs: [cloud], own: [cloud, §chips]}]"), []string{"a | offers[0].own[1] | \"chips\" is not among needs"}},
		{"disclosed", party("disclosed: [{of: cost, share: 1, counterparty: §q, source: §a}]"), []string{"a | disclosed[0].counterparty | no party", "a | disclosed[0].source | a is a party"}},
		{"layer of a kind", preamble + "kinds: [{id: k, from: f, to: g, basis: both, layer: §dta}]\nlayers: [{id: data}]", []string{"k | layer | did you mean data?"}},
		{"parties of an agreement", preamble + "agreements: [{id: g, parties: [a, §s]}]", []string{"g | parties[1] | s is a source"}},
		{"links", statement("supersedes: [§z], withdraws: [§t], disputes: [§z]"), []string{"x | supersedes[0] | \"z\" is no statement of this file", "x | withdraws[0] | no statement", "x | disputes[0] | no statement"}},
		{"links to itself", statement("supersedes: [§x], withdraws: [§x], disputes: [§x]"), []string{"x | supersedes[0] | x links to itself", "x | withdraws[0] | itself", "x | disputes[0] | itself"}},
	})
}

func TestByAndScopeAreText(t *testing.T) {
	d, err := Parse("x.yaml", []byte(statement("by: Nobody at All, scope: {products: [no id], customers: [a], clouds: [x y]}")))
	if err != nil {
		t.Fatal(err)
	}
	if got := d.Ties[0].Statements[0].By; got != "Nobody at All" {
		t.Errorf("by is %q", got)
	}
}

func TestCircles(t *testing.T) {
	parties := func(pairs ...string) string {
		var s strings.Builder
		s.WriteString("format: entangle/1\nparties:\n")
		for _, p := range pairs {
			id, parent, _ := strings.Cut(p, " ")
			s.WriteString("- {id: " + id + ", name: N, kind: group, parent: " + parent + "}\n")
		}
		return s.String()
	}
	statements := func(fields ...string) string {
		s := preamble + "notes:\n- id: n\n  statements:\n"
		for _, f := range fields {
			s += "  - {source: s, says: y, " + f + "}\n"
		}
		return s
	}
	checkRules(t, []rule{
		{"its own parent", parties("a §a"), []string{"a | parent | parent goes round in a circle: a → a"}},
		{"two parents", parties("a b", "b §a"), []string{"b | parent | a → b → a"}},
		{"three parents and a way in", parties("z a", "a b", "b c", "c §a", "d a"), []string{"c | parent | a → b → c → a"}},
		{"supersedes", statements("id: a, supersedes: [b]", "id: b, supersedes: [§a]"), []string{"b | supersedes | supersedes goes round in a circle: a → b → a"}},
		{"supersedes and withdraws", statements("id: a, withdraws: [b]", "id: b, supersedes: [c]", "id: c, supersedes: [§a]"), []string{"c | supersedes | a → b → c → a"}},
	})
	for _, good := range []string{
		parties("a \"\"", "b a", "c a", "d b"),
		statements("id: a, supersedes: [b, c]", "id: b, supersedes: [c]", "id: c"),
		statements("id: a, disputes: [b]", "id: b, disputes: [a]"),
	} {
		if _, err := Parse("x.yaml", []byte(good)); err != nil {
			t.Errorf("%v\n%s", err, good)
		}
	}
}
