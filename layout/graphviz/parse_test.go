package graphviz

import (
	"bytes"
	"math"
	"strings"
	"testing"

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

const answerOfTwo = `{"bb":"0,0,60,100", "objects":[
	{"name":"%3", "rank":"same"},
	{"name":"n1", "pos":"30,10"},
	{"name":"n0", "pos":"30,90"}],
	"edges":[
	{"id":"e1", "pos":"40,20 40,40 40,60 40,80.2"},
	{"id":"e0", "pos":"20,80 20,70 20,60 20,50 20,40 20,30 20,20"}]}`

func TestParse(t *testing.T) {
	placed, err := Parse(strings.NewReader(answerOfTwo), two())
	require.NoError(t, err)
	assert.Equal(t, []layout.PlacedBox{
		{ID: "a", Rect: geom.Rect{Min: geom.Point{X: 10, Y: 0}, Max: geom.Point{X: 50, Y: 20}}},
		{ID: "b", Rect: geom.Rect{Min: geom.Point{X: 0, Y: 80}, Max: geom.Point{X: 60, Y: 100}}},
	}, placed.Boxes, "in the order of the graph, y downwards")
	assert.Equal(t, "x", placed.Lines[0].ID)
	assert.Equal(t, geom.Path{
		{{X: 20, Y: 20}, {X: 20, Y: 30}, {X: 20, Y: 40}, {X: 20, Y: 50}},
		{{X: 20, Y: 50}, {X: 20, Y: 60}, {X: 20, Y: 70}, {X: 20, Y: 80}},
	}, placed.Lines[0].Path)
	assert.Equal(t, geom.Point{X: 40, Y: 20}, placed.Lines[1].Path.End(), "moved onto the border")
	assert.Equal(t, geom.Rect{Max: geom.Point{X: 60, Y: 100}}, placed.Bounds)
	assert.Equal(t, layout.Dot, placed.Engine)
	assert.Empty(t, placed.Note)
}

func TestParseDrawsWhatIsMissing(t *testing.T) {
	answer := strings.Replace(answerOfTwo, "40,20 40,40 40,60 40,80.2", "", 1)
	placed, err := Parse(strings.NewReader(answer), two())
	require.NoError(t, err)
	assert.Equal(t, geom.Polyline(geom.Point{X: 30, Y: 80}, geom.Point{X: 30, Y: 20}), placed.Lines[1].Path)
	assert.Equal(t, "1 of 2 lines are straight because Graphviz found no way for them", placed.Note)
}

func TestParseRefuses(t *testing.T) {
	for want, change := range map[string][2]string{
		"box n1 is not placed":          {`{"name":"n1", "pos":"30,10"},`, ""},
		"box n0 is placed twice":        {`"n1"`, `"n0"`},
		`"here" is not a point`:         {`"30,10"`, `"here"`},
		`"NaN,0" is not a point`:        {`"30,10"`, `"NaN,0"`},
		`"1,inf" is not a point`:        {`"30,10"`, `"1,inf"`},
		`"1e300,0" is not a point`:      {`"30,10"`, `"1e300,0"`},
		`"e,40,20" is not a point`:      {`"40,20 40,40`, `"e,40,20 40,40`},
		"a spline of 3 points":          {"40,20 40,40", "40,20"},
		`unknown line "e7"`:             {`"e1"`, `"e7"`},
		`unknown line "e01"`:            {`"e1"`, `"e01"`},
		"line e0 is drawn twice":        {`"e1"`, `"e0"`},
		"reading the answer":            {`"objects":[`, `"objects":{`},
		"placing box n1: \"\" is not a": {`, "pos":"30,10"`, ""},
	} {
		t.Run(want, func(t *testing.T) {
			require.Contains(t, answerOfTwo, change[0])
			_, err := Parse(strings.NewReader(strings.Replace(answerOfTwo, change[0], change[1], 1)), two())
			assert.ErrorContains(t, err, want)
		})
	}
	_, err := Parse(strings.NewReader(""), two())
	assert.ErrorContains(t, err, "no answer")
	g := two()
	g.Boxes[0].W = math.NaN()
	_, err = Parse(strings.NewReader(answerOfTwo), g)
	assert.ErrorContains(t, err, "its size NaN")
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(answerOfTwo))
	f.Add([]byte(`{}`))
	f.Add([]byte(strings.ReplaceAll(answerOfTwo, "40,20", "40,20 40,20 40,20 1e8,-1e8")))
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
