package resolve

import (
	"math"
	"math/big"
	"strconv"

	"entangle/data"
)

// sum is an increase added to what it is on top of (contracts.md 1.2).
type sum struct {
	span    data.Interval
	onTopOf []data.StatementID // the statements of the other summands
	about   bool
	terms   string // conditions of the summands, "; " between them
}

// increase returns the values that an increase allows at a moment, and the sum
// when it makes one: that is so when the statements that the claim supersedes
// and that count give exactly one amount of the same field, and that is not
// unknown. Otherwise it stays as written without an upper end.
//
// depth guards against cycles of `supersedes`, which the loader refuses: what
// comes upon one stays as written.
func (k *work) increase(c *claim, a *data.Amount, depth int) (data.Interval, *sum) {
	alone := a.Interval()
	alone.Max, alone.MaxOpen = math.Inf(1), false
	under, base := k.onTopOf(c, keyOf(a))
	if k.cycle = depth > len(k.claims); base == nil || k.cycle {
		return alone, nil
	}
	s := &sum{span: base.Interval(), onTopOf: []data.StatementID{under.ID}, about: a.About || base.About}
	s.terms = base.Condition
	unknown := base.Unknown
	if base.Increase {
		span, further := k.increase(under, base, depth+1)
		if k.cycle {
			return alone, nil
		}
		s.span = span
		if further != nil {
			s.onTopOf = append(s.onTopOf, further.onTopOf...)
			s.about = s.about || further.about
			s.terms = further.terms
			unknown = false
		}
	}
	if unknown {
		return alone, nil
	}
	if a.Condition != "" && a.Condition != s.terms {
		if s.terms != "" {
			s.terms += "; "
		}
		s.terms += a.Condition
	}
	s.span = add(s.span, a.Interval())
	return s.span, s
}

// onTopOf returns the one amount of a field that the counting statements which a
// claim supersedes give, nil when there is none or several.
func (k *work) onTopOf(c *claim, key amountKey) (*claim, *data.Amount) {
	var from *claim
	var found *data.Amount
	for _, i := range c.supersedes {
		if !k.counts(i) {
			continue
		}
		base := &k.claims[i]
		for n := range base.Amounts {
			if keyOf(&base.Amounts[n]) != key {
				continue
			}
			if found != nil {
				return nil, nil
			}
			from, found = base, &base.Amounts[n]
		}
	}
	return from, found
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
