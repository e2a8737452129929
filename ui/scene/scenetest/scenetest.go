// Package scenetest makes a small scene by hand, with a mark of every sort, for
// the tests of what shows scenes. Only tests import it; it must not know of
// datasets, of Graphviz or of Fyne.
package scenetest

import (
	"entangle/data"
	"entangle/layout"
	"entangle/layout/geom"
	"entangle/ui/scene"
	"entangle/ui/style"
)

// Small is three parties, a at the left, b above, c at the right, and a line
// between each two: ab stands for the ties t and u and is disputed, bc for v and
// is dashed, ac for w, dotted, of which nobody can say whether it is in force.
func Small() *scene.Diagram {
	return &scene.Diagram{
		Boxes: []scene.Box{
			{ID: "a", Name: "Alpha", Word: "AI lab", Kind: data.AILab},
			{ID: "b", Name: "Beta", Word: "cloud", Kind: data.Cloud},
			{ID: "c", Name: "Gamma", Word: "chip maker", Kind: data.ChipMaker},
		},
		Lines: []scene.Line{
			{ID: "ab", From: "a", To: "b", Label: "Commitment · $5 bn", Layer: data.LayerCloud, Disputed: true, Ties: []string{"t", "u"}},
			{ID: "bc", From: "b", To: "c", Label: "Deployment", Layer: data.LayerChips, Dash: style.Dashed, Ties: []string{"v"}},
			{ID: "ac", From: "a", To: "c", Label: "Supply", Layer: data.LayerCapital, Dash: style.Dotted, Uncertain: true, Ties: []string{"w"}},
		},
	}
}

// Compose measures and places the diagram of Small, which may have been changed
// but for its ids, and composes it.
func Compose(d *scene.Diagram, look scene.Look, ruler *style.Ruler) *scene.Scene {
	d.Measure(ruler)
	return scene.Compose(d, place(d), look, ruler)
}

// place puts the boxes around fixed centres and bends every line a little.
func place(d *scene.Diagram) layout.Placed {
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
	return placed
}
