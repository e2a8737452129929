package interchange

import (
	"fmt"
	"strings"

	"entangle/data"
	"entangle/data/query"
)

// bibTeX writes the sources of a view as BibTeX, one @misc each under its id.
// year and month stand where the date is within one; date has it as written,
// which biblatex understands (EDTF). Names are kept whole, since nobody can tell
// where a first name ends.
func bibTeX(d *data.Dataset, r *query.Result) []byte {
	var b strings.Builder
	for _, id := range r.Sources {
		s := d.Source(id)
		if s == nil {
			continue
		}
		fmt.Fprintf(&b, "@misc{%s,\n", s.ID)
		for _, f := range bibFields(s) {
			if f[1] != "" {
				fmt.Fprintf(&b, "  %s = {%s},\n", f[0], f[1])
			}
		}
		b.WriteString("}\n\n")
	}
	return []byte(strings.TrimSuffix(b.String(), "\n"))
}

// bibFields lists the fields of an entry with what stands between their braces.
func bibFields(s *data.Source) [][2]string {
	year, month := yearAndMonth(s.Published)
	note := ""
	if s.Published.IsZero() {
		note = "undated"
	}
	return [][2]string{
		{"author", whole(tex(s.Author))},
		{"title", whole(tex(s.Title))},
		{"howpublished", tex(s.Publisher)},
		{"year", year},
		{"month", month},
		{"date", s.Published.String()},
		{"url", bibLink(s.URL)},
		{"urldate", s.Retrieved.String()},
		{"archive", bibLink(s.Archive)},
		{"type", tex(string(s.Kind))},
		{"note", note},
	}
}

// yearAndMonth returns the year and the month that a date lies in, "" where it
// may lie in several.
func yearAndMonth(d data.Date) (year, month string) {
	if d.IsZero() || dayText(d.First()) == "" || dayText(d.Last()) == "" {
		return "", ""
	}
	first, last := d.First().Time(), d.Last().Time()
	if first.Year() != last.Year() {
		return "", ""
	}
	if first.Month() == last.Month() {
		month = fmt.Sprint(int(first.Month()))
	}
	return fmt.Sprint(first.Year()), month
}

// whole keeps BibTeX from taking a text apart or changing its capitals.
func whole(text string) string {
	if text == "" {
		return ""
	}
	return "{" + text + "}"
}

// tex writes a text so that TeX shows it as it is. BibTeX counts braces even
// where they are escaped, so they have names.
func tex(text string) string {
	return strings.NewReplacer(
		`\`, `\textbackslash{}`, `{`, `\textbraceleft{}`, `}`, `\textbraceright{}`, `~`, `\textasciitilde{}`, `^`, `\textasciicircum{}`,
		`$`, `\$`, `&`, `\&`, `#`, `\#`, `%`, `\%`, `_`, `\_`,
	).Replace(strings.Join(strings.Fields(text), " "))
}

// bibLink writes a link; braces and backslashes, which would end the field, are
// escaped as links do.
func bibLink(link string) string {
	return strings.NewReplacer(`{`, "%7B", `}`, "%7D", `\`, "%5C").Replace(data.SafeLink(link))
}
