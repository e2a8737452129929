package syntax

import (
	"fmt"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"
)

// dump writes the nodes of a tree one a line with their places, aliases as such.
func dump(t *Tree, n Node, b *strings.Builder) {
	if n == None {
		return
	}
	line, column := t.Place(n)
	fmt.Fprintf(b, "%d:%d ", line, column)
	switch {
	case t.Aliased(n):
		b.WriteString("alias\n")
		return
	case t.Kind(n) == Scalar:
		fmt.Fprintf(b, "%q plain %t\n", t.Text(n), t.Plain(n))
		return
	}
	fmt.Fprintf(b, "begin %d\n", t.Kind(n))
	for c := t.First(n); c != None; c = t.Next(c) {
		dump(t, c, b)
	}
	b.WriteString("end\n")
}

// dumpLibrary writes what go.yaml.in/yaml read in the same way.
func dumpLibrary(n *yaml.Node, b *strings.Builder) {
	if n.Kind != yaml.DocumentNode {
		fmt.Fprintf(b, "%d:%d ", n.Line, n.Column)
	}
	switch n.Kind {
	case yaml.DocumentNode:
		for _, c := range n.Content {
			dumpLibrary(c, b)
		}
	case yaml.AliasNode:
		b.WriteString("alias\n")
	case yaml.ScalarNode:
		quoted := n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle|yaml.LiteralStyle|yaml.FoldedStyle) != 0
		if n.Style&yaml.TaggedStyle != 0 || n.Tag == "!" {
			quoted = n.Tag == "!!str" || n.Tag == "!"
		}
		fmt.Fprintf(b, "%q plain %t\n", n.Value, !quoted)
	default:
		kind := List
		if n.Kind == yaml.MappingNode {
			kind = Map
		}
		fmt.Fprintf(b, "begin %d\n", kind)
		for _, c := range n.Content {
			dumpLibrary(c, b)
		}
		b.WriteString("end\n")
	}
}

// disagreement compares the tree with what the library says of a text.
func disagreement(text string) string {
	tree, faults := Parse([]byte(text))
	if len(faults) > 0 {
		return ""
	}
	var root yaml.Node
	if err := yaml.Load([]byte(text), &root); err != nil {
		return ""
	}
	var ours, theirs strings.Builder
	dump(tree, tree.Root(), &ours)
	dumpLibrary(&root, &theirs)
	if ours.String() != theirs.String() {
		return "ours:\n" + ours.String() + "theirs:\n" + theirs.String()
	}
	return ""
}

func FuzzAgreesWithLibrary(f *testing.F) {
	for _, s := range []string{
		"a: b\n", "a:\n  - b\n  - c: d\n    e: f\n", "a:\n- b\n- c\nd: e\n", "{a: [b, c], d: 'e''f', \"g\": \"h\\n\"}",
		"a: |\n  x\n   y\n\n  z\n\nb: >-\n  x\n  y\n\n  z\n   w\n", "- - a\n  - b\n-\n  - c\n", "a: &x b\nc: *x\n",
		"a: b\n  c\n\n  d\n", "a: \"b\n  c\n\n  d\\\n  e\"\n", "# c\na: b # d\n#e\n", "--- a\n...\n", "? a\n: b\n? c\n",
		"a: |2+\n    x\n\n", "a: >1\n x\n  y\n z\n\n\n", "[a: b, {c}, [], {}, d : e, ? f : g]", "a: !!str 5\nb: !!int \"6\"\n",
		"- |\n x\n- >\n y\n", "a : b\n\"c\": d\n'e' : f\n", "a:\n  b:\n   c\nd: {e:\n f}\n", "a: 'b\n\n c '\n", "a: -1\nb: :c\nd: ?e\n",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if strings.ContainsAny(text, string(strange)) {
			t.Skip() // disguised, or line breaks to the library
		}
		if d := disagreement(text); d != "" {
			t.Errorf("%q\n%s", text, d)
		}
	})
}
