package resolve

import (
	"cmp"
	"slices"

	"entangle/data"
)

// turns lists on which days ties and notes may become others. What holds of one is
// the same at two moments when it has no turn between them.
type turns struct {
	asOf     []turn            // of the as-of day; by day
	knownOn  []turn            // of the known-on day; by day
	families map[int32][]int32 // subjects that links join, by their family
}

// turn is the first day on which a subject may be another than on the day before.
type turn struct {
	day     data.Day
	subject int32
}

// findTurns goes through the statements: one may begin to count, and a tie that
// starts or ends on a vague date may be in force from the first day of it or not
// before the last.
func (p *Prepared) findTurns() *turns {
	t := &turns{families: map[int32][]int32{}}
	for i := range p.subjects {
		s, subject := &p.subjects[i], int32(i)
		if s.family != alone {
			t.families[s.family] = append(t.families[s.family], subject)
		}
		on := func(day data.Day) {
			if day > data.MinDay {
				t.asOf = append(t.asOf, turn{day, subject})
			}
		}
		for c := s.first; c < s.first+s.n; c++ {
			claim := &p.claims[c]
			if claim.dated {
				on(claim.first)
			}
			if claim.known > data.MinDay {
				t.knownOn = append(t.knownOn, turn{claim.known, subject})
			}
			if !claim.Start.IsZero() {
				on(claim.Start.First())
				on(claim.Start.Last())
			}
			if !claim.End.IsZero() {
				on(claim.End.First() + 1)
				on(claim.End.Last() + 1)
			}
		}
	}
	t.asOf, t.knownOn = sorted(t.asOf), sorted(t.knownOn)
	return t
}

func sorted(list []turn) []turn {
	slices.SortFunc(list, func(a, b turn) int { return cmp.Or(cmp.Compare(a.day, b.day), cmp.Compare(a.subject, b.subject)) })
	return slices.Clip(slices.Compact(list))
}

// between lists, in order and once each, the subjects that may differ at two
// moments: those with a turn between them, and those that links join to one.
func (t *turns) between(a, b Moment) []int32 {
	var out []int32
	for _, axis := range []struct {
		list     []turn
		from, to data.Day
	}{{t.asOf, a.AsOf, b.AsOf}, {t.knownOn, a.KnownOn, b.KnownOn}} {
		low, high := min(axis.from, axis.to), max(axis.from, axis.to)
		after := func(day data.Day) int { // the first turn after a day
			i, _ := slices.BinarySearchFunc(axis.list, day, func(t turn, day data.Day) int {
				if t.day <= day {
					return -1
				}
				return 1
			})
			return i
		}
		for _, turn := range axis.list[after(low):after(high)] {
			out = append(out, turn.subject)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// joined adds to subjects those that links join to them.
func (p *Prepared) joined(list []int32, t *turns) []int32 {
	n, seen := len(list), map[int32]bool{}
	for _, s := range list[:n] {
		if f := p.subjects[s].family; f != alone && !seen[f] {
			seen[f] = true
			list = append(list, t.families[f]...)
		}
	}
	if len(list) > n {
		slices.Sort(list)
		list = slices.Compact(list)
	}
	return list
}
