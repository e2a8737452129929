package format

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"

	"entangle/data"
)

// contractExample is the example of the format's description.
const contractExample = `format: entangle/1
title: A small example
as_of: 2026-05-01
sources:
  - id: s1
    title: Where Dependence Sits
    publisher: BCLP
    author: Richard Werner
    kind: law-firm-note
    published: 2026-04-23
    known: 2026-04-23
    url: https://example.org/where # http, https or mailto
    retrieved: 2026-05-01
    archive: ""
    sha256: ""
    reliability: B
parties:
  - id: openai
    name: OpenAI
    kind: ai-lab
    parent: ""
    aliases: [Open AI]
    identifiers: {ticker: "", lei: ""}
    offers:
      - layer: models
        needs: [cloud]
        own: []
    disclosed:
      - {of: backlog, amount: {exact: 625e9, unit: USD}, date: 2026-01, source: s1, locator: "¶3"}
      - {of: backlog, counterparty: openai, share: 45, date: 2026-01, source: s1, locator: "¶3"}
  - {id: microsoft, name: Microsoft, kind: cloud}
  - {id: amazon, name: Amazon, kind: cloud}
  - {id: azure, name: Azure, kind: product, parent: microsoft}
agreements:
  - {id: feb-2026, title: Package of February 2026, parties: [openai, amazon], date: 2026-02}
ties:
  - id: openai-azure-commitment
    kind: cloud-commitment
    from: openai
    to: microsoft
    with: []
    agreement: ""
    basis: contractual
    layer: cloud
    title: Azure purchase commitment
    assets: [azure]
    substitutability: ""
    statements:
      - id: a1
        source: s1
        locator: "¶9"
        says: "OpenAI committed to buy 250 billion dollars of Azure services."
        by: ""
        stance: fact
        effective: 2025-10
        status: signed
        amount: {exact: 250e9, unit: USD, kind: committed}
        start: 2025-10
        end: 2032
        scope: {text: "stateless APIs", products: [], customers: [], clouds: []}
        condition: ""
        change: neutral
        supersedes: []
        withdraws: []
        disputes: []
        confidence: 2
notes:
  - {id: n1, about: [openai], topic: aggregate, title: The 1.4 trillion, statements: [{id: n1a, source: s1, says: "…", amount: {exact: 1.4e12, unit: USD, kind: announced}}]}
layers: [{id: data, name: Data}]
kinds: []
stories: []
views: []
`

func TestContractExampleIsRead(t *testing.T) {
	d, err := Parse("x.yaml", []byte(contractExample))
	if err != nil {
		t.Fatal(err)
	}
	tie := d.Tie("openai-azure-commitment")
	if tie == nil || tie.Statements[0].Says == "" || *tie.Statements[0].Amounts[0].Exact != 250e9 {
		t.Fatalf("read as %+v", tie)
	}
	if got := d.Source("s1").Published.String(); got != "2026-04-23" {
		t.Errorf("published is %q", got)
	}
	if got := tie.Statements[0].Confidence; got != 2 {
		t.Errorf("confidence is %d", got)
	}
}

