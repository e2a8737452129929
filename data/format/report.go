package format

import (
	"cmp"
	"fmt"
	"slices"
)

// maxProblems is how many problems are listed, the first ones in the file. The
// rest is counted.
const maxProblems = 1000

// report gathers the problems of one file. Of a file that holds millions it
// keeps the first by place and words no others, so that neither memory nor time
// gets out of hand.
type report struct {
	file    string
	content []byte
	found   []Problem
	total   int
	last    *Problem // when set: what is not before it is not kept any more
}

func newReport(file string, content []byte) *report {
	return &report{file: file, content: content}
}

// whole notes a problem of the file as a whole.
func (r *report) whole(message string) {
	r.add(0, 0, func() Problem { return Problem{Message: message} })
}

// skips says whether a problem at that place will not be listed. Then it is
// counted, and there is no need to make it.
func (r *report) skips(line, column int) bool {
	if r.last == nil || line < r.last.Line || (line == r.last.Line && column < r.last.Column) {
		return false
	}
	r.total++
	return true
}

// add notes a problem at a place; it is only made when it will be listed.
func (r *report) add(line, column int, make func() Problem) {
	if r.skips(line, column) {
		return
	}
	r.total++
	p := make()
	p.File, p.Line, p.Column = r.file, line, column
	r.found = append(r.found, p)
	if len(r.found) >= 2*maxProblems {
		r.cut()
	}
}

func (r *report) cut() {
	slices.SortStableFunc(r.found, byPlace)
	if len(r.found) > maxProblems {
		r.found = r.found[:maxProblems]
		last := r.found[maxProblems-1]
		r.last = &last
	}
}

func byPlace(a, b Problem) int {
	return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
}

// problems returns the list, sorted by place.
func (r *report) problems() Problems {
	r.cut()
	addExcerpts(r.found, r.content)
	if more := r.total - len(r.found); more > 0 {
		r.found = append(r.found, Problem{File: r.file, Message: fmt.Sprintf("and %d more problems", more)})
	}
	return r.found
}
