package format

import (
	"slices"

	"entangle/data"
	"entangle/data/format/syntax"
)

// text is a field of free text.
func text[T any, S ~string](name string, at func(*T) *S) field[T] {
	return field[T]{name: name, read: func(d *decoder, n syntax.Node, into *T) {
		if s, ok := d.text(n); ok {
			*at(into) = S(d.keep.text(s))
		}
	}}
}

// texts is a field that is a list of free text.
func texts[T any, S ~string](name string, at func(*T) *[]S) field[T] {
	return field[T]{name: name, read: func(d *decoder, n syntax.Node, into *T) {
		*at(into) = items(d, n, func(item syntax.Node) (S, bool) {
			s, ok := d.text(item)
			return S(d.keep.text(s)), ok
		})
	}}
}

// items reads the items of a list; empty ones are left out.
func items[S any](d *decoder, n syntax.Node, read func(syntax.Node) (S, bool)) []S {
	var out []S
	if d.report.total == 0 {
		out = make([]S, 0, d.tree.Len(n))
	}
	d.each(n, func(item syntax.Node) {
		if d.absent(item) {
			return
		}
		if s, ok := read(item); ok && d.report.total == 0 {
			out = append(out, s)
		}
	})
	return out
}

// word is a field whose value is one of a closed list.
func word[T any, S ~string](name string, words []S, at func(*T) *S) field[T] {
	list := plain(words)
	return field[T]{name: name, words: list, read: func(d *decoder, n syntax.Node, into *T) {
		if s, ok := d.text(n); ok {
			i := slices.Index(list, s)
			if i < 0 {
				d.notOneOf(n, s, list)
				return
			}
			*at(into) = words[i] // and not a part of the file
		}
	}}
}

func (d *decoder) notOneOf(n syntax.Node, got string, words []string) {
	d.problemf(n, func() string {
		return shown(got) + " is not known here" + didYouMean(got, words) + "; write " + orList(words)
	})
}

// date is a field that holds a date.
func date[T any](name string, at func(*T) *data.Date) field[T] {
	return field[T]{name: name, read: func(d *decoder, n syntax.Node, into *T) {
		s, ok := d.text(n)
		if !ok {
			return
		}
		date, err := data.ParseDate(d.keep.again(s))
		if err != nil {
			d.problemf(n, func() string { return "no date: " + visibleText(err.Error()) })
			return
		}
		*at(into) = date
	}}
}

// truth is a field that is true or false.
func truth[T any](name string, at func(*T) *bool) field[T] {
	return field[T]{name: name, read: func(d *decoder, n syntax.Node, into *T) {
		if s, ok := d.text(n); ok {
			b, is := boolOf(s)
			if !is || !d.tree.Plain(n) {
				d.problemf(n, func() string { return shown(s) + " is no truth value; write true or false, without quotes" })
				return
			}
			*at(into) = b
		}
	}}
}

func boolOf(s string) (value, ok bool) {
	switch s {
	case "true", "True", "TRUE":
		return true, true
	case "false", "False", "FALSE":
		return false, true
	}
	return false, false
}

// text reads a scalar as it was written. It is a part of the file: what a dataset is
// to hold of it goes through keep.
func (d *decoder) text(n syntax.Node) (string, bool) {
	switch kind := d.tree.Kind(n); {
	case kind != syntax.Scalar && d.tree.Broken(n): // what is wrong with it has been said
		return "", false
	case kind == syntax.List:
		d.problem(n, "one text is expected, not a list")
		return "", false
	case kind == syntax.Map:
		d.problem(n, "one text is expected, not a map; put text with a colon in quotes")
		return "", false
	}
	return d.tree.Text(n), true
}
