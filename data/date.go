package data

import (
	"errors"
	"fmt"
	"math"
	"strings"
	"time"
)

// Day is a calendar day, counted from 1 January of the year 1 (day 0) in the
// proleptic Gregorian calendar.
type Day int

// The ends of time: what an open side of an interval reaches to.
const (
	MinDay Day = math.MinInt32
	MaxDay Day = math.MaxInt32
)

const secondsPerDay = 24 * 60 * 60

const dayZero = -62135596800 // 1 January of the year 1, in seconds since 1970

// DayOf returns the day of a year, month and day of the month.
func DayOf(year int, month time.Month, day int) Day {
	return Day((time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Unix() - dayZero) / secondsPerDay)
}

// DayAt returns the calendar day of t in its own location.
func DayAt(t time.Time) Day { return DayOf(t.Year(), t.Month(), t.Day()) }

// Time returns midnight UTC of the day. It has no meaning for MinDay and MaxDay.
func (d Day) Time() time.Time { return time.Unix(int64(d)*secondsPerDay+dayZero, 0).UTC() }

// String writes the day as 2026-04-23, and the ends of time as "..".
func (d Day) String() string {
	if d == MinDay || d == MaxDay {
		return ".."
	}
	return d.Time().Format(time.DateOnly)
}

// Date is a date as a source gives it: EDTF level 1, a span of days that is
// never narrowed. The zero Date is a date that is not stated.
type Date struct {
	text        string
	first, last int32 // days; a large web has a hundred thousand dates
}

// IsZero says that no date is stated.
func (d Date) IsZero() bool { return d.text == "" }

// String returns the date as it was written.
func (d Date) String() string { return d.text }

// First returns the first day of the span, MinDay when it is open.
func (d Date) First() Day { return Day(d.first) }

// Last returns the last day of the span, MaxDay when it is open.
func (d Date) Last() Day { return Day(d.last) }

// Vague says that the span is longer than one day.
func (d Date) Vague() bool { return d.first != d.last }

// Overlaps says whether some day lies in both spans.
func (d Date) Overlaps(o Date) bool { return d.first <= o.last && o.first <= d.last }

// SameSpan says whether both cover the same days, however they are written.
func (d Date) SameSpan(o Date) bool { return d.first == o.first && d.last == o.last }

// OnDay returns the date that is exactly that day.
func OnDay(day Day) Date { return Date{text: day.String(), first: int32(day), last: int32(day)} }

// ParseDate reads an EDTF level 1 date (ISO 8601-2) of the years 0001 to 9999:
// a year, month or day, a season (21 to 24), unspecified digits (202X,
// 2026-XX), an interval with open sides, each with an optional qualifier. The
// error says what would be right.
func ParseDate(text string) (Date, error) {
	if len(text) > 30 {
		return Date{}, errors.New("longer than any date; write 2026-04-23, 2026-04 or 2026")
	}
	from, to, interval := strings.Cut(text, "/")
	if !interval {
		first, last, err := parseSpan(text)
		return Date{text, int32(first), int32(last)}, err
	}
	first, last, err := parseInterval(from, to)
	return Date{text, int32(first), int32(last)}, err
}

func parseInterval(from, to string) (Day, Day, error) {
	first, last := MinDay, MaxDay
	open := func(side string) bool { return side == "" || side == ".." }
	if open(from) && open(to) {
		return 0, 0, errors.New("both sides are open; give at least one, as in 2026-02/.. or ../2030")
	}
	if !open(from) {
		f, _, err := parseSpan(from)
		if err != nil {
			return 0, 0, err
		}
		first = f
	}
	if !open(to) {
		_, l, err := parseSpan(to)
		if err != nil {
			return 0, 0, err
		}
		last = l
	}
	if first > last {
		return 0, 0, errors.New("ends before it begins; write the earlier side first")
	}
	return first, last, nil
}

