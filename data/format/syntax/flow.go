package syntax

// bracket is a list or map in brackets that is being read.
type bracket struct {
	place
	open, shut byte
	kind       Kind
	parent     int // indent of the block list or map around it
}

// flow reads a list or map in brackets.
func (r *reader) flow(parent int, p props) bool {
	in := bracket{place: r.here(), open: '[', shut: ']', kind: List, parent: parent}
	if r.peek() == '{' {
		in.open, in.shut, in.kind = '{', '}', Map
	}
	if !r.open(in.kind, in.place, p) {
		return false
	}
	r.pos++
	for {
		if !r.inside(in) {
			return false
		}
		if r.peek() == in.shut {
			break
		}
		if r.peek() == ',' {
			return r.fail("a comma with nothing before it; take it out")
		}
		if !r.flowEntry(in) || !r.inside(in) {
			return false
		}
		if r.peek() == ',' {
			r.pos++
		} else if r.peek() != in.shut {
			return r.fail("a comma or %c is missing before this; put text with commas, colons or brackets in quotes", in.shut)
		}
	}
	r.pos++
	r.close(p)
	return true
}

// inside goes to the next content between brackets, and makes sure that they
// are closed.
func (r *reader) inside(in bracket) bool {
	r.next()
	if r.done() {
		return r.failAt(in.place, "%c is not closed", in.open)
	}
	if r.sign('-') && r.indent() <= in.parent && r.fresh() {
		return r.failAt(in.place, "%c is not closed before line %d", in.open, r.line)
	}
	return true
}

// flowProps reads the anchors and tags between brackets.
func (r *reader) flowProps(in bracket) (props, bool) {
	var p props
	for r.peek() == '&' || r.peek() == '!' {
		q, ok := r.property()
		if ok {
			p, ok = r.join(p, q)
		}
		if !ok || !r.inside(in) {
			return p, false
		}
	}
	return p, true
}

// flowEntry reads an item, or a key with its value.
func (r *reader) flowEntry(in bracket) bool {
	explicit := r.sign('?')
	if explicit {
		r.pos++
		if !r.inside(in) {
			return false
		}
	}
	at := r.here()
	p, ok := r.flowProps(in)
	if !ok {
		return false
	}
	c := r.peek()
	if c == '[' || c == '{' {
		if in.kind == Map || explicit {
			return r.fail("a key is a word, not a list or map")
		}
		if !r.flow(in.parent, p) || !r.inside(in) {
			return false
		}
		if r.peek() == ':' {
			return r.failAt(at, "a key is a word, not a list or map")
		}
		return true
	}
	s := scalar{place: at}
	if (p.empty() && !explicit) || !(c == ',' || c == in.shut) {
		if s, ok = r.flowScalar(in); !ok {
			return false
		}
	}
	return r.flowPair(in, s, p, explicit)
}

// flowScalar reads a scalar between brackets.
func (r *reader) flowScalar(in bracket) (scalar, bool) {
	s, ok := r.scalar(in.parent, true)
	if ok && s.plain {
		s, ok = r.moreLines(s, in.parent, true)
	}
	return s, ok
}

// flowPair adds a scalar as an item, or as a key with the value that follows.
func (r *reader) flowPair(in bracket, s scalar, p props, explicit bool) bool {
	if !r.inside(in) {
		return false
	}
	next := r.pos + 1
	sameLine := !s.lines && s.line == r.line
	key := r.peek() == ':' && (in.kind == Map || explicit || sameLine) && (blankAt(r.src, next) || flowSign(r.src[next]) || (!s.plain && !s.alias))
	if in.kind == List && !key && !explicit {
		return r.addScalar(s, p)
	}
	if in.kind == List && !r.open(Map, s.place, props{}) {
		return false
	}
	if !r.addScalar(s, p) {
		return false
	}
	if key {
		r.pos++
		if !r.inside(in) || !r.flowValue(in) {
			return false
		}
	} else {
		r.addScalar(scalar{place: r.here()}, props{})
	}
	if in.kind == List {
		r.close(props{})
	}
	return true
}

// flowValue reads the value of a key between brackets.
func (r *reader) flowValue(in bracket) bool {
	at := r.here()
	p, ok := r.flowProps(in)
	if !ok {
		return false
	}
	switch c := r.peek(); {
	case c == '[' || c == '{':
		return r.flow(in.parent, p)
	case c == ',' || c == in.shut:
		return r.addScalar(scalar{place: at}, p)
	}
	s, ok := r.flowScalar(in)
	return ok && r.addScalar(s, p)
}
