package resolve

import (
	"cmp"
	"slices"

	"entangle/data"
)

// reading is one reading of a field: the value taken, and all values that it
// and those that corroborate it come from. Both index work.values.
type reading struct {
	value   int32
	members []int32
}

// gather collects what the counting statements say of a field.
func (k *work) gather(f *field) {
	k.values, k.slots = k.values[:0], k.slots[:0]
	for i := range f.values {
		v := &f.values[i]
		if !k.counts(k.first + v.by) {
			k.slots = append(k.slots, -1)
			continue
		}
		k.slots = append(k.slots, int32(len(k.values)))
		k.values = append(k.values, k.now(v))
	}
}

// now returns a value as it is at the moment: an increase is added up.
func (k *work) now(v *value) *value {
	if !v.increase {
		return v
	}
	now, i := *v, k.increase(amountPlace{k.first + v.by, v.nth})
	now.span, now.sum = i.span, i.sum
	return &now
}

// replace finds which values of a field remain (rules 2 and 3), narrowest first,
// and enters for every claim that lost the field what replaced it there.
func (k *work) replace(f *field) {
	if len(k.values) == 1 && len(k.here[k.values[0].by].replacers) == 0 {
		k.live = append(k.live[:0], 0)
		return
	}
	mark := len(k.replacedBy)
	k.lost = append(k.lost[:0], make([]bool, len(k.values))...)
	for i := 0; i < len(k.values); {
		end := i + 1
		for end < len(k.values) && k.values[end].by == k.values[i].by {
			end++
		}
		k.replaceClaim(f, i, end)
		i = end
	}
	if !f.ordinary() {
		k.replacedBy = k.replacedBy[:mark]
	}
	k.live = k.live[:0]
	for _, i := range f.narrow {
		if slot := k.slots[i]; slot >= 0 && !k.lost[slot] {
			k.live = append(k.live, slot)
		}
	}
	if f.moving && len(k.live) > 1 {
		slices.SortFunc(k.live, func(a, b int32) int { return f.narrower(k.values[a], k.values[b], k.here) })
	}
}

// replaceClaim does that for the values of one claim, values[from:to]. A claim
// that speaks of no field of rule 2 is replaced as a whole by any link.
func (k *work) replaceClaim(f *field, from, to int) {
	by := k.values[from].by
	c := &k.here[by]
	mark, gone := len(k.replacedBy), 0
	for _, l := range c.replacers {
		if k.counts(l.by) && (l.withdraws || c.spoken == 0 || f.speaks(k.claims[l.by].Statement)) {
			k.replacedBy = append(k.replacedBy, pair{by, l.by})
		}
	}
	linked := len(k.replacedBy) > mark
	for i := from; i < to; i++ {
		k.lost[i] = linked || k.outdate(f, int32(i))
		if k.lost[i] {
			gone++
		}
	}
	switch {
	case gone < to-from:
		k.replacedBy = k.replacedBy[:mark]
	case f.ordinary():
		k.tally[by].replaced++
	}
}

// outdate says whether later values replace value i, and enters them.
func (k *work) outdate(f *field, i int32) bool {
	if len(k.values) == 1 {
		return false
	}
	mark := len(k.replacedBy)
	for j := range k.values {
		if k.outdates(f, int32(j), i) {
			k.replacedBy = append(k.replacedBy, pair{k.values[i].by, k.first + k.values[j].by})
		}
	}
	return len(k.replacedBy) > mark
}

// outdates says whether value j is later than value i and replaces it (rule 3).
func (k *work) outdates(f *field, j, i int32) bool {
	a, b := k.values[j], k.values[i]
	later, earlier := &k.here[a.by], &k.here[b.by]
	return later.laterThan(earlier) && (!later.opinion || earlier.opinion) &&
		f.outdates(a, b) && !k.rivals(later, k.first+b.by)
}

// rivals says whether `disputes` links a claim to another.
func (k *work) rivals(c *claim, other int32) bool {
	if len(c.disputes) == 0 {
		return false
	}
	_, found := slices.BinarySearchFunc(c.disputes, other, func(r rivals, other int32) int { return cmp.Compare(r.other, other) })
	return found
}

// hushOpinions takes opinions out of what remains where another stance gives the
// field, but for those that dispute it by a link of their own (rule 3).
func (k *work) hushOpinions(f *field) {
	opinions := 0
	for _, i := range k.live {
		if k.here[k.values[i].by].opinion {
			opinions++
		}
	}
	if opinions == 0 || opinions == len(k.live) {
		return
	}
	all := append(k.spare[:0], k.live...)
	k.spare = all
	k.live = slices.DeleteFunc(k.live, func(i int32) bool {
		c := &k.here[k.values[i].by]
		return c.opinion && !k.opposes(f, i, all)
	})
}

// opposes says whether an opinion disputes, by a link of its own, a value of
// another stance that is not equal to its own.
func (k *work) opposes(f *field, opinion int32, live []int32) bool {
	v := k.values[opinion]
	for _, r := range k.here[v.by].disputes {
		if !r.own || !k.inside(r.other) {
			continue
		}
		for _, i := range live {
			o := k.values[i]
			if k.first+o.by == r.other && !k.here[o.by].opinion && !f.same(v, o) {
				return true
			}
		}
	}
	return false
}

// read forms the readings of what remains, taken narrowest first (rule 4).
func (k *work) read(f *field) []reading {
	k.readings = k.readings[:0]
	switch len(k.live) {
	case 0:
		return nil
	case 1:
		k.open(k.live[0])
		return k.readings
	}
	for _, v := range k.live {
		fits := false
		for r := range k.readings {
			if k.fits(f, v, &k.readings[r]) {
				fits = true
				k.readings[r].members = append(k.readings[r].members, v)
			}
		}
		if !fits {
			k.open(v)
		}
	}
	return k.readings
}

// open begins a reading, reusing the memory of an earlier one.
func (k *work) open(v int32) {
	n := len(k.readings)
	if n < cap(k.readings) {
		k.readings = k.readings[:n+1]
		k.readings[n].value, k.readings[n].members = v, append(k.readings[n].members[:0], v)
		return
	}
	k.readings = append(k.readings, reading{value: v, members: []int32{v}})
}

// fits says whether a value is compatible with a reading's and disputed by
// nothing in it.
func (k *work) fits(f *field, v int32, r *reading) bool {
	if !f.compatible(k.values[v], k.values[r.value]) {
		return false
	}
	c := &k.here[k.values[v].by]
	if len(c.disputes) == 0 {
		return true
	}
	for _, m := range r.members {
		if k.rivals(c, k.first+k.values[m].by) && !f.same(k.values[v], k.values[m]) {
			return false
		}
	}
	return true
}

// statements lists the statements of a reading, sorted, once each.
func (k *work) statements(r *reading) []data.StatementID {
	var summands []data.StatementID
	for _, m := range r.members {
		if s := k.values[m].sum; s != nil {
			summands = append(summands, s.summands()...)
		}
	}
	if len(r.members) > 1 {
		slices.SortFunc(r.members, func(a, b int32) int {
			return cmp.Compare(k.here[k.values[a].by].rank, k.here[k.values[b].by].rank)
		})
	}
	ids := k.ids.take(len(r.members)+len(summands), k.together)[:0]
	for i, m := range r.members {
		if i == 0 || k.values[m].by != k.values[r.members[i-1]].by {
			ids = append(ids, k.here[k.values[m].by].ID)
		}
	}
	if summands == nil {
		return ids
	}
	ids = append(ids, summands...)
	slices.Sort(ids)
	return slices.Compact(ids)
}
