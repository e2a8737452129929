package syntax

import "strings"

// What the library takes for what it reads, in bytes: measured with ten
// megabytes each of `a,`, `{},`, `[[a]],`, `a:,`, `- a` and `a:` lines, and of
// the shortest records, as the peak of the process over the number of nodes
// (165 to 190), and the same with `- a` and a line `#c` by turns (650).
const (
	nodeCost    = 200
	commentCost = 700
)

// mostOnLine is how many marks a line may hold from its first bracket on: until
// the line ends the library keeps 500 bytes for each, since all of it may yet
// turn out to be a key.
const mostOnLine = 40_000

// hopeless is by how much the marks of a text may outweigh its budget before it
// is refused at a glance. Below, most of them may stand in text, so that it is
// read while memory is watched: text of nothing but words and commas comes to
// one and a half times the budget, and text of all marks by turns to five times.
const hopeless = 6

// weight is what a text may come to at most.
type weight struct {
	nodes    int
	comments int
	dense    int // the first line with too much in brackets, 0 for none
}

// weights are how many nodes a mark may begin at most, whatever it stands in:
// a bracket the list or map itself, and a first key without a value; a comma a
// key without a value, a colon a value, a line the key or text at its start.
var weights = [256]uint8{'[': 3, '{': 3, ',': 2, '?': 2, ':': 1, '-': 1, '&': 1, '!': 1, '#': 1, '\n': 1, '\r': 1}

// weigh counts the marks of a text. It does not know which of them stand in
// text, and so finds too much at worst, never too little.
func weigh(source string) weight {
	w := weight{nodes: 2} // the document and its root
	line, onLine, bracket := 1, 0, false
	for i := 0; i < len(source); i++ {
		c := source[i]
		if weights[c] == 0 {
			continue
		}
		switch {
		case c == '\n' || c == '\r':
			i += lineBreak(source, i) - 1
			line++
			onLine, bracket = 0, false
			if lineBreak(source, i+1) > 0 {
				continue // an empty line begins nothing
			}
		case c == '-' && !blankAt(source, i+1):
			continue
		case c == '#':
			if i == 0 || blankAt(source, i-1) {
				w.comments++
			}
			continue
		case c == '[' || c == '{':
			bracket = true
		}
		w.nodes += int(weights[c])
		if bracket {
			if onLine++; onLine > mostOnLine && w.dense == 0 {
				w.dense = line
			}
		}
	}
	return w
}

// bytes is the memory that reading it may take.
func (w weight) bytes() int { return w.nodes*nodeCost + w.comments*commentCost }

// budget is the memory that reading a text of so many bytes may take: 64 MB and
// 35 times the text, less what the program takes anyhow, the text itself, and
// our own tree. It is what keeps the peak of a process under the bound with the
// worst files of the memory test.
func budget(size int) int { return 32<<20 + 27*size }

// directive returns the line of a %TAG, which could make a long tag of two
// letters; 0 when there is none.
func directive(source string) int {
	for at := 0; ; {
		i := strings.Index(source[at:], "%TAG")
		if i < 0 {
			return 0
		}
		at += i
		if at == 0 || source[at-1] == '\n' || source[at-1] == '\r' {
			return lineOf(source, at)
		}
		at++
	}
}

// lineOf returns the line of the byte at pos.
func lineOf(source string, pos int) int {
	line := 1
	for i := 0; i < pos; {
		if n := lineBreak(source, i); n > 0 {
			line++
			i += n
		} else {
			i++
		}
	}
	return line
}
