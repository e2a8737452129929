package syntax

import (
	"encoding/json"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"
)

// jsonReader feeds a tree with the tokens of encoding/json.
type jsonReader struct {
	in   *json.Decoder
	src  string
	b    *builder
	at   cursor
	list faultList
}

// looksLikeJSON says whether it is worth trying to read a text as JSON.
func looksLikeJSON(source string) bool {
	text := strings.TrimLeft(source, " \t\r\n")
	return text != "" && (text[0] == '{' || text[0] == '[')
}

// readJSON reads a text that is JSON. It returns false when it is none, and then
// it may still be YAML.
func readJSON(source string) (tree *Tree, faults []Fault, is bool) {
	r := &jsonReader{in: json.NewDecoder(strings.NewReader(source)), src: source, b: newBuilder(source), at: cursor{line: 1, column: 1}}
	r.in.UseNumber()
	for {
		start := int(r.in.InputOffset())
		token, err := r.in.Token()
		if err == io.EOF {
			return r.b.finish(), r.list, len(r.b.open) == 0
		}
		if err != nil || (len(r.b.open) == 0 && r.b.tree.root != None) {
			return nil, nil, false
		}
		for strings.IndexByte(" \t\r\n,:", source[start]) >= 0 {
			start++
		}
		if !r.add(token, start, int(r.in.InputOffset())) {
			return nil, r.list, true
		}
	}
}

// add adds the token that stands between two places.
func (r *jsonReader) add(token json.Token, start, end int) bool {
	r.at.to(r.src, start)
	n := node{line: int32(r.at.line), col: int32(r.at.column)}
	switch v := token.(type) {
	case json.Delim:
		switch v {
		case '[', '{':
			if len(r.b.open) == MaxDepth {
				r.list.tooDeep(r.at.line, r.at.column)
				return false
			}
			r.b.begin(map[json.Delim]Kind{'[': List, '{': Map}[v], n.line, n.col)
		default:
			r.b.end()
		}
		return true
	case string:
		n.flags = quoted
		if halfPair(r.src[start:end]) {
			r.list.add(r.at.line, r.at.column, "an escape that stands for no character; write the character itself")
		}
		r.list.addScalar(r.b, n, v, start+1)
	default:
		r.list.addScalar(r.b, n, r.src[start:end], start)
	}
	return true
}

// halfPair says whether a string in quotes has an escape that is one half of a
// pair of surrogates without the other, which encoding/json reads as U+FFFD.
func halfPair(text string) bool {
	for {
		i := strings.IndexByte(text, '\\')
		if i < 0 {
			return false
		}
		text = text[i:]
		unit := codeUnit(text)
		switch {
		case unit < 0: // another escape
			text = text[2:]
		case unit < 0xd800 || unit > 0xdfff:
			text = text[6:]
		case unit >= 0xdc00:
			return true
		default:
			if low := codeUnit(text[6:]); low < 0xdc00 || low > 0xdfff {
				return true
			}
			text = text[12:]
		}
	}
}

// codeUnit returns what the escape \uXXXX at the start of text means, -1 when
// there is none.
func codeUnit(text string) int {
	if len(text) < 6 || text[:2] != `\u` {
		return -1
	}
	unit, err := strconv.ParseUint(text[2:6], 16, 16)
	if err != nil {
		return -1
	}
	return int(unit)
}

// cursor is a place in a text, which only goes forward.
type cursor struct {
	pos          int
	line, column int
}

// to goes on to a byte.
func (c *cursor) to(source string, pos int) {
	for c.pos < pos {
		c.next(source)
	}
}

// find goes on to a line and column, and returns the byte that stands there; -1
// when it lies behind, or nowhere.
func (c *cursor) find(source string, line, column int) int {
	for c.line < line && c.pos < len(source) {
		c.next(source)
	}
	for c.line == line && c.column < column && c.pos < len(source) {
		c.next(source)
	}
	if c.line != line || c.column != column {
		return -1
	}
	return c.pos
}

// next goes over a character or line break.
func (c *cursor) next(source string) {
	if n := lineBreak(source, c.pos); n > 0 {
		c.pos += n
		c.line++
		c.column = 1
		return
	}
	size := 1
	if source[c.pos] >= utf8.RuneSelf {
		_, size = utf8.DecodeRuneInString(source[c.pos:])
	}
	c.pos += size
	c.column++
}
