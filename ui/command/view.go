package command

import (
	"errors"
	"strconv"
	"strings"

	"entangle/data"
	"entangle/data/query"
)

// ViewFlags is what the shared flags ask for. They become a view when the
// dataset is known, since the as-of day defaults to its own.
type ViewFlags struct {
	AsOf      []data.Date // as typed; empty: the dataset's as-of day, else today
	KnownOn   data.Date   // zero: no limit
	Status    string      // "": the default
	Kinds     []data.KindID
	Basis     data.Basis
	Parties   []data.PartyID
	Focus     data.PartyID
	Hops      int
	Direction query.Direction
	Products  bool
	Ended     string                   // "": dotted
	Facets    map[query.Facet][]string // beside kinds and basis
}

// viewFlags lists the flags that all commands share that read a dataset.
func viewFlags() []flag {
	view := func(o *options) *ViewFlags { return &o.View }
	return append([]flag{
		{"as-of", "DATE", shared, "the day that is asked about (of a vague date the last day)", setAsOf},
		{"known-on", "DATE", shared, "count only what was known on that day", setKnownOn},
		{"status", "RUNG", shared, "that rung or better, in-force, or all; default reported", oneOf(func(o *options) *string { return &view(o).Status }, query.Statuses()...)},
		{"kinds", "A,B", shared, "only these kinds of tie", list(func(o *options) *[]data.KindID { return &view(o).Kinds })},
		{"basis", "BASIS", shared, "contractual or technical; a tie of both passes either", oneOf(func(o *options) *data.Basis { return &view(o).Basis }, data.Contractual, data.Technical)},
		{"parties", "A,B", shared, "only ties between these, their units and products", list(func(o *options) *[]data.PartyID { return &view(o).Parties })},
		{"focus", "ID", shared, "only what lies within --hops of this party", setFocus},
		{"hops", "N", shared, "how many ties away from the focus; default 1", setHops},
		{"direction", "WAY", shared, "in, out or both ways along the arrows; default both", oneOf(func(o *options) *query.Direction { return &view(o).Direction }, query.Directions()...)},
		{"products", "", shared, "draw products as their own boxes", setTrue(func(o *options) *bool { return &view(o).Products })},
		{"ended", "HOW", shared, "ties that are over: dotted, dimmed or hidden; default dotted", oneOf(func(o *options) *string { return &view(o).Ended }, query.EndedChoices()...)},
	}, facetFlags()...)
}

func setAsOf(o *options, value string) error {
	o.View.AsOf = nil
	for text := range strings.SplitSeq(value, ",") {
		d, err := day(text)
		if err != nil {
			return err
		}
		o.View.AsOf = append(o.View.AsOf, d)
	}
	return nil
}

func setKnownOn(o *options, value string) (err error) {
	o.View.KnownOn, err = day(value)
	return err
}

// day reads a date that means a day, its last one.
func day(text string) (data.Date, error) {
	d, err := data.ParseDate(strings.TrimSpace(text))
	if err == nil && d.Last() == data.MaxDay {
		err = errors.New("has no last day; write 2026-04-23, 2026-04 or 2026")
	}
	return d, err
}

func setFocus(o *options, value string) error {
	if value == "" {
		return errors.New("names no party")
	}
	o.View.Focus = data.PartyID(value)
	return nil
}

func setHops(o *options, value string) error {
	n, err := strconv.ParseUint(value, 10, 31)
	if err != nil {
		return errors.New("is no number of hops; write 0, 1, 2 …")
	}
	o.View.Hops = int(n)
	return nil
}

// View makes the view of a dataset that the flags ask for. The error names the
// ids that the dataset lacks. Of several as-of days the first is meant; On makes
// the views of the others.
func (f ViewFlags) View(d *data.Dataset, today data.Day) (query.View, error) {
	v := query.Default(d, today)
	if len(f.AsOf) > 0 {
		v.AsOf = f.AsOf[0].Last()
	}
	if !f.KnownOn.IsZero() {
		v.KnownOn = f.KnownOn.Last()
	}
	if f.Status != "" {
		v.Status = f.Status
	}
	if f.Direction != "" {
		v.Direction = f.Direction
	}
	v.Kinds, v.Basis, v.Parties = f.Kinds, f.Basis, f.Parties
	v.Focus, v.Hops, v.Products = f.Focus, f.Hops, f.Products
	v.Ended, _ = query.ParseEnded(f.Ended)
	for name, values := range f.Facets {
		v = v.Choose(name, values...)
	}
	return v, errors.Join(v.Check(d)...)
}
