package words

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/data"
)

func date(t *testing.T, text string) data.Date {
	t.Helper()
	if text == "" {
		return data.Date{}
	}
	d, err := data.ParseDate(text)
	require.NoError(t, err)
	return d
}

func TestDate(t *testing.T) {
	for text, want := range map[string]string{
		"":                      "not stated",
		"2026-04-23":            "23 Apr 2026",
		"2026-04":               "Apr 2026",
		"2026-04-XX":            "Apr 2026",
		"2026":                  "2026",
		"2026-XX-XX":            "2026",
		"0987":                  "987",
		"2025-21":               "spring 2025",
		"2025-24":               "winter 2025–26",
		"2099-24":               "winter 2099–00",
		"202X":                  "2020s",
		"20XX":                  "2000–2099",
		"2026-02/..":            "Feb 2026 or later",
		"2026-02/":              "Feb 2026 or later",
		"../2030":               "2030 or earlier",
		"2025-09/2025-11":       "Sep – Nov 2025",
		"2025-12/2026-01":       "Dec 2025 – Jan 2026",
		"2025/2026":             "2025 – 2026",
		"2025-04-01/2025-04-05": "1 Apr 2025 – 5 Apr 2025",
		"2026~":                 "about 2026",
		"2026-04?":              "Apr 2026 (uncertain)",
		"2026-04-23%":           "about 23 Apr 2026 (uncertain)",
	} {
		assert.Equal(t, want, Date(date(t, text)), text)
	}
}

func TestTerm(t *testing.T) {
	start, end := date(t, "2025-10"), date(t, "2032")
	assert.Equal(t, "from Oct 2025 until 2032", Term(start, end))
	assert.Equal(t, "from Oct 2025, end not stated", Term(start, data.Date{}))
	assert.Equal(t, "until 2032, start not stated", Term(data.Date{}, end))
	assert.Equal(t, "start and end not stated", Term(data.Date{}, data.Date{}))
}

func TestAsOf(t *testing.T) {
	day := data.DayOf(2026, 5, 1)
	assert.Equal(t, "as of 1 May 2026, all that is known", AsOf(day, data.MaxDay))
	assert.Equal(t, "as of 1 May 2026, as known on 3 Mar 2026", AsOf(day, data.DayOf(2026, 3, 3)))
}

func TestDaysLeft(t *testing.T) {
	for want, c := range map[string][2]int{
		"today":              {0, 0},
		"in 1 day":           {1, 1},
		"in 12–1,000 days":   {12, 1000},
		"within 43 days":     {0, 43},
		"in 12 days or more": {12, -1},
		"at any time":        {0, -1},
	} {
		assert.Equal(t, want, DaysLeft(c[0], c[1]))
	}
}

func TestCountAndList(t *testing.T) {
	assert.Equal(t, "1 tie", Count(1, "tie"))
	assert.Equal(t, "0 ties", Count(0, "tie"))
	assert.Equal(t, "2 parties", Count(2, "party"))
	assert.Equal(t, "2 days", Count(2, "day"))
	assert.Equal(t, "1,200 boxes", Count(1200, "box"))
	assert.Equal(t, "", List(nil))
	assert.Equal(t, "A", List([]string{"A"}))
	assert.Equal(t, "A and B", List([]string{"A", "B"}))
	assert.Equal(t, "A, B or C", Either([]string{"A", "B", "C"}))
	assert.Equal(t, "Über", Capital("über"))
}

func TestPlain(t *testing.T) {
	for in, want := range map[string]string{
		"two\r\nlines\tand a tab": "two lines and a tab",
		"red \x1b[31m text":       `red \u001b[31m text`,
		"turn \u202e round":       `turn \u202e round`,
		"bell\a\x7f\u009b":        `bell\u0007\u007f\u009b`,
		"日本 · ¶9 “ok”":            "日本 · ¶9 “ok”",
		"broken \xff byte":        `broken \ufffd byte`,
	} {
		assert.Equal(t, want, Plain(in))
	}
}

