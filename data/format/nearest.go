package format

import "strings"

// nearest returns the candidate that a mistyped word is most likely meant for,
// or "" when none is near.
func nearest(word string, candidates func(yield func(string) bool)) string {
	const longest = 40
	if len(word) > longest {
		return ""
	}
	word = strings.ToLower(word)
	best, found := len(word)/3+2, ""
	for c := range candidates {
		if len(c) > longest || abs(len(c)-len(word)) >= best+1 {
			continue
		}
		d := distance(word, strings.ToLower(c))
		if d < best || (d == best && found != "" && c < found) {
			best, found = d, c
		}
	}
	return found
}

// distance counts the letters to insert, remove, replace or swap between a and b.
func distance(a, b string) int {
	before, row, next := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		next[0] = i + 1
		for j := range len(b) {
			change := row[j]
			if a[i] != b[j] {
				change++
			}
			next[j+1] = min(change, next[j]+1, row[j+1]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				next[j+1] = min(next[j+1], before[j-1]+1)
			}
		}
		before, row, next = row, next, before
	}
	return row[len(b)]
}

func abs(n int) int { return max(n, -n) }
