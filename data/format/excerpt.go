package format

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// An excerpt shows at most this many characters of the line before and after
// the place.
const (
	excerptBefore = 60
	excerptAfter  = 100
)

// addExcerpts shows the line of each problem. The problems are sorted by place,
// so that one walk through the text finds all lines.
func addExcerpts(problems []Problem, content []byte) {
	content = bytes.TrimPrefix(content, []byte("\ufeff"))
	line, start := 1, 0
	column := 1
	pos := 0 // of the column in the line
	for i := range problems {
		p := &problems[i]
		if p.Line == 0 {
			continue
		}
		for line < p.Line && start < len(content) {
			start += lineLength(content[start:])
			line++
			pos, column = start, 1
		}
		if line < p.Line {
			return
		}
		for column < p.Column && pos < len(content) && content[pos] != '\n' && content[pos] != '\r' {
			_, size := utf8.DecodeRune(content[pos:])
			pos += size
			column++
		}
		p.Excerpt = excerpt(content, start, pos)
	}
}

// lineLength returns the bytes of the first line of text with its line break.
func lineLength(text []byte) int {
	i := bytes.IndexAny(text, "\r\n")
	switch {
	case i < 0:
		return len(text)
	case text[i] == '\r' && i+1 < len(text) && text[i+1] == '\n':
		return i + 2
	default:
		return i + 1
	}
}

// excerpt shows the line that begins at start, around pos.
func excerpt(content []byte, start, pos int) string {
	from := pos
	for n := 0; n < excerptBefore && from > start; n++ {
		_, size := utf8.DecodeLastRune(content[start:from])
		from -= size
	}
	var s strings.Builder
	if from > start {
		s.WriteString("…")
	}
	to := from
	for n := 0; to < len(content) && content[to] != '\n' && content[to] != '\r'; n++ {
		if n == excerptBefore+excerptAfter {
			s.WriteString("…")
			break
		}
		r, size := utf8.DecodeRune(content[to:])
		if r == utf8.RuneError && size == 1 {
			fmt.Fprintf(&s, `\x%02x`, content[to])
		} else {
			s.WriteString(visible(r))
		}
		to += size
	}
	return strings.TrimRight(s.String(), " ")
}

// visible writes a character so that it can neither be mistaken nor do anything
// to a terminal.
func visible(r rune) string {
	switch {
	case r == '\t':
		return `\t`
	case r == '\n':
		return `\n`
	case r == '\r':
		return `\r`
	case unicode.IsPrint(r):
		return string(r)
	case r < 0x10000:
		return fmt.Sprintf(`\u%04x`, r)
	default:
		return fmt.Sprintf(`\U%08x`, r)
	}
}

// shown quotes a value of the file in a message, shortened and with everything
// escaped that cannot be seen.
func shown(s string) string {
	const most = 60
	var b strings.Builder
	b.WriteByte('"')
	n := 0
	for _, r := range s {
		if n++; n > most {
			b.WriteString("…")
			break
		}
		b.WriteString(visible(r))
	}
	b.WriteByte('"')
	return b.String()
}
