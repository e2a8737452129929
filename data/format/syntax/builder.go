package syntax

// builder makes a Tree from the top down, in the order of the file.
type builder struct {
	tree  *Tree
	extra []byte
	open  []frame
}

// frame is a list or map that is not yet closed.
type frame struct {
	node Node
	last Node // its last child so far
}

func newBuilder(source string) *builder {
	return &builder{tree: &Tree{root: None, source: source}}
}

// add appends a node to the innermost open list or map.
func (b *builder) add(n node) Node {
	t := b.tree
	if t.count>>blockBits == len(t.blocks) {
		t.blocks = append(t.blocks, make([]node, 1<<blockBits))
	}
	id := Node(t.count)
	n.next = None
	*t.at(id) = n
	t.count++
	if len(b.open) == 0 {
		t.root = id
		return id
	}
	f := &b.open[len(b.open)-1]
	parent := t.at(f.node)
	if f.last == None {
		parent.first = int32(id)
	} else {
		t.at(f.last).next = id
	}
	parent.size++
	f.last = id
	return id
}

// begin opens a list or map; what is added until end are its children.
func (b *builder) begin(kind Kind, line, col int32) Node {
	id := b.add(node{kind: kind, line: line, col: col})
	b.open = append(b.open, frame{id, None})
	return id
}

func (b *builder) end() { b.open = b.open[:len(b.open)-1] }

// keep stores the text of a scalar that is not in the file as it reads, and
// returns where it stands.
func (b *builder) keep(text string) (start, size int32) {
	start = int32(len(b.extra))
	b.extra = append(b.extra, text...)
	return start, int32(len(text))
}

func (b *builder) finish() *Tree {
	b.tree.extra = string(b.extra)
	return b.tree
}
