package scene

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/data"
	"entangle/layout/geom"
	"entangle/ui/style"
)

func TestAFanShowsEveryTie(t *testing.T) {
	d := small()
	fan(d, "lc")
	s := compose(t, d, smallPlaces, Look{Selected: Ref{Tie, "y"}})
	pal := style.Of(style.Light)
	for _, id := range []string{"x", "y", "z"} {
		ref := Ref{Tie, id}
		require.NotNil(t, pathOf(s, ref), "tie %s", id)
		assert.Contains(t, texts(s, ref), "Tie "+id)
		assert.Equal(t, pal.Layer(data.LayerCloud), headOf(s, ref), "in full colour")
	}
	assert.Nil(t, pathOf(s, Ref{Bundle, "lc"}), "the folded line is gone")
	assert.Equal(t, 1, halos(s, pal), "only the selected tie has the halo")
	assert.Equal(t, Ref{Tie, "y"}, s.At(geom.Point{X: 300, Y: 195}, 10), "a middle tie runs straight")
	for _, id := range []string{"x", "y", "z"} {
		assert.True(t, s.Emphasised.ContainsRect(pathOf(s, Ref{Tie, id}).Bounds()), "the camera shows them all")
	}
}

func TestFannedTiesKeepApartAndKeepTheirEnds(t *testing.T) {
	d := small()
	fan(d, "lc")
	whole := pathOf(compose(t, small(), smallPlaces, Look{}), Ref{Bundle, "lc"})
	s := compose(t, d, smallPlaces, Look{})
	var middles []geom.Point
	for _, id := range []string{"x", "y", "z"} {
		p := pathOf(s, Ref{Tie, id})
		assert.InDelta(t, 0, whole.Start().Dist(p.Start()), 1e-6, id)
		assert.InDelta(t, 0, whole.End().Dist(p.End()), 1e-6, id)
		middle, _ := p.AtLength(p.Length() / 2)
		middles = append(middles, middle)
	}
	for i := 1; i < len(middles); i++ {
		assert.InDelta(t, fanGap, middles[i].Dist(middles[i-1]), 1)
	}
}

// Fanning a line out moves no other label: those that lie in its room vanish.
func TestAFanMovesNoOtherLabel(t *testing.T) {
	r, random := newRuler(t), rand.New(rand.NewPCG(31, 32))
	for range 60 {
		d, p := randomDiagram(random, r)
		for i := range d.Lines {
			d.Lines[i].Fan = nil
		}
		if len(d.Lines) == 0 {
			continue
		}
		places := func() map[Ref]geom.Rect {
			s := Compose(d, p, Look{Palette: style.Of(style.Light)}, r)
			out := map[Ref]geom.Rect{{}: s.Frame}
			for _, c := range s.chips {
				out[c.ref] = c.rect
			}
			return out
		}
		folded := places()
		fan(d, d.Lines[0].ID)
		for ref, rect := range places() {
			if before, ok := folded[ref]; ok && ref != d.Lines[0].Ref() && len(d.Lines[0].Ties) > 1 {
				require.Equal(t, before, rect, "label of %v", ref)
			}
		}
	}
}

func TestBow(t *testing.T) {
	path := geom.Path{{{X: 0, Y: 0}, {X: 50, Y: 90}, {X: 120, Y: -40}, {X: 200, Y: 10}}}
	assert.Equal(t, path, bow(path, 0))
	for _, d := range []float64{-92, -46, 23, 46, 200} {
		bowed := bow(path, d)
		assert.InDelta(t, 0, path.Start().Dist(bowed.Start()), 1e-6)
		assert.InDelta(t, 0, path.End().Dist(bowed.End()), 1e-6)
		middle, tangent := path.AtLength(path.Length() / 2)
		assert.InDelta(t, 0, bowed.Dist(middle.Add(tangent.Normal().Mul(d))), 0.5, "its middle is aside by %v", d)
		for i := 1; i < len(bowed); i++ {
			assert.Equal(t, bowed[i-1][3], bowed[i][0], "in one piece")
			assert.Less(t, math.Abs(bowed[i-1].Tangent(1).Cross(bowed[i].Tangent(0))), 1e-6, "without a corner")
		}
	}
}

func TestThrough(t *testing.T) {
	points := []geom.Point{{X: 1, Y: 2}, {X: 5, Y: 9}, {X: 7, Y: 3}}
	p := through(points)
	require.Len(t, p, 2)
	for i, c := range p {
		assert.Equal(t, points[i], c[0])
		assert.Equal(t, points[i+1], c[3])
	}
	assert.Empty(t, through(points[:1]))
}
