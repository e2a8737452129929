package annex

import (
	"testing"

	"github.com/stretchr/testify/require"

	"entangle/layout/graphviz"
	"entangle/seeds"
	"entangle/ui/picture"
)

// BenchmarkPDF draws the built-in dataset with its evidence.
func BenchmarkPDF(b *testing.B) {
	s, r := subject(b, seeds.FrontierAI), newRuler(b)
	p, err := picture.Place(b.Context(), graphviz.Layout, s.Graph(r))
	require.NoError(b, err)
	for b.Loop() {
		_, err := s.Draw(p, r, picture.Export{Format: "pdf", Annex: Pages})
		require.NoError(b, err)
	}
}
