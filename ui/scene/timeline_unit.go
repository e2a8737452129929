package scene

import (
	"iter"
	"strconv"
	"time"

	"entangle/data"
)

// unit is a stretch of the calendar: so many days, months or years.
type unit struct {
	days, months int // one of them is 0
}

var (
	day    = unit{days: 1}
	month  = unit{months: 1}
	year   = unit{months: 12}
	decade = unit{months: 120}
)

// average is the length of a unit, in days.
func (u unit) average() float64 { return float64(u.days) + float64(u.months)*30.44 }

// unitFor chooses how events are grouped, by how many points a day takes: by
// day, month, year or decade, each at least as wide as a bar.
func unitFor(perDay float64) unit {
	for _, u := range []unit{day, month, year} {
		if u.average()*perDay >= 4.5 {
			return u
		}
	}
	return decade
}

// tickUnits chooses the ticks of an axis and those that are named.
func tickUnits(perDay float64) (ticks, named unit) {
	steps := []unit{
		day, {days: 7}, month, {months: 3}, year, {months: 24}, {months: 60}, decade, {months: 300}, {months: 600}, {months: 1200}, {months: 12000},
	}
	last := steps[len(steps)-1]
	ticks, named = last, last
	for i := len(steps) - 1; i >= 0; i-- {
		if steps[i].average()*perDay >= 8 {
			ticks = steps[i]
		}
		if steps[i].average()*perDay >= 58 {
			named = steps[i]
		}
	}
	return ticks, named
}

// start returns the first day of the unit that a day lies in. Weeks begin where
// the count of days does, on a Monday.
func (u unit) start(d data.Day) data.Day {
	if d <= 0 || d > data.DayOf(9999, 12, 31) {
		return d
	}
	if u.months == 0 {
		return d - d%data.Day(u.days)
	}
	t := d.Time()
	n := (t.Year()*12 + int(t.Month()) - 1) / u.months * u.months
	return data.DayOf(n/12, time.Month(n%12+1), 1)
}

// next returns the first day of the unit after the one that begins on a day.
func (u unit) next(start data.Day) data.Day {
	if u.months == 0 {
		return start + data.Day(u.days)
	}
	t := start.Time()
	return data.DayOf(t.Year(), t.Month()+time.Month(u.months), 1)
}

// between goes through the beginnings of units between two days, within the
// years that dates have.
func (u unit) between(from, to float64) iter.Seq[data.Day] {
	return func(yield func(data.Day) bool) {
		at := u.start(max(data.Day(from), 1))
		for at <= min(data.Day(to), data.DayOf(9999, 12, 31)) {
			if float64(at) >= from && !yield(at) {
				return
			}
			at = u.next(at)
		}
	}
}

// words names the unit that begins on a day: 2026, May, 12 May.
func (u unit) words(d data.Day) string {
	t := d.Time()
	switch {
	case u.days > 0:
		return t.Format("2 Jan")
	case u.months < 12 && t.Month() != time.January:
		return t.Format("Jan")
	default:
		return strconv.Itoa(t.Year())
	}
}
