package resolve_test

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"entangle/data"
	"entangle/data/resolve"
)

// linkers lists who replaces a statement in a field by a link.
func (r *reference) linkers(id data.StatementID, field string) []data.StatementID {
	var out []data.StatementID
	for _, x := range r.order {
		if x == id || !r.counts(x) {
			continue
		}
		if slices.Contains(r.all[x].Withdraws, id) ||
			slices.Contains(r.all[x].Supersedes, id) && len(r.says(x, field)) > 0 {
			out = append(out, x)
		}
	}
	return out
}

// successors lists who replaces a value by being later.
func (r *reference) successors(c claimed, field string) []data.StatementID {
	var out []data.StatementID
	for _, x := range r.order {
		if r.home[x] != r.home[c.by] || !r.counts(x) || !r.later(x, c.by) || r.disputes(x, c.by) {
			continue
		}
		if r.opinion(x) && !r.opinion(c.by) {
			continue
		}
		for _, v := range r.says(x, field) {
			if outranks(v, c) {
				out = append(out, x)
			}
		}
	}
	return out
}

// replaced says what replaced a statement in a field, nil when nothing did.
func (r *reference) replaced(id data.StatementID, field string) []data.StatementID {
	if by := r.linkers(id, field); len(by) > 0 {
		return by
	}
	var all []data.StatementID
	for _, v := range r.says(id, field) {
		by := r.successors(v, field)
		if len(by) == 0 {
			return nil
		}
		all = append(all, by...)
	}
	return all
}

// remaining lists the values of a field that nothing replaced, opinions only as
// far as rule 3 hears them.
func (r *reference) remaining(home, field string) []claimed {
	var left []claimed
	for _, id := range r.order {
		if r.home[id] != home || !r.counts(id) || len(r.linkers(id, field)) > 0 {
			continue
		}
		for _, v := range r.says(id, field) {
			if len(r.successors(v, field)) == 0 {
				left = append(left, v)
			}
		}
	}
	voices := slices.DeleteFunc(slices.Clone(left), func(v claimed) bool { return r.opinion(v.by) })
	if len(voices) == 0 {
		return left
	}
	return slices.DeleteFunc(left, func(v claimed) bool {
		heard := !r.opinion(v.by)
		for _, o := range voices {
			heard = heard || slices.Contains(r.all[v.by].Disputes, o.by) && !equal(v, o)
		}
		return !heard
	})
}

// readings is rule 4: groups of values, the first of each is the reading's.
func (r *reference) readings(home, field string) [][]claimed {
	left := r.remaining(home, field)
	slices.SortStableFunc(left, func(a, b claimed) int {
		return cmp.Or(
			cmp.Compare(rung(b.word), rung(a.word)),
			cmp.Compare(a.high-a.low, b.high-b.low),
			cmp.Compare(a.low, b.low),
			strings.Compare(string(a.by), string(b.by)),
			strings.Compare(fmt.Sprint(!a.noLow, !a.noHigh), fmt.Sprint(!b.noLow, !b.noHigh)),
		)
	})
	var groups [][]claimed
	for _, v := range left {
		alone := true
		for g, group := range groups {
			apart := func(o claimed) bool { return r.disputes(v.by, o.by) && !equal(v, o) }
			if compatible(v, group[0]) && !slices.ContainsFunc(group, apart) {
				alone = false
				groups[g] = append(groups[g], v)
			}
		}
		if alone {
			groups = append(groups, []claimed{v})
		}
	}
	return groups
}

// holds lists whom a statement disputes, or is disputed by, without a field in
// which they differ.
func (r *reference) holds(id data.StatementID) []data.StatementID {
	var out []data.StatementID
	for _, x := range r.order {
		if x == id || !r.disputes(x, id) || r.gone(x) || r.gone(id) {
			continue
		}
		differ := false
		for _, f := range fieldNames {
			for _, v := range r.says(id, f) {
				for _, w := range r.says(x, f) {
					differ = differ || r.home[x] == r.home[id] && !equal(v, w)
				}
			}
		}
		if !differ {
			out = append(out, x)
		}
	}
	return out
}