func TestJSONIsReadLikeYAML(t *testing.T) {
	const text = `{"format": "entangle/1", "as_of": 2026, "title": "\ud83d\ude00 a\/b",
	"sources": [{"id": "s", "title": "S", "published": "2026-04"}],
	"parties": [{"id": "a", "name": "A", "kind": "cloud"}, {"id": "b", "name": "B", "kind": "fab", "parent": null, "aliases": []}],
	"ties": [{"id": "t", "kind": "equity", "from": "a", "to": "b", "statements": [
		{"id": "x", "source": "s", "says": "y", "amount": {"exact": 2.5e9, "unit": "USD", "kind": "paid", "about": true}, "confidence": 2}]}]}`
	d, err := Parse("x.json", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	if d.Title != "😀 a/b" || d.AsOf.String() != "2026" || *d.Ties[0].Statements[0].Amounts[0].Exact != 2.5e9 {
		t.Errorf("read as %+v", d)
	}
}

func TestNothingIsTheSameAsLeftOut(t *testing.T) {
	plain, err := Parse("x.yaml", []byte(preamble))
	if err != nil {
		t.Fatal(err)
	}
	for _, nothing := range []string{`""`, "''", "~", "null", "Null", "NULL", "", "!!null null"} {
		text := preamble
		for _, key := range []string{"title", "as_of", "agreements", "ties", "notes", "layers", "kinds", "stories", "views"} {
			text += key + ": " + nothing + "\n"
		}
		got, err := Parse("x.yaml", []byte(text))
		if err == nil {
			got.Digest = plain.Digest // of the file, not of what it says
		}
		if err != nil {
			t.Errorf("%q: %v", nothing, err)
		} else if !reflect.DeepEqual(got, plain) {
			t.Errorf("%q is read as %+v", nothing, got)
		}
	}
}

func TestIDsAndTextsAreReadAsWritten(t *testing.T) {
	text := strings.NewReplacer("name: A", "name: 1e3", "name: B", "name: yes", "title: S", "title: 2026-04-23").Replace(preamble) +
		"layers: [{id: 007, name: No}, {id: 0x1F, name: 1_000}, {id: true}]\n"
	d, err := Parse("x.yaml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	got := []string{d.Parties[0].Name, d.Parties[1].Name, d.Sources[0].Title}
	for _, l := range d.Layers {
		got = append(got, string(l.ID), l.Name)
	}
	if want := []string{"1e3", "yes", "2026-04-23", "007", "No", "0x1F", "1_000", "true", "true"}; !slices.Equal(got, want) {
		t.Errorf("read as %q", got)
	}
}

func TestEveryFieldIsRead(t *testing.T) {
	d, err := Parse("x.yaml", []byte(everything))
	if err != nil {
		t.Fatal(err)
	}
	var empty []string
	findZeros(reflect.ValueOf(*d), "", &empty)
	for _, path := range empty {
		t.Errorf("%s is not read", path)
	}
}

// everything gives every field of the format a value, in the first record of
// each list.
const everything = `
format: entangle/1
title: T
as_of: 2026
sources: [{id: s, title: S, publisher: P, author: A, kind: news, published: 2026, known: 2026-02, url: "https://example.org",
  retrieved: 2026-03, archive: "http://example.org", sha256: 0123456789abcdef0123456789abcdef0123456789ABCDEF0123456789ABCDEF, reliability: A}]
parties:
- {id: a, name: A, kind: product, parent: b, aliases: [x], identifiers: {ticker: A, lei: B}, offers: [{layer: cloud, needs: [chips], own: [chips]}],
  disclosed: [{of: cost, amount: {exact: 5, unit: USD, kind: paid, horizon: {years: 3}, condition: c, about: true, increase: true, text: t}, date: 2026, source: s, locator: l, counterparty: b}]}
- {id: b, name: B, kind: fab}
agreements: [{id: g, title: T, parties: [a], date: 2026}]
ties:
- id: t
  kind: own
  from: a
  to: b
  with: [b]
  agreement: g
  basis: both
  layer: data
  title: T
  assets: [a]
  substitutability: easy
  statements:
  - {id: x, source: s, locator: l, says: y, by: z, stance: fact, effective: 2026, status: signed, start: 2026, end: 2027,
    amount: {exact: 1, unit: USD, kind: paid, horizon: {years: 3}, condition: c, about: true, increase: true, text: t},
    scope: {text: t, products: [p], customers: [c], clouds: [d]}, condition: c, change: neutral, substitutability: easy,
    supersedes: [w], withdraws: [w], disputes: [w], confidence: 1}
  - {id: w, source: s, says: y}
notes: [{id: n, about: [a], topic: t, title: T, statements: [{id: v, source: s, says: y}]}]
layers: [{id: data, name: Data}]
kinds: [{id: own, from: f, to: g, basis: technical, layer: data, money: to-from, needs: both}]
stories: [{id: st, title: T, steps: [{as_of: 2026, show: [a], last: true, first: false, title: "1", note: ~}]}]
views: [{id: vi, title: T, hops: 2}]
`

// findZeros lists the exported fields that have no value, of the first item of
// each list. Some are no fields of the file, or exclude another.
func findZeros(v reflect.Value, path string, empty *[]string) {
	if slices.Contains([]string{".Meaning", ".Says", ".PerYear", ".Min", ".Max", ".Over", ".Under", ".Unknown", ".Share"}, path[strings.LastIndex(path, ".")+1-min(1, len(path)):]) {
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		if _, is := v.Interface().(data.Date); is {
			break
		}
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() && !(strings.Contains(path, "Notes") && strings.Contains(path, "Statements")) {
				findZeros(v.Field(i), path+"."+f.Name, empty)
			}
		}
		return
	case reflect.Slice:
		if v.Len() > 0 {
			findZeros(v.Index(0), path, empty)
			return
		}
	case reflect.Pointer:
		if !v.IsNil() {
			findZeros(v.Elem(), path, empty)
			return
		}
	}
	if v.IsZero() {
		*empty = append(*empty, path)
	}
}

func TestStoriesAndViewsAreKept(t *testing.T) {
	d, err := Parse("x.yaml", []byte(everything))
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]any{"steps": []any{map[string]any{
		"as_of": json.Number("2026"), "show": []any{"a"}, "last": true, "first": false, "title": "1", "note": nil,
	}}}
	if got := d.Stories[0]; got.ID != "st" || got.Title != "T" || !reflect.DeepEqual(got.Rest, want) {
		t.Errorf("read as %#v", got)
	}
	if got := d.Views[0].Rest; !reflect.DeepEqual(got, map[string]any{"hops": json.Number("2")}) {
		t.Errorf("read as %#v", got)
	}
	checkRules(t, []rule{
		{"key twice", preamble + "views: [{id: v, a: {b: 1, §b: 2}}]", []string{"v | a.b | twice"}},
		{"id twice", preamble + "views: [{id: v, §id: v}]", []string{"v | id | twice"}},
		{"title that is a list", preamble + "views: [{id: v, title: §[]}]", []string{"v | title | one text"}},
		{"too many values", preamble + "stories: [{id: v, a: [" + strings.Repeat("b,\n", maxRest-4) + "§b,b,b]}]", []string{"v | a[49996] | more than 50000 values"}},
	})
}

func TestKindsOfTheFileAreRead(t *testing.T) {
	d, err := Parse("x.yaml", []byte(preamble+"kinds: [{id: data-licence, from: f, to: g, basis: both}]"))
	if err != nil {
		t.Fatal(err)
	}
	want := data.Kind{ID: "data-licence", Name: "data-licence", From: "f", To: "g", Basis: data.BothBases, Money: data.NoMoney, Needs: data.NeedsNone}
	if got, _ := d.Kind("data-licence"); got != want {
		t.Errorf("read as %+v", got)
	}
}

func TestWarnings(t *testing.T) {
	d, err := Parse("x.yaml", []byte(`format: entangle/1
sources:
- {id: a, title: A, known: 2026/..}
- {id: b, title: B, published: 2026/}
- {id: c, title: C, published: 2026/.., known: 2026}
- {id: d, title: D}
`))
	if err != nil {
		t.Fatal(err)
	}
	got := Warnings(d)
	if len(got) != 2 || got[0].Record != "a" || got[0].Field != "known" || got[1].Record != "b" || got[1].Field != "published" {
		t.Errorf("warns of %+v", got)
	}
}
