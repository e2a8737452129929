package syntax

import "strings"

// document reads the directives, the one document, and nothing after it.
func (r *reader) document() bool {
	r.line = 1
	if len(r.src) >= len(byteOrderMark) && r.src[:len(byteOrderMark)] == byteOrderMark {
		r.pos = len(byteOrderMark)
		r.lineStart, r.column.start = r.pos, r.pos
	}
	r.directives()
	r.next()
	if r.end() {
		return true
	}
	ok := r.block(-1, false)
	if r.stopped {
		return false
	}
	if !ok {
		r.lose(0)
		r.salvage(0)
		return r.b.tree.root != None
	}
	r.next()
	if !r.done() {
		r.b.spoil()
		r.fail("more text after the end of the dataset; indent it like the rest, or take it out")
		return true
	}
	r.rest()
	return true
}

// directives reads the lines before the document and the --- that begins it.
func (r *reader) directives() {
	directives := false
	for {
		r.next()
		if r.peek() != '%' || r.pos != r.lineStart {
			break
		}
		directives = true
		at := r.here()
		r.pos++
		if r.word() == "TAG" {
			r.faultAt(at, "%%TAG is not part of the format; take it out")
		}
		r.skipLine()
	}
	switch {
	case r.marker() && r.peek() == '-':
		r.pos += len("---")
	case directives:
		r.fail("a line --- is missing after the directives")
	}
}

// rest makes sure that nothing comes after the document.
func (r *reader) rest() {
	for r.marker() && r.peek() == '.' {
		r.pos += len("...")
		r.next()
	}
	if !r.end() {
		r.fail("a second document begins; a dataset is one document")
	}
}

// block reads the value after a key, a dash or at the start. It belongs to a
// list or map that is indented by parent, and lies deeper. A list or map of
// its own begins on a new line, or right here when compact.
func (r *reader) block(parent int, compact bool) bool {
	at := r.here()
	r.next()
	var outer, inner props
	begin := r.opening()
	for !r.done() && (r.peek() == '&' || r.peek() == '!') && !(begin.fresh && begin.indent <= parent) {
		p, ok := r.property()
		if !ok {
			return false
		}
		if !inner.empty() && inner.at.line != p.at.line {
			if outer, ok = r.join(outer, inner); !ok {
				return false
			}
			inner = props{}
		}
		if inner, ok = r.join(inner, p); !ok {
			return false
		}
		if r.next(); r.line != p.at.line {
			begin = r.opening()
		}
	}
	if !inner.empty() && inner.at.line != r.line {
		var ok bool
		if outer, ok = r.join(outer, inner); !ok {
			return false
		}
		inner = props{}
	}
	if r.done() || (begin.fresh && begin.indent <= parent && (compact || begin.indent < parent || !r.sign('-'))) {
		all, ok := r.join(outer, inner)
		return ok && r.addScalar(scalar{place: at}, all)
	}
	if begin.fresh && r.spaces() < begin.indent && r.spaces() <= parent {
		return r.fail("a tab cannot indent; use spaces")
	}
	begin.nest = begin.fresh || compact
	return r.content(parent, begin, outer, inner)
}

// opening is where the first content of a line begins, with its anchor or tag.
type opening struct {
	place
	pos, indent int
	fresh       bool // nothing stands before it on the line
	nest        bool // a list or map may begin there
}

func (r *reader) opening() opening {
	return opening{place: r.here(), pos: r.pos, indent: r.indent(), fresh: r.fresh()}
}

// content reads the value at the cursor. The inner props stand on its line and
// are those of the first key when it is a map; the outer ones are the map's.
func (r *reader) content(parent int, begin opening, outer, inner props) bool {
	if r.sign('-') || r.sign('?') {
		if !r.mayNest(begin) {
			return false
		}
		if !inner.empty() {
			return r.failAt(inner.at, "an anchor or tag of a list or map stands on the line above it")
		}
		if r.peek() == '-' {
			return r.blockList(begin.indent, outer)
		}
		return r.blockMap(begin.indent, begin.place, outer, nil, props{})
	}
	all, joined := outer, true
	switch c := r.peek(); {
	case c == '|' || c == '>':
		if all, joined = r.join(outer, inner); !joined {
			return false
		}
		s, ok := r.literal(parent)
		return ok && r.addScalar(s, all)
	case c == '[' || c == '{':
		if all, joined = r.join(outer, inner); !joined || !r.flow(parent, all) {
			return false
		}
		if r.skipBlanks(); r.sign(':') {
			return r.failAt(begin.place, "a key is a word, not a list or map")
		}
		return true
	}
	s, ok := r.scalar(parent, false)
	if !ok {
		return false
	}
	if !s.lines {
		after := r.pos
		if r.skipBlanks(); r.sign(':') {
			return r.mayNest(begin) && r.blockMap(begin.indent, begin.place, outer, &s, inner)
		}
		r.pos = after
		if s.plain {
			if s, ok = r.moreLines(s, parent, false); !ok {
				return false
			}
		}
	}
	all, joined = r.join(outer, inner)
	return joined && r.addScalar(s, all)
}