// gone says that a statement does not count or was replaced as a whole.
func (r *reference) gone(id data.StatementID) bool {
	if !r.counts(id) {
		return true
	}
	for _, x := range r.order {
		if x != id && r.counts(x) && (slices.Contains(r.all[x].Withdraws, id) ||
			slices.Contains(r.all[x].Supersedes, id) && len(r.speaks(id)) == 0) {
			return true
		}
	}
	return false
}

// print writes what holds of a tie or note in the notation of fields.
func (r *reference) print(home string) string {
	var out, disputed []string
	for _, f := range []string{"status", "start", "end", fieldNames[0], fieldNames[1], fieldNames[2], fieldNames[3]} {
		var texts []string
		for _, group := range r.readings(home, f) {
			var from []data.StatementID
			for _, v := range group {
				from = append(from, v.from...)
			}
			slices.Sort(from)
			texts = append(texts, list(slices.Compact(from))+r.write(f, group[0]))
		}
		if len(texts) > 1 {
			disputed = append(disputed, f)
		}
		slices.Sort(texts)
		if len(texts) > 0 {
			out = append(out, f+" "+strings.Join(texts, "|"))
		}
	}
	for _, id := range r.order {
		if r.home[id] == home && len(r.holds(id)) > 0 {
			disputed = append(disputed, "holds")
			break
		}
	}
	slices.Sort(disputed)
	return strings.Join(append(out, fmt.Sprint(disputed, r.inForce(home))), "; ")
}

func (r *reference) write(field string, v claimed) string {
	switch s := r.all[v.by]; field {
	case "status":
		return v.word
	case "start":
		return s.Start.String()
	case "end":
		return s.End.String()
	}
	return span(data.Interval{Min: v.low, Max: v.high, MinOpen: v.noLow, MaxOpen: v.noHigh})
}

// inForce is rule 6, over every combination.
func (r *reference) inForce(home string) resolve.Truth {
	ends := func(field string, absent float64) []float64 {
		groups := r.readings(home, field)
		if len(groups) == 0 {
			return []float64{absent}
		}
		var out []float64
		for _, g := range groups {
			out = append(out, g[0].low, g[0].high)
		}
		return out
	}
	yes, no := 0, 0
	for _, g := range r.readings(home, "status") {
		for _, start := range ends("start", math.Inf(-1)) {
			for _, end := range ends("end", math.Inf(1)) {
				day := float64(r.m.AsOf)
				if (g[0].word == "signed" || g[0].word == "in-force") && start <= day && day <= end {
					yes++
				} else {
					no++
				}
			}
		}
	}
	switch {
	case yes == 0:
		return resolve.False
	case no == 0:
		return resolve.True
	}
	return resolve.Maybe
}

// standing writes the verdict on a statement in the notation of standings.
func (r *reference) standing(id data.StatementID) string {
	if !r.known(id) {
		return string(id) + " not-yet-known"
	}
	if !r.counts(id) {
		return string(id) + " not-yet-effective"
	}
	var by []data.StatementID
	lost, disputed := true, false
	for _, f := range r.speaks(id) {
		now := r.replaced(id, f)
		by = append(by, now...)
		lost = lost && len(now) > 0
		disputed = disputed || len(r.readings(r.home[id], f)) > 1
	}
	if len(r.speaks(id)) == 0 {
		for _, x := range r.order {
			s := r.all[x]
			if x != id && r.counts(x) && (slices.Contains(s.Withdraws, id) || slices.Contains(s.Supersedes, id)) {
				by = append(by, x)
			}
		}
		lost = len(by) > 0
	}
	out := string(id) + " stands"
	if lost {
		out = string(id) + " superseded"
	} else if disputed || len(r.holds(id)) > 0 {
		out = string(id) + " disputed"
	}
	slices.Sort(by)
	if by = slices.Compact(by); len(by) > 0 {
		out += "<" + strings.Trim(list(by), "()") + ">"
	}
	return out
}
