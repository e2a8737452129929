package syntax

import (
	"strconv"
	"unicode/utf8"
)

// quoted reads text in single or double quotes. Its further lines are indented
// by more than parent.
func (r *reader) quoted(parent int) (scalar, bool) {
	s := scalar{place: r.here()}
	quote := r.peek()
	r.pos++
	if end := r.simpleEnd(quote); end >= 0 {
		s.start, s.end = r.pos, end
		r.pos = end + 1
		return s, true
	}
	s.put = true
	r.buf = r.buf[:0]
	solid := 0 // of the buffer: up to the last that is not a blank
	for {
		c := r.peek()
		switch {
		case r.end():
			return s, r.failAt(s.place, "the quote %c is not closed", quote)
		case c == quote && quote == '\'' && r.pos+1 < len(r.src) && r.src[r.pos+1] == '\'':
			r.buf = append(r.buf, '\'')
			r.pos += 2
			solid = len(r.buf)
		case c == quote:
			r.pos++
			return s, true
		case c == '\n' || c == '\r':
			s.lines = true
			r.buf = r.buf[:solid]
			if !r.quotedLines(s, parent, quote, false) {
				return s, false
			}
			solid = len(r.buf)
		case c == '\\' && quote == '"':
			if lineBreak(r.src, r.pos+1) > 0 {
				s.lines = true
				r.pos++
				if !r.quotedLines(s, parent, quote, true) {
					return s, false
				}
			} else if !r.escape() {
				return s, false
			}
			solid = len(r.buf)
		default:
			r.buf = append(r.buf, c)
			r.pos++
			if !blank(c) {
				solid = len(r.buf)
			}
		}
		if len(r.buf) > MaxScalar {
			s.tooLong = true
			r.buf, solid = r.buf[:0], 0
		}
	}
}

// simpleEnd returns where a text ends that reads as it is written, -1 when it
// does not: when it has escapes or goes over several lines.
func (r *reader) simpleEnd(quote byte) int {
	for i := r.pos; i < len(r.src); i++ {
		switch r.src[i] {
		case quote:
			if quote == '\'' && i+1 < len(r.src) && r.src[i+1] == '\'' {
				return -1
			}
			return i
		case '\n', '\r':
			return -1
		case '\\':
			if quote == '"' {
				return -1
			}
		}
	}
	return -1
}

// quotedLines goes from a line break within quotes to the next text.
func (r *reader) quotedLines(s scalar, parent int, quote byte, escaped bool) bool {
	n := r.breaks()
	switch {
	case r.end():
		return r.failAt(s.place, "the quote %c is not closed", quote)
	case r.marker() || r.spaces() <= parent:
		return r.failAt(s.place, "the quote %c is not closed, or line %d is indented too little to belong to it", quote, r.line)
	}
	if escaped && n == 1 {
		return true
	}
	r.fold(n)
	return true
}

// escape reads an escape within double quotes.
func (r *reader) escape() bool {
	at := r.here()
	r.pos++
	c := r.peek()
	r.pos++
	switch c {
	case 'x':
		return r.codePoint(at, 2)
	case 'u':
		return r.codePoint(at, 4)
	case 'U':
		return r.codePoint(at, 8)
	}
	char, ok := escapes(c)
	if !ok {
		return r.failAt(at, "an escape that does not exist; write \\\\ for a backslash, or use single quotes")
	}
	r.put(at, char)
	return true
}

// escapes returns what the letter after a backslash stands for.
func escapes(c byte) (rune, bool) {
	switch c {
	case '0':
		return 0, true
	case 'a':
		return '\a', true
	case 'b':
		return '\b', true
	case 't', '\t':
		return '\t', true
	case 'n':
		return '\n', true
	case 'v':
		return '\v', true
	case 'f':
		return '\f', true
	case 'r':
		return '\r', true
	case 'e':
		return 0x1b, true
	case ' ', '"', '/', '\\':
		return rune(c), true
	case 'N':
		return 0x85, true
	case '_':
		return 0xa0, true
	case 'L':
		return 0x2028, true
	case 'P':
		return 0x2029, true
	}
	return 0, false
}

// put adds a character that was written as an escape.
func (r *reader) put(at place, char rune) {
	if Forbidden(char) {
		r.faultAt(at, "%s", controlFault(char))
		return
	}
	r.buf = utf8.AppendRune(r.buf, char)
}

// codePoint reads the digits of an escape, and the second half of a pair as
// JSON writes it.
func (r *reader) codePoint(at place, digits int) bool {
	char, ok := r.hex(digits)
	if !ok {
		return r.failAt(at, "an escape needs %d hexadecimal digits", digits)
	}
	if digits == 4 && char >= 0xd800 && char < 0xdc00 && r.pos+1 < len(r.src) && r.src[r.pos] == '\\' && r.src[r.pos+1] == 'u' {
		r.pos += 2
		low, ok := r.hex(4)
		if !ok || low < 0xdc00 || low > 0xdfff {
			return r.failAt(at, "half a pair of surrogates; write the character itself")
		}
		char = 0x10000 + (char-0xd800)<<10 + (low - 0xdc00)
	}
	if !utf8.ValidRune(char) {
		return r.failAt(at, "an escape that stands for no character; write the character itself")
	}
	r.put(at, char)
	return true
}

func (r *reader) hex(digits int) (rune, bool) {
	if r.pos+digits > len(r.src) {
		return 0, false
	}
	n, err := strconv.ParseUint(r.src[r.pos:r.pos+digits], 16, 32)
	r.pos += digits
	return rune(n), err == nil && n <= utf8.MaxRune
}
