package format

import (
	"strconv"

	"entangle/data/format/syntax"
)

// locator finds the record and field in which faults of the text stand.
type locator struct {
	tree   *syntax.Tree
	report *report
	left   []syntax.Fault // in the order of the tree
}

// reportFaults notes faults of the text, with the record and field where they
// stand as far as there is a tree.
func reportFaults(tree *syntax.Tree, faults []syntax.Fault, r *report) {
	l := &locator{tree: tree, report: r, left: faults}
	if tree != nil && tree.Root() != syntax.None {
		l.walk(tree.Root(), "", "", syntax.None)
	}
	l.take(len(l.left), "", "")
}

// take reports the next n faults.
func (l *locator) take(n int, record, field string) {
	for _, f := range l.left[:n] {
		l.report.add(f.Line, f.Column, func() Problem {
			return Problem{Record: record, Field: field, Message: f.Message}
		})
	}
	l.left = l.left[n:]
}

// before counts the faults before a node.
func (l *locator) before(n syntax.Node) int {
	if n == syntax.None {
		return len(l.left)
	}
	line, column := l.tree.Place(n)
	i := 0
	for i < len(l.left) && (l.left[i].Line < line || (l.left[i].Line == line && l.left[i].Column < column)) {
		i++
	}
	return i
}

// walk deals with the faults up to the node after n. Only what holds one is
// looked into.
func (l *locator) walk(n syntax.Node, record, field string, after syntax.Node) {
	if l.before(after) == 0 {
		return
	}
	isMap := l.tree.Kind(n) == syntax.Map
	if id := l.tree.Value(n, "id"); isMap && id != syntax.None && l.tree.Text(id) != "" {
		record, field = visibleID(l.tree.Text(id)), ""
	}
	if l.tree.Aliased(n) || l.tree.Kind(n) == syntax.Scalar {
		l.take(l.before(after), record, field)
		return
	}
	i := 0
	for child := l.tree.First(n); child != syntax.None && len(l.left) > 0; i++ {
		l.take(l.before(child), record, field)
		value := child
		if isMap {
			value = l.tree.Next(child)
		}
		next := l.tree.Next(value)
		end := next
		if end == syntax.None {
			end = after
		}
		if l.before(end) == 0 {
			child = next
			continue
		}
		inner := field + "[" + strconv.Itoa(i) + "]"
		if isMap {
			inner = joined(field, visibleID(l.tree.Text(child)))
		}
		l.walk(value, record, inner, end)
		child = next
	}
	l.take(l.before(after), record, field)
}

// joined appends a key to a path.
func joined(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}
