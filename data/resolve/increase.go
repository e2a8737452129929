package resolve

import (
	"math"
	"math/big"
	"strconv"

	"entangle/data"
)

// increased is what an increase comes to at a moment.
type increased struct {
	span   data.Interval
	sum    *sum // nil: it stays as written
	open   bool // being worked out
	cyclic bool // it comes upon a cycle of `supersedes`, which the loader refuses
}

// sum is an increase added to what it is on top of (contracts.md 1.2).
type sum struct {
	span    data.Interval
	onTopOf data.StatementID // the statement of the other summand
	further *sum             // that summand, when it is a sum itself
	about   bool
	terms   string // conditions of the summands, "; " between them
}

// summands lists the statements that a sum is made of besides the increase.
func (s *sum) summands() []data.StatementID {
	var ids []data.StatementID
	for ; s != nil; s = s.further {
		ids = append(ids, s.onTopOf)
	}
	return ids
}

// amountPlace says which amount of which claim of the file.
type amountPlace struct{ claim, nth int32 }

// increase returns what an increase comes to: a sum when the statements that its
// claim supersedes and that count give exactly one amount of the same field, and
// that is not unknown. Otherwise, and when it comes upon a cycle, it stays as
// written and has no upper end.
func (k *work) increase(at amountPlace) *increased {
	if done, ok := k.sums[at]; ok {
		done.cyclic = done.cyclic || done.open
		return done
	}
	if k.sums == nil {
		k.sums = map[amountPlace]*increased{}
	}
	a := &k.claims[at.claim].Amounts[at.nth]
	i := &increased{span: a.Interval(), open: true}
	i.span.Max, i.span.MaxOpen = math.Inf(1), false
	k.sums[at] = i
	if under, ok := k.onTopOf(at.claim, keyOf(a)); ok {
		i.cyclic = k.addUp(i, a, under) || i.cyclic
	}
	if i.cyclic {
		i.sum = nil
	}
	if i.sum != nil {
		i.span = i.sum.span
	}
	i.open = false
	return i
}

// addUp adds an increase to the amount that it is on top of, unless that is
// unknown; it returns whether it came upon a cycle.
func (k *work) addUp(i *increased, a *data.Amount, under amountPlace) bool {
	c := &k.claims[under.claim]
	base := &c.Amounts[under.nth]
	s := &sum{span: base.Interval(), onTopOf: c.ID, about: a.About || base.About, terms: base.Condition}
	unknown := base.Unknown
	if base.Increase {
		lower := k.increase(under)
		if lower.cyclic {
			return true
		}
		s.span = lower.span
		if s.further = lower.sum; s.further != nil {
			s.about = s.about || s.further.about
			s.terms = s.further.terms
			unknown = false
		}
	}
	if unknown {
		return false
	}
	if a.Condition != "" && a.Condition != s.terms {
		if s.terms != "" {
			s.terms += "; "
		}
		s.terms += a.Condition
	}
	s.span = add(s.span, a.Interval())
	i.sum = s
	return false
}

// onTopOf finds the one amount of a field that the counting statements which a
// claim supersedes give; there may be none or several.
func (k *work) onTopOf(claim int32, key amountKey) (found amountPlace, one bool) {
	for _, i := range k.claims[claim].supersedes {
		if !k.counts(i) {
			continue
		}
		for n := range k.claims[i].Amounts {
			if keyOf(&k.claims[i].Amounts[n]) != key {
				continue
			}
			if one {
				return amountPlace{}, false
			}
			found, one = amountPlace{i, int32(n)}, true
		}
	}
	return found, one
}

// add returns the sum end by end, as decimal fractions: 0.1 and 0.2 are 0.3.
func add(a, b data.Interval) data.Interval {
	s := a.Add(b)
	s.Min = min(plus(a.Min, b.Min), math.MaxFloat64)
	if math.IsInf(s.Max, 1) || math.IsInf(plus(a.Max, b.Max), 1) {
		s.Max, s.MaxOpen = math.Inf(1), false
		return s
	}
	s.Max = plus(a.Max, b.Max)
	return s
}

// plus adds two numbers as they are written in decimal. Of a sum beyond all
// numbers add makes the largest, as a lower end, or no end, as an upper one.
func plus(a, b float64) float64 {
	if math.IsInf(a, 0) || math.IsInf(b, 0) {
		return a + b
	}
	x, _ := new(big.Rat).SetString(strconv.FormatFloat(a, 'g', -1, 64))
	y, _ := new(big.Rat).SetString(strconv.FormatFloat(b, 'g', -1, 64))
	f, _ := x.Add(x, y).Float64()
	return f
}

// amount writes a sum with the keys of 1.2.
func (s *sum) amount(of data.Amount) data.Amount {
	total := data.Amount{Unit: of.Unit, Kind: of.Kind, Horizon: of.Horizon, Condition: s.terms, About: s.about}
	low, high := s.span.Min, s.span.Max
	endless := math.IsInf(high, 1)
	if low == high && !s.span.MinOpen && !s.span.MaxOpen {
		total.Exact = &low
		return total
	}
	switch {
	case s.span.MinOpen:
		total.Over = &low
	case low > 0 || endless:
		total.Min = &low
	}
	switch {
	case endless:
	case s.span.MaxOpen:
		total.Under = &high
	default:
		total.Max = &high
	}
	return total
}
