package picture

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/data/query"
	"entangle/ui/words"
)

// TestAPictureHasTheNumbersOfItsWindow: the labels of the map and what is
// exported from it, and what one looks at next; the command line's are the same
// everywhere.
func TestAPictureHasTheNumbersOfItsWindow(t *testing.T) {
	web := parse(t, "web.yaml", []byte(`format: entangle/1
as_of: 2026-05-01
sources: [{id: s, title: S}]
parties: [{id: a, name: A, kind: ai-lab}, {id: b, name: B, kind: cloud}]
ties:
  - {id: t, kind: purchase, layer: cloud, from: a, to: b, title: Chips, statements: [{id: t1, source: s, says: x, status: signed, amount: {exact: 12345.5, unit: chips, kind: committed}}]}
`))
	v := View{View: query.Default(web.Dataset(), today)}
	labels := func(s *Subject) string { return s.Diagram(newRuler(t)).Lines[0].Label }
	german := LookIn(web, v, words.FormatOf("de_DE"))
	assert.Equal(t, "Chips · 12.345,5 chips", labels(german))
	assert.Equal(t, "Chips · 12.345,5 chips", labels(german.Look(v)))
	require.Equal(t, "Chips · 12,345.5 chips", labels(Look(web, v)))
}
