package brief

import (
	"strconv"

	"entangle/data"
	"entangle/data/query"
	"entangle/data/resolve"
	"entangle/ui/picture"
	"entangle/ui/words"
)

// Paths is the page of how one firm depends on another: each path with the ties
// of each hop, their status and who says so. lit is the path that the map shows.
func Paths(s *picture.Subject, p query.Paths, lit int) *Brief {
	from, to := words.Plain(words.Party(s.Dataset, p.From)), words.Plain(words.Party(s.Dataset, p.To))
	b := &Brief{Kicker: "dependence paths", Title: "How " + from + " depends on " + to, Lead: pathsLead(p), Stays: true}
	for i, path := range p.Found {
		section := Section{Title: pathWords(s, path), Aside: words.Count(len(path), "hop")}
		if i == lit {
			section.Text = "Lit on the map."
		} else {
			section.Rows = append(section.Rows, Row{Act: Act{Verb: LightPath, Value: strconv.Itoa(i)}, Words: "Light it on the map"})
		}
		for _, h := range path {
			for _, t := range h.Ties {
				section.Rows = append(section.Rows, hopRow(s, h, t))
			}
		}
		b.Sections = append(b.Sections, section)
	}
	b.Sections = append(b.Sections, Section{Title: "Other searches", Rows: []Row{
		{Act: Act{Verb: PathsTo, Of: string(p.To), Value: string(p.From)}, Words: "How " + to + " depends on " + from},
		{Act: Act{Verb: PathsUpTo, Value: strconv.Itoa(p.Longest + 1)}, Words: "Paths of up to " + words.Count(p.Longest+1, "hop")},
	}})
	if hidden := picture.HiddenWords(s.Result.Hidden, s.Numbers); hidden != "" {
		last := &b.Sections[len(b.Sections)-1]
		last.Text = "Only what is in view was followed: " + hidden + "."
		last.Rows = append(last.Rows, Row{Act: Act{Verb: ShowAll}, Words: "Show everything"})
	}
	return b
}

func pathsLead(p query.Paths) string {
	limit := "up to " + words.Count(p.Longest, "hop")
	switch {
	case p.From == p.To:
		return "Both are of one firm."
	case len(p.Found) == 0 && p.Cut:
		return "The search among paths of " + limit + " was ended before it found one."
	case len(p.Found) == 0:
		return "No path of " + limit + " leads from the one to the other, following who needs whom."
	}
	text := words.Capital(words.Count(len(p.Found)+p.More, "path")) + " of " + limit + ", following who needs whom, the shortest first."
	if p.Cut {
		text = "More than " + words.Count(len(p.Found)+p.More, "path") + " of " + limit + ", following who needs whom; the search was ended there."
	}
	if n := p.More; n > 0 {
		text += " " + words.Capital(words.Number(float64(n))) + " are not listed."
	}
	return text
}

// pathWords says a path: OpenAI needs Microsoft, which needs Nvidia.
func pathWords(s *picture.Subject, path []query.Hop) string {
	text := words.Party(s.Dataset, path[0].From)
	for i, h := range path {
		if i > 0 {
			text += ", which"
		}
		text += " needs " + words.Party(s.Dataset, h.To)
	}
	return words.Plain(text)
}

// hopRow is a tie by which a hop holds, with its status and its sources.
func hopRow(s *picture.Subject, h query.Hop, t *resolve.State) Row {
	need := words.Plain(words.Party(s.Dataset, h.From) + " needs " + words.Party(s.Dataset, h.To))
	row := tieRow(s, t, need)
	row.Faint = false
	row.Quote = []Piece{{Text: join(" · ", words.Holds(t), saidBy(s.Dataset, t))}}
	return row
}

// saidBy names the source of a tie with its place, and counts the others.
func saidBy(d *data.Dataset, t *resolve.State) string {
	counting := query.Counting(t)
	seen := map[data.SourceID]bool{}
	for _, st := range counting {
		seen[st.Source] = true
	}
	if len(counting) == 0 {
		return ""
	}
	first := counting[len(counting)-1] // of those that count the last in the file
	for i := range t.Verdicts {
		if t.Verdicts[i].Standing == resolve.Stands {
			first = t.Verdicts[i].Statement
			break
		}
	}
	src := d.Source(first.Source)
	if src == nil {
		return ""
	}
	text := words.SourceLine(src, first.Locator)
	if more := len(seen) - 1; more > 0 {
		text += " and " + words.Count(more, "other source")
	}
	return text
}
