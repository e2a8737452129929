package syntax

import (
	"runtime"
	"strings"

	"go.yaml.in/yaml/v4"
)

// A long text is cut where a key of the topmost map or an item of its list begins,
// and the library reads the pieces, several at a time: its tree of a piece is gone
// before that of the next but some is made, so that reading takes a quarter of the
// memory, and half the time where there are two processors. Where a piece turns out
// not to be whole after all, as when a text in quotes looks like an item, or
// anything else is out of the ordinary, the text is read again in one.

// pieceSize is how many bytes a piece has at least, and a text that is cut several
// times that.
const pieceSize = 128 << 10

// piece is a part of a text that can be read alone.
type piece struct {
	text  string
	start int  // where it begins in the whole
	line  int  // lines before it
	items bool // it goes on with the list at the end of the piece before
}

// cutter divides a text.
type cutter struct {
	source string
	least  int
	pieces []piece
	from   piece // the one that is being measured
	list   int   // the indent of the dashes that the present key's list has; below 0 none
	bare   bool  // the present key had nothing on its line, and nothing came since
	filled bool  // something but comments came
}

// cutUp divides a text into pieces of at least so many bytes; nil where that
// cannot be done by looking at how lines begin.
func cutUp(source string, least int) []piece {
	c := &cutter{source: source, least: least, list: -1}
	line := 0
	for at := 0; at < len(source); {
		end := at + strings.IndexByte(source[at:], '\n')
		if end < at {
			end = len(source)
		}
		if !c.begins(at, line, source[at:end]) {
			return nil
		}
		at, line = end+1, line+1
	}
	c.end(len(source))
	return c.pieces
}

// begins looks at a line; false when the text cannot be cut.
func (c *cutter) begins(at, number int, line string) bool {
	body := strings.TrimLeft(line, " ")
	if strings.ContainsRune(line, '\r') || strings.HasPrefix(body, "\t") {
		return false
	}
	if body == "" || body[0] == '#' {
		return true
	}
	indent := len(line) - len(body)
	dash := body == "-" || strings.HasPrefix(body, "- ")
	switch {
	case indent == 0 && !dash:
		if !letter(body[0]) {
			return false // a mark of a document, a bracket, a quote
		}
		c.cut(at, number, false)
		c.bare, c.list = strings.HasSuffix(strings.TrimRight(line, " "), ":"), -1
		return true
	case c.bare && dash:
		c.list = indent
	case dash && indent == c.list:
		c.cut(at, number, true)
	}
	c.bare = false
	return true
}

// cut ends the piece that is being measured, when it is long enough, or a key
// comes after items that stand without theirs.
func (c *cutter) cut(at, line int, items bool) {
	if c.filled && (at-c.from.start >= c.least || c.from.items && !items) {
		c.end(at)
		c.from = piece{start: at, line: line, items: items}
	}
	c.filled = true
}

func (c *cutter) end(at int) {
	c.from.text = c.source[c.from.start:at]
	c.pieces = append(c.pieces, c.from)
}

// inPieces reads a text piece by piece; false when it has to be read in one.
func (r *yamlReader) inPieces(shown string, least int) bool {
	pieces := cutUp(shown, least)
	if len(pieces) < 2 {
		return false
	}
	defer generous()()
	stop := make(chan struct{})
	defer close(stop)
	last := None // the list that may go on
	for i, root := range loadAll(pieces, stop) {
		if root == nil || !r.addPiece(root, pieces[i], &last) || len(r.list) > 0 {
			return false
		}
	}
	for len(r.b.open) > 0 {
		r.b.end()
	}
	return true
}

// addPiece adds what the library read of a piece.
func (r *yamlReader) addPiece(root *yaml.Node, p piece, last *Node) bool {
	r.before = p.line
	content := root.Content
	root.Content = nil
	if p.items {
		if root.Kind != yaml.SequenceNode || *last == None {
			return false
		}
		return r.addAll(content)
	}
	if root.Kind != yaml.MappingNode || root.Column != 1 {
		return false
	}
	if len(r.b.open) == 0 {
		r.b.begin(Map, int32(root.Line), int32(root.Column))
	} else if *last != None {
		r.b.end()
	}
	*last = None
	final := content[len(content)-1]
	if final.Kind != yaml.SequenceNode || final.Anchor != "" || final.Style&(yaml.FlowStyle|yaml.TaggedStyle) != 0 {
		return r.addAll(content)
	}
	if !r.addAll(content[:len(content)-1]) {
		return false
	}
	*last = r.b.begin(List, int32(final.Line+r.before), int32(final.Column)) // and leave it open
	return r.addAll(final.Content)
}

// loadAll has the library read pieces, some at a time, and gives their roots in
// order; nil where one cannot be read alone.
func loadAll(pieces []piece, stop <-chan struct{}) func(yield func(int, *yaml.Node) bool) {
	ahead := 2 * runtime.GOMAXPROCS(0)
	results := make(chan chan *yaml.Node, ahead)
	go func() {
		defer close(results)
		working := make(chan struct{}, runtime.GOMAXPROCS(0))
		for _, p := range pieces {
			result := make(chan *yaml.Node, 1)
			select {
			case results <- result:
			case <-stop:
				return
			}
			working <- struct{}{}
			go func() {
				result <- load(p.text)
				<-working
			}()
		}
	}()
	return func(yield func(int, *yaml.Node) bool) {
		i := 0
		for result := range results {
			if !yield(i, <-result) {
				return
			}
			i++
		}
	}
}

// load reads one piece; nil when it is not a document of its own.
func load(text string) (root *yaml.Node) {
	defer func() {
		if recover() != nil { // of the library: its grammar, not ours
			root = nil
		}
	}()
	loader, err := yaml.NewLoader(strings.NewReader(text))
	if err != nil {
		return nil
	}
	var document yaml.Node
	if loader.Load(&document) != nil || len(document.Content) != 1 {
		return nil
	}
	return document.Content[0]
}
