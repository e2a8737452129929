package query

import (
	"cmp"
	"slices"

	"entangle/data"
	"entangle/data/resolve"
)

// Due is the first or last day of a tie that still lies ahead of the as-of
// day, or may.
type Due struct {
	Tie         *resolve.State
	Begins      bool // its first day; else its last
	Date        data.Date
	Least, Most int  // days from the as-of day to the earliest and the latest day that it may be; Most is -1 without a limit
	Disputed    bool // one of several readings
	Statements  []data.StatementID
}

// Upcoming lists what begins and ends next among the ties in view, soonest
// first. Ties that lapsed, were terminated or are absent have nothing ahead.
func Upcoming(r *Result) []Due {
	var events []Due
	for _, s := range r.Ties {
		if s.StatusEnded() == resolve.True {
			continue
		}
		events = append(events, ahead(s, s.Start, true, r.View.AsOf)...)
		events = append(events, ahead(s, s.End, false, r.View.AsOf)...)
	}
	slices.SortStableFunc(events, func(a, b Due) int {
		return cmp.Or(cmp.Compare(a.Least, b.Least), cmp.Compare(unlimited(a.Most), unlimited(b.Most)),
			cmp.Compare(a.Tie.Tie.ID, b.Tie.Tie.ID), first(a.Begins, b.Begins))
	})
	return events
}

// ahead makes events of the readings that lie ahead: starts after the day, ends
// that are not over yet.
func ahead(s *resolve.State, readings []resolve.DateReading, begins bool, asOf data.Day) []Due {
	var events []Due
	for _, r := range readings {
		past := r.Value.Last() < asOf
		if begins {
			past = r.Value.First() <= asOf
		}
		if past {
			continue
		}
		e := Due{Tie: s, Begins: begins, Date: r.Value, Most: -1, Disputed: len(readings) > 1, Statements: r.Statements}
		e.Least = int(max(r.Value.First(), asOf) - asOf)
		if r.Value.Last() != data.MaxDay {
			e.Most = int(r.Value.Last() - asOf)
		}
		events = append(events, e)
	}
	return events
}

func unlimited(days int) int {
	if days < 0 {
		return int(data.MaxDay)
	}
	return days
}

// Dispute is a tie or note that sources disagree on, with the disputed fields.
type Dispute struct {
	Of     *resolve.State
	Fields []string
}

// Disputes lists what is disputed among the ties and then the notes in view.
func Disputes(r *Result) []Dispute {
	var list []Dispute
	for _, s := range slices.Concat(r.Ties, r.Notes) {
		if s.IsDisputed() {
			list = append(list, Dispute{s, s.Disputed})
		}
	}
	return list
}
