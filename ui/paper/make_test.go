package paper

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"entangle/data"
	"entangle/layout"
	"entangle/layout/geom"
	"entangle/ui/scene"
	"entangle/ui/style"
)

func newRuler(t testing.TB) *style.Ruler {
	t.Helper()
	r, err := style.NewRuler()
	require.NoError(t, err)
	return r
}

func newPainter(t testing.TB) *Painter {
	t.Helper()
	p, err := NewPainter()
	require.NoError(t, err)
	return p
}

// everyMark is a scene with every sort of mark: boxes, a wide line, a dashed
// and a dotted one, labels with a count and both signs.
func everyMark(t testing.TB, theme style.Theme, names ...string) *scene.Scene {
	t.Helper()
	r := newRuler(t)
	name := func(i int, or string) string {
		if i < len(names) {
			return names[i]
		}
		return or
	}
	d := &scene.Diagram{
		Boxes: []scene.Box{
			{ID: "a", Name: name(0, "Alpha"), Word: "AI lab", Kind: data.AILab},
			{ID: "b", Name: name(1, "Beta"), Word: "cloud", Kind: data.Cloud},
			{ID: "c", Name: name(2, "Gamma"), Word: "chip maker", Kind: data.ChipMaker},
		},
		Lines: []scene.Line{
			{ID: "ab", From: "a", To: "b", Label: name(3, "Commitment · $5 bn"), Layer: data.LayerCloud, Disputed: true, Ties: []string{"t", "u"}},
			{ID: "bc", From: "b", To: "c", Label: "Deployment", Layer: data.LayerChips, Dash: style.Dashed, Ties: []string{"v"}},
			{ID: "ac", From: "a", To: "c", Label: "Supply", Layer: data.LayerCapital, Dash: style.Dotted, Uncertain: true, Ties: []string{"w"}},
		},
	}
	d.Measure(r)
	centres := map[string]geom.Point{"a": {X: 100, Y: 260}, "b": {X: 240, Y: 40}, "c": {X: 520, Y: 260}}
	rects := map[string]geom.Rect{}
	var placed layout.Placed
	g := d.Graph(layout.Options{})
	for _, b := range g.Boxes {
		rects[b.ID] = geom.RectAround(centres[b.ID], b.W, b.H)
		placed.Boxes = append(placed.Boxes, layout.PlacedBox{ID: b.ID, Rect: rects[b.ID]})
	}
	for _, l := range g.Lines {
		from, to := rects[l.From], rects[l.To]
		a, b := from.Exit(to.Center()), to.Exit(from.Center())
		side := b.Sub(a).Normal().Mul(0.1)
		placed.Lines = append(placed.Lines, layout.PlacedLine{ID: l.ID, Path: geom.Path{{a, a.Lerp(b, 0.3).Add(side), a.Lerp(b, 0.7).Add(side), b}}})
	}
	return scene.Compose(d, placed, scene.Look{Palette: style.Of(theme), Selected: scene.Ref{Kind: scene.Tie, ID: "v"}}, r)
}

func caption(t testing.TB, s *scene.Scene, title string, lines ...string) *Caption {
	return &Caption{
		Title: title, Dates: "As of 1 May 2026, known on 1 May 2026", Lines: lines, Legend: s.Shown.Entries,
		Layer: func(id data.LayerID) string { return string(id) }, Palette: style.Of(style.Light), Ruler: newRuler(t),
	}
}

// words are the texts of a layer, joined.
func words(l Layer) string {
	var out []string
	for _, m := range l.Marks {
		if text, ok := m.Shape.(scene.Text); ok {
			out = append(out, text.String)
		}
	}
	return strings.Join(out, " ")
}
