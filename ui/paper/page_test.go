package paper

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/layout/geom"
	"entangle/ui/scene"
	"entangle/ui/style"
)

// placedOn maps the bounds of a mark to the page.
func placedOn(l Layer, r geom.Rect) geom.Rect {
	at := func(p geom.Point) geom.Point { return p.Mul(l.Scale).Add(l.At) }
	return geom.Rect{Min: at(r.Min), Max: at(r.Max)}
}

func insidePage(t *testing.T, pg *Page, what string) {
	t.Helper()
	whole := geom.Rect{Max: geom.Point{X: pg.Width, Y: pg.Height}}
	for i, l := range pg.Layers {
		for m := range l.All() {
			r := placedOn(l, m.Bounds)
			assert.Truef(t, whole.ContainsRect(r), "%s: layer %d: %v at %v is not on %v", what, i, m.Ref, r, whole)
		}
	}
}

func TestNothingIsCut(t *testing.T) {
	s := everyMark(t, style.Light)
	long := strings.Repeat("a source with a long title, its publisher and its date; ", 30)
	for _, size := range [][2]float64{{0, 0}, {800, 600}, {400, 700}, {1600, 500}, {320, 200}, {3000, 3000}} {
		for what, c := range map[string]*Caption{
			"bare": nil, "short": caption(t, s, "A title", "3 parties, 4 ties."), "long": caption(t, s, strings.Repeat("Title ", 30), "Counts.", long),
		} {
			pg := Fit(s, c, Sheet{Width: size[0], Height: size[1]})
			insidePage(t, pg, fmt.Sprint(what, size))
			for i, l := range pg.Layers {
				for k, m := range pg.Layers {
					if i < k {
						a, b := placedOn(l, scene.BoundsOf(slices.Collect(l.All()))), placedOn(m, scene.BoundsOf(slices.Collect(m.All())))
						assert.False(t, a.Inset(0.5).Intersects(b.Inset(0.5)), "%s %v: layers %d and %d overlap", what, size, i, k)
					}
				}
			}
		}
	}
}

func TestTheNaturalSize(t *testing.T) {
	s := everyMark(t, style.Light)
	pg := Fit(s, nil, Sheet{})
	assert.InDelta(t, 1, pg.Layers[0].Scale, 1e-9, "one point is one point")
	assert.InDelta(t, max(s.Bounds.W()+2*margin, 640), pg.Width, 1e-9)
	assert.InDelta(t, s.Bounds.H()+2*margin, pg.Height, 1e-9)
	assert.Equal(t, s.Page, pg.Background)

	empty := Fit(&scene.Scene{Page: s.Page}, caption(t, s, "Nothing"), Sheet{})
	assert.InDelta(t, 640, empty.Width, 1e-9)
	insidePage(t, empty, "an empty scene")
}

func TestAFixedSizeIsKept(t *testing.T) {
	s := everyMark(t, style.Light)
	small := Fit(s, nil, Sheet{Width: 320, Height: 200})
	assert.InDelta(t, 320, small.Width, 0)
	assert.InDelta(t, 200, small.Height, 0)
	assert.Less(t, small.Layers[0].Scale, 1.0)
	large := Fit(s, nil, Sheet{Width: 8000, Height: 8000})
	assert.InDelta(t, 2, large.Layers[0].Scale, 1e-9, "a picture grows to twice its size and no more")
}

func TestTheCaptionSaysEverything(t *testing.T) {
	s := everyMark(t, style.Light)
	long := "Sources: [1] " + strings.Repeat("x", 300) + " https://" + strings.Repeat("long", 80) + "; [2] the last."
	pg := Fit(s, caption(t, s, "A title", "3 parties.", long), Sheet{Width: 700, Height: 900})
	require.Len(t, pg.Layers, 3)
	assert.Equal(t, "A title As of 1 May 2026, known on 1 May 2026", words(pg.Layers[1]))
	foot := words(pg.Layers[2])
	for _, e := range s.Shown.Entries {
		assert.Contains(t, foot, e.Words)
	}
	assert.Contains(t, foot, "3 parties.")
	assert.Contains(t, strings.ReplaceAll(foot, " ", ""), strings.ReplaceAll(long, " ", ""), "down to the last source")
	assert.Equal(t, "A title", pg.Title)
	assert.Equal(t, "As of 1 May 2026, known on 1 May 2026 3 parties. "+long, pg.Description)
}
