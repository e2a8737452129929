// Package words says how facts read in English: amounts, dates, statuses,
// sentences, citations and the short labels of lines. Screen, paper and text
// take their words from here, so that a fact reads the same everywhere.
//
// It keeps the precision and the vagueness of the source: it never rounds, and
// none, undisclosed and not recorded read differently. It must not know of
// Fyne, of pixels, of files or of the command line.
package words

import (
	"fmt"
	"strings"
	"unicode"

	"entangle/data"
)

// NotRecorded is how a field reads that no source speaks of.
const NotRecorded = "not recorded"

// Count writes a number with its noun: 1 tie, 3 ties, 2 parties, 0 entries.
func Count(n int, noun string) string { return Format{}.Count(n, noun) }

// Count writes a number in the format with its noun.
func (f Format) Count(n int, noun string) string {
	if n != 1 {
		noun = Plural(noun)
	}
	return f.Number(float64(n)) + " " + noun
}

// Plural writes a noun for several: ties, parties, boxes.
func Plural(noun string) string {
	stem, y := strings.CutSuffix(noun, "y")
	switch {
	case y && !strings.ContainsAny(stem[max(0, len(stem)-1):], "aeiou"):
		return stem + "ies"
	case strings.HasSuffix(noun, "s") || strings.HasSuffix(noun, "x") || strings.HasSuffix(noun, "ch"):
		return noun + "es"
	}
	return noun + "s"
}

// List joins names: A; A and B; A, B and C. An empty list is "".
func List(names []string) string { return join(names, " and ") }

// NoRoom says of columns that a table is too narrow for them, "" of none.
func NoRoom(columns []string) string {
	if len(columns) == 0 {
		return ""
	}
	return "No room for " + List(columns)
}

// Either joins alternatives: A; A or B; A, B or C.
func Either(names []string) string { return join(names, " or ") }

func join(names []string, last string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	n := len(names) - 1
	return strings.Join(names[:n], ", ") + last + names[n]
}

// Capital writes the first letter large.
func Capital(s string) string {
	for i, r := range s {
		return string(unicode.ToUpper(r)) + s[i+len(string(r)):]
	}
	return s
}

// Plain makes one line of a text that is safe to print on a terminal: line
// breaks and tabs become spaces, other control characters and those that turn
// the direction of writing are written as \u001b.
func Plain(s string) string { return strings.TrimSpace(PlainPart(s)) }

// PlainPart does the same to a part of a line, and keeps the spaces at its ends.
func PlainPart(s string) string {
	if strings.IndexFunc(s, special) < 0 { // nearly always: thousands of names and labels stay what they are
		return s
	}
	var b strings.Builder
	for _, r := range strings.ReplaceAll(s, "\r\n", "\n") {
		switch {
		case r == '\n' || r == '\t' || r == '\u2028' || r == '\u2029':
			b.WriteByte(' ')
		case Steers(r) || r == unicode.ReplacementChar:
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// special says whether PlainPart may write a character in another way.
func special(r rune) bool {
	return r < ' ' || r == '\u2028' || r == '\u2029' || r == unicode.ReplacementChar || Steers(r)
}

// Apart ends a text that is written from right to left, so that a number behind
// it is not drawn into it: a mark without a shape follows it.
func Apart(s string) string {
	const leftToRight = "\u200e"
	for _, r := range s {
		if unicode.In(r, unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana, unicode.Nko) {
			return s + leftToRight
		}
	}
	return s
}

// Steers says whether a character does something to a terminal instead of
// showing, other than breaking the line: a control character, or one that turns
// the direction of what follows it.
func Steers(r rune) bool { return data.Steers(r) }
