package scene

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/data"
	"entangle/layout/geom"
	"entangle/ui/style"
)

// deals is a diagram of n parties in three lanes, with lines at random, names of
// all lengths and scripts among them.
func deals(n, lines int, seed uint64) *Diagram {
	random := rand.New(rand.NewPCG(seed, 1))
	names := []string{"Ab", "Some Name", "A Party With Quite a Long Name and More of It to Come, Limited", "株式会社とても長い名前の会社です", "شركة ذات اسم طويل جدا"}
	d := &Diagram{Lanes: []Lane{{Name: "customers and users"}, {Name: "cloud", Layer: data.LayerCloud}, {Name: "chips", Layer: data.LayerChips}}}
	for i := range n {
		id := fmt.Sprintf("p%02d", i)
		d.Boxes = append(d.Boxes, box(id, names[random.IntN(len(names))], data.Cloud))
		lane := &d.Lanes[random.IntN(3)]
		lane.Boxes = append(lane.Boxes, id)
	}
	layers := data.BuiltinLayers()
	seen := map[string]bool{}
	for i := range lines {
		from, to := random.IntN(n), random.IntN(n)
		basis := random.IntN(2)
		key := fmt.Sprintf("p%02d/p%02d/%d", from, to, basis)
		if from == to || seen[key] {
			continue
		}
		seen[key] = true
		l := Line{
			ID: key, From: d.Boxes[from].ID, To: d.Boxes[to].ID, Label: strings.Repeat("word ", 1+random.IntN(12)),
			Layer: layers[random.IntN(len(layers))].ID, Dash: style.Dash(random.IntN(3)), Disputed: random.IntN(3) == 0, Uncertain: random.IntN(4) == 0,
		}
		for k := range 1 + random.IntN(14) {
			l.Ties = append(l.Ties, fmt.Sprint("t", i, ".", k))
		}
		d.Lines = append(d.Lines, l)
	}
	return d
}

func composeMatrix(t testing.TB, d *Diagram, look Look) *Scene {
	t.Helper()
	if look.Palette == nil {
		look.Palette = style.Of(style.Light)
	}
	return ComposeMatrix(d, look, newRuler(t))
}

func TestEveryLineHasACell(t *testing.T) {
	for _, size := range [][2]int{{2, 4}, {6, 30}, {20, 120}, {48, 400}} {
		d := deals(size[0], size[1], 7)
		s := composeMatrix(t, d, Look{})
		for i := range d.Lines {
			l := &d.Lines[i]
			at, ok := s.PointOn(l.Ref())
			require.True(t, ok, l.ID)
			assert.Equal(t, l.Ref(), s.At(at, 1), "a click on the cell picks what it stands for")
			assert.True(t, s.grid.rows[l.From].Contains(at), "who gives stands before the row")
			assert.True(t, s.grid.columns[l.To].Contains(at), "who gets stands above the column")
		}
		assert.Equal(t, len(d.Lines), s.Shown.Labels)
		assert.Zero(t, s.Shown.Bare)
	}
}

func TestCellsAndNamesKeepApart(t *testing.T) {
	for _, size := range [][2]int{{6, 30}, {20, 120}, {48, 400}} {
		s := composeMatrix(t, deals(size[0], size[1], 11), Look{})
		for i, a := range s.chips {
			for _, b := range s.chips[i+1:] {
				assert.False(t, a.rect.Inset(0.1).Intersects(b.rect.Inset(0.1)), "%v lies on %v", a.ref, b.ref)
			}
		}
		var names []Mark
		for m := range s.Marks() {
			if text, ok := m.Shape.(Text); ok {
				assert.True(t, s.Frame.ContainsRect(m.Bounds), "%q reaches over the edge", text.String)
				if m.Ref.Kind == Party || m.Ref == (Ref{}) {
					names = append(names, m)
					continue
				}
				inside := false
				for _, c := range s.chips {
					inside = inside || c.ref == m.Ref && c.rect.Inset(-2).ContainsRect(m.Bounds)
				}
				assert.True(t, inside, "%q stays in its cell", text.String)
			}
		}
		for i, a := range names {
			for _, b := range names[i+1:] {
				assert.False(t, a.Bounds.Inset(1.5).Intersects(b.Bounds.Inset(1.5)), "%v lies on %v", a.Shape, b.Shape)
			}
		}
	}
}

func TestPartiesStandByLane(t *testing.T) {
	d := deals(20, 50, 3)
	s := composeMatrix(t, d, Look{})
	last := 0.0
	for _, l := range d.Lanes {
		for _, id := range l.Boxes {
			row := s.grid.rows[id]
			assert.GreaterOrEqual(t, row.Min.Y, last, id)
			last = row.Max.Y
			assert.Equal(t, Ref{Party, id}, s.At(geom.Point{X: s.grid.columns[id].Center().X, Y: s.grid.columns[id].Min.Y + 5}, 1), "the name above a column picks the party")
			box, ok := s.BoxOf(id)
			require.True(t, ok)
			assert.Equal(t, Ref{Party, id}, s.At(box.Center(), 1))
		}
		last += matrixGap
	}
	d.Lanes = d.Lanes[:1]
	assert.Len(t, composeMatrix(t, d, Look{}).boxes, 20, "who has no lane is there too")
}

