package data

import (
	"fmt"
	"math"
	"strconv"
)

// AmountKind says what sort of sum an amount is. Kinds never mix in a total.
type AmountKind string

// The closed list of amount kinds.
const (
	Paid      AmountKind = "paid"
	Committed AmountKind = "committed"
	Promised  AmountKind = "announced"
	Option    AmountKind = "option"
	Valuation AmountKind = "valuation"
)

// AmountKinds is the closed list of amount kinds.
func AmountKinds() []AmountKind { return []AmountKind{Paid, Committed, Promised, Option, Valuation} }

// Horizon is the time that an amount covers. The zero Horizon is a one-off.
type Horizon struct {
	PerYear  bool
	MinYears float64 // years that a period total covers, at least and at most
	MaxYears float64
}

// String writes one-off, 8y, 5-6y or per-year.
func (h Horizon) String() string {
	switch {
	case h.PerYear:
		return "per-year"
	case h == Horizon{}:
		return "one-off"
	case h.MinYears == h.MaxYears:
		return number(h.MinYears) + "y"
	default:
		return number(h.MinYears) + "-" + number(h.MaxYears) + "y"
	}
}

// Amount is a quantity as a source gives it (contracts.md 1.2): one of Exact;
// Min and/or Max; Over; Under; or Unknown with the source's word in Text.
type Amount struct {
	Exact, Min, Max, Over, Under *float64
	Unknown                      bool
	Text                         string
	Unit                         string // USD, EUR, GW, % …
	Kind                         AmountKind
	Horizon                      Horizon
	Condition                    string
	About                        bool // the source says "about"
	Increase                     bool // on top of what its statement supersedes
}

// Field names the field of a tie that the amount belongs to: amounts of
// different unit, kind or horizon are different fields.
func (a Amount) Field() string {
	return "amount/" + orDash(a.Unit) + "/" + orDash(string(a.Kind)) + "/" + a.Horizon.String()
}

// Interval returns the values that the amount allows, in its unit. A sum of two
// amounts may have ends of two sorts, such as Min and Under.
func (a Amount) Interval() Interval {
	if a.Exact != nil {
		return Interval{Min: *a.Exact, Max: *a.Exact}
	}
	i := Interval{Min: 0, Max: math.Inf(1)}
	if a.Min != nil {
		i.Min = *a.Min
	}
	if a.Over != nil {
		i.Min, i.MinOpen = *a.Over, true
	}
	if a.Max != nil {
		i.Max = *a.Max
	}
	if a.Under != nil {
		i.Max, i.MaxOpen = *a.Under, true
	}
	return i
}

// Interval is a set of numbers between two ends. Max may be +Inf: no upper end.
type Interval struct {
	Min, Max         float64
	MinOpen, MaxOpen bool // the end is not reached
}

// Overlaps says whether some number lies in both intervals.
func (i Interval) Overlaps(o Interval) bool { return i.below(o) && o.below(i) }

// below says whether i begins no later than o ends.
func (i Interval) below(o Interval) bool {
	return i.Min < o.Max || (i.Min == o.Max && !i.MinOpen && !o.MaxOpen)
}

// Width returns the length of the interval; +Inf when it has no upper end.
func (i Interval) Width() float64 { return i.Max - i.Min }

// Hull returns the outer bounds of both.
func (i Interval) Hull(o Interval) Interval {
	h := i
	if o.Min < h.Min || (o.Min == h.Min && !o.MinOpen) {
		h.Min, h.MinOpen = o.Min, o.MinOpen
	}
	if o.Max > h.Max || (o.Max == h.Max && !o.MaxOpen) {
		h.Max, h.MaxOpen = o.Max, o.MaxOpen
	}
	return h
}

// Add returns the sum, end by end.
func (i Interval) Add(o Interval) Interval {
	return Interval{i.Min + o.Min, i.Max + o.Max, i.MinOpen || o.MinOpen, i.MaxOpen || o.MaxOpen}
}

// MarshalJSON writes {"min": x, "max": y}, null for no upper end.
func (i Interval) MarshalJSON() ([]byte, error) {
	out := fmt.Sprintf(`{"min":%s,"max":`, number(i.Min))
	if math.IsInf(i.Max, 1) {
		out += "null"
	} else {
		out += number(i.Max)
	}
	if i.MinOpen {
		out += `,"min_open":true`
	}
	if i.MaxOpen {
		out += `,"max_open":true`
	}
	return []byte(out + "}"), nil
}

func number(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

func orDash(s string) string {
	if s == "" {
		return "-"
	}
	return s
}