// parseSpan reads one side: everything but intervals.
func parseSpan(text string) (Day, Day, error) {
	body := text
	if n := len(body); n > 0 && strings.ContainsRune("?~%", rune(body[n-1])) {
		body = body[:n-1]
	}
	parts := strings.Split(body, "-")
	if len(parts) > 3 || len(parts[0]) != 4 {
		return 0, 0, fmt.Errorf("%q is no date; write 2026-04-23, 2026-04, 2026, 2026-21 (a season), 202X, or 2026-02/.. for a span without an end", text)
	}
	if unspecified(parts) {
		return parseUnspecified(text, parts)
	}
	numbers := make([]int, len(parts))
	for i, p := range parts {
		n, ok := digits(p)
		if !ok || (i > 0 && len(p) != 2) {
			return 0, 0, fmt.Errorf("%q is no date; write 2026-04-23, 2026-04 or 2026", text)
		}
		numbers[i] = n
	}
	return spanOf(text, numbers)
}

func spanOf(text string, n []int) (Day, Day, error) {
	year := n[0]
	if year < 1 {
		return 0, 0, fmt.Errorf("%q is outside of the years 0001 to 9999", text)
	}
	switch {
	case len(n) == 1:
		return DayOf(year, 1, 1), DayOf(year, 12, 31), nil
	case n[1] >= 21 && n[1] <= 24:
		if len(n) == 3 {
			return 0, 0, fmt.Errorf("%q names a day of a season; a season stands alone", text)
		}
		first := time.Month(3 * (n[1] - 20)) // 21 is March to May
		last := min(DayOf(year, first+3, 1)-1, DayOf(9999, 12, 31))
		return DayOf(year, first, 1), last, nil
	case n[1] < 1 || n[1] > 12:
		return 0, 0, fmt.Errorf("%q has no such month; months are 01 to 12, seasons 21 to 24", text)
	case len(n) == 2:
		return DayOf(year, time.Month(n[1]), 1), DayOf(year, time.Month(n[1])+1, 1) - 1, nil
	}
	month := time.Month(n[1])
	length := int(DayOf(year, month+1, 1) - DayOf(year, month, 1))
	if n[2] < 1 || n[2] > length {
		return 0, 0, fmt.Errorf("%q has no such day; %s %d has %d days", text, month, year, length)
	}
	day := DayOf(year, month, n[2])
	return day, day, nil
}

func unspecified(parts []string) bool {
	for _, p := range parts {
		if strings.Contains(p, "X") {
			return true
		}
	}
	return false
}

// parseUnspecified reads 202X, 20XX, 2026-XX, 2026-04-XX and 2026-XX-XX.
func parseUnspecified(text string, parts []string) (Day, Day, error) {
	wrong := fmt.Errorf("%q leaves digits open in a way that level 1 does not know; write 202X, 20XX, 2026-XX, 2026-04-XX or 2026-XX-XX", text)
	if len(parts) == 1 {
		low, ok1 := digits(strings.ReplaceAll(parts[0], "X", "0"))
		high, ok2 := digits(strings.ReplaceAll(parts[0], "X", "9"))
		known := strings.TrimRight(parts[0], "X")
		if !ok1 || !ok2 || len(known) < 2 || strings.Contains(known, "X") {
			return 0, 0, wrong
		}
		return DayOf(max(low, 1), 1, 1), DayOf(high, 12, 31), nil
	}
	for len(parts) > 1 && parts[len(parts)-1] == "XX" {
		parts = parts[:len(parts)-1]
	}
	numbers := make([]int, len(parts))
	for i, p := range parts {
		n, ok := digits(p)
		if !ok || (i > 0 && len(p) != 2) || (i == 1 && n > 12) {
			return 0, 0, wrong
		}
		numbers[i] = n
	}
	return spanOf(text, numbers)
}

func digits(s string) (int, bool) {
	n := 0
	for _, r := range s {
		if r < '0' || r > '9' {
			return 0, false
		}
		n = n*10 + int(r-'0')
	}
	return n, s != ""
}
