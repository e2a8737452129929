package graphviz

import (
	"bytes"
	"context"
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/layout"
	"entangle/layout/geom"
	"entangle/layout/layouttest"
)

// small returns a graph that has a bit of everything.
func small() layout.Graph {
	return layout.Graph{
		Boxes: []layout.Box{
			{ID: "a", W: 72, H: 36, Group: "top"},
			{ID: "b", W: 100, H: 36, Group: "top"},
			{ID: "c", W: 50, H: 20, Group: "alone"},
			{ID: "d", W: 90, H: 40},
		},
		Lines: []layout.Line{
			{ID: "ac", From: "a", To: "c"},
			{ID: "ac2", From: "a", To: "c", Weight: 2.6},
			{ID: "bc", From: "b", To: "c", Weight: 0.1},
			{ID: "cd", From: "c", To: "d"},
			{ID: "da", From: "d", To: "a", Loose: true},
		},
	}
}

// pinned returns g with its first n boxes pinned in a row.
func pinned(g layout.Graph, n int) layout.Graph {
	for i := range n {
		g.Boxes[i].Pin = &geom.Point{X: 150 * float64(i), Y: 12.5}
	}
	return g
}

func with(g layout.Graph, o layout.Options) layout.Graph {
	g.Options = o
	return g
}

func TestComposeGolden(t *testing.T) {
	for name, g := range map[string]layout.Graph{
		"empty":        {},
		"dot":          small(),
		"dot-left":     with(small(), layout.Options{Direction: "LR", Splines: "ortho", NodeSep: 30, RankSep: 54}),
		"dot-large":    layouttest.Deals(60, 170, 1),
		"neato-pin":    with(pinned(small(), 1), layout.Options{Engine: layout.Neato, Seed: 7}),
		"fdp":          with(small(), layout.Options{Engine: layout.FDP}),
		"sfdp":         with(small(), layout.Options{Engine: layout.SFDP}),
		"circo":        with(small(), layout.Options{Engine: layout.Circo, NodeSep: 36}),
		"twopi":        with(small(), layout.Options{Engine: layout.Twopi, RankSep: 144}),
		"osage":        with(small(), layout.Options{Engine: layout.Osage}),
		"all-pinned":   with(pinned(small(), 4), layout.Options{Splines: "polyline"}),
		"curved":       with(small(), layout.Options{Splines: "curved"}),
		"pins-for-dot": pinned(small(), 2),
		"rows":         rowed(),
		"frames":       framed(),
	} {
		t.Run(name, func(t *testing.T) {
			var first, second bytes.Buffer
			require.NoError(t, Compose(&first, g))
			require.NoError(t, Compose(&second, g))
			assert.Equal(t, first.String(), second.String())
			golden(t, name+".dot", first.Bytes())
		})
	}
}

func TestComposeRefusesWhatIsNotValid(t *testing.T) {
	g := small()
	g.Lines[0].To = "nowhere"
	var b bytes.Buffer
	assert.ErrorContains(t, Compose(&b, g), "which is no box")
	assert.Empty(t, b.String())
}

// full is a writer that fails.
type full struct{}

var errFull = errors.New("full")

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestComposeReportsTheWriter(t *testing.T) {
	assert.ErrorIs(t, Compose(full{}, small()), errFull)
}

// nasty are strings that mean something to Graphviz, to terminals or to C.
var nasty = []string{
	`"`, `\`, `\"`, `a\`, `\\`, "\n", "a\r\nb", "\t", "\x00", "\x1b[31m", "\xff\xfe",
	"<b>bold</b>", "<<table>>", "&amp;", "%n", "%s%s%s%n", `\N`, `\G`, "n0", "e0", "graph", "digraph", "strict",
	"node", "edge", "subgraph", "cluster_x", "a -> b", "a;b", "}", "{", "]", "[label=x]", "// no", "/* no", "#no",
	"a:b:c", "a,b", "ω", "שלום עולם", "مرحبا", "\u202Eabc", "\u200B", "🏢", "é", " ", "-1.5", ".5e",
	strings.Repeat("long ", 410),
}

func TestNastyIdsStayText(t *testing.T) {
	g := layout.Graph{}
	for i, id := range nasty {
		g.Boxes = append(g.Boxes, layout.Box{ID: id, W: 40, H: 20, Group: nasty[i/2]})
		if i > 0 {
			g.Lines = append(g.Lines, layout.Line{ID: id, From: nasty[i-1], To: id})
		}
	}
	plain := layout.Graph{}
	for i := range nasty {
		id, group := layouttest.BoxID(i), layouttest.BoxID(i/2)
		plain.Boxes = append(plain.Boxes, layout.Box{ID: id, W: 40, H: 20, Group: group})
		if i > 0 {
			plain.Lines = append(plain.Lines, layouttest.Line(i, i-1, i))
		}
	}
	client := newClient(t)
	for _, engine := range []layout.EngineName{layout.Dot, layout.Neato} {
		g.Options.Engine, plain.Options.Engine = engine, engine
		got, err := client.Layout(context.Background(), g)
		require.NoError(t, err)
		want, err := client.Layout(context.Background(), plain)
		require.NoError(t, err)
		for i, id := range nasty {
			assert.Equal(t, id, got.Boxes[i].ID)
			assert.Equal(t, want.Boxes[i].Rect, got.Boxes[i].Rect, "names do not matter")
		}
		for i, line := range g.Lines {
			assert.Equal(t, line.ID, got.Lines[i].ID)
			assert.Equal(t, want.Lines[i].Path, got.Lines[i].Path)
		}
	}
}

func TestDecimal(t *testing.T) {
	for want, x := range map[string]float64{
		"0": 0, "1": 1, "10": 10, "0.5": 0.5, "-3": -3, "1.38889": 100.0 / 72, "100000": 1e5, "0.00001": 0.00001,
	} {
		assert.Equal(t, want, decimal(x, 5))
	}
	assert.Equal(t, "0", decimal(-0.000001, 5))
	assert.Equal(t, "0", decimal(math.Copysign(0, -1), 5))
	assert.Equal(t, "10", decimal(10, 0))
}

// token reads a quoted string as the scanner of DOT does, and returns what follows.
func token(s string) (value, rest string, ok bool) {
	if !strings.HasPrefix(s, `"`) {
		return "", s, false
	}
	var b strings.Builder
	for i := 1; i < len(s); i++ {
		switch {
		case s[i] == '"':
			return b.String(), s[i+1:], true
		case s[i] == 0:
			return "", s, false // the end of a string in C
		case strings.HasPrefix(s[i:], `\"`):
			b.WriteByte('"')
			i++
		case strings.HasPrefix(s[i:], `\\`):
			b.WriteString(`\\`) // left to who interprets the attribute
			i++
		case strings.HasPrefix(s[i:], "\\\n"):
			i++
		default:
			b.WriteByte(s[i])
		}
	}
	return "", s, false
}

func FuzzQuote(f *testing.F) {
	for _, s := range nasty {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		value, rest, ok := token(quote(s) + ", x=y]")
		if !ok || rest != ", x=y]" {
			t.Fatalf("%q is written as %q, which does not end where it should", s, quote(s))
		}
		want := strings.ReplaceAll(s, "\x00", "\uFFFD")
		if got := strings.ReplaceAll(value, `\\`, `\`); got != want {
			t.Fatalf("%q is read as %q", s, got)
		}
	})
}
