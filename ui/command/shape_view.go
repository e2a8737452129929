package command

import (
	"entangle/data"
	"entangle/data/query"
	"entangle/data/resolve"
)

// viewShape is the view as `export --format json` writes it.
type viewShape struct {
	Title *string `json:"title"`
	times
	Sources []viewSource `json:"sources"`
	Parties []viewParty  `json:"parties"`
	Ties    []viewTie    `json:"ties"`
	Notes   []viewNote   `json:"notes"`
	Stories []viewStory  `json:"stories"`
	Hidden  hidden       `json:"hidden"`
}

type viewSource struct {
	ID        data.SourceID `json:"id"`
	Title     string        `json:"title"`
	Publisher *string       `json:"publisher"`
	Published *string       `json:"published"`
}

type viewParty struct {
	ID      data.PartyID   `json:"id"`
	Name    string         `json:"name"`
	Kind    data.PartyKind `json:"kind"`
	Parent  *string        `json:"parent"`
	Aliases []string       `json:"aliases"`
}

type viewTie struct {
	ID    data.TieID  `json:"id"`
	Kind  data.KindID `json:"kind"`
	Title *string     `json:"title"`
	ends
	Basis    *string       `json:"basis"`
	Layer    *string       `json:"layer"`
	Status   *string       `json:"status"`
	InForce  resolve.Truth `json:"in_force"`
	Start    *string       `json:"start"`
	End      *string       `json:"end"`
	Disputed []string      `json:"disputed"`
}

type viewNote struct {
	ID    data.NoteID `json:"id"`
	About []string    `json:"about"`
	Topic *string     `json:"topic"`
	Title *string     `json:"title"`
}

type viewStory struct {
	ID    string  `json:"id"`
	Title *string `json:"title"`
}

// hidden counts what the filters hide, and by which filter.
type hidden struct {
	Ties    int            `json:"ties"`
	Parties int            `json:"parties"`
	By      map[string]int `json:"by"` // ties
}

func viewOf(d *data.Dataset, r *query.Result) viewShape {
	shape := viewShape{
		Title: textOf(d.Title), times: timesOf(r.View), Sources: []viewSource{}, Parties: []viewParty{}, Ties: []viewTie{},
		Notes: []viewNote{}, Stories: []viewStory{}, Hidden: hiddenOf(r.Hidden),
	}
	for _, id := range r.Sources {
		s := d.Source(id)
		shape.Sources = append(shape.Sources, viewSource{s.ID, s.Title, textOf(s.Publisher), dateOf(s.Published)})
	}
	for _, id := range r.Parties {
		p := d.Party(id)
		shape.Parties = append(shape.Parties, viewParty{p.ID, p.Name, p.Kind, textOf(p.Parent), listOf(p.Aliases)})
	}
	for _, s := range r.Ties {
		t := s.Tie
		shape.Ties = append(shape.Ties, viewTie{
			ID: t.ID, Kind: t.Kind, Title: textOf(t.Title), ends: ends{t.From, t.To, sorted(t.With)},
			Basis: textOf(d.BasisOf(t)), Layer: textOf(d.LayerOf(t)), Status: valueOf(s.Status, statusReading), InForce: s.InForce,
			Start: valueOf(s.Start, dateReading), End: valueOf(s.End, dateReading), Disputed: listOf(s.Disputed),
		})
	}
	for _, s := range r.Notes {
		shape.Notes = append(shape.Notes, viewNote{s.Note.ID, sorted(s.Note.About), textOf(s.Note.Topic), textOf(s.Note.Title)})
	}
	for _, s := range d.Stories {
		shape.Stories = append(shape.Stories, viewStory{s.ID, textOf(s.Title)})
	}
	shape.Stories = byID(shape.Stories, func(s viewStory) string { return s.ID })
	return shape
}

func hiddenOf(h query.Hidden) hidden {
	out := hidden{Ties: h.Ties, Parties: h.Parties, By: map[string]int{}}
	for _, r := range h.By {
		out.By[r.Filter] = r.Ties
	}
	return out
}
