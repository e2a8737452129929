package syntax

import (
	"fmt"
	"strings"
)

// reader goes through the text once and builds the tree. Its methods return
// false when they could not read what they were to read; the fault is noted
// then, and the block list or map around it goes on with its next entry.
type reader struct {
	src string
	cursor
	b        *builder
	faults   []Fault
	stopped  bool // nothing more can be read
	anchors  map[string]anchor
	expanded int    // nodes that aliases add
	depth    int    // of open lists and maps
	buf      []byte // the text of a scalar while it is put together
	wasted   int    // bytes that were read more than once because of faults
}

// cursor is a place in the text.
type cursor struct {
	pos       int
	lineStart int
	line      int32
	column    columns
}

// place is a line and a column.
type place struct{ line, col int32 }

func (r *reader) here() place {
	return place{r.line, int32(r.column.at(r.src, r.pos))}
}

func (r *reader) faultAt(p place, format string, args ...any) {
	if len(r.faults) >= 2*mostFaults {
		r.stopped = true
		return
	}
	r.faults = append(r.faults, Fault{int(p.line), int(p.col), fmt.Sprintf(format, args...), None})
}

// failAt notes a fault and returns false.
func (r *reader) failAt(p place, format string, args ...any) bool {
	r.faultAt(p, format, args...)
	return false
}

func (r *reader) fail(format string, args ...any) bool {
	return r.failAt(r.here(), format, args...)
}

// stop notes a fault after which nothing more is read.
func (r *reader) stop(p place, format string, args ...any) bool {
	r.faultAt(p, format, args...)
	r.stopped = true
	return false
}

func (r *reader) end() bool { return r.pos >= len(r.src) }

// peek returns the byte at the cursor, 0 at the end.
func (r *reader) peek() byte {
	if r.end() {
		return 0
	}
	return r.src[r.pos]
}

// newline goes over the line break at the cursor.
func (r *reader) newline() {
	r.pos += lineBreak(r.src, r.pos)
	r.line++
	r.lineStart = r.pos
	r.column = columns{start: r.pos}
}

func (r *reader) skipBlanks() {
	for r.pos < len(r.src) && blank(r.src[r.pos]) {
		r.pos++
	}
}

func (r *reader) skipLine() {
	if i := strings.IndexAny(r.src[r.pos:], "\r\n"); i >= 0 {
		r.pos += i
	} else {
		r.pos = len(r.src)
	}
}

// next goes on to the next content: over blanks, comments and line breaks.
func (r *reader) next() {
	for r.pos < len(r.src) {
		switch c := r.src[r.pos]; {
		case blank(c):
			r.pos++
		case c == '\n' || c == '\r':
			r.newline()
		case c == '#' && (r.pos == r.lineStart || blank(r.src[r.pos-1])):
			r.skipLine()
		default:
			return
		}
	}
}

// fresh says that nothing but blanks stands before the cursor on its line.
func (r *reader) fresh() bool {
	for i := r.pos - 1; i >= r.lineStart; i-- {
		if !blank(r.src[i]) {
			return false
		}
	}
	return true
}

// indent returns how many bytes the cursor is into its line.
func (r *reader) indent() int { return r.pos - r.lineStart }

// spaces returns how many spaces the line begins with.
func (r *reader) spaces() int {
	i := r.lineStart
	for i < len(r.src) && r.src[i] == ' ' {
		i++
	}
	return i - r.lineStart
}

// marker says that a document begins or ends here, with --- or at "...".
func (r *reader) marker() bool {
	if r.pos != r.lineStart || r.pos+3 > len(r.src) {
		return false
	}
	mark := r.src[r.pos : r.pos+3]
	return (mark == "---" || mark == "...") && blankAt(r.src, r.pos+3)
}

// done says that the document has ended.
func (r *reader) done() bool { return r.end() || r.marker() }

// sign says that c stands here as an indicator: followed by a blank.
func (r *reader) sign(c byte) bool {
	return r.peek() == c && blankAt(r.src, r.pos+1)
}

// open begins a list or map.
func (r *reader) open(kind Kind, p place, props props) bool {
	if r.depth++; r.depth > MaxDepth {
		return r.stop(p, "nested more than %d levels deep; flatten it", MaxDepth)
	}
	if !props.fits(kind) {
		return r.failAt(p, "the tag %s does not fit here; leave it out", props.tagText)
	}
	n := r.b.begin(kind, p.line, p.col)
	if props.anchor != "" {
		r.name(props.anchor, anchor{node: n, before: r.nodes()})
	}
	return true
}

// close ends the list or map that was begun last.
func (r *reader) close(props props) {
	r.depth--
	r.b.end()
	if a, ok := r.anchors[props.anchor]; ok && props.anchor != "" {
		a.size = r.nodes() - a.before + 1
		r.anchors[props.anchor] = a
	}
}

// nodes counts what has been read, with aliases written out.
func (r *reader) nodes() int { return r.b.tree.count + r.expanded }

func (r *reader) name(name string, a anchor) {
	if r.anchors == nil {
		r.anchors = map[string]anchor{}
	}
	r.anchors[name] = a
}

// salvage closes the lists and maps that a fault left open, down to so many,
// and keeps what was read of them.
func (r *reader) salvage(open int) {
	for len(r.b.open) > open {
		r.b.complete()
		r.b.spoil()
		r.b.end()
	}
	r.depth = open
	r.b.complete()
	r.wasted += len(r.anchors)
	for name, a := range r.anchors {
		if a.size == 0 && !r.b.isOpen(a.node) {
			a.size = r.nodes() - a.before + 1
			r.anchors[name] = a
		}
	}
}

// lose notes within what the faults from that one on left something out: the
// innermost list or map, or the key of a map whose value it is.
func (r *reader) lose(first int) {
	within := r.b.innermost()
	if within != None && r.b.tree.at(within).kind == Map && r.b.size()%2 == 1 {
		within = r.b.open[len(r.b.open)-1].last
	}
	for i := range r.faults[first:] {
		if f := &r.faults[first+i]; f.Within == None {
			f.Within = within
		}
	}
}
