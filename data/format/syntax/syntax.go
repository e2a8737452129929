// Package syntax reads YAML and JSON text into a lean tree of scalars, lists
// and maps, each with its line and column. It knows nothing of parties, ties or
// any other meaning of what it reads.
//
// It has a reader of its own because of the bound on memory, and because
// everything that is wrong is to be named with line and column in one pass. Of
// ten megabytes of YAML the tree of go.yaml.in/yaml takes 230 MB (v3) or 240 MB
// (v4) where the text is that of a usual dataset, and 1 GB (v3) or 4.6 GB (v4)
// where it is dense; the former gives no column of what it cannot read, both
// stop there. The tests hold this reader against that package, and against
// encoding/json.
//
// What differs from YAML 1.2: keys are scalars; no tags beyond the core schema
// and no %TAG; one document; tabs never indent a list or map; control
// characters are refused, also as escapes. Lines within brackets may be
// indented less than YAML asks for, since everyone's closing bracket is.
package syntax

import (
	"cmp"
	"slices"
)

// The limits of what is read.
const (
	MaxDepth    = 100     // levels of nesting
	MaxExpanded = 10_000  // nodes that aliases may add to those written
	MaxScalar   = 1 << 20 // bytes of one scalar
)

// Fault is something wrong in the text. Line and Column count from 1, the
// column in characters. Within is the list or map of which an entry was left
// out because of it, or the key of which the value was; None when nothing was.
type Fault struct {
	Line, Column int
	Message      string
	Within       Node
}

// Parse reads the text of one document. Faults are sorted by place. There is no tree when nothing can be
// made of the text. When there is one beside faults, it lacks what was wrong,
// and says so of the nodes that it concerns.
func Parse(content []byte) (*Tree, []Fault) {
	source := string(content)
	if wide(source) {
		return nil, []Fault{{1, 1, "the file is UTF-16; save it as UTF-8", None}}
	}
	r := &reader{src: source, b: newBuilder(source)}
	r.faults = checkText(source)
	whole := r.document()
	slices.SortStableFunc(r.faults, func(a, b Fault) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	if !whole {
		return nil, r.faults
	}
	return r.b.finish(), r.faults
}
