package syntax

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"go.yaml.in/yaml/v4"
)

// yamlReader feeds a tree with the nodes of the library.
type yamlReader struct {
	src      string
	b        *builder
	at       cursor
	anchors  map[*yaml.Node]anchor
	expanded int               // nodes that aliases add
	back     *strings.Replacer // undoes the disguise
	list     faultList
	before   int // lines before the piece that is being read
}

// anchor is a node that aliases may name.
type anchor struct {
	node   Node
	before int // nodes when it began
	size   int // its nodes with aliases written out; 0 while it is open
}

func newReader(source string) *yamlReader {
	return &yamlReader{src: source, b: newBuilder(source), at: cursor{line: 1, column: 1}, anchors: map[*yaml.Node]anchor{}}
}

// readYAML reads a text that is YAML.
func readYAML(source string) (*Tree, []Fault) {
	w := weigh(source)
	r := newReader(source)
	switch line := directive(source); {
	case line > 0:
		r.list.add(line, 1, "%TAG is not part of the format; take it out")
		return nil, r.list
	case w.dense > 0:
		r.list.add(w.dense, 1, longLine)
		return nil, r.list
	case w.bytes() > hopeless*w.budget(len(source)):
		r.list.add(1, 1, tooDense)
		return nil, r.list
	}
	shown, back := disguise(source)
	r.back = back
	if w.bytes() <= w.budget(len(source)) && len(source) >= 4*pieceSize {
		if r.inPieces(shown, pieceSize) {
			return r.b.finish(), nil
		}
		r = newReader(source)
		r.back = back
	}
	var in io.Reader = strings.NewReader(shown)
	var watch *watched
	if w.bytes() > w.budget(len(source)) { // what looks like structure may be text
		watch = newWatched(shown, w.budget(len(source)))
		in = watch
	}
	whole := r.document(in)
	switch {
	case watch != nil && watch.over:
		return nil, []Fault{{1, 1, tooDense}}
	case !whole:
		return nil, r.list
	}
	return r.b.finish(), r.list
}

const tooDense = "too many values for the size of the file to be read within its bound on memory; leave out what is empty, or write JSON"

// strange are the characters, of three bytes each, that may stand in text but
// that the library takes for line breaks or refuses.
var strange = []rune{0x2028, 0x2029, 0xfffe, 0xffff}

// disguise returns the text as it is shown to the library: the strange
// characters stand as such as it does not hold otherwise, which are also of
// three bytes, and %YAML 1.2, which it refuses, as 1.1.
func disguise(source string) (shown string, back *strings.Replacer) {
	if rest, is := strings.CutPrefix(source, "%YAML 1.2"); is {
		source = "%YAML 1.1" + rest
	}
	var to, from []string
	private := rune(0xe000)
	for _, r := range strange {
		if !strings.ContainsRune(source, r) {
			continue
		}
		for private < 0xf8ff && strings.ContainsRune(source, private) {
			private++
		}
		to = append(to, string(r), string(private))
		from = append(from, string(private), string(r))
		private++
	}
	if len(to) > 0 {
		source = strings.NewReplacer(to...).Replace(source)
	}
	return source, strings.NewReplacer(from...)
}

var longLine = fmt.Sprintf("more than %d values in brackets on one line; put each record on a line of its own, or write JSON", mostOnLine)

// refused says whether the text was refused for what it would take to read it.
func refused(f Fault) bool { return f.Message == tooDense || f.Message == longLine }

// document reads the one document, and makes sure that there is no other. It
// returns false when nothing can be made of it.
func (r *yamlReader) document(in io.Reader) (whole bool) {
	defer func() {
		if fault := recover(); fault != nil { // of the library: its grammar, not ours
			r.list.add(r.at.line, 1, "the file cannot be read from about here on")
			whole = false
		}
	}()
	loader, err := yaml.NewLoader(in)
	if err != nil {
		return r.fail(err)
	}
	var root yaml.Node
	switch err := loader.Load(&root); {
	case errors.Is(err, io.EOF):
		return true
	case err != nil:
		return r.fail(err)
	}
	content := root.Content
	root = yaml.Node{}
	if !r.addAll(content) {
		return false
	}
	switch err := loader.Load(&root); {
	case err == nil:
		r.list.add(root.Line, root.Column, "a second document begins; a dataset is one document")
	case !errors.Is(err, io.EOF):
		r.fail(err)
	}
	return true
}

// fail notes what the library could not read.
func (r *yamlReader) fail(err error) bool {
	var bad *yaml.LoadError
	if !errors.As(err, &bad) {
		r.list.add(1, 1, "cannot be read: "+err.Error())
		return false
	}
	line, column := bad.Mark.Line, bad.Mark.Column
	if line == 0 {
		line, column = 1, 1
	}
	message := bad.Message
	if from := bad.ContextMark; from.Line > 0 && from.Line < line {
		if strings.Contains(bad.ContextMsg, "quoted scalar") || strings.Contains(bad.ContextMsg, "simple key") {
			line, column = from.Line, from.Column // what comes after it was taken for text
		} else {
			message += fmt.Sprintf(" %s that began on line %d", bad.ContextMsg, from.Line)
		}
	}
	for _, a := range advice {
		if strings.Contains(bad.Message, a.about) {
			message += "; " + a.text
			break
		}
	}
	r.list.add(line, max(column, 1), message)
	return false
}

