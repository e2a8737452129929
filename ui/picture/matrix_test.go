package picture

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/data"
	"entangle/layout"
	"entangle/ui/scene"
	"entangle/ui/style"
)

func matrixOf(s *Subject) *Subject {
	v := s.View
	v.Arrangement = Matrix
	return s.Look(v)
}

func TestTheMatrixAsksForNoLayout(t *testing.T) {
	s := matrixOf(everything(builtin(t)))
	r := newRuler(t)
	refuse := func(_ context.Context, _ layout.Graph) (layout.Placed, error) {
		require.Fail(t, "there is nothing to place")
		return layout.Placed{}, nil
	}
	assert.False(t, Matrix.Placed() || Table.Placed())
	assert.True(t, Web.Placed() && Stack.Placed() && View{}.Arranged().Placed())
	placed, err := Place(t.Context(), refuse, s.Graph(r))
	require.NoError(t, err)
	sc := s.Compose(placed, scene.Look{Palette: style.Of(style.Light)}, r)
	for _, b := range s.Drawing.Bundles {
		ref := scene.Ref{Kind: scene.Bundle, ID: b.ID}
		if len(b.Ties) == 1 {
			ref = scene.Ref{Kind: scene.Tie, ID: string(b.Ties[0].Tie.ID)}
		}
		_, ok := sc.PointOn(ref)
		assert.True(t, ok, b.ID)
	}
	for _, n := range s.Placed.Nodes {
		_, ok := sc.BoxOf(string(n.Party))
		assert.True(t, ok, n.Party)
	}
}

// Rows stay where they are while the day moves, also those of parties that have
// no tie on it.
func TestTheMatrixStaysWithTheDay(t *testing.T) {
	r := newRuler(t)
	first := matrixOf(everything(example(t)))
	v := first.View
	v.AsOf = data.DayOf(2024, 1, 1)
	look := scene.Look{Palette: style.Of(style.Light)}
	a, b := first.Compose(layout.Placed{}, look, r), first.Look(v).Compose(layout.Placed{}, look, r)
	assert.NotEqual(t, len(a.Refs()), len(b.Refs()), "the days differ")
	for _, n := range first.Placed.Nodes {
		x, ok := a.BoxOf(string(n.Party))
		require.True(t, ok)
		y, ok := b.BoxOf(string(n.Party))
		require.True(t, ok)
		assert.Equal(t, x, y)
	}
	assert.Equal(t, a.Frame, b.Frame)
}

func TestPartiesStandByLayerThenName(t *testing.T) {
	d := matrixOf(everything(builtin(t))).matrix(newRuler(t))
	var lanes []string
	for _, l := range d.Lanes {
		lanes = append(lanes, l.Name)
	}
	assert.Equal(t, []string{"customers and users", "models and IP", "cloud", "chips", "capital", "rights"}, lanes)
	assert.Equal(t, []string{"amazon", "google", "microsoft", "oracle"}, d.Lanes[2].Boxes)
}
