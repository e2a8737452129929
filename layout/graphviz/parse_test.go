package graphviz

import (
	"bytes"
	"errors"
	"math"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/layout"
	"entangle/layout/geom"
)

// two is a graph of two boxes and two lines.
func two() layout.Graph {
	return layout.Graph{
		Boxes: []layout.Box{{ID: "a", W: 40, H: 20}, {ID: "b", W: 60, H: 20}},
		Lines: []layout.Line{{ID: "x", From: "a", To: "b"}, {ID: "y", From: "b", To: "a"}},
	}
}

const answerOfTwo = `graph 1 0.83333 1.3889
node l1 0.1 0.1 0.01 0.01 " " invis point black lightgrey
node n1 0.41667 0.13889 0.83333 0.27778 " " solid box black lightgrey
node n0 0.5 1.25 0.55556 0.27778 " " solid box black lightgrey
edge l1 n1 4 0.1 0.1 0.1 0.2 0.1 0.3 0.1 0.4 invis black
edge n1 n0 4 0.5 0.25 0.5 0.5 0.5 0.75 0.5 1.1139 solid #000001
edge n0 n1 7 0.25 1.125 0.25 1 0.25 0.875 0.25 0.75 0.25 0.625 0.25 0.5 0.25 0.25 solid #000000
stop
`

func TestParse(t *testing.T) {
	placed, err := Parse(strings.NewReader(answerOfTwo), two())
	require.NoError(t, err)
	require.Len(t, placed.Boxes, 2)
	for i, want := range []layout.PlacedBox{
		{ID: "a", Rect: geom.Rect{Min: geom.Point{X: 16, Y: 0}, Max: geom.Point{X: 56, Y: 20}}},
		{ID: "b", Rect: geom.Rect{Min: geom.Point{X: 0, Y: 80}, Max: geom.Point{X: 60, Y: 100}}},
	} {
		got := placed.Boxes[i]
		assert.Equal(t, want.ID, got.ID, "in the order of the graph")
		assert.InDelta(t, 0, want.Rect.Min.Dist(got.Rect.Min), 0.001, "in points, y downwards")
		assert.InDelta(t, 0, want.Rect.Max.Dist(got.Rect.Max), 0.001)
	}
	assert.Equal(t, "x", placed.Lines[0].ID)
	first, second := placed.Lines[0].Path, placed.Lines[1].Path
	require.Len(t, first, 2)
	require.Len(t, second, 1)
	ys := []float64{first[0][0].Y, first[0][1].Y, first[0][2].Y, first[0][3].Y, first[1][1].Y, first[1][2].Y, first[1][3].Y}
	assert.InDeltaSlice(t, []float64{20, 29, 37, 46, 55, 62, 80}, ys, 0.01, "the ends, and what is beside them, moved onto the borders")
	assert.Equal(t, first[0][3], first[1][0])
	assert.InDelta(t, 20, second.End().Y, 0.001, "moved onto the border")
	assert.InDelta(t, 100, placed.Bounds.Max.Y, 0.001)
	assert.Equal(t, layout.Dot, placed.Engine)
	assert.Empty(t, placed.Note)
}

// Graphviz draws a line twice, and more often, where its boxes stand in frames: of two
// ways of seven points and of four, and of three of four, the first counts.
func TestParseTakesALineOnce(t *testing.T) {
	const drawn = "7 0.25 1.125 0.25 1 0.25 0.875 0.25 0.75 0.25 0.625 0.25 0.5 0.25 0.25"
	once, err := Parse(strings.NewReader(answerOfTwo), two())
	require.NoError(t, err)
	twice, err := Parse(strings.NewReader(strings.Replace(answerOfTwo, drawn, "11"+drawn[1:]+" 0.26 1.125 0.26 1 0.26 0.5 0.26 0.26", 1)), two())
	require.NoError(t, err)
	assert.Equal(t, once, twice)

	short := " 0.25 1.125 0.25 1 0.25 0.5 0.25 0.25"
	once, err = Parse(strings.NewReader(strings.Replace(answerOfTwo, drawn, "4"+short, 1)), two())
	require.NoError(t, err)
	thrice, err := Parse(strings.NewReader(strings.Replace(answerOfTwo, drawn, "12"+short+short+short, 1)), two())
	require.NoError(t, err)
	assert.Equal(t, once, thrice)
}

