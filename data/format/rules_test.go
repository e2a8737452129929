package format

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

// rule is a file with something wrong. Each § stands before a place where a
// problem is expected; want has for each, in the order of the file, "record |
// field | part of the message".
type rule struct {
	name, text string
	want       []string
}

// preamble begins most files of the tests.
const preamble = `format: entangle/1
sources: [{id: s, title: S}]
parties: [{id: a, name: A, kind: cloud}, {id: b, name: B, kind: cloud}, {id: az, name: Z, kind: product, parent: a}]
`

// statement makes a file with one statement x that has these fields.
func statement(fields string) string {
	return preamble + "ties: [{id: t, kind: equity, from: a, to: b, statements: [{id: x, source: s, says: y, " + fields + "}]}]\n"
}

func checkRules(t *testing.T, rules []rule) {
	t.Helper()
	for _, r := range rules {
		t.Run(r.name, func(t *testing.T) {
			text, places := unmark(r.text)
			if len(places) == 0 {
				places = []string{"0:0"} // of the file as a whole
			}
			_, err := Parse("x.yaml", []byte(text))
			var problems Problems
			if !errors.As(err, &problems) {
				t.Fatalf("no problem found, error %v", err)
			}
			for i, p := range problems {
				got := fmt.Sprintf("%d:%d | %s | %s | %s", p.Line, p.Column, p.Record, p.Field, p.Message)
				if i >= len(places) || i >= len(r.want) {
					t.Errorf("unexpected: %s", got)
					continue
				}
				where, part := r.want[i][:strings.LastIndex(r.want[i], "|")], r.want[i][strings.LastIndex(r.want[i], "|")+1:]
				if want := places[i] + " | " + where + "|"; !strings.HasPrefix(got, want) || !strings.Contains(got[len(want):], strings.TrimSpace(part)) {
					t.Errorf("got  %s\nwant %s%s", got, want, part)
				}
			}
			if len(problems) < len(r.want) {
				t.Errorf("only %d of %d problems", len(problems), len(r.want))
			}
		})
	}
}

// unmark takes the marks out of a text and returns the places they stood at.
func unmark(text string) (string, []string) {
	var places []string
	var out strings.Builder
	line, column := 1, 1
	for _, r := range text {
		switch r {
		case '§':
			places = append(places, fmt.Sprintf("%d:%d", line, column))
			continue
		case '\n':
			line, column = line+1, 0
		}
		column++
		out.WriteRune(r)
	}
	return out.String(), places
}

func TestKeys(t *testing.T) {
	checkRules(t, []rule{
		{"unknown key", preamble + "§titel: x\n", []string{" | titel | did you mean title?"}},
		{"unknown key of a record", "format: entangle/1\nparties: [{id: a, name: A, kind: cloud, §knd: x}]", []string{"a | knd | keys are id, name, kind"}},
		{"unknown key without a space", "format: entangle/1\nparties: [{id: a, name: A, kind: cloud, §parent:a}]", []string{"a | parent:a | is not a key"}},
		{"key twice", "format: entangle/1\ntitle: x\n§title: y\n", []string{" | title | title is written twice"}},
		{"key twice in a record", statement("§says: z"), []string{"x | says | twice"}},
		{"key that is a list", preamble + "§[a]: b\n", []string{" |  | a key is a word"}},
		{"merge key", preamble + "agreements: [&x {id: m}, {id: n, §<<: *x}]\n", []string{"n |  | merge keys"}},
		{"format missing", "§title: x\n", []string{" | format | format is missing"}},
		{"format of another version", "format: §entangle/2\n", []string{" | format | did you mean entangle/1?"}},
		{"nothing", "", []string{" |  | the file is empty; begin with format: entangle/1"}},
		{"a list", "§- a\n", []string{" |  | a dataset is a map"}},
		{"only text", "§hello\n", []string{" |  | a dataset is a map"}},
	})
}

