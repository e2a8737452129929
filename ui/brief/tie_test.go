package brief

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/data"
	"entangle/ui/scene"
	"entangle/ui/words"
)

func TestATieSaysWhatItIs(t *testing.T) {
	b := Tie(subject(t, web), "deal")
	assert.Equal(t, "cloud commitment · contractual", b.Kicker)
	assert.Equal(t, data.LayerCloud, b.Layer)
	assert.Equal(t, "Lab buys cloud services from Host", b.Title)
	assert.Equal(t, "Cloud deal. A customer’s pledge to buy cloud services.", b.Lead)
	assert.Nil(t, Tie(subject(t, web), "nothing"))
}

// Every fact that comes from a statement names it by its number on the page.
func TestEveryValueNamesItsStatements(t *testing.T) {
	s := subject(t, web)
	for tie, want := range map[data.TieID][]Fact{
		"deal": {
			{Label: "Status", Value: "signed, in force", Note: "says [2] and [3]"},
			{Label: "Amount", Value: "$100 bn over 8 years committed", Note: "100,000,000,000 USD committed, over 8 years, says [2]"},
			{Label: "Amount", Value: "$40 bn committed", Note: "40,000,000,000 USD committed, one-off, says [3]"},
			{Label: "Start", Value: "Oct 2025", Note: "written 2025-10: 1 Oct 2025 to 31 Oct 2025, says [2]"},
			{Label: "End", Value: "31 Dec 2032", Note: "says [2]"},
			{Label: "Scope", Value: "stateless services; Host X; Host", Note: "says [2]"},
			{Label: "Condition", Value: "regulators agree", Note: "says [2]"},
			{Label: "Product", Value: "Host X"},
			{Label: "Part of", Value: "The package", Note: "Feb 2026"},
			{Label: "Basis", Value: "contractual: it can be renegotiated"},
		},
		"round": {
			{Label: "Status", Value: "announced or signed, perhaps in force on the day", Disputed: true, Readings: []Reading{{"announced", "[1] Daily · A. Writer · 23 Apr 2026 · ¶5"}, {"signed", "[2] An undated digest · undated"}}},
			{Label: "Amount", Value: "27 % as an option", Note: "27 % as an option, one-off, says [1]"},
			{Label: "Amount", Value: "up to $50 bn or > $50 bn, announced", Disputed: true, Readings: []Reading{{"up to $50 bn announced", "[1] Daily · A. Writer · 23 Apr 2026 · ¶5"}, {"> $50 bn announced", "[2] An undated digest · undated"}}},
			{Label: "Start", Value: "2026 or 2027", Disputed: true, Readings: []Reading{{"2026", "[1] Daily · A. Writer · 23 Apr 2026 · ¶5"}, {"2027", "[2] An undated digest · undated"}}},
			{Label: "End", Value: words.NotStated},
			{Label: "Condition", Value: "an offering", Note: "says [1]"},
			{Label: "Basis", Value: "contractual: it can be renegotiated"},
		},
		"silicon": {
			{Label: "Status", Value: "in force"},
			{Label: "Amount", Value: words.NotRecorded},
			{Label: "Start", Value: words.NotStated},
			{Label: "End", Value: words.NotStated},
			{Label: "To replace", Value: "highly complex to substitute", Note: "recorded with the tie itself"},
			{Label: "Basis", Value: "technical: negotiation alone does not undo it"},
		},
		"over": {
			{Label: "Status", Value: "in force, but the day lies outside its dates"},
			{Label: "Amount", Value: words.NotRecorded},
			{Label: "Start", Value: words.NotStated},
			{Label: "End", Value: "2025", Note: "written 2025: 1 Jan 2025 to 31 Dec 2025"},
			{Label: "Basis", Value: "contractual: it can be renegotiated"},
		},
		"later": {
			{Label: "Status", Value: "no source counts on the day"},
			{Label: "Amount", Value: words.NotRecorded},
			{Label: "Start", Value: words.NotStated},
			{Label: "End", Value: words.NotStated},
			{Label: "Basis", Value: "contractual: it can be renegotiated"},
		},
	} {
		assert.Equal(t, want, Tie(s, tie).Facts, tie)
	}
}