func TestParseDrawsWhatIsMissing(t *testing.T) {
	// This is what Graphviz writes for a line without a spline.
	answer := strings.Replace(answerOfTwo, "edge n1 n0 4 0.5 0.25 0.5 0.5 0.5 0.75 0.5 1.1139", "", 1)
	placed, err := Parse(strings.NewReader(answer), two())
	require.NoError(t, err)
	a, b := placed.Boxes[0].Rect, placed.Boxes[1].Rect
	path := placed.Lines[1].Path
	assert.Len(t, path, 1)
	assert.InDelta(t, 0, b.Exit(a.Center()).Dist(path.Start()), 1e-9)
	assert.InDelta(t, 0, a.Exit(b.Center()).Dist(path.End()), 1e-9)
	assert.Equal(t, "1 of 2 lines are straight because Graphviz found no way for them", placed.Note)
}

func TestParseRefuses(t *testing.T) {
	for want, change := range map[string][2]string{
		"box n1 is not placed":               {"node n1 0.41667 0.13889 0.83333 0.27778", ""},
		"box n0 is placed twice":             {"node n1", "node n0"},
		`"here 0.13889" is not a point`:      {"0.41667 0.13889", "here 0.13889"},
		`"NaN 0.13889" is not a point`:       {"0.41667 0.13889", "NaN 0.13889"},
		`"1 inf" is not a point`:             {"0.41667 0.13889", "1 inf"},
		`"1e300 0" is not a point`:           {"0.41667 0.13889", "1e300 0"},
		`"0.5 e" is not a point`:             {"0.5 0.25", "0.5 e"},
		`a spline of "3" points and 6`:       {"4 0.5 0.25", "3"},
		`a spline of "5" points and 8`:       {"4 0.5 0.25", "5 0.5 0.25"},
		`a spline of "4" points and 7`:       {"4 0.5 0.25", "4 0.25"},
		"a spline without points":            {"n1 n0 4 0.5 0.25 0.5 0.5 0.5 0.75 0.5 1.1139", ""},
		`unknown line "#000007"`:             {"solid #000001", "solid #000007"},
		`unknown line "#0001"`:               {"solid #000001", "solid #0001"},
		`unknown line ""`:                    {"solid #000001", "solid "},
		"line #000000 is drawn twice":        {"solid #000001", "solid #000000"},
		`placing box n1: " " is not a point`: {" 0.41667 0.13889 0.83333 0.27778 \" \" solid box black lightgrey", ""},
	} {
		t.Run(want, func(t *testing.T) {
			require.Contains(t, answerOfTwo, change[0])
			_, err := Parse(strings.NewReader(strings.Replace(answerOfTwo, change[0], change[1], 1)), two())
			assert.ErrorContains(t, err, want)
		})
	}
	_, err := Parse(strings.NewReader(""), two())
	assert.ErrorContains(t, err, "no answer")
	_, err = Parse(iotest.ErrReader(errors.New("broken")), two())
	assert.ErrorContains(t, err, "reading the answer of Graphviz: broken")
	g := two()
	g.Boxes[0].W = math.NaN()
	_, err = Parse(strings.NewReader(answerOfTwo), g)
	assert.ErrorContains(t, err, "its size NaN")
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(answerOfTwo))
	f.Add([]byte("edge\nnode\n\nstop"))
	f.Add([]byte(strings.ReplaceAll(answerOfTwo, "4 0.5 0.25", "7 0.5 0.25 0.5 0.25 0.5 0.25 1e6 -1e6")))
	g := two()
	f.Fuzz(func(t *testing.T, answer []byte) {
		placed, err := Parse(bytes.NewReader(answer), g)
		if err != nil {
			return
		}
		if len(placed.Boxes) != 2 || len(placed.Lines) != 2 {
			t.Fatalf("%d boxes and %d lines", len(placed.Boxes), len(placed.Lines))
		}
		for _, line := range placed.Lines {
			for _, c := range line.Path {
				for _, p := range c {
					if !p.IsFinite() {
						t.Fatalf("line %s passes %v", line.ID, p)
					}
				}
			}
		}
	})
}
