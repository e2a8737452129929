package brief

import (
	"entangle/data"
	"entangle/data/query"
	"entangle/data/resolve"
	"entangle/ui/picture"
	"entangle/ui/scene"
	"entangle/ui/words"
)

// changes is the page of what changed between the two days of a view, with the
// statements that say so.
func changes(s *picture.Subject, b *Brief) {
	b.Kicker, b.Title = "two days", "What changed?"
	c := s.Compared
	if c == nil {
		b.Lead = "No second day is chosen."
		b.Sections = []Section{{Text: "Choose one with “Compare with another day” in the menu Time, or type it under the map. What was added, ended and amended by the as-of day is then marked on the map and listed here."}}
		return
	}
	b.Title = "What changed from " + words.Day(s.View.Since) + " to " + words.Day(s.View.AsOf)
	b.Lead = words.Capital(knownWords(s)) + ", of what is in view: " + c.Counts() + "."
	for _, part := range []struct {
		change scene.Change
		ties   []query.TieDiff
	}{{scene.Added, c.Added}, {scene.Ended, c.Ended}, {scene.Amended, c.Amended}} {
		if len(part.ties) == 0 {
			continue
		}
		section := Section{Title: part.change.Mark() + " " + words.Capital(part.change.Word()), Aside: s.Numbers.Count(len(part.ties), "tie")}
		for _, t := range part.ties {
			section.Rows = append(section.Rows, changeRow(s, c, t))
		}
		section.Rows = capped(s, section.Rows)
		b.Sections = append(b.Sections, section)
	}
	if c.Changed() == 0 {
		b.Sections = append(b.Sections, Section{Text: "Nothing that is in view changed between the two days."})
	}
	if c.Neither > 0 {
		b.Sections = append(b.Sections, Section{Text: s.Numbers.Count(c.Neither, "tie") + " in view, in force on neither day, and so not compared."})
	}
}

// changeRow says in words what became of a tie, and by whom it is known.
func changeRow(s *picture.Subject, c *picture.Comparison, t query.TieDiff) Row {
	d, tie := s.Dataset, t.State().Tie
	row := tieRow(s, t.State(), "")
	row.Words = words.Plain(words.Title(d, tie) + ", " + ends(d, tie))
	row.Faint = false
	text := ""
	add := func(part string) { text = join(" ", text, part) }
	if len(t.Fields) == 0 {
		before, now := c.Web.Tie(t.ID), s.Web.Tie(t.ID)
		by := now
		if !now.Counts {
			by = before
		}
		add(words.Capital(becameOf(before, now)) + cited(d, standingBy(by)) + ".")
	}
	for _, f := range t.Fields {
		by := f.To
		if len(by) == 0 {
			by = f.From
		}
		add(words.Capital(words.Field(f.Field)) + ": " + words.Was(s.Numbers.FieldValue(t.From, f.Field), s.Numbers.FieldValue(t.To, f.Field)) + cited(d, by) + ".")
	}
	row.Aside = words.Plain(text)
	return row
}

// becameOf says how a tie stood and stands.
func becameOf(before, now *resolve.State) string {
	switch {
	case !before.Counts:
		return "nothing recorded before, now " + words.Holds(now)
	case !now.Counts:
		return "was " + words.Holds(before) + ", nothing recorded now"
	default:
		return words.Was(words.Holds(before), words.Holds(now))
	}
}

// standingBy lists the statements that give the status and the dates of a tie.
func standingBy(s *resolve.State) []data.StatementID {
	var ids []data.StatementID
	for _, r := range s.Status {
		ids = append(ids, r.Statements...)
	}
	for _, list := range [][]resolve.DateReading{s.Start, s.End} {
		for _, r := range list {
			ids = append(ids, r.Statements...)
		}
	}
	return ids
}

// cited names the sources of statements, each once.
func cited(d *data.Dataset, ids []data.StatementID) string {
	var names []string
	seen := map[string]bool{}
	for _, id := range ids {
		place, ok := d.Statement(id)
		if !ok {
			continue
		}
		if src := d.Source(place.Statement().Source); src != nil {
			if name := words.SourceLine(src, place.Statement().Locator); !seen[name] {
				seen[name] = true
				names = append(names, name)
			}
		}
	}
	if len(names) == 0 {
		return ""
	}
	return " (" + words.List(names) + ")"
}
