package syntax

// Kind says what a node is.
type Kind uint8

// The kinds of node. A map's children alternate between key and value.
const (
	Scalar Kind = iota
	List
	Map
)

// Node names a node of a Tree.
type Node int32

// None is the node that is not there.
const None Node = -1

// Tree is a document as a tree of nodes, each with its place in the text. It is
// kept small, since a file of a hundred megabytes may hold fifty million
// nodes: 24 bytes a node, no pointers, and text that stands in the file as it
// is read is not copied a second time.
type Tree struct {
	blocks [][]node
	count  int
	root   Node
	source string // the file
	extra  string // the text of scalars that differs from what the file shows

	damaged bool
}

type node struct {
	kind  Kind
	flags flags
	line  int32
	col   int32
	next  Node  // the next sibling
	first int32 // first child, or where the text begins, or what an alias names
	size  int32 // children, or bytes of text
}

type flags uint8

const (
	quoted  flags = 1 << iota // not plain: always text, whatever it looks like
	inExtra                   // the text stands in extra
	alias
	broken // something of it could not be read
)

const blockBits = 12

func (t *Tree) at(n Node) *node { return &t.blocks[n>>blockBits][n&(1<<blockBits-1)] }

// target follows an alias to the node that it names.
func (t *Tree) target(n Node) *node {
	p := t.at(n)
	for p.flags&alias != 0 {
		p = t.at(Node(p.first))
	}
	return p
}

// Root returns the topmost node, None when the document is empty.
func (t *Tree) Root() Node { return t.root }

// Damaged says that something of the document is not in the tree because it
// could not be read.
func (t *Tree) Damaged() bool { return t.damaged }

// Broken says that the node, or an entry of the list or map, could not be read.
func (t *Tree) Broken(n Node) bool { return t.target(n).flags&broken != 0 }

// Kind returns what the node is; of an alias, what it stands for.
func (t *Tree) Kind(n Node) Kind { return t.target(n).kind }

// Place returns the line and the column of the node, both from 1, the column
// in characters.
func (t *Tree) Place(n Node) (line, column int) {
	p := t.at(n)
	return int(p.line), int(p.col)
}

// Aliased says that the node is an alias, so that its children stand elsewhere.
func (t *Tree) Aliased(n Node) bool { return t.at(n).flags&alias != 0 }

// Next returns the sibling after n, None after the last.
func (t *Tree) Next(n Node) Node { return t.at(n).next }

// First returns the first child of a list or map, None when it has none.
func (t *Tree) First(n Node) Node {
	p := t.target(n)
	if p.kind == Scalar || p.size == 0 {
		return None
	}
	return Node(p.first)
}

// Len returns the number of items of a list, or of pairs of a map.
func (t *Tree) Len(n Node) int {
	p := t.target(n)
	switch p.kind {
	case List:
		return int(p.size)
	case Map:
		return int(p.size) / 2
	default:
		return 0
	}
}

// Text returns the text of a scalar as it was written: 2026 and 250e9 stay what
// they are. It is empty for lists and maps.
func (t *Tree) Text(n Node) string {
	p := t.target(n)
	if p.kind != Scalar {
		return ""
	}
	from := t.source
	if p.flags&inExtra != 0 {
		from = t.extra
	}
	return from[p.first : p.first+p.size]
}

// Plain says that a scalar stands without quotes, so that it may be a number, a
// truth value or nothing at all.
func (t *Tree) Plain(n Node) bool {
	p := t.target(n)
	return p.kind == Scalar && p.flags&quoted == 0
}

// Null says that a scalar is written as nothing: empty, ~ or null.
func (t *Tree) Null(n Node) bool {
	if !t.Plain(n) {
		return false
	}
	switch t.Text(n) {
	case "", "~", "null", "Null", "NULL":
		return true
	}
	return false
}

// Value returns the value of a key of a map, None when the map has no such key.
// Of keys written twice the first counts.
func (t *Tree) Value(n Node, key string) Node {
	if n == None || t.Kind(n) != Map {
		return None
	}
	for k := t.First(n); k != None; {
		p := t.at(k)
		if p.flags&alias != 0 || int(p.size) == len(key) { // else it cannot be the key
			if t.Text(k) == key && t.Kind(k) == Scalar {
				return p.next
			}
		}
		k = t.at(p.next).next
	}
	return None
}
