package interchange

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"slices"

	"entangle/data"
	"entangle/data/query"
	"entangle/data/resolve"
)

// viewShape is a view in JSON; its names are fixed.
type viewShape struct {
	Title   *string      `json:"title"`
	AsOf    string       `json:"as_of"`
	KnownOn *string      `json:"known_on"`
	Sources []viewSource `json:"sources"`
	Parties []viewParty  `json:"parties"`
	Ties    []viewTie    `json:"ties"`
	Notes   []viewNote   `json:"notes"`
	Stories []viewStory  `json:"stories"`
	Hidden  viewHidden   `json:"hidden"`
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
	ID       data.TieID     `json:"id"`
	Kind     data.KindID    `json:"kind"`
	Title    *string        `json:"title"`
	From     data.PartyID   `json:"from"`
	To       data.PartyID   `json:"to"`
	With     []data.PartyID `json:"with"`
	Basis    *string        `json:"basis"`
	Layer    *string        `json:"layer"`
	Status   *string        `json:"status"`
	InForce  resolve.Truth  `json:"in_force"`
	Start    *string        `json:"start"`
	End      *string        `json:"end"`
	Disputed []string       `json:"disputed"`
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

type viewHidden struct {
	Ties    int            `json:"ties"`
	Parties int            `json:"parties"`
	By      map[string]int `json:"by"` // ties by filter
}

// viewOf gathers what the JSON of a view holds.
func viewOf(d *data.Dataset, r *query.Result) viewShape {
	shape := viewShape{
		Title: textOf(d.Title), AsOf: r.View.AsOf.String(), Sources: []viewSource{}, Parties: []viewParty{}, Ties: []viewTie{},
		Notes: []viewNote{}, Stories: []viewStory{}, Hidden: viewHidden{r.Hidden.Ties, r.Hidden.Parties, map[string]int{}},
	}
	if r.View.KnownOn != data.MaxDay {
		shape.KnownOn = textOf(r.View.KnownOn.String())
	}
	for _, reason := range r.Hidden.By {
		shape.Hidden.By[reason.Filter] = reason.Ties
	}
	for _, id := range r.Sources {
		if s := d.Source(id); s != nil {
			shape.Sources = append(shape.Sources, viewSource{s.ID, s.Title, textOf(s.Publisher), textOf(s.Published.String())})
		}
	}
	for _, id := range r.Parties {
		p := partyOf(d, id)
		shape.Parties = append(shape.Parties, viewParty{p.ID, p.Name, p.Kind, textOf(p.Parent), listOf(p.Aliases)})
	}
	for _, s := range r.Ties {
		t := s.Tie
		shape.Ties = append(shape.Ties, viewTie{
			ID: t.ID, Kind: t.Kind, Title: textOf(t.Title), From: t.From, To: t.To, With: sorted(t.With),
			Basis: textOf(d.BasisOf(t)), Layer: textOf(d.LayerOf(t)), Status: valueOf(s.Status, func(r resolve.StatusReading) string { return string(r.Value) }), InForce: s.InForce,
			Start: valueOf(s.Start, writtenDate), End: valueOf(s.End, writtenDate), Disputed: listOf(s.Disputed),
		})
	}
	for _, s := range r.Notes {
		shape.Notes = append(shape.Notes, viewNote{s.Note.ID, sorted(s.Note.About), textOf(s.Note.Topic), textOf(s.Note.Title)})
	}
	for _, s := range d.Stories {
		shape.Stories = append(shape.Stories, viewStory{s.ID, textOf(s.Title)})
	}
	slices.SortStableFunc(shape.Stories, func(a, b viewStory) int { return cmp.Compare(a.ID, b.ID) })
	return shape
}

// textOf returns nil for a field that is left out.
func textOf[S ~string](s S) *string {
	if s == "" {
		return nil
	}
	text := string(s)
	return &text
}

// valueOf is the value of a field that has exactly one reading, else nil.
func valueOf[R any](readings []R, write func(R) string) *string {
	if len(readings) != 1 {
		return nil
	}
	return textOf(write(readings[0]))
}

func listOf[S any](list []S) []S { return append([]S{}, list...) }

func sorted[S cmp.Ordered](list []S) []S {
	list = listOf(list)
	slices.Sort(list)
	return list
}

// JSON writes a value as indented JSON with a line break at its end. Characters
// that steer a terminal, which JSON may hold as they are, are written as \u009b.
func JSON(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(v); err != nil || !bytes.ContainsFunc(b.Bytes(), data.Steers) {
		return b.Bytes(), err
	}
	var tame bytes.Buffer
	for _, r := range b.String() {
		if data.Steers(r) {
			fmt.Fprintf(&tame, `\u%04x`, r)
		} else {
			tame.WriteRune(r)
		}
	}
	return tame.Bytes(), nil
}
