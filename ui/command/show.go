package command

import (
	"fmt"

	"entangle/data"
	"entangle/data/query"
	"entangle/data/resolve"
)

// show prints one record. It ignores the filters but for the two days.
func (c *call) show(operands []string) error {
	if len(c.options.View.AsOf) > 1 {
		return oneDay()
	}
	file := operand(operands, 1)
	d, err := c.env.Load(file)
	if err != nil {
		return err
	}
	v, err := c.options.View.View(d, c.env.Today())
	if err != nil {
		return fmt.Errorf("%s: %w", c.env.Name(file), err)
	}
	p := page{call: c, dataset: d, web: resolve.At(d, v.Moment()), view: v}
	shape, write := p.find(operands[0])
	switch {
	case write == nil:
		return fmt.Errorf("%s: %s", c.env.Name(file), unknownID(d, operands[0]))
	case c.options.JSON:
		return c.printJSON(shape())
	}
	write()
	return nil
}

// page prints one record of a dataset at a moment.
type page struct {
	*call
	dataset *data.Dataset
	web     *resolve.Web
	view    query.View
}

// find returns how a record is written as JSON and as text, nil when the
// dataset holds none of that id.
func (p page) find(id string) (shape func() any, write func()) {
	d := p.dataset
	if s := p.web.Tie(data.TieID(id)); s != nil {
		return func() any { return tieOf(d, s, p.view) }, func() { p.tie(s) }
	}
	if s := p.web.Note(data.NoteID(id)); s != nil {
		return func() any { return noteOf(d, s, p.view) }, func() { p.aNote(s) }
	}
	if party := d.Party(data.PartyID(id)); party != nil {
		return func() any { return partyOf(d, party, p.view) }, func() { p.party(party) }
	}
	if source := d.Source(data.SourceID(id)); source != nil {
		return func() any { return sourceOf(d, source, p.view) }, func() { p.source(source) }
	}
	return nil, nil
}

// unknownID says that the dataset does not hold an id, and what may be meant.
func unknownID(d *data.Dataset, id string) string {
	if place, ok := d.Statement(data.StatementID(id)); ok {
		of := ""
		if place.Tie != nil {
			of = string(place.Tie.ID)
		} else {
			of = string(place.Note.ID)
		}
		return fmt.Sprintf("%q is a statement; show %s, to which it belongs", id, of)
	}
	var ids []string
	for i := range d.Ties {
		ids = append(ids, string(d.Ties[i].ID))
	}
	for i := range d.Parties {
		ids = append(ids, string(d.Parties[i].ID))
	}
	for i := range d.Notes {
		ids = append(ids, string(d.Notes[i].ID))
	}
	for i := range d.Sources {
		ids = append(ids, string(d.Sources[i].ID))
	}
	return fmt.Sprintf("the dataset has no party, tie, note or source %q%s", id, meant(id, ids, ""))
}
