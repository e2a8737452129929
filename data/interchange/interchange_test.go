package interchange

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/data"
	"entangle/data/query"
)

func TestTheSameViewGivesTheSameBytes(t *testing.T) {
	for _, f := range Formats() {
		assert.Equal(t, write(t, f.Name, web(t)), write(t, f.Name, web(t)), f.Name)
		assert.NotEmpty(t, f.Words)
	}
	w, r := look(web(t))
	_, err := Write("xlsx", w, r)
	assert.ErrorContains(t, err, `as "xlsx"; write json, csv, graphml`)
}

// TestFormulasStayTexts holds the rule of Table.CSV, and that it can be undone.
func TestFormulasStayTexts(t *testing.T) {
	for text, want := range map[string]string{
		"=1+1": "'=1+1", "+1": "'+1", "-1": "'-1", "@x": "'@x", "\tx": "'\tx", "\rx": "'\rx", "\n=1": "'\n=1", "＝1": "'＝1",
		"'=1": "''=1", "'": "'", "'tis": "'tis", "": "", "a=1": "a=1", "1": "1", " =1": " =1", "250": "250", "é": "é",
	} {
		assert.Equal(t, want, harmless(text), "%q", text)
	}
	rows := Table{header: []string{"a"}, rows: [][]cell{{{"-5", false}}, {{"-5", true}}}}
	content, err := rows.CSV()
	require.NoError(t, err)
	assert.Equal(t, "a\n'-5\n-5\n", string(content), "a number is written as a number")
}

func TestAmounts(t *testing.T) {
	for want, a := range map[string]data.Amount{
		"250000000000 USD committed one-off":                 {Exact: ptr(250e9), Unit: "USD", Kind: data.Committed},
		"0 USD paid one-off":                                 {Exact: ptr(0), Unit: "USD", Kind: data.Paid},
		"undisclosed “billions” one-off":                     {Unknown: true, Text: "billions"},
		"at least 4 and up to 6.25 GW announced 8y":          {Min: ptr(4), Max: ptr(6.25), Unit: "GW", Kind: data.Promised, Horizon: data.Horizon{MinYears: 8, MaxYears: 8}},
		"about more than 0.5 USD paid per-year":              {Over: ptr(0.5), About: true, Unit: "USD", Kind: data.Paid, Horizon: data.Horizon{PerYear: true}},
		"plus less than 7 % option one-off (an offering, 2)": {Under: ptr(7), Increase: true, Unit: "%", Kind: data.Option, Condition: "an offering, 2"},
	} {
		assert.Equal(t, want, amount(a))
	}
}

func TestCSLJSON(t *testing.T) {
	var items []map[string]any
	require.NoError(t, json.Unmarshal(write(t, "csl.json", web(t)), &items))
	require.Len(t, items, 2)
	assert.Equal(t, hostile, items[0]["title"])
	assert.Equal(t, "article-newspaper", items[0]["type"])
	assert.Equal(t, map[string]any{"date-parts": []any{[]any{2026.0, 4.0}}}, items[0]["issued"])
	assert.Equal(t, []any{map[string]any{"literal": "B. Writer and Sons"}}, items[0]["author"])
	assert.NotContains(t, items[1], "URL", "a link that may not be opened is not written")
	assert.NotContains(t, items[1], "archive_location")
	assert.NotContains(t, items[1], "issued")
}

func TestDatesOfBibliographies(t *testing.T) {
	for text, want := range map[string]string{
		"2026-04-23":      `2026 4 {"date-parts":[[2026,4,23]]}`,
		"2026-04":         `2026 4 {"date-parts":[[2026,4]]}`,
		"2026":            `2026  {"date-parts":[[2026]]}`,
		"2026-22":         `2026  {"date-parts":[[2026,6,1],[2026,8,31]]}`,
		"202X":            `  {"date-parts":[[2020,1,1],[2029,12,31]]}`,
		"2025-09/2025-11": `2025  {"date-parts":[[2025,9,1],[2025,11,30]]}`,
		"2026-02/..":      `  {"literal":"2026-02/.."}`,
	} {
		d := date(t, text)
		year, month := yearAndMonth(d)
		csl, err := json.Marshal(cslDateOf(d))
		require.NoError(t, err)
		assert.Equal(t, want, year+" "+month+" "+string(csl), text)
	}
	assert.Nil(t, cslDateOf(data.Date{}))
}

// FuzzTextsStayTexts: whatever a title holds, the files can be read, and tell it.
func FuzzTextsStayTexts(f *testing.F) {
	for _, text := range []string{hostile, "]]>", "<!--", "\\", "\"", "\ufffe\uffff", "\x00", "\u202e", "a\r\nb", "}", "%%{", "'=", "\xff"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d := web(t)
		d.Ties[0].Title, d.Sources[0].Title = text, text
		for _, format := range []string{"graphml", "gexf"} {
			require.NoError(t, xml.Unmarshal(write(t, format, d), new(struct{})), format)
		}
		read, err := csv.NewReader(bytes.NewReader(write(t, "csv", d))).ReadAll()
		require.NoError(t, err)
		title := read[len(read)-1][7] // the tie "vague" is the last one
		assert.Equal(t, strings.ReplaceAll(harmless(text), "\r\n", "\n"), title, "as encoding/csv reads it")
		require.NoError(t, json.Unmarshal(write(t, "csl.json", d), new([]any)))
		bib := string(write(t, "bib", d))
		assert.Equal(t, strings.Count(bib, "{"), strings.Count(bib, "}"))
		_, r := look(d)
		dot := string(DOT(d, r, query.Draw(d, r, false), nil))
		assert.Equal(t, strings.Count(dot, "\n"), 4+len(query.Draw(d, r, false).Nodes)+len(lines(r)), "a statement a line")
	})
}
