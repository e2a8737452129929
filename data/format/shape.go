package format

import (
	"slices"

	"entangle/data/format/syntax"
)

// shape says which keys a map may have and how each is read into a T. Keys that
// it does not name are problems.
type shape[T any] struct {
	what   string // as in "a tie"
	record bool   // has an id of its own, which problems then name
	fields []field[T]
	check  func(d *decoder, n syntax.Node, into *T) // rules over several fields
}

type field[T any] struct {
	name     string
	required bool
	words    []string // the closed list of its values, if it has one
	read     func(d *decoder, n syntax.Node, into *T)
}

// must makes a field required.
func must[T any](f field[T]) field[T] {
	f.required = true
	return f
}

// fill reads a map into a T.
func fill[T any](d *decoder, n syntax.Node, s *shape[T], into *T) {
	switch {
	case d.tree.Kind(n) != syntax.Map && d.tree.Broken(n): // what is wrong with it has been said
		return
	case d.absent(n):
		if !d.skips(n) {
			d.problem(n, "%s is expected and nothing is written", s.what)
		}
		return
	case d.tree.Kind(n) != syntax.Map:
		if !d.skips(n) {
			d.problemf(n, func() string { return s.what + " is expected; write {" + s.keys(true) + "}" })
		}
		return
	}
	if s.record {
		defer d.enter(n)()
	}
	var seen, given uint64
	for key := d.tree.First(n); key != syntax.None; key = d.tree.Next(d.tree.Next(key)) {
		value := d.tree.Next(key)
		name, ok := d.key(key)
		if !ok {
			continue
		}
		i := slices.IndexFunc(s.fields, func(f field[T]) bool { return f.name == name })
		if i < 0 {
			if d.skips(key) {
				continue
			}
			d.unknownKey(key, name, s.what, s.names())
			continue
		}
		d.path = append(d.path, step{key: name})
		switch {
		case seen&(1<<i) != 0 && d.skips(key):
		case seen&(1<<i) != 0:
			d.problem(key, "%s is written twice; keep one", name)
		case d.tree.Broken(value) && d.tree.Kind(value) == syntax.Scalar:
			given |= 1 << i // what is wrong with it has been said
		case !d.absent(value):
			given |= 1 << i
			s.fields[i].read(d, value, into)
		}
		seen |= 1 << i
		d.path = d.path[:len(d.path)-1]
	}
	if d.tree.Broken(n) {
		return // what seems to be missing may be in what could not be read
	}
	for i, f := range s.fields {
		if f.required && given&(1<<i) == 0 && !d.skips(n) {
			d.problemIn(f.name, n, "%s is missing; %s needs one", f.name, s.what)
		}
	}
	if s.check != nil {
		s.check(d, n, into)
	}
}

// enter makes the record at n the innermost one, when it has an id, and returns
// how to leave it.
func (d *decoder) enter(n syntax.Node) (leave func()) {
	record, base := d.record, d.base
	if id := d.value(n, "id"); id != syntax.None && d.tree.Kind(id) == syntax.Scalar {
		d.record, d.base = d.tree.Text(id), len(d.path)
	}
	return func() { d.record, d.base = record, base }
}

// key reads the key of a pair.
func (d *decoder) key(n syntax.Node) (string, bool) {
	if d.tree.Kind(n) != syntax.Scalar {
		d.problem(n, "a key is a word, not a list or map")
		return "", false
	}
	name := d.tree.Text(n)
	if name == "<<" && d.tree.Plain(n) {
		if d.skips(n) {
			return "", false
		}
		d.problem(n, "merge keys are not part of the format; write the keys out")
		return "", false
	}
	return name, true
}

func (d *decoder) unknownKey(n syntax.Node, name, what string, names []string) {
	d.within(step{key: visibleID(name)}, func() {
		d.problemf(n, func() string {
			return shown(name) + " is not a key of " + what + didYouMean(name, names) + "; keys are " + list(names)
		})
	})
}

func (s *shape[T]) names() []string {
	names := make([]string, len(s.fields))
	for i, f := range s.fields {
		names[i] = f.name
	}
	return names
}

// keys lists keys as one would write them, only the required ones if so wanted
// and there are any.
func (s *shape[T]) keys(required bool) string {
	text := ""
	for _, f := range s.fields {
		if required && !f.required {
			continue
		}
		if text != "" {
			text += ", "
		}
		text += f.name + ": …"
	}
	if text == "" && required {
		return s.keys(false)
	}
	return text
}

// complete says whether a map gives all required fields. Only such a map takes
// up memory as a record: a file cannot ask for more with a few bytes.
func (s *shape[T]) complete(d *decoder, n syntax.Node) bool {
	if d.tree.Kind(n) != syntax.Map {
		return false
	}
	for _, f := range s.fields {
		if f.required && d.value(n, f.name) == syntax.None {
			return false
		}
	}
	return true
}

// records is a field that is a list of maps.
func records[T, R any](name string, s *shape[R], at func(*T) *[]R) field[T] {
	return field[T]{name: name, read: func(d *decoder, n syntax.Node, into *T) {
		*at(into) = fillAll(d, n, s)
	}}
}

func fillAll[R any](d *decoder, n syntax.Node, s *shape[R]) []R {
	count := 0
	if d.report.total == 0 && d.tree.Kind(n) == syntax.List {
		for item := d.tree.First(n); item != syntax.None; item = d.tree.Next(item) {
			if s.complete(d, item) {
				count++
			}
		}
	}
	out := make([]R, 0, count)
	one := new(R)
	d.each(n, func(item syntax.Node) {
		var zero R
		*one = zero
		fill(d, item, s, one)
		if d.report.total == 0 {
			out = append(out, *one)
		} else {
			out = nil
		}
	})
	return out
}
