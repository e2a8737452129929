package syntax

import "strings"

// scalar is a scalar that has been read and not yet added to the tree.
type scalar struct {
	place
	start, end int  // of its text in the file; of an alias, start is the node
	put        bool // the text is in the reader's buffer instead
	plain      bool
	lines      bool // it goes over several lines
	alias      bool
	tooLong    bool
}

// addScalar adds a scalar to the tree.
func (r *reader) addScalar(s scalar, p props) bool {
	n := node{line: s.line, col: s.col}
	if !p.fits(Scalar) {
		return r.failAt(p.at, "the tag %s does not fit here; leave it out", p.tagText)
	}
	switch {
	case s.alias && !p.empty():
		return r.failAt(p.at, "an alias has no anchor or tag of its own; take it out")
	case s.alias:
		n.flags, n.first = alias, int32(s.start)
	case s.tooLong || s.end-s.start > MaxScalar || (s.put && len(r.buf) > MaxScalar):
		r.faultAt(s.place, "a text of more than %d MB; shorten it", MaxScalar>>20)
		n.flags = broken
		r.b.tree.damaged = true
	case s.put:
		n.flags = inExtra
		n.first, n.size = r.b.keep(r.buf)
	default:
		n.first, n.size = int32(s.start), int32(s.end-s.start)
	}
	if p.tag == "str" || (p.tag == "" && !s.plain && !s.empty()) {
		n.flags |= quoted
	}
	before := r.nodes()
	id := r.b.add(n)
	if p.anchor != "" {
		r.name(p.anchor, anchor{node: id, before: before, size: 1})
	}
	return true
}

// empty says that nothing at all is written.
func (s scalar) empty() bool { return s.start == 0 && s.end == 0 && !s.put && !s.alias }

// scalar reads quoted text, an alias, or the first line of plain text.
func (r *reader) scalar(parent int, flow bool) (scalar, bool) {
	switch r.peek() {
	case '"', '\'':
		return r.quoted(parent)
	case '*':
		return r.alias()
	}
	if !r.startsPlain(flow) {
		return scalar{}, r.fail("%s", startFault(r.peek()))
	}
	s := scalar{place: r.here(), start: r.pos, plain: true}
	s.end = r.plainEnd(flow)
	r.pos = s.end
	return s, true
}

// startsPlain says whether plain text may begin at the cursor.
func (r *reader) startsPlain(flow bool) bool {
	switch c := r.peek(); c {
	case '-', '?', ':':
		return !blankAt(r.src, r.pos+1) && !(flow && flowSign(r.src[r.pos+1]))
	default:
		return strings.IndexByte(",[]{}#&*!|>'\"%@`", c) < 0
	}
}

func startFault(c byte) string {
	switch c {
	case ',', ']', '}':
		return string(c) + " is not expected here; take it out, or put the text in quotes"
	case ':':
		return "a key is missing before the colon"
	case '-', '?':
		return "a lone " + string(c) + " is not expected here; put it in quotes"
	}
	return "text cannot begin with " + string(c) + "; put it in quotes"
}

// plainEnd returns where the plain text at the cursor ends on its line.
func (r *reader) plainEnd(flow bool) int {
	i := r.pos
scan:
	for ; i < len(r.src); i++ {
		switch c := r.src[i]; c {
		case '\n', '\r':
			break scan
		case ':':
			if blankAt(r.src, i+1) || (flow && flowSign(r.src[i+1])) {
				break scan
			}
		case '#':
			if i > r.pos && blank(r.src[i-1]) {
				break scan
			}
		case ',', '[', ']', '{', '}':
			if flow {
				break scan
			}
		}
	}
	for i > r.pos && blank(r.src[i-1]) {
		i--
	}
	return i
}

// moreLines reads the further lines of plain text, if it has any. They are
// indented by more than parent, and are joined by spaces.
func (r *reader) moreLines(s scalar, parent int, flow bool) (scalar, bool) {
	for {
		save := r.cursor
		breaks := r.breaks()
		if breaks == 0 || r.done() || !r.goesOn(parent, flow) {
			r.cursor = save
			return s, true
		}
		if !s.put {
			r.buf = append(r.buf[:0], r.src[s.start:s.end]...)
			s.put, s.lines = true, true
		}
		from, end := r.pos, r.plainEnd(flow)
		r.pos = end
		s.tooLong = s.tooLong || len(r.buf)+breaks+end-from > MaxScalar
		if !s.tooLong {
			r.fold(breaks)
			r.buf = append(r.buf, r.src[from:end]...)
		}
		if !flow && r.endsAtColon() {
			return s, r.fail("a colon inside of the text that began on line %d; put the text in quotes, or indent keys alike", s.line)
		}
	}
}

// goesOn says whether the line at the cursor goes on with the plain text above.
func (r *reader) goesOn(parent int, flow bool) bool {
	c := r.peek()
	switch {
	case c == '#':
		return false
	case !flow:
		return r.spaces() > parent
	case flowSign(c) || (r.indent() <= parent && r.sign('-')):
		return false
	default:
		return c != ':' || (!blankAt(r.src, r.pos+1) && !flowSign(r.src[r.pos+1]))
	}
}

// endsAtColon says whether the line's text was ended by a colon.
func (r *reader) endsAtColon() bool {
	i := r.pos
	for i < len(r.src) && blank(r.src[i]) {
		i++
	}
	return i < len(r.src) && r.src[i] == ':'
}

// breaks goes over blanks and line breaks to the next text and counts the
// breaks. Without any it may stand before a comment.
func (r *reader) breaks() int {
	n := 0
	for {
		r.skipBlanks()
		if lineBreak(r.src, r.pos) == 0 {
			return n
		}
		r.newline()
		n++
		if r.marker() {
			return n
		}
	}
}

// fold joins lines: by a space, or by the empty lines between them.
func (r *reader) fold(breaks int) {
	if breaks == 1 {
		r.buf = append(r.buf, ' ')
	}
	for range breaks - 1 {
		r.buf = append(r.buf, '\n')
	}
}
