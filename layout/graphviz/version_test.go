package graphviz

import (
	"context"
	"encoding/json"
	"math"
	"math/rand"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"entangle/layout"
	"entangle/layout/layouttest"
)

// witnesses are graphs whose placements stand for all: every engine, every way of
// drawing lines, sizes at which limits change.
func witnesses() map[string]layout.Graph {
	list := map[string]layout.Graph{
		"dot, of which nothing is bounded": layouttest.Deals(45, 100, 3),
		"dot, bounded":                     layouttest.Deals(120, 260, 3),
		"dot, bounded much":                layouttest.Deals(150, 600, 3),
		"dot, from the left":               with(layouttest.Deals(30, 50, 3), layout.Options{Direction: "LR", NodeSep: 20, RankSep: 40}),
		"dot in rows":                      someRows(rand.New(rand.NewSource(3))),
		"dot in frames":                    framed(),
		"placed already":                   pinned(small(), 4),
		"sfdp, a crowd":                    with(layouttest.Deals(crowd+10, 2*crowd, 3), layout.Options{Engine: layout.SFDP}),
	}
	for _, engine := range layout.Engines {
		list[string(engine)+" of thirty"] = with(layouttest.Deals(30, 50, 3), layout.Options{Engine: engine})
	}
	for _, shape := range []string{"line", "polyline", "ortho", "curved"} {
		list["dot, "+shape] = with(layouttest.Deals(30, 50, 3), layout.Options{Splines: shape})
	}
	return list
}

// weigh returns numbers that are others when a placement is another one to the eye,
// and the same when only the last digits are, as on another kind of processor.
func weigh(p layout.Placed) []float64 {
	var boxes, lines, bends float64
	for i, box := range p.Boxes {
		boxes += float64(i+1) * (box.Rect.Center().X + 2*box.Rect.Center().Y)
	}
	for i, line := range p.Lines {
		lines += float64(i+1) * line.Path.Length()
		bends += float64(i+1) * float64(len(line.Path))
	}
	return []float64{p.Bounds.W(), p.Bounds.H(), boxes, lines, bends}
}

// record is what testdata/version.json holds.
type record struct {
	Version string
	Weights map[string][]float64
}

// Placements are kept on disk under layout.HashVersion, so that it has to change when
// they do: else everybody goes on seeing the old ones, beside new ones.
func TestHashVersionIsRaisedWhenPlacementsChange(t *testing.T) {
	file := filepath.Join("testdata", "version.json")
	var kept record
	if text, err := os.ReadFile(file); err == nil {
		require.NoError(t, json.Unmarshal(text, &kept))
	}
	now := record{layout.HashVersion, map[string][]float64{}}
	client := newClient(t)
	for name, g := range witnesses() {
		placed, err := client.Layout(context.Background(), g)
		require.NoError(t, err, name)
		now.Weights[name] = weigh(placed)
	}
	if kept.Version == now.Version {
		changed := now.changed(kept)
		require.Empty(t, changed, "placements have changed: raise HashVersion in layout/hash.go, then run the test with -update")
	}
	if *update {
		text, err := json.MarshalIndent(now, "", "\t")
		require.NoError(t, err)
		require.NoError(t, os.WriteFile(file, append(text, '\n'), 0o600))
		return
	}
	require.Equal(t, kept.Version, now.Version, "run the test with -update")
	require.Len(t, kept.Weights, len(now.Weights), "run the test with -update")
}

// changed returns the names of the placements that are in both records, and others.
func (r record) changed(kept record) []string {
	const tolerance = 1e-6
	var names []string
	for name, now := range r.Weights {
		before, ok := kept.Weights[name]
		if ok && !slices.EqualFunc(now, before, func(a, b float64) bool {
			return math.Abs(a-b) <= tolerance*max(1, math.Abs(a))
		}) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}
