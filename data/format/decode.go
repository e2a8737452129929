package format

import (
	"fmt"
	"strconv"
	"strings"

	"entangle/data"
	"entangle/data/format/syntax"
)

// decoder walks the tree into values of package data. It goes on after every
// problem, so that one pass finds them all; what it makes is only used when
// there were none.
type decoder struct {
	tree   *syntax.Tree
	report *report
	ids    ids
	keep   keeper
	record string // the innermost record's id
	path   []step // from the topmost map on
	base   int    // where the path within the innermost record begins
	rest   int    // values of stories and views so far
}

// step is a key, or the index of an item when the key is empty.
type step struct {
	key   string
	index int
}

func decode(tree *syntax.Tree, r *report) *data.Dataset {
	d := &decoder{tree: tree, report: r}
	root := tree.Root()
	if root == syntax.None || tree.Null(root) {
		d.problem(syntax.None, "the file is empty; begin with format: %s", Name)
		return nil
	}
	if tree.Kind(root) != syntax.Map {
		d.problem(root, "a dataset is a map of keys and values; begin with format: %s", Name)
		return nil
	}
	d.collect(root)
	f := &file{}
	fill(d, root, newShapes().file, f)
	d.checkCycles(root)
	return &f.Dataset
}

// skips says whether a problem at a node will not be listed, as in a file with
// thousands of them. Asked first where a file may hold millions.
func (d *decoder) skips(n syntax.Node) bool { return d.report.skips(d.place(n)) }

// place returns the line and column of a node, 0 when there is none.
func (d *decoder) place(n syntax.Node) (line, column int) {
	if n == syntax.None {
		return 0, 0
	}
	return d.tree.Place(n)
}

// problem notes a problem at a node, in the current record and field.
func (d *decoder) problem(n syntax.Node, format string, args ...any) {
	d.problemf(n, func() string { return fmt.Sprintf(format, args...) })
}

// problemf is problem for messages that take some work to make.
func (d *decoder) problemf(n syntax.Node, message func() string) {
	line, column := d.place(n)
	d.report.add(line, column, func() Problem {
		return Problem{Record: visibleID(d.record), Field: pathText(d.path[d.base:]), Message: message()}
	})
}

func pathText(path []step) string {
	var s strings.Builder
	for i, p := range path {
		switch {
		case p.key == "":
			s.WriteString("[" + strconv.Itoa(p.index) + "]")
			continue
		case i > 0:
			s.WriteByte('.')
		}
		s.WriteString(p.key)
	}
	return s.String()
}

// within runs f with one more step on the path.
func (d *decoder) within(s step, f func()) {
	d.path = append(d.path, s)
	f()
	d.path = d.path[:len(d.path)-1]
}

// problemIn notes a problem of a field of the record that is being read.
func (d *decoder) problemIn(field string, n syntax.Node, format string, args ...any) {
	d.within(step{key: field}, func() { d.problem(n, format, args...) })
}

// absent says that a value is the same as a field left out.
func (d *decoder) absent(n syntax.Node) bool {
	return n == syntax.None || d.tree.Null(n) || (d.tree.Kind(n) == syntax.Scalar && d.tree.Text(n) == "")
}

// value returns the value of a key of a map, None when it is left out.
func (d *decoder) value(n syntax.Node, key string) syntax.Node {
	v := d.tree.Value(n, key)
	if d.absent(v) {
		return syntax.None
	}
	return v
}

// each calls f for every item of a list with its path. What is no list is a
// problem that says how to write one.
func (d *decoder) each(n syntax.Node, f func(item syntax.Node)) {
	switch kind := d.tree.Kind(n); {
	case kind != syntax.List && d.tree.Broken(n): // what is wrong with it has been said
	case kind == syntax.Scalar:
		d.problem(n, "a list is expected; write [%s]", shortened(d.tree.Text(n)))
	case kind == syntax.Map:
		d.problem(n, "a list is expected, not a map; begin each item with a dash, or put it in [ ]")
	default:
		d.path = append(d.path, step{})
		at := len(d.path) - 1
		i := 0
		for item := d.tree.First(n); item != syntax.None; item = d.tree.Next(item) {
			d.path[at].index = i
			f(item)
			i++
		}
		d.path = d.path[:at]
	}
}
