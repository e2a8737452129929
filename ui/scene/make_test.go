package scene

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"entangle/data"
	"entangle/layout"
	"entangle/layout/geom"
	"entangle/ui/style"
)

// newRuler is shared by the tests of a run, as the window shares one.
func newRuler(t testing.TB) *style.Ruler {
	t.Helper()
	r, err := style.NewRuler()
	require.NoError(t, err)
	return r
}

// small is a diagram with a mark of every sort: a bundle of three ties, a
// dashed line against the tiers, a dotted one of which nobody can say whether
// it is in force, and a name that is far too long.
func small() *Diagram {
	return &Diagram{
		Boxes: []Box{
			box("l", "Lab", data.AILab), box("c", "Cloud", data.Cloud), box("n", "Chips & Co", data.ChipMaker),
			box("i", "The Very Long Name of a Consortium of Many Firms and Two Governments", data.Investor),
		},
		Lines: []Line{
			{ID: "lc", From: "l", To: "c", Label: "Commitment · $250 bn", Layer: data.LayerCloud, Disputed: true, Ties: []string{"x", "y", "z"}},
			{ID: "cn", From: "c", To: "n", Label: "Deployment", Layer: data.LayerChips, Dash: style.Dashed, Ties: []string{"d"}},
			{ID: "il", From: "i", To: "l", Label: "Round · > $0.5 bn", Layer: data.LayerCapital, Dash: style.Dotted, Uncertain: true, Ties: []string{"r"}},
		},
	}
}

func box(id, name string, kind data.PartyKind) Box {
	return Box{ID: id, Name: name, Kind: kind, Word: kind.Words()}
}

// smallPlaces are the centres of the boxes of small.
var smallPlaces = map[string]geom.Point{
	"c": {X: 300, Y: 60}, "l": {X: 300, Y: 330}, "n": {X: 720, Y: 330}, "i": {X: 300, Y: 620},
}

// placed puts the boxes of a measured diagram around their centres, and draws
// every line as the layout would: straight between the borders, from the From
// to the To of the plain graph.
func placed(d *Diagram, centres map[string]geom.Point) layout.Placed {
	var out layout.Placed
	g := d.Graph(layout.Options{})
	rects := map[string]geom.Rect{}
	for _, b := range g.Boxes {
		rects[b.ID] = geom.RectAround(centres[b.ID], b.W, b.H)
		out.Boxes = append(out.Boxes, layout.PlacedBox{ID: b.ID, Rect: rects[b.ID]})
	}
	for _, l := range g.Lines {
		a, b := rects[l.From], rects[l.To]
		path := geom.Polyline(a.Exit(b.Center()), b.Exit(a.Center()))
		out.Lines = append(out.Lines, layout.PlacedLine{ID: l.ID, Path: path})
	}
	return out
}

// fan fans a line out into its ties.
func fan(d *Diagram, id string) {
	for i := range d.Lines {
		if l := &d.Lines[i]; l.ID == id {
			for _, tie := range l.Ties {
				f := *l
				f.ID, f.Label, f.Ties, f.Disputed = id+"/"+tie, "Tie "+tie, []string{tie}, tie == l.Ties[0]
				l.Fan = append(l.Fan, f)
			}
		}
	}
}

// all lists the marks of a scene.
func all(s *Scene) []Mark { return slices.Collect(s.Marks()) }

func compose(t testing.TB, d *Diagram, centres map[string]geom.Point, look Look) *Scene {
	t.Helper()
	if look.Palette == nil {
		look.Palette = style.Of(style.Light)
	}
	r := newRuler(t)
	d.Measure(r)
	return Compose(d, placed(d, centres), look, r)
}

// randomDiagram is a diagram of up to 14 boxes that do not overlap, and twice
// as many lines that bend at random: across boxes, too.
func randomDiagram(random *rand.Rand, r *style.Ruler) (*Diagram, layout.Placed) {
	d := &Diagram{}
	kinds, layers := data.PartyKinds(), data.BuiltinLayers()
	centres := map[string]geom.Point{}
	for i := range 2 + random.IntN(13) {
		id := fmt.Sprint("b", i)
		name := strings.Repeat("Name ", 1+random.IntN(12))
		d.Boxes = append(d.Boxes, box(id, name, kinds[random.IntN(len(kinds))]))
		centres[id] = geom.Point{X: float64(i%4)*420 + random.Float64()*120, Y: float64(i/4)*220 + random.Float64()*100}
	}
	for i := range random.IntN(2 * len(d.Boxes)) {
		from, to := random.IntN(len(d.Boxes)), random.IntN(len(d.Boxes))
		if from == to {
			continue
		}
		l := Line{
			ID: fmt.Sprint("l", i), From: d.Boxes[from].ID, To: d.Boxes[to].ID, Label: strings.Repeat("word ", random.IntN(14)),
			Layer: layers[random.IntN(len(layers))].ID, Dash: style.Dash(random.IntN(3)),
			Disputed: random.IntN(3) == 0, Uncertain: random.IntN(4) == 0,
		}
		for k := range 1 + random.IntN(4) {
			l.Ties = append(l.Ties, fmt.Sprint("t", i, ".", k))
		}
		d.Lines = append(d.Lines, l)
	}
	if len(d.Lines) > 0 && random.IntN(2) == 0 {
		fan(d, d.Lines[random.IntN(len(d.Lines))].ID)
	}
	d.Measure(r)
	p := placed(d, centres)
	for i := range p.Lines {
		path := p.Lines[i].Path
		side := path.End().Sub(path.Start()).Normal().Mul(random.Float64() - 0.5)
		p.Lines[i].Path = geom.Path{{path.Start(), path.Start().Add(side), path.End().Add(side), path.End()}}
	}
	return d, p
}

// eachRandom composes many random diagrams with random selections.
func eachRandom(t *testing.T, n int, check func(d *Diagram, s *Scene, random *rand.Rand)) {
	t.Helper()
	r, random := newRuler(t), rand.New(rand.NewPCG(3, 5))
	for range n {
		d, p := randomDiagram(random, r)
		look := Look{Palette: style.Of(style.Light)}
		switch random.IntN(3) {
		case 0:
			look.Selected = Ref{Party, d.Boxes[random.IntN(len(d.Boxes))].ID}
		case 1:
			if len(d.Lines) > 0 {
				look.Selected = Ref{Tie, d.Lines[random.IntN(len(d.Lines))].Ties[0]}
			}
		}
		check(d, Compose(d, p, look, r), random)
		if t.Failed() {
			return
		}
	}
}

func brute(path geom.Path, p geom.Point) float64 {
	points, best := path.Flatten(0.02), math.Inf(1)
	for i := 1; i < len(points); i++ {
		a, b := points[i-1], points[i]
		t := 0.0
		if l := b.Sub(a).Dot(b.Sub(a)); l > 0 {
			t = min(max(p.Sub(a).Dot(b.Sub(a))/l, 0), 1)
		}
		best = min(best, a.Lerp(b, t).Dist(p))
	}
	return best
}
