package brief

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/ui/golden"
	"entangle/ui/scene"
)

func TestCoveragePage(t *testing.T) {
	b := Answer(subject(t, web), HowWellSourced)
	assert.Equal(t, "How well is it sourced?", b.Title)
	one := sectionOf(t, b, "Ties: one source")
	assert.Equal(t, "5 ties", one.Aside)
	require.Len(t, one.Rows, 5)
	assert.Equal(t, scene.Ref{Kind: scene.Tie, ID: "back"}, one.Rows[0].Ref)
	parties := sectionOf(t, b, "By party").Rows
	assert.Equal(t, Row{Ref: scene.Ref{Kind: scene.Party, ID: "chips"}, Words: "Chips", Aside: "1 tie: 1 of one source, 1 uncited, 1 undated"}, parties[0])
	sources := sectionOf(t, b, "By source").Rows
	assert.Equal(t, scene.Ref{Kind: scene.Source, ID: "digest"}, sources[1].Ref)
	golden.Text(t, "coverage.txt", b.Text())
	rows := sectionOf(t, Answer(subject(t, web), NoQuestion), "How well it is sourced").Rows
	require.Len(t, rows, 1, "the first page leads there")
	assert.Equal(t, HowWellSourced, rows[0].Question)
}
