package data

import "unicode"

// Steers says whether a character does something to a terminal instead of
// showing, other than breaking the line: a control character, or one that turns
// the direction of what follows it.
func Steers(r rune) bool {
	if r == '\n' {
		return false
	}
	return unicode.IsControl(r) || (r >= '\u202a' && r <= '\u202e') || (r >= '\u2066' && r <= '\u2069')
}