func TestRequiredFields(t *testing.T) {
	checkRules(t, []rule{
		{"source", "format: entangle/1\nsources: [§§{}]", []string{" | sources[0].id | id is missing", " | sources[0].title | title is missing; a source needs one"}},
		{"party", "format: entangle/1\nparties:\n  - §§id: a\n    aliases: [b]", []string{"a | name | missing", "a | kind | missing"}},
		{"empty is missing", "format: entangle/1\nparties: [§§{id: a, name: \"\", kind: ~}]", []string{"a | name | missing", "a | kind | missing"}},
		{"agreement", preamble + "agreements: [§{title: x}]", []string{" | agreements[0].id | missing"}},
		{
			"tie", preamble + "ties: [§§§§{id: t}]",
			[]string{"t | kind | kind is missing", "t | from | missing", "t | to | missing", "t | statements | statements is missing"},
		},
		{"no statements", preamble + "ties: [{id: t, kind: equity, from: a, to: b, statements: §[]}]", []string{"t | statements | at least one"}},
		{"statement", preamble + "notes: [{id: n, statements: [§§§{by: x}]}]", []string{"n | statements[0].id | missing", "n | statements[0].source | missing", "n | statements[0].says | missing"}},
		{"note", preamble + "notes: [§{title: x}]", []string{" | notes[0].id | missing"}},
		{"layer", preamble + "layers: [§{name: x}]", []string{" | layers[0].id | missing"}},
		{"kind", preamble + "kinds: [§§§{id: k}]", []string{"k | from | missing", "k | to | missing", "k | basis | missing"}},
		{"story", preamble + "stories: [§{title: x}]", []string{" | stories[0].id | missing"}},
		{"view", preamble + "views: [§{x: 1}]", []string{" | views[0].id | missing"}},
		{"offer", "format: entangle/1\nparties: [{id: a, name: A, kind: cloud, offers: [§{needs: [chips]}]}]", []string{"a | offers[0].layer | missing"}},
		{"null record", preamble + "ties:\n  -§\n", []string{" | ties[0] | a tie is expected and nothing is written"}},
		{"text for a record", preamble + "ties: [§x]\n", []string{" | ties[0] | a tie is expected; write {id: …, kind: …, from: …, to: …, statements: …}"}},
		{"list for a record", preamble + "layers: [§[]]\n", []string{" | layers[0] | a layer is expected; write {id: …}"}},
		{"text for a story", preamble + "stories: [§x]\n", []string{" | stories[0] | a story is expected"}},
	})
}

func TestListsAndTexts(t *testing.T) {
	checkRules(t, []rule{
		{"text for a list", statement("disputes: §z"), []string{"x | disputes | a list is expected; write [z]"}},
		{"map for a list", preamble + "ties: §{id: t}", []string{" | ties | a list is expected, not a map"}},
		{"list for a text", statement("by: §[z]"), []string{"x | by | one text is expected, not a list"}},
		{"map for a text", statement("by: §{z: 1}"), []string{"x | by | not a map"}},
		{"text for a map", statement("scope: §z"), []string{"x | scope | a scope is expected; write {text: …"}},
		{"list in a list of texts", statement("scope: {clouds: [a, §[b]]}"), []string{"x | scope.clouds[1] | one text is expected"}},
		{"text for identifiers", "format: entangle/1\nparties: [{id: a, name: A, kind: cloud, identifiers: §x}]", []string{"a | identifiers | a map of identifiers is expected"}},
		{"unknown identifier", "format: entangle/1\nparties: [{id: a, name: A, kind: cloud, identifiers: {§isin: x}}]", []string{"a | identifiers.isin | keys are ticker, lei"}},
	})
}

