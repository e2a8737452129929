package graphviz

import (
	"context"
	"errors"

	"github.com/goccy/go-graphviz/cgraph"
	_ "unsafe" // for go:linkname
)

// read has Graphviz read DOT. The public function of go-graphviz does the same and
// then asks after the label of every box, for those without one; each question takes
// as long as reading the box, and ours all have one. A renamed function there is an
// error when the program is linked.
func read(ctx context.Context, dot string) (*cgraph.Graph, error) {
	graph, err := memRead(ctx, dot)
	if err != nil {
		return nil, err
	}
	if graph == nil {
		return nil, errors.New("graphviz cannot read what it was given")
	}
	return toGraph(graph), nil
}

type wasmGraph struct{ _ [0]func() }

//go:linkname memRead github.com/goccy/go-graphviz/internal/wasm.MemRead
func memRead(ctx context.Context, dot string) (*wasmGraph, error)

//go:linkname toGraph github.com/goccy/go-graphviz/cgraph.toGraph
func toGraph(*wasmGraph) *cgraph.Graph
