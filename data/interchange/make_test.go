package interchange

import (
	"os"
	"os/exec"
	"testing"

	"github.com/stretchr/testify/require"

	"entangle/data"
	"entangle/data/format"
	"entangle/data/query"
	"entangle/data/resolve"
	"entangle/seeds"
)

// hostile is a text that every format has to keep a text.
const hostile = `=1+1 "q" 'p' <b>&amp; & </b> \N \ {x} % $y_z ~^ #, ; | é 中 ` + "\u200f" + "\n  second line\\"

func ptr(x float64) *float64 { return &x }

func date(t testing.TB, text string) data.Date {
	t.Helper()
	d, err := data.ParseDate(text)
	require.NoError(t, err)
	return d
}

// web has a tie of every sort: vague, disputed and open dates, amounts of every
// sort, a consortium, a tie that does not count yet, and hostile texts.
func web(t testing.TB) *data.Dataset {
	says := func(id, source string, status data.Status, start, end string, amounts ...data.Amount) data.Statement {
		s := data.Statement{ID: data.StatementID(id), Source: data.SourceID(source), Says: id + " " + hostile, Status: status, Amounts: amounts}
		if start != "" {
			s.Start = date(t, start)
		}
		if end != "" {
			s.End = date(t, end)
		}
		return s
	}
	usd := func(a data.Amount) data.Amount { a.Unit, a.Kind = "USD", data.Committed; return a }
	later := says("later.1", "s2", data.Signed, "", "")
	later.Effective = date(t, "2030")
	rival := says("torn.2", "s2", data.Signed, "2024-02", "2029", usd(data.Amount{Over: ptr(2)}))
	rival.Effective = date(t, "2026-04") // when the first source was published
	return (&data.Dataset{
		Title: hostile, AsOf: date(t, "2026-05-01"),
		Sources: []data.Source{
			{ID: "s1", Title: hostile, Publisher: hostile, Author: "B. Writer and Sons", Kind: "news", Published: date(t, "2026-04"), URL: "https://example.org/{a}?b=c&d=%20#e", Retrieved: date(t, "2026-05-01")},
			{ID: "s2", Title: "Undated", Kind: "filing", URL: "javascript:alert(1)", Archive: "file:///etc/passwd"},
			{ID: "s3", Title: "Unused", Kind: "digest"},
		},
		Parties: []data.Party{
			{ID: "a", Name: hostile, Kind: data.AILab, Aliases: []string{"@A", "+B"}, Identifiers: map[string]string{"ticker": "-A"}},
			{ID: "b", Name: "B", Kind: data.Cloud},
			{ID: "c", Name: "C", Kind: data.Product, Parent: "b"},
			{ID: "d", Name: "D", Kind: data.Investor},
			{ID: "graph", Name: "Unused", Kind: data.Investor},
		},
		Ties: []data.Tie{
			{ID: "vague", Kind: "cloud-commitment", From: "a", To: "b", Title: hostile, Statements: []data.Statement{
				says("vague.1", "s1", data.Signed, "2025-10", "2032", usd(data.Amount{Exact: ptr(250e9)})),
			}},
			{ID: "torn", Kind: "equity", From: "d", To: "a", With: []data.PartyID{"b"}, Title: "-torn", Statements: []data.Statement{
				says("torn.1", "s1", data.Signed, "2025", "2030-06-30", usd(data.Amount{Exact: ptr(1.5)})),
				rival,
			}},
			{ID: "open", Kind: "hosting", From: "a", To: "c", Statements: []data.Statement{
				says("open.1", "s2", data.InForce, "../2025", "2026-02/..", data.Amount{Unknown: true, Text: "billions"}),
			}},
			{ID: "bare", Kind: "silicon-supply", From: "b", To: "a", Statements: []data.Statement{says("bare.1", "s2", data.Announced, "", "")}},
			{ID: "later", Kind: "equity", From: "b", To: "d", Statements: []data.Statement{later}},
		},
		Notes: []data.Note{{ID: "n", About: []string{"a"}, Statements: []data.Statement{says("n.1", "s1", "", "", "")}}},
	}).Build()
}

// builtIn is the dataset inside the program.
func builtIn(t testing.TB) *data.Dataset {
	t.Helper()
	d, err := format.Parse(seeds.FrontierAIName, seeds.FrontierAI)
	require.NoError(t, err)
	return d
}

// look applies the view that a dataset opens with.
func look(d *data.Dataset, change ...func(*query.View)) (*resolve.Web, *query.Result) {
	v := query.Default(d, data.DayOf(2026, 5, 1))
	for _, c := range change {
		c(&v)
	}
	w := resolve.At(d, v.Moment())
	return w, query.Apply(w, v)
}

func write(t testing.TB, format string, d *data.Dataset, change ...func(*query.View)) []byte {
	t.Helper()
	w, r := look(d, change...)
	content, err := Write(format, w, r)
	require.NoError(t, err)
	return content
}

// need skips a test where a program is missing that make test installs; under CI
// a missing one is a failure.
func need(t testing.TB, program string, args ...string) {
	t.Helper()
	if exec.Command(program, args...).Run() == nil {
		return
	}
	if os.Getenv("CI") != "" {
		t.Fatalf("%s %v does not work; make test installs what it needs", program, args)
	}
	t.Skipf("%s %v does not work; make test installs what it needs", program, args)
}
