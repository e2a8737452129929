package picture

import (
	"bytes"
	"fmt"
	"image/png"
	"testing"

	"github.com/stretchr/testify/require"

	"entangle/layout"
	"entangle/layout/graphviz"
	"entangle/ui/golden"
	"entangle/ui/style"
)

// Every arrangement in every theme, as a page with its caption and as a picture
// alone that is smaller. Look at them before accepting a change.
func TestEveryViewLooksAsItDid(t *testing.T) {
	r := newRuler(t)
	for _, a := range []Arrangement{Web, Stack, Matrix} {
		s := core(builtin(t))
		v := s.View
		v.Arrangement = a
		s = s.Look(v)
		placed, err := Place(t.Context(), graphviz.Layout, s.Graph(r))
		require.NoError(t, err)
		for _, theme := range style.Themes() {
			pictureOf(t, fmt.Sprintf("%s-%s-page.png", a, theme), s, placed, r, Export{Format: "png", Theme: theme, Width: 1100, Height: 800, Scale: 0.36})
			pictureOf(t, fmt.Sprintf("%s-%s-small.png", a, theme), s, placed, r, Export{Format: "png", Theme: theme, Width: 760, Height: 560, Scale: 0.36, NoCaption: true})
		}
	}
}

func pictureOf(t *testing.T, name string, s *Subject, placed layout.Placed, r *style.Ruler, e Export) {
	t.Helper()
	drawn, err := s.Draw(placed, r, e)
	require.NoError(t, err)
	img, err := png.Decode(bytes.NewReader(drawn.Content))
	require.NoError(t, err)
	golden.Image(t, name, img, 0.02)
}
