package scene

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"entangle/layout/geom"
	"entangle/ui/style"
)

// A scene that takes over what an earlier one found is the scene that finds it
// itself, whatever was selected then, and whatever web that was.
func TestTakingOverChangesNothing(t *testing.T) {
	r, random := newRuler(t), rand.New(rand.NewPCG(11, 12))
	taken := 0
	var before *Scene
	for range 60 {
		d, p := randomDiagram(random, r)
		for range 3 {
			look := Look{Palette: style.Of(style.Light)}
			switch {
			case random.IntN(2) == 0:
				look.Selected = Ref{Party, d.Boxes[random.IntN(len(d.Boxes))].ID}
			case len(d.Lines) > 0:
				look.Selected = Ref{Tie, d.Lines[random.IntN(len(d.Lines))].Ties[0]}
			}
			want := Compose(d, p, look, r)
			look.Before = before
			got := Compose(d, p, look, r)
			require.Equal(t, all(want), all(got))
			require.Equal(t, want.Shown, got.Shown)
			if c := newComposer(d, p, look, r); before != nil && len(c.lanes) == 0 {
				if c.again(c.newPlacer()) && len(d.Lines) > 0 {
					taken++
				}
			}
			before = got
		}
	}
	require.Greater(t, taken, 60, "it was taken over")
}

// What follows from the placement alone is found once for all of its scenes, and a
// placement of the same boxes elsewhere is another one.
func TestScenesOfOnePlacementShareTheirGround(t *testing.T) {
	r := newRuler(t)
	d := small()
	d.Measure(r)
	p, look := placed(d, smallPlaces), Look{Palette: style.Of(style.Light)}
	first := Compose(d, p, look, r)
	look.Before, look.Palette, look.Selected = first, style.Of(style.Dark), Ref{Tie, "d"}
	require.Same(t, first.ground, Compose(d, p, look, r).ground)
	elsewhere := Compose(d, placed(d, map[string]geom.Point{"l": {X: 900}}), look, r)
	require.NotSame(t, first.ground, elsewhere.ground)
	box, _ := elsewhere.BoxOf("l")
	require.InDelta(t, 900, box.Center().X, 1e-9)
}