func TestTheCardsOfATie(t *testing.T) {
	section := sectionOf(t, Tie(subject(t, web), "deal"), "What the sources say")
	assert.Equal(t, "3 of 3 sources", section.Aside)
	require.Len(t, section.Cards, 3)
	first, second, third := section.Cards[0], section.Cards[1], section.Cards[2]
	assert.Equal(t, "superseded", first.Verdict)
	assert.Equal(t, "Superseded by [2] and [3]", first.Why)
	assert.Equal(t, Past, first.Tone)
	assert.Equal(t, "[1] An undated digest · undated · ¶9", first.Cite)
	assert.Empty(t, first.Link)

	assert.Equal(t, Good, second.Tone)
	assert.Equal(t, "[2] Daily · A. Writer · 23 Apr 2026 · ¶4", second.Cite)
	assert.Equal(t, "Lab · as a company statement · source reliability B · confidence 2 of 6", second.By)
	assert.Equal(t, "https://example.org/where", second.Link)
	assert.Contains(t, second.Citation, "Lab signed for 100 billion over eight years.")
	assert.Contains(t, second.Citation, "“Where it sits”")
	assert.Contains(t, second.Citation, "1 May 2026")
	assert.Equal(t, "mailto:clerk@example.org", third.Link)
}

func TestADisputeIsToldOnBothSides(t *testing.T) {
	section := sectionOf(t, Tie(subject(t, web), "round"), "What the sources say")
	for i, why := range []string{"Disputed by [2]", "Disputed by [1]"} {
		assert.Equal(t, "disputed", section.Cards[i].Verdict)
		assert.Equal(t, why, section.Cards[i].Why)
		assert.Equal(t, Torn, section.Cards[i].Tone)
	}
}

func TestALoneStatementNeedsNoNumber(t *testing.T) {
	b := Tie(subject(t, web), "silicon")
	assert.Equal(t, "An undated digest · undated", sectionOf(t, b, "What the sources say").Cards[0].Cite)
	assert.NotContains(t, b.Text(), "[1]")
}

// Notes on the page of a tie are numbered on, so that a number names one
// statement of the page.
func TestNotesAreNumberedAfterTheTie(t *testing.T) {
	b := Tie(subject(t, web), "deal")
	note := cardOf(t, sectionOf(t, b, "Notes"), "A doubt: The sum is doubted.")
	assert.Equal(t, "[4] An undated digest · undated", note.Cite)
}

func TestAStatementThatDoesNotCountYet(t *testing.T) {
	c := sectionOf(t, Tie(subject(t, web), "later"), "What the sources say").Cards[0]
	assert.Equal(t, "not the case yet", c.Verdict)
	assert.Empty(t, c.Why)
	assert.Equal(t, Past, c.Tone)
	assert.Equal(t, "from 2027 · source reliability B", c.By)
}

// What else ties the two, either way and through their products, with what is
// not in force told in words.
func TestBetweenTheTwo(t *testing.T) {
	s := subject(t, web)
	section := sectionOf(t, Tie(s, "deal"), "Also between the two")
	assert.Equal(t, "3 ties", section.Aside)
	rows := map[string]Row{}
	for _, r := range section.Rows {
		assert.Equal(t, scene.Tie, r.Ref.Kind)
		rows[r.Ref.ID] = r
	}
	assert.Equal(t, "Host to Lab", rows["back"].Aside)
	assert.False(t, rows["back"].Faint)
	assert.Equal(t, "Lab to Host X · not in force", rows["over"].Aside)
	assert.True(t, rows["over"].Faint)
	assert.Equal(t, "Lab to Host · said not to exist", rows["none"].Aside)
	back := sectionOf(t, Tie(s, "back"), "Also between the two")
	assert.Len(t, back.Rows, 3, "the other way round too")

	none := sectionOf(t, Tie(s, "silicon"), "Also between the two")
	assert.Equal(t, "Nothing else is recorded between these two.", none.Text)
	assert.Equal(t, "0 ties", none.Aside, "a tie that does not count yet is none")
}

func TestWhetherItHolds(t *testing.T) {
	content := `format: entangle/1
title: T
sources: [{id: s, title: S}]
parties: [{id: a, name: A, kind: ai-lab}, {id: b, name: B, kind: cloud}]
ties:
  - id: t
    kind: equity
    from: a
    to: b
    statements:
      - {id: x, source: s, says: It holds.}
      - {id: y, source: s, says: It does not., disputes: [x]}
`
	b := Tie(subject(t, content), "t")
	require.Len(t, factsOf(b, "Whether"), 1, b.Text())
	assert.True(t, factsOf(b, "Whether")[0].Disputed)
	assert.Equal(t, words.NotRecorded, factsOf(b, "Status")[0].Value)
}

func TestAStatementOfAnotherTieIsNamedByIt(t *testing.T) {
	s := subject(t, web)
	n := number(s, s.Web.Tie("silicon"))
	assert.Equal(t, "Cloud deal (Daily · A. Writer · 23 Apr 2026 · ¶4)", n.name("deal.2"))
	assert.Equal(t, "All pledges (Daily · A. Writer · 23 Apr 2026 · ¶1)", n.name("total.1"))
	assert.Equal(t, "nowhere", n.name("nowhere"))
}
