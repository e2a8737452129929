package resolve

import (
	"cmp"
	"slices"

	"entangle/data"
)

// note remembers which claims corroborate others in a field, and which are at
// odds.
func (k *work) note(f *field, readings []reading) {
	if !f.ordinary() {
		return
	}
	for i := range readings {
		r := &readings[i]
		leader := k.values[r.value].by
		for _, m := range r.members {
			if by := k.values[m].by; by != leader {
				k.corroborates = append(k.corroborates, pair{by, k.first + leader})
			}
		}
	}
	if len(readings) > 1 {
		k.noteRivals(readings)
	}
}

// noteRivals enters for every value of a disputed field the claims whose values
// share no reading with it.
func (k *work) noteRivals(readings []reading) {
	k.within = k.within[:0]
	for range k.values {
		if n := len(k.within); n < cap(k.within) {
			k.within = k.within[:n+1]
			k.within[n] = k.within[n][:0]
		} else {
			k.within = append(k.within, nil)
		}
	}
	for r := range readings {
		for _, m := range readings[r].members {
			k.within[m] = append(k.within[m], int32(r))
		}
	}
	for _, a := range k.live {
		for _, b := range k.live {
			if k.values[a].by != k.values[b].by && !overlap(k.within[a], k.within[b]) {
				k.disputedBy = append(k.disputedBy, pair{k.values[a].by, k.first + k.values[b].by})
			}
		}
	}
}

// overlap says whether two sorted lists have something in common.
func overlap(a, b []int32) bool {
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] < b[0]:
			a = a[1:]
		case a[0] > b[0]:
			b = b[1:]
		default:
			return true
		}
	}
	return false
}

// markHolds marks the links that say that two statements cannot both hold
// without a field in which they differ (rules 4 and 7).
func (k *work) markHolds(s *subject, out *State) {
	marked := false
	for i := range k.here {
		c := &k.here[i]
		if len(c.disputes) == 0 || !k.upheld(k.first+int32(i)) {
			continue
		}
		for _, r := range c.disputes {
			if !k.upheld(r.other) {
				continue
			}
			if k.inside(r.other) && k.differ(s, int32(i), r.other-k.first) {
				continue
			}
			marked = true
			k.tally[i].holds = true
			k.disputedBy = append(k.disputedBy, pair{int32(i), r.other})
		}
	}
	if marked {
		out.Disputed = append(out.Disputed, "holds")
	}
}

// upheld says whether a claim counts and was not replaced as a whole: withdrawn,
// or superseded by a link while it speaks of no field.
func (k *work) upheld(claim int32) bool {
	if !k.counts(claim) {
		return false
	}
	c := &k.claims[claim]
	for _, l := range c.replacers {
		if k.counts(l.by) && (l.withdraws || c.spoken == 0) {
			return false
		}
	}
	return true
}

// differ says whether two counting claims of the subject speak of a common field
// and are not equal in it.
func (k *work) differ(s *subject, a, b int32) bool {
	for i := range s.fields {
		f := &s.fields[i]
		if !f.ordinary() {
			continue
		}
		ours, theirs := f.of(a), f.of(b)
		for x := range ours {
			v := k.now(&ours[x])
			for y := range theirs {
				if !f.same(v, k.now(&theirs[y])) {
					return true
				}
			}
		}
	}
	return false
}

// judge gives the verdict on every statement of the subject.
func (k *work) judge(s *subject) []Verdict {
	verdicts := k.verdicts.take(int(s.n), k.together)
	for i := range k.here {
		c := &k.here[i]
		verdicts[i].Statement = c.Statement
		verdicts[i].Standing = k.standing(c, int32(i))
		if c.spoken == 0 && verdicts[i].Standing == Superseded {
			for _, l := range c.replacers {
				if k.counts(l.by) {
					k.replacedBy = append(k.replacedBy, pair{int32(i), l.by})
				}
			}
		}
	}
	k.hand(k.replacedBy, func(i int32, ids []data.StatementID) { verdicts[i].ReplacedBy = ids })
	k.hand(k.corroborates, func(i int32, ids []data.StatementID) { verdicts[i].Corroborates = ids })
	k.hand(k.disputedBy, func(i int32, ids []data.StatementID) { verdicts[i].DisputedBy = ids })
	return verdicts
}

// standing returns the first that applies.
func (k *work) standing(c *claim, i int32) Standing {
	t := k.tally[i]
	switch phase := c.phase(k.moment); {
	case phase == unknown:
		return NotYetKnown
	case phase == ahead:
		return NotYetEffective
	case c.spoken > 0 && t.replaced == c.spoken, c.spoken == 0 && k.supersededByLink(c):
		return Superseded
	case t.disputed || t.holds:
		return Disputed
	default:
		return Stands
	}
}

func (k *work) supersededByLink(c *claim) bool {
	return slices.ContainsFunc(c.replacers, func(l link) bool { return k.counts(l.by) })
}

// byID compares the ids of two claims of the file.
func (k *work) byID(a, b int32) int {
	if k.inside(a) && k.inside(b) {
		return cmp.Compare(k.claims[a].rank, k.claims[b].rank)
	}
	return cmp.Compare(k.claims[a].ID, k.claims[b].ID)
}

// inside says whether a claim is one of the subject at hand.
func (k *work) inside(claim int32) bool {
	return claim >= k.first && claim < k.first+int32(len(k.here))
}

// hand gives every claim its list of the other ends of its pairs, sorted, once
// each.
func (k *work) hand(pairs []pair, to func(claim int32, ids []data.StatementID)) {
	if len(pairs) > 1 {
		slices.SortFunc(pairs, func(a, b pair) int { return cmp.Or(cmp.Compare(a.claim, b.claim), k.byID(a.other, b.other)) })
	}
	pairs = slices.Compact(pairs)
	for from := 0; from < len(pairs); {
		end := from
		for end < len(pairs) && pairs[end].claim == pairs[from].claim {
			end++
		}
		ids := k.ids.take(end-from, k.together)
		for i := range ids {
			ids[i] = k.claims[pairs[from+i].other].ID
		}
		to(pairs[from].claim, ids)
		from = end
	}
}