// web is a small dataset that the tests of this package read aloud.
func web(t *testing.T) *data.Dataset {
	return (&data.Dataset{
		Sources: []data.Source{
			{ID: "s1", Title: "Where Dependence Sits", Publisher: "BCLP", Author: "Richard Werner", Published: date(t, "2026-04-23"), URL: "https://example.org/where", Retrieved: date(t, "2026-05-01")},
			{ID: "s2", Title: "A digest", URL: "javascript:alert(1)"},
		},
		Parties: []data.Party{
			{ID: "o", Name: "OpenAI", Kind: data.AILab},
			{ID: "m", Name: "Microsoft", Kind: data.Cloud},
			{ID: "g", Name: "MGX", Kind: data.Investor},
			{ID: "s", Name: "SoftBank", Kind: data.Investor},
		},
		Kinds: []data.Kind{{ID: "data-licence", From: "licensor", To: "licensee", Basis: data.Contractual, Layer: "rights"}},
		Ties: []data.Tie{
			{ID: "t", Kind: "cloud-commitment", From: "o", To: "m", Title: "Azure commitment", Statements: []data.Statement{
				{ID: "a1", Source: "s1", Locator: "¶9", Says: "OpenAI committed to buy 250 billion dollars of Azure services."},
				{ID: "a2", Source: "s2", Says: "A large pledge.", By: "m"},
				{ID: "a3", Source: "s2", Says: "A larger pledge.", By: "two people"},
			}},
			{ID: "u", Kind: "equity", From: "s", To: "o", With: []data.PartyID{"g", "m"}},
			{ID: "v", Kind: "data-licence", From: "o", To: "m"},
		},
	}).Build()
}

func TestSentence(t *testing.T) {
	d := web(t)
	assert.Equal(t, "OpenAI buys cloud services from Microsoft", Sentence(d, d.Tie("t")))
	assert.Equal(t, "SoftBank (with MGX and Microsoft) invests in OpenAI", Sentence(d, d.Tie("u")))
	assert.Equal(t, "Data licence from OpenAI (licensor) to Microsoft (licensee)", Sentence(d, d.Tie("v")))
	assert.Equal(t, "SoftBank, MGX and Microsoft → OpenAI", Ends(d, d.Tie("u")))
	assert.Equal(t, "Azure commitment", Title(d, d.Tie("t")))
	assert.Equal(t, "Equity", Title(d, d.Tie("u")))
	assert.Equal(t, "nobody", Party(d, "nobody"))
}

func TestEveryClosedListHasWords(t *testing.T) {
	for _, s := range append(data.Statuses(), "") {
		assert.NotContains(t, Status(s), "-")
		assert.NotEmpty(t, Status(s))
	}
	for _, b := range data.Bases() {
		assert.NotEmpty(t, Basis(b), b)
	}
	for _, s := range data.Stances() {
		assert.NotEmpty(t, Stance(s), s)
	}
	for _, s := range data.Substitutabilities() {
		assert.NotEmpty(t, Substitutability(s), s)
	}
}

func TestCitation(t *testing.T) {
	d, day := web(t), data.DayOf(2026, 5, 1)
	assert.Equal(t, "OpenAI committed to buy 250 billion dollars of Azure services. [as of 1 May 2026, all that is known]\n"+
		"Source: Richard Werner, “Where Dependence Sits”, BCLP, 23 Apr 2026, ¶9, https://example.org/where, retrieved 1 May 2026",
		Citation(d, "a1", day, data.MaxDay))
	assert.Equal(t, "A large pledge. (according to Microsoft) [as of 1 May 2026, all that is known]\nSource: “A digest”, undated",
		Citation(d, "a2", day, data.MaxDay))
	assert.Contains(t, Citation(d, "a3", day, data.MaxDay), "(according to two people)")
	assert.Empty(t, Citation(d, "no", day, data.MaxDay))
	assert.Equal(t, "BCLP · Richard Werner · 23 Apr 2026 · ¶9", SourceLine(d.Source("s1"), "¶9"))
	assert.Equal(t, "A digest · undated", SourceLine(d.Source("s2"), ""))
}

func TestSafeLink(t *testing.T) {
	for link, safe := range map[string]bool{
		"https://example.org/a?b=c#d": true, "HTTP://example.org": true, "mailto:a@b.org": true,
		"": false, "javascript:alert(1)": false, "file:///etc/passwd": false, "https:": false, "example.org": false,
		"https://example.org/\x1b": false, "data:text/html,x": false, " https://example.org": false,
	} {
		want := ""
		if safe {
			want = link
		}
		assert.Equal(t, want, SafeLink(link), link)
	}
}

func TestApart(t *testing.T) {
	for text, want := range map[string]string{"": "", "Alpha": "Alpha", "שלום": "שלום\u200e", "AI مرحبا": "AI مرحبا\u200e", "Москва": "Москва"} {
		assert.Equal(t, want, Apart(text))
		assert.Equal(t, want, Plain(want), "nothing that steers a terminal")
	}
}
