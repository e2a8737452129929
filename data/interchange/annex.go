package interchange

import (
	"strconv"

	"entangle/data"
	"entangle/data/query"
	"entangle/data/resolve"
)

// Annex returns the evidence behind a picture as a table: a row for each
// statement of a tie or note in view, with the number that its source has in
// the footnotes of the picture.
func Annex(web *resolve.Web, r *query.Result) Table {
	d := web.Dataset()
	t := Table{Name: "annex", header: []string{
		"number", "source", "title", "publisher", "published", "url", "locator", "tie", "note", "kind", "from", "to", "statement", "says", "by", "stance", "effective", "standing",
	}}
	row := func(s *resolve.State, tie, note, kind, from, to string) {
		for i := range s.Verdicts {
			v := &s.Verdicts[i]
			st := v.Statement
			source := d.Source(st.Source)
			if source == nil || !v.Standing.Counts() {
				continue
			}
			t.add(append([]cell{{strconv.Itoa(r.Number(st.Source)), true}}, texts(
				string(st.Source), source.Title, source.Publisher, source.Published.String(), data.SafeLink(source.URL), st.Locator, tie, note, kind, from, to,
				string(st.ID), st.Says, st.By, string(st.Stance), st.Effective.String(), string(v.Standing),
			)...)...)
		}
	}
	for _, s := range r.Ties {
		row(s, string(s.Tie.ID), "", string(s.Tie.Kind), string(s.Tie.From), string(s.Tie.To))
	}
	for _, s := range r.Notes {
		row(s, "", string(s.Note.ID), "", "", "")
	}
	return t
}
