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
func (b *builder) keep(text []byte) (start, size int32) {
	start = int32(len(b.extra))
	b.extra = append(b.extra, text...)
	return start, int32(len(text))
}

func (b *builder) finish() *Tree {
	b.tree.extra = string(b.extra)
	return b.tree
}

// mark is a state of the builder to come back to.
type mark struct {
	count, extra, open int
	top                frame
	size               int32
}

func (b *builder) mark() mark {
	m := mark{count: b.tree.count, extra: len(b.extra), open: len(b.open)}
	if m.open > 0 {
		m.top = b.open[m.open-1]
		m.size = b.tree.at(m.top.node).size
	}
	return m
}

// undo comes back to m, within a list or map that is still open.
func (b *builder) undo(m mark) {
	b.tree.count, b.extra, b.open = m.count, b.extra[:m.extra], b.open[:m.open]
	if m.open == 0 {
		b.tree.root = None
		return
	}
	b.open[m.open-1] = m.top
	b.tree.at(m.top.node).size = m.size
	if m.top.last != None {
		b.tree.at(m.top.last).next = None
	}
}

// innermost returns the list or map that is open, None when there is none.
func (b *builder) innermost() Node {
	if len(b.open) == 0 {
		return None
	}
	return b.open[len(b.open)-1].node
}

// spoil notes that something of the innermost open list or map was lost.
func (b *builder) spoil() {
	b.tree.damaged = true
	if n := b.innermost(); n != None {
		b.tree.at(n).flags |= broken
	}
}
