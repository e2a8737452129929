package resolve

import (
	"cmp"
	"slices"
)

// layOut lays out the fields of one subject after the other.
type layOut struct {
	known  map[amountKey]*amountName
	said   []entry // of the subject at hand
	values slab[value]
	fields slab[field]
	orders slab[int32]
}

// entry is a value with the field that it belongs to.
type entry struct {
	content content
	name    string
	key     *amountKey
	value   value
}

// amountName is the key of amount fields, kept once, and what it is called.
type amountName struct {
	key  amountKey
	name string
}

func newLayOut() *layOut {
	return &layOut{known: map[amountKey]*amountName{}}
}

// of lists the fields that the claims of one subject speak of, and counts them
// in each claim.
func (l *layOut) of(claims []claim) []field {
	l.said = l.said[:0]
	for i := range claims {
		l.collect(&claims[i], int32(i))
	}
	if len(l.said) == 0 {
		return nil
	}
	if len(claims) > 1 || len(claims[0].Amounts) > 1 {
		slices.SortStableFunc(l.said, func(a, b entry) int {
			return cmp.Or(cmp.Compare(a.content, b.content), cmp.Compare(a.name, b.name))
		})
	}
	values := l.values.take(len(l.said), many)
	n := 1
	for i := range l.said {
		values[i] = l.said[i].value
		if i > 0 && l.parts(i) {
			n++
		}
	}
	fields := l.fields.take(n, many)
	from, n := 0, 0
	for i := range l.said {
		if i+1 < len(l.said) && !l.parts(i+1) {
			continue
		}
		e := &l.said[i]
		fields[n] = field{content: e.content, name: e.name, key: e.key, values: values[from : i+1 : i+1]}
		fields[n].count(claims)
		l.order(&fields[n], claims)
		from, n = i+1, n+1
	}
	return fields
}

// order puts the values of a field in the order in which readings take them.
func (l *layOut) order(f *field, claims []claim) {
	f.narrow = l.orders.take(len(f.values), many)
	for i := range f.values {
		f.narrow[i] = int32(i)
		f.moving = f.moving || f.values[i].increase
	}
	if len(f.values) > 1 {
		slices.SortFunc(f.narrow, func(a, b int32) int { return f.narrower(&f.values[a], &f.values[b], claims) })
	}
}

// parts says whether another field begins at an entry.
func (l *layOut) parts(i int) bool {
	return l.said[i].content != l.said[i-1].content || l.said[i].name != l.said[i-1].name
}

// count counts the field once in every claim that speaks of it.
func (f *field) count(claims []claim) {
	for i := range f.values {
		if by := f.values[i].by; f.ordinary() && (i == 0 || f.values[i-1].by != by) {
			claims[by].spoken++
		}
	}
}

// collect notes what a claim says, in the order of the fields.
func (l *layOut) collect(c *claim, by int32) {
	put := func(content content, name string, v value) {
		l.said = append(l.said, entry{content: content, name: name, value: v})
	}
	if c.Status != "" {
		put(statusField, "status", value{by: by, word: string(c.Status), rung: int8(c.Status.Rung())})
	}
	if !c.Start.IsZero() {
		put(startField, "start", value{by: by, span: spanOf(c.Start)})
	}
	if !c.End.IsZero() {
		put(endField, "end", value{by: by, span: spanOf(c.End)})
	}
	if c.Substitutability != "" {
		put(substitutabilityField, "substitutability", value{by: by, word: string(c.Substitutability), rung: -1})
	}
	for n := range c.Amounts {
		a := &c.Amounts[n]
		key := keyOf(a)
		known, ok := l.known[key]
		if !ok {
			known = &amountName{key, a.Field()}
			l.known[key] = known
		}
		put(amountField, known.name, value{by: by, nth: int32(n), span: a.Interval(), increase: a.Increase})
		l.said[len(l.said)-1].key = &known.key
	}
}
