package format

import (
	"slices"
	"strings"
)

// plain returns words of a distinct type as plain text.
func plain[S ~string](words []S) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = string(w)
	}
	return out
}

func didYouMean(word string, words []string) string {
	if w := nearest(word, slices.Values(words)); w != "" {
		return " (did you mean " + w + "?)"
	}
	return ""
}

// list names all words.
func list(words []string) string { return strings.Join(words, ", ") }

// orList names all words, the last after "or".
func orList(words []string) string {
	n := len(words)
	if n < 2 {
		return list(words)
	}
	return list(words[:n-1]) + " or " + words[n-1]
}

// shortened cuts a value of the file so that it fits into a message, control
// characters escaped.
func shortened(s string) string {
	q := shown(s)
	return q[1 : len(q)-1]
}

// visibleText escapes what cannot be seen, of any length.
func visibleText(s string) string {
	var b strings.Builder
	for _, r := range s {
		b.WriteString(visible(r))
	}
	return b.String()
}

// visibleID returns an id or key as it may be shown.
func visibleID(s string) string {
	if s == "" {
		return ""
	}
	return shortened(s)
}
