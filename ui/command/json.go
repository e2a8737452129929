package command

import (
	"entangle/data"
	"entangle/data/format"
	"entangle/data/interchange"
)

// printJSON adds a value to the output.
func (c *call) printJSON(v any) error {
	content, err := interchange.JSON(v)
	c.out.Write(content)
	return err
}

// textOf returns nil for a field that is left out.
func textOf[S ~string](s S) *string {
	if s == "" {
		return nil
	}
	text := string(s)
	return &text
}

// dateOf returns a date as it was written, nil for one that is left out.
func dateOf(d data.Date) *string { return textOf(d.String()) }

// listOf returns a list that is [] and not null when it is empty.
func listOf[S any](list []S) []S {
	if list == nil {
		return []S{}
	}
	return list
}

// problem is a problem of a file in JSON.
type problem struct {
	File    string  `json:"file"`
	Line    *int    `json:"line"`
	Column  *int    `json:"column"`
	Record  *string `json:"record"`
	Field   *string `json:"field"`
	Message string  `json:"message"`
}

func problemsOf(list []format.Problem) []problem {
	out := []problem{}
	for _, p := range list {
		out = append(out, problem{p.File, placeOf(p.Line), placeOf(p.Column), textOf(p.Record), textOf(p.Field), p.Message})
	}
	return out
}

func placeOf(n int) *int {
	if n == 0 {
		return nil
	}
	return &n
}
