package syntax

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

const byteOrderMark = "\ufeff"

// mostFaults is how many faults are gathered at most, of each sort.
const mostFaults = 1000

// wide says whether the text is UTF-16, by its mark or by the zero that stands
// beside the first letter.
func wide(source string) bool {
	return strings.HasPrefix(source, "\xfe\xff") || strings.HasPrefix(source, "\xff\xfe") ||
		(len(source) > 3 && (source[0] == 0) != (source[1] == 0) && (source[0] == 0) == (source[2] == 0) && (source[1] == 0) == (source[3] == 0))
}

// checkText finds bytes that are no UTF-8 and control characters.
func checkText(source string) []Fault {
	var faults []Fault
	line, start := 1, 0
	if strings.HasPrefix(source, byteOrderMark) {
		start = len(byteOrderMark)
	}
	column := columns{start: start}
	for i := start; i < len(source) && len(faults) < mostFaults; {
		c := source[i]
		if c >= ' ' && c < 0x7f {
			i++
			continue
		}
		if n := lineBreak(source, i); n > 0 {
			i += n
			line++
			column = columns{start: i}
			continue
		}
		r, size := utf8.DecodeRuneInString(source[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			faults = append(faults, Fault{line, column.at(source, i), fmt.Sprintf("byte 0x%02x is no UTF-8; save the file as UTF-8", c)})
		case Forbidden(r):
			faults = append(faults, Fault{line, column.at(source, i), controlFault(r)})
		}
		i += size
	}
	return faults
}

func controlFault(r rune) string {
	return fmt.Sprintf("control character U+%04X in text; take it out", r)
}

// Forbidden says whether a character may not stand in text: all control
// characters but tab and line breaks.
func Forbidden(r rune) bool {
	return r != '\t' && r != '\n' && r != '\r' && unicode.IsControl(r)
}

// columns counts the characters of a line from left to right, each once.
type columns struct {
	start int // where counting goes on
	count int // characters before it
}

// at returns the column of the byte at pos, from 1.
func (c *columns) at(source string, pos int) int {
	if pos >= c.start {
		c.count += utf8.RuneCountInString(source[c.start:pos])
	} else {
		c.count -= utf8.RuneCountInString(source[pos:c.start])
	}
	c.start = pos
	return c.count + 1
}

// lineBreak returns the length of the line break at pos, 0 when there is none.
func lineBreak(s string, pos int) int {
	switch {
	case pos >= len(s):
		return 0
	case s[pos] == '\n':
		return 1
	case s[pos] != '\r':
		return 0
	case pos+1 < len(s) && s[pos+1] == '\n':
		return 2
	default:
		return 1
	}
}

func blank(c byte) bool { return c == ' ' || c == '\t' }

// blankAt says whether a blank, a line break or the end of the text is at pos.
func blankAt(s string, pos int) bool {
	return pos >= len(s) || blank(s[pos]) || s[pos] == '\n' || s[pos] == '\r'
}
