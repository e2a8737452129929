package find

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/data"
)

// sample is a web in which everything that can be found stands once.
func sample() *data.Dataset {
	d := &data.Dataset{
		Sources: []data.Source{
			{ID: "memo", Title: "Where dependence sits", Publisher: "The Invented Times", Author: "Ann Writer", Kind: "law-firm-note"},
			{ID: "bare", Title: "A second look"},
		},
		Parties: []data.Party{
			{ID: "openai", Name: "OpenAI", Kind: data.AILab, Aliases: []string{"Open Artificial"}},
			{ID: "microsoft", Name: "Microsoft", Kind: data.Cloud, Identifiers: map[string]string{"ticker": "MSFX"}},
			{ID: "muller", Name: "Müller & Łódź Große AG", Kind: data.Investor},
			{ID: "azure", Name: "Azure", Kind: data.Product, Parent: "microsoft"},
		},
		Agreements: []data.Agreement{{ID: "pack", Title: "October restructuring"}},
		Ties: []data.Tie{
			{ID: "deal", Kind: "cloud-commitment", From: "openai", To: "microsoft", Title: "Azure commitment", Agreement: "pack", Statements: []data.Statement{{
				ID: "deal.1", Source: "memo", Says: "It pledged a quarter of a trillion for Azure.", By: "microsoft", Locator: "¶9",
				Scope: data.Scope{Text: "stateless interfaces", Products: []string{"azure"}}, Condition: "subject to approval",
				Amounts: []data.Amount{{Unit: "USD", Text: "250 bn"}, {Unit: "GW", Text: "10 GW"}},
			}}},
			{ID: "stake", Kind: "equity", From: "muller", To: "openai", Statements: []data.Statement{{ID: "stake.1", Source: "bare", Says: "Müller bought in."}}},
		},
		Notes: []data.Note{{ID: "bubble", Topic: "forecast", Title: "On circular money", Statements: []data.Statement{{ID: "bubble.1", Source: "bare", Says: "It may burst."}}}},
	}
	return d.Build()
}

func written(a data.Amount) string { return a.Text }

func ids(a Answer) []string {
	var out []string
	for _, h := range a.Hits {
		out = append(out, h.ID)
	}
	return out
}

// marked is a hit's text with what was found in brackets.
func marked(h Hit) string {
	out, at := "", 0
	for _, s := range h.Spans {
		out += h.Field.Text[at:s.From] + "[" + h.Field.Text[s.From:s.To] + "]"
		at = s.To
	}
	return out + h.Field.Text[at:]
}

func TestWhatIsFound(t *testing.T) {
	x := New(sample(), written)
	for _, c := range []struct{ question, first, shows string }{
		{"microsoft", "microsoft", "[Microsoft]"},
		{"MICRO", "microsoft", "[Micro]soft"},
		{"micosoft", "microsoft", "[Microsoft]"},  // a letter lacks
		{"mircosoft", "microsoft", "[Microsoft]"}, // two changed places
		{"zaure", "azure", "[Azure]"},             // of five letters one may be wrong: two that changed places are one
		{"mircos", "microsoft", "[Microsoft]"},    // while typing
		{"mikrosofd", "microsoft", "[Microsoft]"}, // two are wrong
		{"mcsft", "microsoft", "[Microsoft]"},     // only its letters
		{"openia", "openai", "[OpenAI]"},
		{"open ai", "openai", "[Open]AI"},
		{"artif", "openai", "Open [Artif]icial"},
		{"muller", "muller", "[Müller] & Łódź Große AG"},
		{"grosse", "muller", "Müller & Łódź [Große] AG"},
		{"Mu\u0308ll", "muller", "[Müll]er & Łódź Große AG"},
		{"msfx", "microsoft", "[MSFX]"},
		{"ai lab", "openai", "[AI] [lab]"},
		{"azure commit", "deal", "[Azure] [commit]ment"},
		{"openai microsoft", "deal", "[OpenAI], [Microsoft]"},
		{"restructuring", "deal", "October [restructuring]"},
		{"$250 bn", "deal", "[250] [bn]"},
		{"stateless", "deal", "[stateless] interfaces"},
		{"approval", "deal", "subject to [approval]"},
		{"ai labs", "openai", "[AI] [lab]"}, // the plural
		{"clouds", "microsoft", "[cloud]"},
		{"capital", "stake", "[capital]"},
		{"equity", "stake", "[equity]"},
		{"trillion", "deal.1", "It pledged a quarter of a [trillion] for Azure."},
		{"azure trillion", "deal.1", "It pledged a quarter of a [trillion] for [Azure]."},
		{"commitment pledged", "deal.1", "It [pledged] a quarter of a trillion for Azure."}, // one word is what it is about
		{"¶9", "deal.1", "¶[9]"},
		{"burst", "bubble.1", "It may [burst]."},
		{"circular", "bubble", "On [circular] money"},
		{"forecast", "bubble", "[forecast]"},
		{"dependence sits", "memo", "Where [dependence] [sits]"},
		{"invented", "memo", "The Invented Times"[:4] + "[Invented] Times"},
		{"ann", "memo", "[Ann] Writer"},
		{"law-firm", "memo", "[law] [firm] note"},
		{"bare", "bare", "[bare]"},
	} {
		got := x.Search(c.question, 10)
		if assert.NotEmpty(t, got.Hits, c.question) {
			assert.Equal(t, c.first, got.Hits[0].ID, "%s: %v", c.question, ids(got))
			assert.Equal(t, c.shows, marked(got.Hits[0]), c.question)
		}
	}
}

func TestNames(t *testing.T) {
	x := New(sample(), written)
	a := x.Search("azure", 10)
	require.NotEmpty(t, a.Hits)
	assert.Equal(t, []string{"azure", "deal", "deal.1"}, ids(a), "a party before a tie before what is said")
	assert.Equal(t, Hit{Kind: Statement, ID: "deal.1", Of: "deal", Field: Field{Says, "It pledged a quarter of a trillion for Azure."}, Spans: []Span{{39, 44}}}, a.Hits[2])
}

func TestWhatIsNotFound(t *testing.T) {
	x := New(sample(), written)
	for _, question := range []string{"", "   ", "–&$", "xyzzy", "microsoft xyzzy", "260 bn", "commitment times"} {
		assert.Empty(t, x.Search(question, 10).Hits, question)
	}
	assert.Empty(t, New((&data.Dataset{}).Build(), written).Search("a", 10).Hits)
}

func TestTheRestIsCounted(t *testing.T) {
	x := New(sample(), written)
	a := x.Search("azure", 2)
	assert.Len(t, a.Hits, 2)
	assert.Equal(t, 1, a.More)
	assert.Empty(t, x.Search("azure", 0).Hits)
}

// Whatever is in a record can be found by each of its own words as written.
func TestEveryWordFindsItsRecord(t *testing.T) {
	x := New(sample(), written)
	for _, r := range x.records {
		for _, f := range r.fields {
			for _, w := range split(f.Text) {
				if f.Name != Context {
					assert.Contains(t, ids(x.Search(f.Text[w.from:w.to], 100)), r.id, f.Text)
				}
			}
		}
	}
}
