package words

import (
	"strconv"
	"strings"

	"entangle/data"
)

// NotStated is how a date reads that no source gives.
const NotStated = "not stated"

// Day writes a calendar day: 1 May 2026. The ends of time are "no limit".
func Day(d data.Day) string {
	if d == data.MinDay || d == data.MaxDay {
		return "no limit"
	}
	return d.Time().Format("2 Jan 2006")
}

// Date writes a date as vaguely as the source gives it: 23 Apr 2026, Apr 2026,
// 2032, spring 2025, 2020s, Feb 2026 or later, 2030 or earlier, Sep – Nov 2025,
// about 2026. The zero Date is not stated.
func Date(d data.Date) string {
	if d.IsZero() {
		return NotStated
	}
	from, to, interval := strings.Cut(d.String(), "/")
	open := func(side string) bool { return side == "" || side == ".." }
	switch {
	case !interval:
		return span(d.String())
	case open(to):
		return span(from) + " or later"
	case open(from):
		return span(to) + " or earlier"
	}
	return between(span(from), span(to))
}

// between joins the sides of an interval and says a common year once.
func between(from, to string) string {
	a, b := strings.Fields(from), strings.Fields(to)
	if len(a) == 2 && len(b) == 2 && a[1] == b[1] {
		from = a[0]
	}
	return from + " – " + to
}

// span writes one side of a date, with its qualifier.
func span(text string) string {
	body, mark := text, ""
	if n := len(text); n > 0 && strings.Contains("?~%", text[n-1:]) {
		body, mark = text[:n-1], text[n-1:]
	}
	written := calendar(body)
	if mark == "~" || mark == "%" {
		written = "about " + written
	}
	if mark == "?" || mark == "%" {
		written += " (uncertain)"
	}
	return written
}

// calendar writes a year, season, month or day; what it does not know stays as
// it was written.
func calendar(text string) string {
	parts := strings.Split(text, "-")
	for len(parts) > 1 && parts[len(parts)-1] == "XX" {
		parts = parts[:len(parts)-1]
	}
	year := yearOf(parts[0])
	if len(parts) == 1 {
		return year
	}
	n, err := strconv.Atoi(parts[1])
	if err != nil {
		return text
	}
	if season := seasonOf(n, parts[0]); season != "" {
		return season
	}
	d, err := data.ParseDate(strings.Join(parts, "-"))
	switch {
	case err != nil:
		return text
	case len(parts) == 2:
		return d.First().Time().Format("Jan") + " " + year
	}
	return d.First().Time().Format("2 Jan") + " " + year
}

// yearOf writes 2026, 2020s for 202X and 2000–2099 for 20XX.
func yearOf(text string) string {
	known := strings.TrimRight(text, "X")
	switch len(text) - len(known) {
	case 0:
		return strings.TrimLeft(text, "0")
	case 1:
		return known + "0s"
	case 2:
		return known + "00–" + known + "99"
	}
	return text
}

func seasonOf(n int, year string) string {
	names := map[int]string{21: "spring ", 22: "summer ", 23: "autumn ", 24: "winter "}
	name, ok := names[n]
	y, err := strconv.Atoi(year)
	if !ok || err != nil {
		return ""
	}
	if n == 24 {
		next := strconv.Itoa(y + 1)
		return name + yearOf(year) + "–" + next[max(0, len(next)-2):]
	}
	return name + yearOf(year)
}

// Until writes the last day in force: until 2032; or end not stated.
func Until(end data.Date) string {
	if end.IsZero() {
		return "end not stated"
	}
	return "until " + Date(end)
}

// From writes the first day in force: from Oct 2025; or start not stated.
func From(start data.Date) string {
	if start.IsZero() {
		return "start not stated"
	}
	return "from " + Date(start)
}

// Term writes both ends: from Oct 2025 until 2032; from Oct 2025, end not stated.
func Term(start, end data.Date) string {
	switch {
	case start.IsZero() && end.IsZero():
		return "start and end not stated"
	case end.IsZero():
		return From(start) + ", " + Until(end)
	case start.IsZero():
		return Until(end) + ", " + From(start)
	}
	return From(start) + " " + Until(end)
}

// AsOf writes the two times of a view: as of 1 May 2026, all that is known.
func AsOf(asOf, knownOn data.Day) string {
	if knownOn == data.MaxDay {
		return "as of " + Day(asOf) + ", all that is known"
	}
	return "as of " + Day(asOf) + ", as known on " + Day(knownOn)
}

// DaysLeft writes how long it is to an event: in 12 days, in 12–43 days, within
// 43 days, in 12 days or more, today. Without an upper end, most is negative.
func DaysLeft(least, most int) string { return Format{}.DaysLeft(least, most) }

// DaysLeft writes how long it is to an event, its numbers in the format.
func (f Format) DaysLeft(least, most int) string {
	switch {
	case least == 0 && most == 0:
		return "today"
	case most < 0 && least == 0:
		return "at any time"
	case most < 0:
		return "in " + f.Count(least, "day") + " or more"
	case least == most:
		return "in " + f.Count(least, "day")
	case least == 0:
		return "within " + f.Count(most, "day")
	}
	return "in " + f.Number(float64(least)) + "–" + f.Count(most, "day")
}
