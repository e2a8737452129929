package query

import (
	"cmp"
	"iter"
	"slices"

	"entangle/data"
	"entangle/data/resolve"
)

// EventKind says what happens.
type EventKind string

// The kinds of event: a statement takes effect, a source appears, the stated
// term of a tie begins, or it ends.
const (
	TakesEffect EventKind = "takes effect"
	Appears     EventKind = "appears"
	Begins      EventKind = "begins"
	Ends        EventKind = "ends"
)

// Event is something that happens on a day, or at a time as vague as the source
// gives it.
type Event struct {
	Kind      EventKind
	Date      data.Date
	Tie       *data.Tie          // nil when a source appears
	Source    data.SourceID      // that appears, or whose statement takes effect
	Statement data.StatementID   // that takes effect
	By        []data.StatementID // that state the begin or end
	Known     bool               // by the known-on day of the view
}

// Day returns the first day that may be another than the one before because of
// the event: when a statement may count, a source certainly has appeared, a term
// may have begun or has certainly ended.
func (e Event) Day() data.Day {
	switch e.Kind {
	case Appears:
		return e.Date.Last()
	case Ends:
		return e.Date.Last() + 1
	default:
		return e.Date.First()
	}
}

// Events lists what happens to the ties that the view shows on any day (all, of
// Ever), and when the terms of those in view on the day begin and end, as far as
// is known: by day, then by tie. What has no date is no event, nor what has been
// the case, or will go on, without limit.
func Events(web *resolve.Web, all, day *Result) []Event {
	n := 0 // sixty thousand, of a large web
	happen(web, all, day, func(Event) { n++ })
	events := make([]Event, 0, n)
	happen(web, all, day, func(e Event) { events = append(events, e) })
	slices.SortStableFunc(events, func(a, b Event) int {
		if c := cmp.Compare(a.Day(), b.Day()); c != 0 {
			return c
		}
		if c := cmp.Compare(a.tie(), b.tie()); c != 0 {
			return c
		}
		return cmp.Compare(a.Kind, b.Kind)
	})
	return events
}

// happen calls each with the events, in no order of time.
func happen(web *resolve.Web, all, day *Result, each func(Event)) {
	d := web.Dataset()
	add := func(e Event) {
		if at := e.Day(); !e.Date.IsZero() && at > data.MinDay && at < data.MaxDay {
			each(e)
		}
	}
	known := func(id data.SourceID) bool {
		src := d.Source(id)
		return src == nil || src.KnownFrom().IsZero() || src.KnownFrom().Last() <= day.View.KnownOn
	}
	seen := map[data.SourceID]bool{}
	for _, s := range all.Ties {
		for i := range s.Tie.Statements {
			st := &s.Tie.Statements[i]
			k := known(st.Source)
			add(Event{Kind: TakesEffect, Date: st.EffectiveIn(d), Tie: s.Tie, Source: st.Source, Statement: st.ID, Known: k})
			if src := d.Source(st.Source); src != nil && !seen[st.Source] {
				seen[st.Source] = true
				add(Event{Kind: Appears, Date: src.KnownFrom(), Source: st.Source, Known: k})
			}
		}
	}
	for _, s := range day.Ties {
		if s.StatusEnded() == resolve.True {
			continue
		}
		for _, r := range s.Start {
			add(Event{Kind: Begins, Date: r.Value, Tie: s.Tie, By: r.Statements, Known: true})
		}
		for _, r := range s.End {
			add(Event{Kind: Ends, Date: r.Value, Tie: s.Tie, By: r.Statements, Known: true})
		}
	}
}

func (e Event) tie() data.TieID {
	if e.Tie == nil {
		return ""
	}
	return e.Tie.ID
}

// Next returns the day of the next event after a day, or of the last one before
// it when forward is false; false when there is none. A source that appears
// changes nothing of what is the case, and a statement that is not known yet
// nothing of what is shown: both are passed over.
func Next(events []Event, from data.Day, forward bool) (data.Day, bool) {
	return nearest(slices.Values(events), from, forward, changes)
}

// NextOf is Next among the events of a view, without listing and sorting them all.
func NextOf(web *resolve.Web, all, day *Result, from data.Day, forward bool) (data.Day, bool) {
	events := func(yield func(Event) bool) { happen(web, all, day, func(e Event) { yield(e) }) }
	return nearest(events, from, forward, changes)
}

func changes(e Event) bool { return e.Kind != Appears && e.Known }

// NextKnown is Next for the known-on day: it goes from source to source.
func NextKnown(events []Event, from data.Day, forward bool) (data.Day, bool) {
	return nearest(slices.Values(events), from, forward, func(e Event) bool { return e.Kind == Appears })
}

func nearest(events iter.Seq[Event], from data.Day, forward bool, counts func(Event) bool) (found data.Day, ok bool) {
	for e := range events {
		at := e.Day()
		if at == from || (at > from) != forward || !counts(e) {
			continue
		}
		if !ok || (at < found) == forward {
			found, ok = at, true
		}
	}
	return found, ok
}