func TestWords(t *testing.T) {
	party := func(kind string) string {
		return "format: entangle/1\nparties: [{id: a, name: A, kind: " + kind + "}]"
	}
	tie := func(fields string) string {
		return preamble + "ties: [{id: t, kind: equity, from: a, to: b, " + fields + ", statements: [{id: x, source: s, says: y}]}]"
	}
	source := func(fields string) string {
		return "format: entangle/1\nsources: [{id: s, title: S, " + fields + "}]"
	}
	checkRules(t, []rule{
		{"party kind", party("§clowd"), []string{"a | kind | \"clowd\" is not known here (did you mean cloud?); write ai-lab, cloud, chip-maker, investor, fab, government, customer, analyst, initiative, group, product or other"}},
		{"case counts", party("§Cloud"), []string{"a | kind | did you mean cloud?"}},
		{"far from all", party("§xyzzyxyzzy"), []string{"a | kind | \"xyzzyxyzzy\" is not known here; write ai-lab"}},
		{"source kind", source("kind: §newspaper"), []string{"s | kind | news, digest, filing, press-release, official, research, law-firm-note or own-note"}},
		{"reliability", source("reliability: §b"), []string{"s | reliability | did you mean B?"}},
		{"basis", tie("basis: §legal"), []string{"t | basis | contractual, technical or both"}},
		{"substitutability", tie("substitutability: §hard"), []string{"t | substitutability | not-substitutable, highly-complex, medium or easy"}},
		{"substitutability of a statement", statement("substitutability: §eazy"), []string{"x | substitutability | did you mean easy?"}},
		{"stance", statement("stance: §facts"), []string{"x | stance | did you mean fact?"}},
		{"status", statement("status: §inforce"), []string{"x | status | did you mean in-force?"}},
		{"change", statement("change: §looser"), []string{"x | change | loosened, tightened or neutral"}},
		{"confidence of 0", statement("confidence: §0"), []string{"x | confidence | from 1 (confirmed) to 6"}},
		{"confidence of 7", statement("confidence: §7"), []string{"x | confidence | from 1"}},
		{"confidence in quotes", statement("confidence: §\"2\""), []string{"x | confidence | without quotes"}},
		{"money", preamble + "kinds: [{id: k, from: f, to: g, basis: both, money: §both}]", []string{"k | money | from-to, to-from or none"}},
		{"needs", preamble + "kinds: [{id: k, from: f, to: g, basis: both, needs: §yes}]", []string{"k | needs | from-to, to-from, both or none"}},
	})
}

func TestDates(t *testing.T) {
	source := func(fields string) string {
		return "format: entangle/1\nsources: [{id: s, title: S, " + fields + "}]"
	}
	checkRules(t, []rule{
		{"no such day", statement("start: §2026-02-30"), []string{"x | start | February 2026 has 28 days"}},
		{"no such month", source("published: §2026-13"), []string{"s | published | months are 01 to 12"}},
		{"not a date", source("known: §soon"), []string{"s | known | write 2026-04-23"}},
		{"a time", source("retrieved: §2026-04-23T10:00:00Z"), []string{"s | retrieved | no date"}},
		{"the American way", "format: entangle/1\nas_of: §04/23/2026", []string{" | as_of | no date"}},
		{"a list", statement("end: §[2026]"), []string{"x | end | one text is expected"}},
		{"agreement", preamble + "agreements: [{id: g, date: §2026-2}]", []string{"g | date | no date"}},
		{"effective", statement("effective: §2026-00"), []string{"x | effective | months"}},
		{"backwards", statement("effective: §2027/2026"), []string{"x | effective | ends before it begins"}},
		{"end before start", statement("start: 2026-03, end: §2026-02"), []string{"x | end | the end 2026-02 is before the start 2026-03"}},
		{"last day before first day", statement("start: 2026-02-02, end: §../2026-02-01"), []string{"x | end | is before the start"}},
		{"disclosure", preamble + "layers: [{id: l, name: 5}]\nagreements: [{id: g, date: §20260101}]", []string{"g | date | no date"}},
	})
}

func TestLinksAndChecksums(t *testing.T) {
	source := func(fields string) string {
		return "format: entangle/1\nsources: [{id: s, title: S, " + fields + "}]"
	}
	checkRules(t, []rule{
		{"script", source("url: §\"javascript:alert(1)\""), []string{"s | url | write an address that begins with https://, http:// or mailto:"}},
		{"data", source("archive: §\"data:text/html,x\""), []string{"s | archive | \"data\" is no scheme"}},
		{"file", source("url: §file:///etc/passwd"), []string{"s | url | \"file\" is no scheme"}},
		{"no scheme", source("url: §example.org"), []string{"s | url | without a scheme"}},
		{"no host", source("url: §\"https:///x\""), []string{"s | url | without a host"}},
		{"no mail address", source("url: §\"mailto:\""), []string{"s | url | mailto without an address"}},
		{"spaces", source("url: §https://example.org/a b"), []string{"s | url | no spaces"}},
		{"line break", source("url: §\"https://example.org/\\na\""), []string{"s | url | no spaces"}},
		{"short checksum", source("sha256: §abc"), []string{"s | sha256 | 64 hexadecimal digits"}},
		{"checksum with a wrong letter", source("sha256: §" + strings.Repeat("g", 64)), []string{"s | sha256 | 64 hexadecimal digits"}},
	})
}
