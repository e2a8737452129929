package query

import (
	"entangle/data"
	"entangle/data/resolve"
)

// Coverage says how much a dataset holds and how well it is sourced. The first
// five count records of the file, the others ties that count on the day.
type Coverage struct {
	Sources    int `json:"sources"`
	Parties    int `json:"parties"`
	Ties       int `json:"ties"`
	Statements int `json:"statements"` // of ties and of notes
	Notes      int `json:"notes"`

	SingleSource int           `json:"single_source"` // all their statements that count are of one source
	Disputed     int           `json:"disputed"`
	Amounts      AmountsByKind `json:"amounts"`
}

// AmountsByKind counts each tie once, by its least exact amount.
type AmountsByKind struct {
	Exact       int `json:"exact"`
	Ranged      int `json:"ranged"` // a range, or disputed
	Unknown     int `json:"unknown"`
	NotRecorded int `json:"not_recorded"`
}

// Cover counts the coverage of a web.
func Cover(web *resolve.Web) Coverage {
	d := web.Dataset()
	c := Coverage{Sources: len(d.Sources), Parties: len(d.Parties), Ties: len(d.Ties), Notes: len(d.Notes)}
	for i := range d.Ties {
		c.Statements += len(d.Ties[i].Statements)
	}
	for i := range d.Notes {
		c.Statements += len(d.Notes[i].Statements)
	}
	for _, s := range counting(web) {
		if SingleSource(s) {
			c.SingleSource++
		}
		if s.IsDisputed() {
			c.Disputed++
		}
		*c.Amounts.of(s)++
	}
	return c
}

// SingleSource says whether one source alone speaks of a tie on the day.
func SingleSource(s *resolve.State) bool {
	sources := map[data.SourceID]bool{}
	for _, statement := range Counting(s) {
		sources[statement.Source] = true
	}
	return len(sources) == 1
}

// How exact the amount of a tie is that is least so.
const (
	Exact   = "exact"
	Ranged  = "ranged" // a range, or disputed
	Unknown = "unknown"
)

// Exactness says how exact the least exact amount of a tie is: Exact, Ranged,
// Unknown or NotRecorded.
func Exactness(s *resolve.State) string {
	if len(s.Amounts) == 0 {
		return NotRecorded
	}
	least := Exact
	for _, f := range s.Amounts {
		switch {
		case !f.Disputed() && f.Readings[0].Value.Unknown:
			return Unknown
		case f.Disputed() || f.Interval.Min != f.Interval.Max:
			least = Ranged
		}
	}
	return least
}

// of returns the count that a tie belongs to.
func (a *AmountsByKind) of(s *resolve.State) *int {
	switch Exactness(s) {
	case Exact:
		return &a.Exact
	case Ranged:
		return &a.Ranged
	case Unknown:
		return &a.Unknown
	default:
		return &a.NotRecorded
	}
}
