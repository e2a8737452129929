// Package syntax reads YAML and JSON text into a lean tree of scalars, lists
// and maps, each with its line and column. It knows nothing of parties, ties or
// any other meaning of what it reads.
//
// YAML is parsed by go.yaml.in/yaml, JSON by encoding/json. Of the versions of
// the former v4 says where it cannot go on, by line and column, which v3 does
// not. Of ten megabytes both take the same memory for their trees: 225 MB where
// the text is that of a usual dataset, 240 MB of records of 100 bytes, 980 MB of
// `a,`. That is too much for our bound, so that the bytes are looked through
// first, and memory is watched where they are dense; see prescan.go. Long texts in
// the usual form are read in pieces, which takes less memory and time; see
// pieces.go. Our own tree takes 24 bytes a node, and the library's is let go of as it is made.
//
// What differs from YAML 1.2: no tags beyond the core schema and no %TAG; one document; control characters are refused, also as escapes.
package syntax

import (
	"cmp"
	"runtime/debug"
	"slices"
	"strings"
	"unicode/utf8"
)

// The limits of what is read.
const (
	MaxDepth    = 100     // levels of nesting
	MaxExpanded = 10_000  // nodes that aliases may add to those written
	MaxScalar   = 1 << 20 // bytes of one scalar
)

// Fault is something wrong in the text. Line and Column count from 1, the
// column in characters.
type Fault struct {
	Line, Column int
	Message      string
}

// Parse reads the text of one document. Faults are sorted by place. There is no
// tree when nothing can be made of the text: neither library reads on after
// what it cannot read.
func Parse(content []byte) (*Tree, []Fault) {
	if len(content) >= large {
		defer saveMemory()()
	}
	source := strings.TrimPrefix(string(content), byteOrderMark)
	if wide(source) {
		return nil, []Fault{{1, 1, "the file is UTF-16; save it as UTF-8"}}
	}
	faults := checkText(source)
	if len(faults) >= mostFaults {
		return nil, faults
	}
	if len(faults) > 0 { // read the rest all the same, to name everything that is wrong
		source = strings.Map(readable, source)
	}
	tree, more := read(source)
	faults = append(faults, more...)
	slices.SortStableFunc(faults, func(a, b Fault) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	return tree, faults
}

func read(source string) (*Tree, []Fault) {
	if !looksLikeJSON(source) {
		return readYAML(source)
	}
	tree, faults, is := readJSON(source)
	if is {
		return tree, faults
	}
	if len(source) >= large {
		debug.FreeOSMemory() // before memory is watched
	}
	tree, more := readYAML(source)
	if len(more) == 1 && refused(more[0]) && quotesFirst(source) { // it was meant to be JSON
		return nil, faults
	}
	return tree, more
}

// readable puts U+FFFD in the place of what may not stand in text.
func readable(r rune) rune {
	if Forbidden(r) {
		return utf8.RuneError
	}
	return r
}
