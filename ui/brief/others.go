package brief

import (
	"slices"

	"entangle/data"
	"entangle/ui/picture"
	"entangle/ui/scene"
	"entangle/ui/words"
)

// WithOthers adds to the page of a record what is selected beside it.
func WithOthers(page *Brief, s *picture.Subject, others []scene.Ref) *Brief {
	section := Section{Title: "Selected with it", Aside: words.Count(len(others), "other")}
	for _, ref := range others {
		row := Row{Ref: ref, Words: ref.ID}
		switch ref.Kind {
		case scene.Party:
			if p := s.Dataset.Party(data.PartyID(ref.ID)); p != nil {
				row.Words, row.Aside = words.Plain(p.Name), p.Kind.Words()
			}
		case scene.Tie:
			if t := s.Dataset.Tie(data.TieID(ref.ID)); t != nil {
				row.Words, row.Layer = words.Plain(words.Sentence(s.Dataset, t)), s.Dataset.LayerOf(t)
			}
		}
		section.Rows = append(section.Rows, row)
	}
	out := *page
	out.Sections = append([]Section{section}, slices.Clone(page.Sections)...)
	return &out
}
