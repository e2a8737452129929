package brief

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/data"
	"entangle/ui/scene"
)

func TestThePageOfASource(t *testing.T) {
	s := subject(t, web)
	b := Source(s, "daily")
	require.NotNil(t, b)
	assert.Equal(t, "Where it sits", b.Title)
	text := b.Text()
	for _, want := range []string{"Publisher: Daily", "Author: A. Writer", "Published: 23 Apr 2026", "Reliability: B", "Link: https://example.org/where", "Cloud deal"} {
		assert.Contains(t, text, want)
	}
	said := 0
	for i := range s.Dataset.Ties {
		for _, st := range s.Dataset.Ties[i].Statements {
			if st.Source == "daily" {
				said++
				assert.Contains(t, refsOf(b), string(s.Dataset.Ties[i].ID), "each tie that it speaks of is listed, also of another day")
			}
		}
	}
	assert.Positive(t, said)
	assert.Contains(t, Source(s, "digest").Text(), "Published: undated")
	assert.Nil(t, Source(s, "nothing"))
}

func refsOf(b *Brief) []string {
	var out []string
	for _, s := range b.Sections {
		for _, r := range s.Rows {
			out = append(out, r.Ref.ID)
		}
	}
	return out
}

func TestThePageOfANote(t *testing.T) {
	s := subject(t, web)
	require.NotEmpty(t, s.Dataset.Notes)
	for i := range s.Dataset.Notes {
		n := &s.Dataset.Notes[i]
		b := Note(s, n.ID)
		require.NotNil(t, b)
		assert.Len(t, b.Sections[0].Cards, len(n.Statements), n.ID)
		assert.Equal(t, n.About, refsOf(b), n.ID)
	}
	assert.Nil(t, Note(s, data.NoteID("nothing")))
}

func TestSourcesCanBeFollowed(t *testing.T) {
	rows := sectionOf(t, Web(subject(t, web)), "Sources").Rows
	assert.Equal(t, scene.Ref{Kind: scene.Source, ID: "daily"}, rows[0].Ref)
}