// mayNest says whether the content that begins there may be a list or map.
func (r *reader) mayNest(begin opening) bool {
	switch {
	case !begin.nest && r.peek() == ':':
		return r.fail("a colon inside of text; put the text in quotes, or begin a map on a new line")
	case !begin.nest:
		return r.fail("a list begins on a new line; put text that begins with a dash in quotes")
	case strings.Contains(r.src[r.lineStart:begin.pos], "\t"):
		return r.fail("a tab cannot indent; use spaces")
	}
	return true
}

// blockList reads items that begin with a dash at that indent.
func (r *reader) blockList(indent int, props props) bool {
	if !r.open(List, r.here(), props) {
		return false
	}
	for {
		start := r.begin()
		r.pos++
		r.entry(start, indent, r.block(indent, true))
		if r.stopped {
			return false
		}
		if r.done() || r.indent() != indent || !r.sign('-') {
			break
		}
	}
	r.close(props)
	return true
}

// blockMap reads pairs the keys of which stand at that indent. The first key
// may have been read already.
func (r *reader) blockMap(indent int, at place, outer props, first *scalar, inner props) bool {
	if !r.open(Map, at, outer) {
		return false
	}
	for {
		start := r.begin()
		ok, compact := true, false // compact: the key stands after a question mark
		if first != nil {
			ok = r.addScalar(*first, inner)
			first = nil
		} else {
			compact = r.sign('?')
			ok = r.blockKey(indent)
		}
		if ok && r.sign(':') && (!compact || (r.fresh() && r.indent() == indent)) {
			r.pos++
			ok = r.block(indent, compact)
		} else if ok {
			r.addScalar(scalar{place: r.here()}, props{})
		}
		r.entry(start, indent, ok)
		if r.stopped {
			return false
		}
		if r.done() || r.indent() != indent {
			break
		}
	}
	r.close(outer)
	return true
}

// blockKey reads a key that stands at that indent, up to its colon.
func (r *reader) blockKey(indent int) bool {
	at := r.here()
	if r.sign('?') {
		return r.explicitKey(indent)
	}
	var p props
	for line := r.line; r.line == line && (r.peek() == '&' || r.peek() == '!'); r.next() {
		q, ok := r.property()
		if !ok {
			return false
		}
		if p, ok = r.join(p, q); !ok {
			return false
		}
	}
	switch c := r.peek(); {
	case p.empty() && r.spaces() < r.indent():
		return r.failAt(at, "a tab cannot indent; use spaces")
	case r.sign('-'):
		return r.fail("a list item among keys; indent it further than the key that it belongs to")
	case c == '[' || c == '{':
		return r.fail("a key is a word, not a list or map")
	}
	s, ok := r.scalar(indent, false)
	if !ok {
		return false
	}
	if r.skipBlanks(); s.lines || !r.sign(':') {
		if s.plain && strings.Contains(r.src[s.start:s.end], ":") {
			return r.failAt(at, "a key and its value are expected; write a space after the colon")
		}
		return r.failAt(at, "a key and its value are expected; write key: value, or put text of several lines in quotes")
	}
	return r.addScalar(s, p)
}

// explicitKey reads a key after a question mark, up to its colon if it has one.
func (r *reader) explicitKey(indent int) bool {
	r.pos++
	if !r.block(indent, true) {
		return false
	}
	r.next()
	return true
}

// beginning is the state at the beginning of an entry.
type beginning struct {
	cursor
	open, faults int
	size         int32 // of the list or map before the entry
}

func (r *reader) begin() beginning {
	return beginning{r.cursor, len(r.b.open), len(r.faults), r.b.size()}
}

// entry ends an entry of a list or map at that indent, which was read or not.
// What could not be read is left out, and reading goes on with the next entry.
func (r *reader) entry(start beginning, indent int, ok bool) {
	if ok {
		start.faults = len(r.faults)
	}
	if (ok && r.entryEnds(indent)) || r.stopped {
		return
	}
	r.lose(start.faults)
	if ok {
		r.b.spoil()
	} else {
		r.wasted += r.pos - start.pos
		r.salvage(start.open)
		if r.b.size() == start.size {
			r.b.spoil()
		}
		r.cursor = start.cursor
	}
	if r.wasted > len(r.src)+1<<20 {
		r.stop(r.here(), "too much cannot be read to go on from here")
		return
	}
	for r.skipLine(); !r.end(); r.skipLine() {
		r.newline()
		r.pos += r.spaces()
		if c := r.peek(); r.end() || r.marker() || (r.indent() <= indent && !strings.ContainsRune("#\t\r\n", rune(c))) {
			return
		}
	}
}

// entryEnds checks that what comes after an entry is another or the end.
func (r *reader) entryEnds(indent int) bool {
	r.next()
	switch {
	case r.done():
		return true
	case !r.fresh():
		return r.fail("unexpected text after the value; put the whole value in quotes")
	case r.indent() > indent:
		return r.fail("indented further than what it belongs to; indent keys and dashes of one list or map alike")
	}
	return true
}
