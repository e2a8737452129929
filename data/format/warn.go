package format

import (
	"entangle/data"
)

// Warnings names what a dataset may say and its author hardly means. They have
// no place in the file.
func Warnings(d *data.Dataset) []Problem {
	var out []Problem
	for i := range d.Sources {
		s := &d.Sources[i]
		if from := s.KnownFrom(); !from.IsZero() && from.Last() == data.MaxDay {
			field := "known"
			if s.Known.IsZero() {
				field = "published"
			}
			out = append(out, Problem{
				Record: string(s.ID), Field: field,
				Message: "the span " + from.String() + " has no upper end, so that the source is never known under a limit; write known with a last day",
			})
		}
	}
	return out
}
