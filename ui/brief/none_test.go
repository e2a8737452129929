package brief

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/data"
	"entangle/ui/words"
)

// None, undisclosed and not recorded are three things: they read differently on
// the line, on the page of the tie, in its history and where two days are
// compared.
func TestNoneUndisclosedAndNotRecordedLookDifferent(t *testing.T) {
	content := `format: entangle/1
title: Three sums
as_of: 2026-05-01
sources: [{id: s, title: S, published: 2025-01-01}]
parties: [{id: a, name: A, kind: ai-lab}, {id: b, name: B, kind: cloud}]
ties:
  - {id: none, kind: equity, from: a, to: b, title: T, statements: [{id: x1, source: s, says: One., status: signed, amount: {exact: 0, unit: USD, kind: paid}}]}
  - {id: undisclosed, kind: equity, from: a, to: b, title: T, statements: [{id: x2, source: s, says: Two., status: signed, amount: {unknown: true, text: billions}}]}
  - {id: unrecorded, kind: equity, from: a, to: b, title: T, statements: [{id: x3, source: s, says: Three., status: signed}]}
`
	s := subject(t, content)
	for what, of := range map[string]func(data.TieID) string{
		"the label of a line": func(id data.TieID) string { return words.Chip(s.Dataset, s.Web.Tie(id)) },
		"the amount of a tie": func(id data.TieID) string { return factOf(t, Tie(s, id), "Amount").Value },
		"the history of a tie": func(id data.TieID) string {
			h := History(s, id)
			require.Len(t, h.Sections, 2)
			return h.Sections[1].Text
		},
	} {
		seen := map[string]data.TieID{}
		for _, id := range []data.TieID{"none", "undisclosed", "unrecorded"} {
			text := of(id)
			assert.Empty(t, seen[text], "%s: %s and %s both read %q", what, id, seen[text], text)
			seen[text] = id
		}
	}
	assert.Contains(t, factOf(t, Tie(s, "none"), "Amount").Value, "none")
	assert.Contains(t, factOf(t, Tie(s, "undisclosed"), "Amount").Value, "undisclosed (“billions”)")
	assert.Equal(t, words.NotRecorded, factOf(t, Tie(s, "unrecorded"), "Amount").Value)
}

func TestADisputeLeadsToAllOfThem(t *testing.T) {
	s := subject(t, web)
	disputed := 0
	for i := range s.Dataset.Ties {
		id := s.Dataset.Ties[i].ID
		leads := false
		for _, r := range sectionOf(t, Tie(s, id), "What the sources say").Rows {
			leads = leads || r.Question == WhatIsDisputed
		}
		assert.Equal(t, s.Web.Tie(id).IsDisputed(), leads, "%s", id)
		if leads {
			disputed++
		}
	}
	assert.Positive(t, disputed, "the web of this test has a dispute")
}

func factOf(t testing.TB, b *Brief, label string) Fact {
	t.Helper()
	for _, f := range b.Facts {
		if f.Label == label {
			return f
		}
	}
	require.Fail(t, "no such fact", label)
	return Fact{}
}
