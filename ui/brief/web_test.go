package brief

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/data"
	"entangle/seeds"
	"entangle/ui/golden"
	"entangle/ui/scene"
)

func TestTheFirstPageAsksThreeQuestions(t *testing.T) {
	b := Answer(subject(t, web), NoQuestion)
	assert.Equal(t, "A small web", b.Title)
	assert.Equal(t, "As of 1 May 2026, all that is known: 6 parties, 7 ties in view.", b.Lead)
	questions := sectionOf(t, b, "Three questions to begin with").Rows
	require.Len(t, questions, 3)
	for i, want := range []struct {
		question Question
		aside    string
	}{{WhoSupplies, "4 ties"}, {WhatIsDisputed, "2 records"}, {WhatEndsNext, "2 dates"}} {
		assert.Equal(t, want.question, questions[i].Question)
		assert.Equal(t, want.aside, questions[i].Aside)
		assert.Equal(t, scene.Ref{}, questions[i].Ref)
	}
	sources := sectionOf(t, b, "Sources")
	assert.Equal(t, "1 of 3 sources undated", sources.Aside)
	assert.Equal(t, []Row{
		{Ref: scene.Ref{Kind: scene.Source, ID: "daily"}, Words: "Where it sits", Aside: "Daily · 23 Apr 2026"},
		{Ref: scene.Ref{Kind: scene.Source, ID: "digest"}, Words: "An undated digest", Aside: "undated"},
		{Ref: scene.Ref{Kind: scene.Source, ID: "filing"}, Words: "A later filing", Aside: "Registry · 30 Apr 2026"},
	}, sources.Rows)
}

// TestManySources: the first page lists some, and says how many more there are.
func TestManySources(t *testing.T) {
	var more strings.Builder
	for i := range 100 {
		fmt.Fprintf(&more, "  - {id: extra-%d, title: Extra %d}\n", i, i)
	}
	b := Answer(subject(t, strings.Replace(web, "sources:\n", "sources:\n"+more.String(), 1)), NoQuestion)
	rows := sectionOf(t, b, "Sources").Rows
	require.Len(t, rows, mostSources+1)
	assert.Equal(t, Row{Words: "63 more; all of them stand in the table.", Faint: true}, rows[mostSources])
}

func TestWhoSuppliesWhom(t *testing.T) {
	b := Answer(subject(t, web), WhoSupplies)
	assert.Equal(t, "Who supplies whom?", b.Title)
	var rows []string
	for _, s := range b.Sections {
		for _, r := range s.Rows {
			rows = append(rows, s.Title+": "+r.Ref.ID+": "+r.Aside)
		}
	}
	assert.Equal(t, []string{
		"Chips: silicon: Chips supplies Lab", "Cloud: deal: Host supplies Lab", "Models and IP: own: Lab supplies Lab One",
		"Capital: round: Fund supplies Lab",
	}, rows)
}

func TestWhatIsDisputedPage(t *testing.T) {
	b := Answer(subject(t, web), WhatIsDisputed)
	ties := sectionOf(t, b, "Ties")
	require.Len(t, ties.Rows, 1)
	assert.Equal(t, "Equity: the announced amount in USD, start and status", ties.Rows[0].Words)
	assert.Equal(t, "Fund and Second Fund to Lab", ties.Rows[0].Aside)
	notes := sectionOf(t, b, "Notes")
	require.Len(t, notes.Cards, 2)
	assert.Equal(t, "Disputed by [2]", notes.Cards[0].Why)
}

func TestWhatEndsNextPage(t *testing.T) {
	b := Answer(subject(t, web), WhatEndsNext)
	section := sectionOf(t, b, "Ends ahead of 1 May 2026")
	require.Len(t, section.Rows, 2)
	assert.Equal(t, "Jun 2027 · Carve-out, Host to Lab", section.Rows[0].Words)
	assert.Equal(t, "31 Dec 2032 · Cloud deal, Lab to Host", section.Rows[1].Words)
	assert.Equal(t, scene.Ref{Kind: scene.Tie, ID: "deal"}, section.Rows[1].Ref)
}

