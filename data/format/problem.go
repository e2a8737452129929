package format

import (
	"fmt"
	"strings"
)

// Problem is something wrong in a file, and what would be right.
type Problem struct {
	File         string
	Line, Column int    // from 1, the column in characters; 0 means unknown
	Record       string // the innermost record's id
	Field        string // from that record on, as in amount.unit
	Message      string
	Excerpt      string // the line as it stands in the file, control characters escaped
}

// String returns FILE:LINE:COL: record: field: message, without what is unknown.
func (p Problem) String() string {
	var s strings.Builder
	s.WriteString(p.File)
	if p.Line > 0 {
		fmt.Fprintf(&s, ":%d", p.Line)
		if p.Column > 0 {
			fmt.Fprintf(&s, ":%d", p.Column)
		}
	}
	for _, part := range []string{p.Record, p.Field, p.Message} {
		if part == "" {
			continue
		}
		if s.Len() > 0 {
			s.WriteString(": ")
		}
		s.WriteString(part)
	}
	return s.String()
}

// Problems are all problems of a file, by place. It is never empty as an error.
type Problems []Problem

// Error lists the problems, one a line, each followed by the line it is about.
func (p Problems) Error() string {
	var s strings.Builder
	for i, problem := range p {
		if i > 0 {
			s.WriteByte('\n')
		}
		s.WriteString(problem.String())
		if problem.Excerpt != "" {
			s.WriteString("\n    ")
			s.WriteString(problem.Excerpt)
		}
	}
	return s.String()
}
