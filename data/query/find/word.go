package find

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"
)

// word is a run of letters and digits of a text.
type word struct {
	from, to int // bytes of the text
	folded   string
}

// split returns the words of a text.
func split(text string) []word {
	var out []word
	each(text, func(from, to int) { out = append(out, word{from, to, fold(text[from:to])}) })
	return out
}

// each goes through the words of a text.
func each(text string, see func(from, to int)) {
	from := -1
	for i, r := range text {
		in := unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) && from >= 0
		switch {
		case in && from < 0:
			from = i
		case !in && from >= 0:
			see(from, i)
			from = -1
		}
	}
	if from >= 0 {
		see(from, len(text))
	}
}

// fold takes case and accents off a word: Zürich and zurich are one.
func fold(s string) string {
	plain := true
	for i := range len(s) {
		plain = plain && s[i] < utf8.RuneSelf
	}
	if plain {
		return strings.ToLower(s)
	}
	folded, _, err := transform.String(transform.Chain(norm.NFKD, runes.Remove(runes.In(unicode.Mn)), cases.Fold()), s)
	if err != nil {
		return strings.ToLower(s)
	}
	return folded
}

// part returns which bytes of a word were folded into a part of its folded form.
func part(written string, from, to int) (int, int) {
	start, end, at := -1, len(written), 0
	for i, r := range written {
		if at >= to && !unicode.IsMark(r) {
			end = i
			break
		}
		next := at + len(fold(string(r)))
		if start < 0 && next > from {
			start = i
		}
		at = next
	}
	return max(start, 0), end
}
