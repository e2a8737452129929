package format

import (
	"maps"
	"regexp"
	"slices"
	"strconv"

	"entangle/data"
	"entangle/data/format/syntax"
)

// idPattern is what an id looks like.
var idPattern = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$`)

// ids are all ids of the file, collected before anything that refers to them is
// read.
type ids struct {
	shared     map[string]entry // parties, ties, notes and sources
	statements map[string]entry
	agreements map[string]entry
	stories    map[string]entry
	views      map[string]entry
	kinds      map[string]entry
	layers     map[string]entry
	layerless  map[string]bool // kinds the ties of which name their own layer
}

// entry is where an id was first given, and to what.
type entry struct {
	record syntax.Node // None when built in
	what   what
}

// what an id names.
type what uint8

const (
	anyID what = iota // of the shared scope
	sourceID
	partyID
	productID // a party of kind product
	tieID
	noteID
	statementID
	agreementID
	storyID
	viewID
	kindID
	layerID
)

func (w what) String() string {
	return [...]string{"record", "source", "party", "product", "tie", "note", "statement", "agreement", "story", "view", "kind", "layer"}[w]
}

// scope returns the ids among which w is unique.
func (x *ids) scope(w what) map[string]entry {
	switch w {
	case statementID:
		return x.statements
	case agreementID:
		return x.agreements
	case storyID:
		return x.stories
	case viewID:
		return x.views
	case kindID:
		return x.kinds
	case layerID:
		return x.layers
	default:
		return x.shared
	}
}

// collect finds all ids of the file. An id given twice is a problem.
func (d *decoder) collect(root syntax.Node) {
	d.ids = ids{
		shared: map[string]entry{}, statements: map[string]entry{}, agreements: map[string]entry{},
		stories: map[string]entry{}, views: map[string]entry{}, kinds: map[string]entry{}, layers: map[string]entry{},
		layerless: map[string]bool{},
	}
	for _, k := range data.BuiltinKinds() {
		d.ids.kinds[string(k.ID)] = entry{syntax.None, kindID}
		d.ids.layerless[string(k.ID)] = k.Layer == ""
	}
	for _, l := range data.BuiltinLayers() {
		d.ids.layers[string(l.ID)] = entry{syntax.None, layerID}
	}
	lists := []struct {
		key  string
		what what
	}{
		{"sources", sourceID},
		{"parties", partyID},
		{"ties", tieID},
		{"notes", noteID},
		{"agreements", agreementID},
		{"stories", storyID},
		{"views", viewID},
		{"kinds", kindID},
		{"layers", layerID},
	}
	for _, l := range lists {
		for record := range d.records(d.value(root, l.key)) {
			d.declare(record, l.what)
			if l.what == tieID || l.what == noteID {
				for s := range d.records(d.value(record, "statements")) {
					d.declare(s, statementID)
				}
			}
		}
	}
}

// records ranges over the maps in a list.
func (d *decoder) records(list syntax.Node) func(yield func(syntax.Node) bool) {
	return func(yield func(syntax.Node) bool) {
		if list == syntax.None || d.tree.Kind(list) != syntax.List {
			return
		}
		for n := d.tree.First(list); n != syntax.None; n = d.tree.Next(n) {
			if d.tree.Kind(n) == syntax.Map && !yield(n) {
				return
			}
		}
	}
}

func (d *decoder) declare(record syntax.Node, w what) {
	n := d.value(record, "id")
	if n == syntax.None || d.tree.Kind(n) != syntax.Scalar {
		return
	}
	text := d.tree.Text(n)
	scope := d.ids.scope(w)
	first, taken := scope[text]
	if !taken {
		scope[text] = entry{record, w}
		if w == kindID {
			d.ids.layerless[text] = d.value(record, "layer") == syntax.None
		}
		return
	}
	leave := d.enter(record)
	defer leave()
	if d.tree.Aliased(record) { // the id itself stands where the alias leads to
		n = record
	}
	d.within(step{key: "id"}, func() {
		d.problemf(n, func() string {
			if first.record == syntax.None {
				return "the id " + visibleID(text) + " is a built-in " + first.what.String() + "; choose another id"
			}
			return "the id " + visibleID(text) + " is already that of the " + first.what.String() + d.onLine(first.record) + "; choose another id"
		})
	})
}

// idField is the field that holds the id of a record.
func idField[T any, S ~string](at func(*T) *S) field[T] {
	return must(field[T]{name: "id", read: func(d *decoder, n syntax.Node, into *T) {
		s, ok := d.text(n)
		if !ok {
			return
		}
		if !idPattern.MatchString(s) {
			d.problem(n, "%s is no id; an id is 1 to 100 letters a-z, digits, dots, _ and -, and begins with a letter or digit", shown(s))
			return
		}
		*at(into) = S(d.keep.put(s)) // no two records have the same
	}})
}

// ref is a field that holds the id of another record.
func ref[T any, S ~string](name string, w what, at func(*T) *S) field[T] {
	return field[T]{name: name, read: func(d *decoder, n syntax.Node, into *T) {
		if s, ok := d.text(n); ok && d.refers(n, s, w) {
			*at(into) = S(d.keep.again(s))
		}
	}}
}

// refs is a field that holds a list of ids of other records.
func refs[T any, S ~string](name string, w what, at func(*T) *[]S) field[T] {
	return field[T]{name: name, read: func(d *decoder, n syntax.Node, into *T) {
		*at(into) = items(d, n, func(item syntax.Node) (S, bool) {
			if s, ok := d.text(item); ok && d.refers(item, s, w) {
				return S(d.keep.again(s)), true
			}
			return "", false
		})
	}}
}

// refers checks that an id names a record of the file of the wanted sort.
func (d *decoder) refers(n syntax.Node, id string, w what) bool {
	e, held := d.ids.scope(w)[id]
	switch {
	case held && d.isA(e, w):
		return true
	case !held && d.tree.Damaged(): // it may be in what could not be read
	case d.skips(n):
	case !held:
		d.problemf(n, func() string { return d.dangling(id, w) })
	case w == productID && e.what == partyID:
		d.problemf(n, func() string {
			return visibleID(id) + " is no party of kind product" + d.onLine(e.record) + "; name a product, or make it one"
		})
	default:
		d.problemf(n, func() string {
			return visibleID(id) + " is a " + e.what.String() + d.onLine(e.record) + "; name a " + w.String()
		})
	}
	return false
}

// onLine says where a record begins.
func (d *decoder) onLine(n syntax.Node) string {
	line, _ := d.tree.Place(n)
	return " on line " + strconv.Itoa(line)
}

// dangling says that an id is not held, and which near one is.
func (d *decoder) dangling(id string, w what) string {
	scope := d.ids.scope(w)
	message := shown(id) + " is no " + w.String() + " of this file"
	if w == kindID || w == layerID {
		message = shown(id) + " is no known " + w.String()
	}
	const most = 3000 // ids to compare with; in a larger file the search would take too long
	if len(scope) > most {
		return message + "; write an id that the file holds"
	}
	fits := func(yield func(string) bool) {
		for s, e := range scope {
			if d.isA(e, w) && !yield(s) {
				return
			}
		}
	}
	if s := nearest(id, fits); s != "" {
		message += " (did you mean " + visibleID(s) + "?)"
	}
	if w == kindID || w == layerID {
		return message + "; known are " + list(slices.Sorted(maps.Keys(scope)))
	}
	return message
}

func (d *decoder) isA(e entry, w what) bool {
	return w == anyID || e.what == w || (w == productID && e.what == partyID && d.isProduct(e))
}

func (d *decoder) isProduct(e entry) bool {
	k := d.value(e.record, "kind")
	return k != syntax.None && d.tree.Text(k) == string(data.Product)
}
