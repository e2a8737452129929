package interchange

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os/exec"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/data"
	"entangle/data/query"
)

// inRow places the boxes of a drawing by hand, in points.
func inRow(drawing query.Drawing) map[data.PartyID]Spot {
	spots := map[data.PartyID]Spot{}
	for i, n := range drawing.Nodes {
		spots[n.Party] = Spot{X: 86.25 + 200*float64(i), Y: 40 + 150*float64(i*i%3), W: 172, H: 64}
	}
	return spots
}

// dotGraph is what the native program makes of a file.
type dotGraph struct {
	Objects []map[string]any
	Edges   []map[string]any
}

// native has a program of Graphviz lay a file out.
func native(t *testing.T, program string, content []byte) dotGraph {
	t.Helper()
	need(t, program, "-V")
	cmd := exec.Command(program, "-Tjson")
	var out, problems bytes.Buffer
	cmd.Stdin, cmd.Stdout, cmd.Stderr = bytes.NewReader(content), &out, &problems
	require.NoError(t, cmd.Run(), "%s\n%s", problems.String(), content)
	if !bytes.Contains(content, []byte("second line")) { // that name is too long for any box
		assert.Empty(t, problems.String())
	}
	var g dotGraph
	require.NoError(t, json.Unmarshal(out.Bytes(), &g), out.String())
	return g
}

// TestGraphvizLeavesTheBoxesWhereTheyAre: the native programs, whichever is
// started, place every box where the drawing has it, and find every line.
func TestGraphvizLeavesTheBoxesWhereTheyAre(t *testing.T) {
	for name, d := range map[string]*data.Dataset{"web": web(t), "built-in": builtIn(t)} {
		for _, products := range []bool{false, true} {
			w, r := look(d)
			drawing := query.Draw(w.Dataset(), r, products)
			spots := inRow(drawing)
			for _, program := range []string{"dot", "sfdp"} {
				g := native(t, program, DOT(d, r, drawing, spots))
				require.Len(t, g.Objects, len(drawing.Nodes))
				dx, dy := 0.0, 0.0 // Graphviz begins at zero
				for i, o := range g.Objects {
					spot := spots[data.PartyID(o["name"].(string))]
					x, y := position(t, o)
					if i == 0 {
						dx, dy = x-spot.X, y+spot.Y
					}
					assert.InDelta(t, spot.X+dx, x, 0.01, "%s: %s", name, o["name"])
					assert.InDelta(t, dy-spot.Y, y, 0.01, "%s: %s", name, o["name"])
					assert.Equal(t, "2.3889", fmt.Sprintf("%.4f", inches(t, o["width"])), "172 points")
				}
				assert.Len(t, g.Edges, len(lines(r)))
			}
		}
	}
}

func position(t *testing.T, o map[string]any) (x, y float64) {
	t.Helper()
	_, err := fmt.Sscanf(o["pos"].(string), "%g,%g", &x, &y)
	require.NoError(t, err)
	return x, y
}

func inches(t *testing.T, v any) float64 {
	t.Helper()
	x, err := strconv.ParseFloat(v.(string), 64)
	require.NoError(t, err)
	return x
}

// TestGraphvizReadsTheTextsAsTheyAre: a backslash stands twice, white space is
// one space, an & of what is shown is spelled out; all else is as it was.
func TestGraphvizReadsTheTextsAsTheyAre(t *testing.T) {
	need(t, "gvpr", "-V")
	d := web(t)
	_, r := look(d)
	content := DOT(d, r, query.Draw(d, r, false), nil)
	cmd := exec.Command("gvpr", `N [name == "a"] { print($.label); print($.aliases) } E [tie == "vague"] { print($.title) }`)
	var out, problems bytes.Buffer
	cmd.Stdin, cmd.Stdout, cmd.Stderr = bytes.NewReader(content), &out, &problems
	require.NoError(t, cmd.Run(), problems.String())
	assert.Empty(t, problems.String())
	text := strings.ReplaceAll(strings.Join(strings.Fields(hostile), " "), `\`, `\\`)
	assert.Equal(t, strings.ReplaceAll(text, "&", "&amp;")+"\n@A; +B\n"+text+"\n", out.String())

	cmd = exec.Command("dot", "-Tsvg")
	out.Reset()
	cmd.Stdin, cmd.Stdout = bytes.NewReader(content), &out
	require.NoError(t, cmd.Run())
	shown := strings.NewReplacer("&quot;", `"`, "&#45;", "-", "&#39;", "'", "&lt;", "<", "&gt;", ">", "&#160;", " ", "&amp;", "&").Replace(out.String())
	assert.Contains(t, shown, strings.Join(strings.Fields(hostile), " "), "what Graphviz shows is the name")
}

func TestAnEdgeSaysWhichTieAndPartyItIs(t *testing.T) {
	d := web(t)
	_, r := look(d)
	g := native(t, "dot", DOT(d, r, query.Draw(d, r, false), nil))
	var consortium []string
	for _, e := range g.Edges {
		switch e["tie"] {
		case "torn":
			consortium = append(consortium, e["id"].(string))
		case "open":
			assert.Equal(t, "c", e["to"], "drawn as its owner")
			assert.Equal(t, float64(1), e["head"])
		}
	}
	assert.Equal(t, []string{"torn/b", "torn/d"}, consortium)
}