// advice is what would be right where the library cannot read on.
var advice = []struct{ about, text string }{
	{"mapping values are not allowed", "put text with a colon in quotes, or begin a map on a new line, its keys indented alike"},
	{"block sequence entries are not allowed", "begin a list on a new line, or put text that begins with a dash in quotes"},
	{"did not find expected ','", "close the bracket, or put text with commas, colons or brackets in quotes"},
	{"did not find expected key", "indent keys of one map alike, and put text with quotes in it in quotes as a whole"},
	{"did not find expected '-' indicator", "indent the dashes of one list alike"},
	{"did not find expected node content", "take the comma or bracket out, or put the text in quotes"},
	{"could not find expected ':'", "write key: value, with a space after the colon"},
	{"unexpected end of stream", "close the quote"},
	{"document indicator", "close the quote"},
	{"cannot start any token", "put the text in quotes; indent with spaces, not with tabs"},
	{"tab", "indent with spaces"},
	{"unknown escape", `write \\ for a backslash, or use single quotes`},
	{"hexadecimal", "write the character itself"},
	{"invalid Unicode", "write the character itself"},
	{"comment or line break", "begin the text on the next line"},
	{"unknown anchor", "define it before, or put the text in quotes"},
	{"expected alphabetic or numeric", "name the anchor, or put the text in quotes"},
	{"incompatible YAML", "take the line %YAML out"},
	{"directive", "take the line out"},
	{"max depth", "flatten it"},
	{"control characters", "take them out"},
}

// addAll adds nodes one after the other, and lets go of the library's.
func (r *yamlReader) addAll(nodes []*yaml.Node) bool {
	for i, n := range nodes {
		nodes[i] = nil
		if !r.add(n) {
			return false
		}
	}
	return true
}

// add adds a node with all that it holds, and lets go of the library's.
func (r *yamlReader) add(n *yaml.Node) bool {
	n.Line += r.before
	place := node{line: int32(n.Line), col: int32(n.Column)}
	if n.Kind == yaml.AliasNode {
		return r.addAlias(n, place)
	}
	r.checkTag(n)
	before := r.nodes()
	if n.Kind == yaml.ScalarNode {
		id := r.addScalar(n, place)
		if n.Anchor != "" {
			r.anchors[n] = anchor{node: id, before: before, size: 1}
		}
		return true
	}
	if len(r.b.open) == MaxDepth {
		r.list.tooDeep(n.Line, n.Column)
		return false
	}
	kind := List
	if n.Kind == yaml.MappingNode {
		kind = Map
	}
	id := r.b.begin(kind, place.line, place.col)
	if n.Anchor != "" {
		r.anchors[n] = anchor{node: id, before: before}
	}
	content := n.Content
	n.Content = nil
	if !r.addAll(content) {
		return false
	}
	r.b.end()
	if n.Anchor != "" {
		r.anchors[n] = anchor{node: id, before: before, size: r.nodes() - before}
	}
	return true
}

// nodes counts what has been read, with aliases written out.
func (r *yamlReader) nodes() int { return r.b.tree.count + r.expanded }

func (r *yamlReader) addScalar(n *yaml.Node, place node) Node {
	const inQuotes = yaml.DoubleQuotedStyle | yaml.SingleQuotedStyle
	isText := n.Style&(inQuotes|yaml.LiteralStyle|yaml.FoldedStyle) != 0
	if n.Style&yaml.TaggedStyle != 0 || n.Tag == "!" {
		isText = n.Tag == "!!str" || n.Tag == "!"
	}
	if isText {
		place.flags = quoted
	}
	start := r.at.find(r.src, n.Line, n.Column)
	if start >= 0 && n.Style&inQuotes != 0 {
		start++
	}
	return r.list.addScalar(r.b, place, r.back.Replace(n.Value), start)
}

// addAlias adds an alias without writing it out.
func (r *yamlReader) addAlias(n *yaml.Node, place node) bool {
	a := r.anchors[n.Alias]
	if a.size == 0 {
		r.list.add(n.Line, n.Column, fmt.Sprintf("the alias *%s stands inside of what it names; write the value out", cut(n.Value)))
		place.flags = broken
		r.b.tree.damaged = true
		r.b.add(place)
		return true
	}
	r.expanded += a.size - 1
	if r.expanded >= MaxExpanded {
		r.list.add(n.Line, n.Column, fmt.Sprintf("aliases make the file %d values longer than it is written, %d are allowed; write the values out", r.expanded, MaxExpanded-1))
		return false
	}
	place.flags, place.first = alias, int32(a.node)
	r.b.add(place)
	return true
}

// checkTag notes a tag that is not of the core schema, or of another kind.
func (r *yamlReader) checkTag(n *yaml.Node) {
	if n.Style&yaml.TaggedStyle == 0 {
		return
	}
	fits := false
	switch n.Tag {
	case "!!str", "!!int", "!!float", "!!bool", "!!null":
		fits = n.Kind == yaml.ScalarNode
	case "!!seq":
		fits = n.Kind == yaml.SequenceNode
	case "!!map":
		fits = n.Kind == yaml.MappingNode
	default:
		r.list.add(n.Line, n.Column, fmt.Sprintf("the tag %s is not part of the format; leave it out, or put the text in quotes", cut(n.Tag)))
		return
	}
	if !fits {
		r.list.add(n.Line, n.Column, fmt.Sprintf("the tag %s does not fit here; leave it out", n.Tag))
	}
}