func TestHoverLightsRowAndColumn(t *testing.T) {
	d := deals(20, 60, 5)
	s := composeMatrix(t, d, Look{})
	l := &d.Lines[0]
	var lit []geom.Rect
	for _, m := range s.Lit(l.Ref(), style.Of(style.Light)) {
		lit = append(lit, m.Shape.(Rect).Rect)
	}
	assert.Contains(t, lit, s.grid.rows[l.From])
	assert.Contains(t, lit, s.grid.columns[l.To])
	assert.Len(t, lit, 3, "and a ring around the cell")
	assert.Len(t, s.Lit(Ref{Party, l.From}, style.Of(style.Light)), 2)
	assert.Empty(t, s.Lit(Ref{Tie, "nobody"}, style.Of(style.Light)))
}

func TestSelectingACell(t *testing.T) {
	d := deals(6, 20, 9)
	l := &d.Lines[1]
	plainScene, s := composeMatrix(t, d, Look{}), composeMatrix(t, d, Look{Selected: Ref{Tie, l.Ties[0]}})
	at, _ := s.PointOn(l.Ref())
	assert.True(t, s.Emphasised.Contains(at))
	assert.Empty(t, plainScene.Emphasised)
	assert.Equal(t, plainScene.Frame, s.Frame, "nothing moves")
	ink := style.Of(style.Light).Ink
	for m := range s.Marks() {
		if text, ok := m.Shape.(Text); ok && m.Ref.Kind == Party {
			ends := m.Ref.ID == l.From || m.Ref.ID == l.To
			assert.Equal(t, ends, text.Colour == ink, "the ends stay, the rest is dimmed: %s", m.Ref.ID)
		}
	}
}

// Whatever is selected, every line stays where it is in its cell.
func TestSelectingMovesNoCell(t *testing.T) {
	for _, n := range []int{6, 12} {
		d := deals(n, 4*n, 9)
		plainScene := composeMatrix(t, d, Look{})
		for i := range d.Lines {
			s := composeMatrix(t, d, Look{Selected: Ref{Tie, d.Lines[i].Ties[0]}})
			for k := range d.Lines {
				want, _ := plainScene.PointOn(d.Lines[k].Ref())
				got, _ := s.PointOn(d.Lines[k].Ref())
				require.Equal(t, want, got, "%s, while %s is selected", d.Lines[k].ID, d.Lines[i].ID)
			}
		}
	}
}

func TestTheMatrixExplainsItself(t *testing.T) {
	s := composeMatrix(t, deals(20, 100, 2), Look{})
	signs := map[Sign]bool{}
	for _, e := range s.Shown.Entries {
		signs[e.Sign] = true
	}
	assert.True(t, signs[CountSign] && signs[HueSign] && signs[DashSign] && signs[DisputeSign] && signs[UncertainSign])
	assert.False(t, signs[WidthSign], "a cell has no width to read")
	empty := composeMatrix(t, &Diagram{}, Look{})
	assert.Empty(t, all(empty))
	assert.Equal(t, geom.Rect{}, empty.Frame)
}

// A comparison of two days reads in the matrix as on the map: by weight, pattern
// and words.
func TestAComparisonInTheMatrix(t *testing.T) {
	for _, n := range []int{4, 12} {
		d := deals(n, 0, 1)
		for i, change := range Changes() {
			d.Lines = append(d.Lines, Line{
				ID: change.Word(), From: d.Boxes[i%n].ID, To: d.Boxes[(i+1)%n].ID, Label: "Deal", Tag: change.Mark() + " " + change.Word(),
				Layer: data.LayerCloud, Change: change, Undated: change == Added, Ties: []string{"t" + change.Word(), "u" + change.Word()},
			})
		}
		s := composeMatrix(t, d, Look{})
		looks, words := map[string]bool{}, map[string]string{}
		for i := range d.Lines {
			l := &d.Lines[i]
			look := ""
			for m := range s.Marks() {
				if m.Ref != l.Ref() {
					continue
				}
				switch shape := m.Shape.(type) {
				case Curve:
					look += fmt.Sprint(shape.Width, shape.Dash, " ")
				case Text:
					words[l.ID] += shape.String + " "
				}
			}
			assert.False(t, looks[look], "%s looks like another change: %s", l.ID, look)
			looks[look] = true
		}
		assert.Contains(t, words["added"], "+")
		assert.Contains(t, words["amended"], "~")
		signs := map[Sign]int{}
		for _, e := range s.Shown.Entries {
			signs[e.Sign]++
		}
		assert.Equal(t, 4, signs[ChangeSign])
		assert.Equal(t, 1, signs[UndatedSign], "a ring is drawn, and explained")
	}
}

// Words that read upwards are turned about their beginning.
func TestTurnedText(t *testing.T) {
	text := Text{At: geom.Point{X: 100, Y: 200}, Size: 10, Width: 60, Angle: -90}
	b := text.bounds()
	assert.InDelta(t, 100-11, b.Min.X, 1e-9)
	assert.InDelta(t, 103.5, b.Max.X, 1e-9)
	assert.InDelta(t, 200-62, b.Min.Y, 1e-9)
	assert.InDelta(t, 202, b.Max.Y, 1e-9)
}
