package command

import "fmt"

// meant suggests the nearest of some words, or nothing when none is near.
func meant(word string, among []string, prefix string) string {
	if near := nearest(word, among); near != "" {
		return fmt.Sprintf(" (did you mean %s%s?)", prefix, near)
	}
	return ""
}

// nearest returns the word that takes the fewest changes of letters, at most
// two and a third of its length; of equals the first.
func nearest(word string, among []string) string {
	const longest = 100
	if len(word) > longest {
		return ""
	}
	best, found := len(word)/3+3, ""
	for _, candidate := range among {
		if longer := len(candidate) - len(word); longer >= best || -longer >= best {
			continue
		}
		if d := changes(word, candidate); d < best && d < len(candidate) {
			best, found = d, candidate
		}
	}
	return found
}

// changes counts the letters to put in, take out, exchange or swap with their
// neighbour to make b of a.
func changes(a, b string) int {
	before, row := make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		next := make([]int, len(b)+1)
		next[0] = i + 1
		for j := range len(b) {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			next[j+1] = min(row[j]+cost, row[j+1]+1, next[j]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				next[j+1] = min(next[j+1], before[j-1]+1)
			}
		}
		before, row = row, next
	}
	return row[len(b)]
}
