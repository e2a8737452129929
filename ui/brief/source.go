package brief

import (
	"entangle/data"
	"entangle/data/resolve"
	"entangle/ui/picture"
	"entangle/ui/scene"
	"entangle/ui/words"
)

// Source is the page of a source: what document it is and all that it says. It
// is nil when the dataset lacks the source.
func Source(s *picture.Subject, id data.SourceID) *Brief {
	src := s.Dataset.Source(id)
	if src == nil {
		return nil
	}
	b := &Brief{Kicker: "source", Title: words.Plain(src.Title), Facts: sourceFacts(src)}
	ties, notes := Section{Title: "Ties that it speaks of"}, Section{Title: "Notes"}
	statements := 0
	for state := range s.Web.Ties() {
		if n := said(state, id); n > 0 {
			statements += n
			ties.Rows = append(ties.Rows, tieRow(s, state, join(" · ", ends(s.Dataset, state.Tie), s.Numbers.Count(n, "statement"), standing(state))))
		}
	}
	for state := range s.Web.Notes() {
		if n := said(state, id); n > 0 {
			statements += n
			notes.Rows = append(notes.Rows, Row{Ref: scene.Ref{Kind: scene.Note, ID: string(state.Note.ID)}, Words: noteTitle(state.Note), Aside: s.Numbers.Count(n, "statement")})
		}
	}
	b.Lead = s.Numbers.Count(statements, "statement") + " of this dataset come from it."
	if statements == 1 {
		b.Lead = "One statement of this dataset comes from it."
	}
	for _, section := range []Section{ties, notes} {
		if len(section.Rows) > 0 {
			section.Aside = s.Numbers.Number(float64(len(section.Rows)))
			b.Sections = append(b.Sections, section)
		}
	}
	return b
}

func sourceFacts(src *data.Source) []Fact {
	var facts []Fact
	add := func(label, value, note string) {
		if value != "" {
			facts = append(facts, Fact{Label: label, Value: value, Note: note})
		}
	}
	add("Publisher", words.Plain(src.Publisher), "")
	add("Author", words.Plain(src.Author), "")
	add("Sort", words.SourceKind(src.Kind), "")
	if src.Published.IsZero() {
		add("Published", "undated", "")
	} else {
		add("Published", words.Date(src.Published), "")
	}
	if !src.Known.IsZero() {
		add("Known from", words.Date(src.Known), "for “as known on”")
	}
	if src.Reliability != "" {
		add("Reliability", src.Reliability, "of A to F")
	}
	add("Link", words.SafeLink(src.URL), "")
	if !src.Retrieved.IsZero() {
		add("Retrieved", words.Date(src.Retrieved), "")
	}
	add("Archived", words.SafeLink(src.Archive), "")
	return facts
}

// said counts the statements of a source about a tie or note, those that do not
// count on the day too.
func said(state *resolve.State, id data.SourceID) int {
	n := 0
	for i := range state.Verdicts {
		if state.Verdicts[i].Statement.Source == id {
			n++
		}
	}
	return n
}

// Note is the page of a note: its statements, and what it is about. It is nil
// when the dataset lacks the note.
func Note(s *picture.Subject, id data.NoteID) *Brief {
	state := s.Web.Note(id)
	if state == nil {
		return nil
	}
	b := &Brief{Kicker: join(" · ", "note", words.Plain(state.Note.Topic)), Title: noteTitle(state.Note), Lead: "What sources say that is no tie between two parties: it is never drawn and never summed."}
	n := number(s, state)
	cards := Section{Title: "What the sources say", Aside: s.Numbers.Count(len(state.Verdicts), "statement")}
	for i := range state.Verdicts {
		cards.Cards = append(cards.Cards, n.card(&state.Verdicts[i]))
	}
	b.Sections = []Section{cards}
	about := Section{Title: "About"}
	for _, id := range state.Note.About {
		if row, ok := recordRow(s, id); ok {
			about.Rows = append(about.Rows, row)
		}
	}
	if len(about.Rows) > 0 {
		b.Sections = append(b.Sections, about)
	}
	return b
}

// recordRow leads to a party, tie, note or source.
func recordRow(s *picture.Subject, id string) (Row, bool) {
	d := s.Dataset
	switch {
	case d.Party(data.PartyID(id)) != nil:
		p := d.Party(data.PartyID(id))
		return Row{Ref: scene.Ref{Kind: scene.Party, ID: id}, Words: words.Plain(p.Name), Aside: p.Kind.Words()}, true
	case d.Tie(data.TieID(id)) != nil:
		t := s.Web.Tie(data.TieID(id))
		return tieRow(s, t, join(" · ", ends(d, t.Tie), standing(t))), true
	case d.Source(data.SourceID(id)) != nil:
		return sourceRow(d.Source(data.SourceID(id))), true
	case d.Note(data.NoteID(id)) != nil:
		return Row{Ref: scene.Ref{Kind: scene.Note, ID: id}, Words: noteTitle(d.Note(data.NoteID(id))), Aside: "note"}, true
	}
	return Row{}, false
}

// noteTitle is the title of a note, or its id where it has none.
func noteTitle(n *data.Note) string {
	if title := words.Plain(n.Title); title != "" {
		return title
	}
	return string(n.ID)
}
