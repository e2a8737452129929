package format

import (
	"encoding/json"

	"entangle/data"
	"entangle/data/format/syntax"
)

// maxRest is how many values stories and views may hold together: they are kept
// as they were read, and that takes memory.
const maxRest = 50_000

// stories is the field of the presentations.
func stories() field[file] {
	return field[file]{name: "stories", read: func(d *decoder, n syntax.Node, f *file) {
		d.each(n, func(item syntax.Node) {
			id, title, rest := d.kept(item, "a story", storyID)
			f.Stories = append(f.Stories, data.Story{ID: id, Title: title, Rest: rest})
		})
	}}
}

// views is the field of the saved views.
func views() field[file] {
	return field[file]{name: "views", read: func(d *decoder, n syntax.Node, f *file) {
		d.each(n, func(item syntax.Node) {
			id, title, rest := d.kept(item, "a view", viewID)
			f.Views = append(f.Views, data.SavedView{ID: id, Title: title, Rest: rest})
		})
	}}
}

// kept reads a record of which only id and title have a meaning here.
func (d *decoder) kept(n syntax.Node, what string, w what) (id, title string, rest map[string]any) {
	d.rest++
	if d.tree.Kind(n) != syntax.Map {
		d.problem(n, "%s is expected; write {id: …, title: …}", what)
		return "", "", nil
	}
	defer d.enter(n)()
	type head struct{ id, title string }
	var h head
	s := &shape[head]{what: what, record: true, fields: []field[head]{
		idField(func(h *head) *string { return &h.id }),
		text("title", func(h *head) *string { return &h.title }),
	}}
	rest = d.pairs(n, func(key string, value syntax.Node) bool {
		for _, f := range s.fields {
			if f.name == key {
				if !d.absent(value) {
					f.read(d, value, &h)
				}
				return true
			}
		}
		return false
	})
	if d.value(n, "id") == syntax.None {
		d.problemIn("id", n, "id is missing; %s needs one", what)
	}
	return h.id, h.title, rest
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
				out[name] = d.any(value)
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
