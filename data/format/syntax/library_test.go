package syntax

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"
)

// dump writes the nodes of a tree one a line, aliases as such.
func dump(t *Tree, n Node, b *strings.Builder) {
	if n == None {
		return
	}
	if t.at(n).flags&alias != 0 {
		b.WriteString("alias\n")
		return
	}
	if t.Kind(n) == Scalar {
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

// disagreement compares what both make of a text, as far as both accept it.
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
	if tree.Root() == None { // the library makes an empty scalar of an empty document
		ours.WriteString("\"\" plain true\n")
	}
	dumpLibrary(&root, &theirs)
	if ours.String() != theirs.String() {
		return "ours:\n" + ours.String() + "theirs:\n" + theirs.String()
	}
	return ""
}

// libraryDiffers finds what the library reads in a way of its own: a colon in
// the name of an anchor does not belong to it, one behind a tag makes a key of
// nothing, a document ends in no block of lines, and there are the line
// separators of YAML 1.1.
var libraryDiffers = regexp.MustCompile(`[|>][^|>]*[\r\n](\.\.\.|---)|[&*]\S*:|!\S*\s+:|[\x{2028}\x{2029}]`)

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
		if libraryDiffers.MatchString(text) {
			t.Skip()
		}
		if d := disagreement(text); d != "" {
			t.Errorf("%q\n%s", text, d)
		}
	})
}
