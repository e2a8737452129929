package format

import (
	"encoding/json"

	"entangle/data"
	"entangle/data/format/syntax"
)

// maxRest is how many values stories and views may hold together: they are kept
// as they were read, and that takes memory.
const maxRest = 50_000

// head is what has a meaning here of a story or view.
type head struct{ id, title string }

// stories is the field of the presentations.
func stories() field[file] {
	return kept("stories", "a story", func(f *file, h head, rest map[string]any) {
		f.Stories = append(f.Stories, data.Story{ID: h.id, Title: h.title, Rest: rest})
	})
}

// views is the field of the saved views.
func views() field[file] {
	return kept("views", "a view", func(f *file, h head, rest map[string]any) {
		f.Views = append(f.Views, data.SavedView{ID: h.id, Title: h.title, Rest: rest})
	})
}

// kept is a field that is a list of records of which all but id and title is
// kept as it was read.
func kept(name, what string, add func(f *file, h head, rest map[string]any)) field[file] {
	fields := []field[head]{
		idField(func(h *head) *string { return &h.id }),
		text("title", func(h *head) *string { return &h.title }),
	}
	return field[file]{name: name, read: func(d *decoder, n syntax.Node, f *file) {
		d.each(n, func(item syntax.Node) {
			if !d.room(item) {
				return
			}
			if d.tree.Kind(item) != syntax.Map {
				d.problem(item, "%s is expected; write {id: …, title: …}", what)
				return
			}
			defer d.enter(item)()
			var h head
			rest := d.pairs(item, func(key string, value syntax.Node) bool { return readHead(d, fields, key, value, &h) })
			if d.value(item, "id") == syntax.None && !d.tree.Broken(item) {
				d.problemIn("id", item, "id is missing; %s needs one", what)
			}
			add(f, h, rest)
		})
	}}
}

// readHead reads the value of a key that has a meaning here.
func readHead(d *decoder, fields []field[head], key string, value syntax.Node, h *head) bool {
	for _, f := range fields {
		if f.name == key {
			if !d.absent(value) {
				f.read(d, value, h)
			}
			return true
		}
	}
	return false
}

// pairs reads a map as it is, without the keys that taken says are dealt with.
func (d *decoder) pairs(n syntax.Node, taken func(key string, value syntax.Node) bool) map[string]any {
	out := map[string]any{}
	seen := map[string]bool{}
	for key := d.tree.First(n); key != syntax.None; key = d.tree.Next(d.tree.Next(key)) {
		name, ok := d.key(key)
		if !ok || !d.room(key) {
			continue
		}
		value := d.tree.Next(key)
		d.within(step{key: visibleID(name)}, func() {
			switch {
			case seen[name]:
				d.problem(key, "%s is written twice; keep one", visibleID(name))
			case !taken(name, value):
				out[d.keep.text(name)] = d.any(value)
			}
		})
		seen[name] = true
	}
	return out
}

// room counts a value, and says whether there is room for it.
func (d *decoder) room(n syntax.Node) bool {
	d.rest++
	if d.rest == maxRest {
		d.problem(n, "stories and views hold more than %d values; split the file", maxRest)
	}
	return d.rest < maxRest
}

// any reads a value as it is: nil, bool, json.Number, string, []any or
// map[string]any. A number keeps the text that it was written as.
func (d *decoder) any(n syntax.Node) any {
	switch d.tree.Kind(n) {
	case syntax.Map:
		return d.pairs(n, func(string, syntax.Node) bool { return false })
	case syntax.List:
		var out []any
		d.each(n, func(item syntax.Node) {
			if d.room(item) {
				out = append(out, d.any(item))
			}
		})
		return out
	}
	if d.tree.Null(n) {
		return nil
	}
	s, _ := d.text(n)
	s = d.keep.text(s)
	if !d.tree.Plain(n) {
		return s
	}
	if b, ok := boolOf(s); ok {
		return b
	}
	if decimal.MatchString(s) {
		return json.Number(s)
	}
	return s
}
