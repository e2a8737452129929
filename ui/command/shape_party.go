package command

import (
	"cmp"
	"slices"

	"entangle/data"
	"entangle/data/query"
)

// partyShape is a party of `show --json`.
type partyShape struct {
	ID          data.PartyID      `json:"id"`
	Name        string            `json:"name"`
	Kind        data.PartyKind    `json:"kind"`
	Parent      *string           `json:"parent"`
	Aliases     []string          `json:"aliases"`
	Identifiers map[string]string `json:"identifiers"`
	Offers      []offer           `json:"offers"`
	Disclosed   []disclosure      `json:"disclosed"`
	Ties        []data.TieID      `json:"ties"`
	AssetOf     []data.TieID      `json:"asset_of"` // ties whose subject it is
	Family      []data.PartyID    `json:"family"`   // its units and products
	Notes       []data.NoteID     `json:"notes"`
	times
}

type offer struct {
	Layer data.LayerID   `json:"layer"`
	Needs []data.LayerID `json:"needs"`
	Own   []data.LayerID `json:"own"`
}

type disclosure struct {
	Of           string   `json:"of"`
	Amount       any      `json:"amount"`
	Counterparty *string  `json:"counterparty"`
	Share        *float64 `json:"share"`
	Date         *string  `json:"date"`
	Source       *string  `json:"source"`
	Locator      *string  `json:"locator"`
}

func partyOf(d *data.Dataset, p *data.Party, v query.View) partyShape {
	shape := partyShape{
		ID: p.ID, Name: p.Name, Kind: p.Kind, Parent: textOf(p.Parent), Aliases: listOf(p.Aliases), Identifiers: p.Identifiers,
		Offers: []offer{}, Disclosed: []disclosure{}, Ties: []data.TieID{}, AssetOf: []data.TieID{},
		Notes: notesAbout(d, string(p.ID)), times: timesOf(v),
	}
	for _, o := range p.Offers {
		shape.Offers = append(shape.Offers, offer{o.Layer, listOf(o.Needs), listOf(o.Own)})
	}
	for _, x := range p.Disclosed {
		out := disclosure{x.Of, nil, textOf(x.Counterparty), x.Share, dateOf(x.Date), textOf(x.Source), textOf(x.Locator)}
		if x.Amount != nil {
			out.Amount = amountOf(*x.Amount)
		}
		shape.Disclosed = append(shape.Disclosed, out)
	}
	for i := range d.Ties {
		t := &d.Ties[i]
		if slices.Contains(t.Parties(), p.ID) {
			shape.Ties = append(shape.Ties, t.ID)
		}
		if slices.Contains(t.Assets, p.ID) {
			shape.AssetOf = append(shape.AssetOf, t.ID)
		}
	}
	shape.Family = d.Family(p.ID)[1:]
	shape.Ties, shape.AssetOf, shape.Family = sorted(shape.Ties), sorted(shape.AssetOf), sorted(shape.Family)
	return shape
}

// sourceShape is a source of `show --json`.
type sourceShape struct {
	ID          data.SourceID      `json:"id"`
	Title       string             `json:"title"`
	Publisher   *string            `json:"publisher"`
	Author      *string            `json:"author"`
	Kind        *string            `json:"kind"`
	Published   *string            `json:"published"`
	Known       *string            `json:"known"`
	URL         *string            `json:"url"`
	Retrieved   *string            `json:"retrieved"`
	Archive     *string            `json:"archive"`
	SHA256      *string            `json:"sha256"`
	Reliability *string            `json:"reliability"`
	Statements  []data.StatementID `json:"statements"`
	Notes       []data.NoteID      `json:"notes"`
	times
}

func sourceOf(d *data.Dataset, s *data.Source, v query.View) sourceShape {
	return sourceShape{
		ID: s.ID, Title: s.Title, Publisher: textOf(s.Publisher), Author: textOf(s.Author), Kind: textOf(s.Kind),
		Published: dateOf(s.Published), Known: dateOf(s.Known), URL: textOf(s.URL), Retrieved: dateOf(s.Retrieved),
		Archive: textOf(s.Archive), SHA256: textOf(s.SHA256), Reliability: textOf(s.Reliability),
		Statements: statementsFrom(d, s.ID), Notes: notesAbout(d, string(s.ID)), times: timesOf(v),
	}
}

// statementsFrom lists every statement that a source makes.
func statementsFrom(d *data.Dataset, id data.SourceID) []data.StatementID {
	var list []data.StatementID
	add := func(statements []data.Statement) {
		for i := range statements {
			if statements[i].Source == id {
				list = append(list, statements[i].ID)
			}
		}
	}
	for i := range d.Ties {
		add(d.Ties[i].Statements)
	}
	for i := range d.Notes {
		add(d.Notes[i].Statements)
	}
	return sorted(list)
}

// notesAbout lists the notes about a record.
func notesAbout(d *data.Dataset, id string) []data.NoteID {
	var list []data.NoteID
	for i := range d.Notes {
		if slices.Contains(d.Notes[i].About, id) {
			list = append(list, d.Notes[i].ID)
		}
	}
	return sorted(list)
}

// sorted returns a sorted copy, [] when it is empty.
func sorted[S cmp.Ordered](list []S) []S { return listOf(slices.Sorted(slices.Values(list))) }

// byID sorts records by their id.
func byID[R any](list []R, id func(R) string) []R {
	slices.SortStableFunc(list, func(a, b R) int { return cmp.Compare(id(a), id(b)) })
	return list
}
