package format

import (
	"strings"

	"entangle/data/format/syntax"
)

// checkCycles reports chains of parents, and of statements that replace each
// other, which come back to where they began.
func (d *decoder) checkCycles(root syntax.Node) {
	d.findCycles("parent", func(yield func(syntax.Node) bool) {
		for p := range d.records(d.value(root, "parties")) {
			if !yield(p) {
				return
			}
		}
	}, d.parents)
	d.findCycles("supersedes", func(yield func(syntax.Node) bool) {
		for _, key := range []string{"ties", "notes"} {
			for r := range d.records(d.value(root, key)) {
				for s := range d.records(d.value(r, "statements")) {
					if !yield(s) {
						return
					}
				}
			}
		}
	}, d.replaces)
}

// edge leads from a record to another, by what is written at place.
type edge struct {
	field string
	place syntax.Node
	to    syntax.Node
}

// parents returns the parent of a party.
func (d *decoder) parents(party syntax.Node) []edge {
	n := d.value(party, "parent")
	if n == syntax.None {
		return nil
	}
	e, ok := d.ids.shared[d.tree.Text(n)]
	if !ok || e.what != partyID {
		return nil
	}
	return []edge{{"parent", n, e.record}}
}

// replaces returns the statements that a statement supersedes or withdraws. One
// that names itself has been reported as such.
func (d *decoder) replaces(statement syntax.Node) []edge {
	var out []edge
	for _, field := range []string{"supersedes", "withdraws"} {
		list := d.value(statement, field)
		if list == syntax.None || d.tree.Kind(list) != syntax.List {
			continue
		}
		for n := d.tree.First(list); n != syntax.None; n = d.tree.Next(n) {
			if e, ok := d.ids.statements[d.tree.Text(n)]; ok && e.record != statement {
				out = append(out, edge{field, n, e.record})
			}
		}
	}
	return out
}

// findCycles walks the records depth first, without recursion since a chain may
// be as long as the file, and reports every way back into the walk.
func (d *decoder) findCycles(what string, all func(func(syntax.Node) bool), edges func(syntax.Node) []edge) {
	const (
		walking = iota + 1
		done
	)
	state := map[syntax.Node]int{}
	type visit struct {
		record syntax.Node
		left   []edge
	}
	for start := range all {
		if state[start] != 0 {
			continue
		}
		state[start] = walking
		way := []visit{{start, edges(start)}}
		for len(way) > 0 {
			top := &way[len(way)-1]
			if len(top.left) == 0 {
				state[top.record] = done
				way = way[:len(way)-1]
				continue
			}
			e := top.left[0]
			top.left = top.left[1:]
			switch state[e.to] {
			case walking:
				from := top.record
				d.problemAt(from, e, func() string {
					names := []string{d.idOf(e.to)}
					for i := len(way) - 1; i >= 0 && way[i].record != e.to; i-- {
						names = append(names, d.idOf(way[i].record))
					}
					return cycleText(what, names)
				})
			case 0:
				state[e.to] = walking
				way = append(way, visit{e.to, edges(e.to)})
			}
		}
	}
}

// problemAt reports a problem of a record outside of the walk that reads it.
func (d *decoder) problemAt(record syntax.Node, e edge, message func() string) {
	leave := d.enter(record)
	defer leave()
	d.within(step{key: e.field}, func() { d.problemf(e.place, message) })
}

func (d *decoder) idOf(record syntax.Node) string {
	if n := d.value(record, "id"); n != syntax.None {
		return visibleID(d.tree.Text(n))
	}
	return "?"
}

// cycleText words a cycle: names begins where it closes and then goes backwards.
func cycleText(what string, names []string) string {
	const most = 12
	ways := []string{names[0]}
	for i := len(names) - 1; i > 0; i-- {
		if len(ways) == most {
			ways = append(ways, "…")
			break
		}
		ways = append(ways, names[i])
	}
	ways = append(ways, names[0])
	return what + " goes round in a circle: " + strings.Join(ways, " → ") + "; take one of these links out"
}
