package syntax

import "strings"

// literal reads a block of lines after | or >, which belongs to a key or dash
// that is indented by parent.
func (r *reader) literal(parent int) (scalar, bool) {
	s := scalar{place: r.here(), put: true, lines: true}
	folded := r.peek() == '>'
	r.pos++
	chomp, indent, ok := r.literalHeader(parent)
	if !ok {
		return s, false
	}
	r.buf = r.buf[:0]
	l := lines{r: r, folded: folded}
	if indent < 0 {
		if indent, ok = r.literalIndent(parent); !ok {
			return s, false
		}
	}
	for r.literalLine(indent) {
		l.add()
		s.tooLong = s.tooLong || len(r.buf)+l.empty > MaxScalar
		if s.tooLong {
			r.buf, l.empty = r.buf[:0], 0
		}
	}
	l.end(chomp)
	return s, true
}

// literalHeader reads what follows the | or >: the indent in digits, + or -,
// and a comment. An indent that is not given is negative.
func (r *reader) literalHeader(parent int) (chomp byte, indent int, ok bool) {
	indent = -1
	for {
		switch c := r.peek(); {
		case (c == '+' || c == '-') && chomp == 0:
			chomp = c
		case c >= '1' && c <= '9' && indent < 0:
			indent = max(parent, 0) + int(c-'0')
		default:
			before := r.pos
			r.skipBlanks()
			if r.peek() == '#' && r.pos > before {
				r.skipLine()
			}
			if !r.end() && lineBreak(r.src, r.pos) == 0 {
				return 0, 0, r.fail("text on the line of | or >; begin it on the next line")
			}
			if !r.end() {
				r.newline()
			}
			return chomp, indent, true
		}
		r.pos++
	}
}

// literalIndent finds the indent of a block: that of its first line with text.
func (r *reader) literalIndent(parent int) (int, bool) {
	most, deepest := 0, place{}
	for look := r.cursor; ; {
		i := look.pos
		for i < len(r.src) && r.src[i] == ' ' {
			i++
		}
		indent := i - look.pos
		n := lineBreak(r.src, i)
		if n == 0 {
			if i < len(r.src) && indent > parent && most > indent {
				return 0, r.failAt(deepest, "an empty line that is indented further than the text below it; take its spaces out")
			}
			if i == len(r.src) || indent <= parent {
				indent = max(indent, most) // there is no line with text
			}
			return max(indent, parent+1), true
		}
		if indent > most {
			most, deepest = indent, place{look.line, 1}
		}
		look.pos = i + n
		look.line++
	}
}

// literalLine says whether the line at the cursor belongs to a block of that
// indent, and goes to its text. Lines of blanks only, which are shorter, belong
// to it.
func (r *reader) literalLine(indent int) bool {
	if r.end() {
		return false
	}
	if r.marker() {
		return false
	}
	n := min(r.spaces(), indent)
	if n < indent && lineBreak(r.src, r.lineStart+n) == 0 && r.lineStart+n < len(r.src) {
		return false
	}
	r.pos = r.lineStart + n
	return true
}

// lines puts the lines of a block together.
type lines struct {
	r      *reader
	folded bool
	begun  bool // there was a line with text
	more   bool // the last of them began with a blank
	empty  int  // line breaks since it
}

// add takes the line at the cursor.
func (l *lines) add() {
	r := l.r
	from := r.pos
	r.skipLine()
	text := r.src[from:r.pos]
	breaks := 1
	if !r.end() {
		r.newline()
	} else if strings.Trim(text, " \t") != "" { // as if a last line of blanks were ended
		breaks = 0
	}
	if text == "" {
		l.empty += breaks
		return
	}
	more := blank(text[0])
	switch {
	case !l.begun || !l.folded || more || l.more:
		l.breaks(l.empty)
	case l.empty == 1:
		r.buf = append(r.buf, ' ')
	default:
		l.breaks(l.empty - 1)
	}
	r.buf = append(r.buf, text...)
	l.begun, l.more, l.empty = true, more, breaks
}

func (l *lines) breaks(n int) {
	for range n {
		l.r.buf = append(l.r.buf, '\n')
	}
}

// end ends the text: with one line break, with none after a minus, with all
// after a plus.
func (l *lines) end(chomp byte) {
	switch {
	case chomp == '+':
		l.breaks(l.empty)
	case chomp == 0 && l.begun && l.empty > 0:
		l.breaks(1)
	}
}