func TestNothingToAnswer(t *testing.T) {
	s := subject(t, "format: entangle/1\ntitle: Empty\n")
	for q, want := range map[Question]string{
		WhoSupplies: "No tie in view says who supplies whom on this day.", WhatIsDisputed: "The sources do not disagree about anything in view.",
		WhatEndsNext: "No tie in view states an end that still lies ahead.",
	} {
		assert.Equal(t, want, Answer(s, q).Sections[0].Text)
	}
	assert.Contains(t, Answer(s, NoQuestion).Text(), "0 parties, 0 ties in view.")
}

// Text that turns the direction of writing or breaks the line reaches no page.
func TestNoTextSteers(t *testing.T) {
	content := fmt.Sprintf(`format: entangle/1
title: %[1]s
layers: [{id: own, name: %[1]s}]
kinds: [{id: odd, layer: own, basis: technical, needs: both, from: %[1]s, to: %[1]s}]
sources: [{id: s, title: %[1]s, publisher: %[1]s, author: %[1]s}]
parties: [{id: a, name: %[1]s, kind: ai-lab, aliases: [%[1]s]}, {id: p, name: %[1]s, kind: product, parent: a}, {id: b, name: %[1]s, kind: cloud}]
agreements: [{id: g, title: %[1]s, parties: [a, b]}]
ties: [{id: t, kind: odd, from: a, to: b, title: %[1]s, agreement: g, assets: [p], statements: [
  {id: x, source: s, locator: %[1]s, says: %[1]s, by: %[1]s, status: signed, end: 2030, amount: {exact: 1, unit: USD, kind: paid, condition: %[1]s}, scope: {text: %[1]s, products: [%[1]s]}, condition: %[1]s},
  {id: y, source: s, says: %[1]s, status: announced, amount: {unknown: true, text: %[1]s, unit: USD, kind: paid}, disputes: [x]}]}]
notes: [{id: n, about: [a, t], topic: %[1]s, title: %[1]s, statements: [{id: z, source: s, says: %[1]s}]}]
`, `"A\u202eB\nC"`)
	s := subject(t, content)
	pages := []*Brief{Tie(s, "t"), Party(s, "a"), Party(s, "p"), Answer(s, NoQuestion), Answer(s, WhoSupplies), Answer(s, WhatIsDisputed), Answer(s, WhatEndsNext)}
	for _, b := range pages {
		for _, line := range strings.Split(b.Text(), "\n") {
			assert.NotContains(t, line, "\u202e", b.Title)
			assert.False(t, line == "C" || strings.HasPrefix(line, "C "), "a line is broken: %q on %q", line, b.Title)
		}
	}
}

func TestGoldenPages(t *testing.T) {
	s := subject(t, string(seeds.FrontierAI))
	golden.Text(t, "openai-microsoft-azure-commitment.txt", Tie(s, "openai-microsoft-azure-commitment").Text())
	golden.Text(t, "anthropic.txt", Party(s, "anthropic").Text())
}

// Every record of the datasets inside the program has a page, and no page is
// empty.
func TestEveryRecordHasAPage(t *testing.T) {
	for _, content := range [][]byte{seeds.FrontierAI, seeds.Example} {
		s := subject(t, string(content))
		for i := range s.Dataset.Ties {
			b := Tie(s, s.Dataset.Ties[i].ID)
			require.NotEmpty(t, b.Title)
			require.Equal(t, len(s.Dataset.Ties[i].Statements), len(sectionOf(t, b, "What the sources say").Cards))
		}
		for i := range s.Dataset.Parties {
			require.NotEmpty(t, Party(s, s.Dataset.Parties[i].ID).Sections)
		}
	}
}

func TestRowsLeadSomewhere(t *testing.T) {
	s := subject(t, web)
	for _, b := range []*Brief{Tie(s, "deal"), Party(s, "lab"), Answer(s, WhoSupplies), Answer(s, WhatIsDisputed), Answer(s, WhatEndsNext)} {
		for _, section := range b.Sections {
			for _, r := range section.Rows {
				if r.Question == NoQuestion {
					assert.NotNil(t, s.Dataset.Tie(data.TieID(r.Ref.ID)), "%+v", r)
				}
			}
		}
	}
}
