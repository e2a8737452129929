// Package syntax reads YAML and JSON text into a lean tree of scalars, lists
// and maps, each with its line and column. It knows nothing of parties, ties or
// any other meaning of what it reads.
package syntax

// Fault is something wrong in the text. Line and Column count from 1, the
// column in characters; 0 means unknown.
type Fault struct {
	Line, Column int
	Message      string
}

// The limits of what is read.
const (
	MaxDepth    = 100     // levels of nesting
	MaxExpanded = 10_000  // nodes that aliases may add to those written
	MaxScalar   = 1 << 20 // bytes of one scalar
)
