package format

import (
	"strings"

	"entangle/data/format/syntax"
)

// checkCycles reports chains of parents, and of statements that replace each
// other, which come back to where they began.
func (d *decoder) checkCycles(root syntax.Node) {
	d.findCycles([]string{"parent"}, d.ids.shared, func(yield func(syntax.Node) bool) {
		for p := range d.records(d.value(root, "parties")) {
			if !yield(p) {
				return
			}
		}
	})
	d.findCycles([]string{"supersedes", "withdraws"}, d.ids.statements, func(yield func(syntax.Node) bool) {
		for _, key := range []string{"ties", "notes"} {
			for r := range d.records(d.value(root, key)) {
				for s := range d.records(d.value(r, "statements")) {
					if !yield(s) {
						return
					}
				}
			}
		}
	})
}

// visit is a record on the way, and which of its links are still to be gone.
type visit struct {
	record syntax.Node
	field  int         // of the fields that link
	begun  bool        // item is of that field
	item   syntax.Node // the next id of it
	single bool        // it is no list
}

// edge is what leads from a record to another.
type edge struct {
	field     string
	place, to syntax.Node
}

// follow returns the next link of a record that leads to one in scope. Links of
// a statement to itself have been reported as such.
func (d *decoder) follow(v *visit, fields []string, scope map[string]entry) (edge, bool) {
	for v.field < len(fields) {
		field := fields[v.field]
		if !v.begun {
			v.begun, v.item = true, d.value(v.record, field)
			v.single = v.item != syntax.None && d.tree.Kind(v.item) == syntax.Scalar
			if v.item != syntax.None && !v.single {
				v.item = d.tree.First(v.item)
			}
		}
		n := v.item
		if n == syntax.None {
			v.field, v.begun = v.field+1, false
			continue
		}
		v.item = syntax.None
		if !v.single {
			v.item = d.tree.Next(n)
		}
		e, held := scope[d.tree.Text(n)]
		if held && (e.what == partyID || (e.what == statementID && e.record != v.record)) {
			return edge{field, n, e.record}, true
		}
	}
	return edge{}, false
}

// findCycles walks the records depth first, without recursion since a chain may
// be as long as the file, and reports every way back into the walk.
func (d *decoder) findCycles(fields []string, scope map[string]entry, all func(func(syntax.Node) bool)) {
	const done = -1
	state := map[syntax.Node]int{} // its step on the way from 1, done, or not yet visited
	for start := range all {
		if state[start] != 0 {
			continue
		}
		state[start] = 1
		way := []visit{{record: start}}
		for len(way) > 0 {
			top := &way[len(way)-1]
			l, ok := d.follow(top, fields, scope)
			if !ok {
				state[top.record] = done
				way = way[:len(way)-1]
				continue
			}
			switch back := state[l.to]; {
			case back == 0:
				way = append(way, visit{record: l.to})
				state[l.to] = len(way)
			case back > 0 && !d.skips(l.place):
				d.reportCycle(fields[0], l, way, back)
			}
		}
	}
}

// mostNames is how many records of a circle are named.
const mostNames = 12

// reportCycle reports that the last step of the way leads back to an earlier one.
func (d *decoder) reportCycle(what string, l edge, way []visit, back int) {
	leave := d.enter(way[len(way)-1].record)
	defer leave()
	d.within(step{key: l.field}, func() {
		d.problemf(l.place, func() string {
			var names []string
			for _, v := range way[back-1 : min(len(way), back-1+mostNames)] {
				names = append(names, d.idOf(v.record))
			}
			if len(way)-back+1 > mostNames {
				names = append(names, "…")
			}
			return what + " goes round in a circle: " + strings.Join(append(names, names[0]), " → ") + "; take one of these links out"
		})
	})
}

func (d *decoder) idOf(record syntax.Node) string {
	if n := d.value(record, "id"); n != syntax.None {
		return visibleID(d.tree.Text(n))
	}
	return "?"
}
