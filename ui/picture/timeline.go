package picture

import (
	"entangle/data"
	"entangle/data/query"
	"entangle/ui/scene"
	"entangle/ui/words"
)

// Events lists what happens to the ties that the view shows on any day.
func (s *Subject) Events() []query.Event { return query.Events(s.Web, s.ever, s.Result) }

// NextEvent returns the day of the next event after a day, or of the last one before it
// when forward is false; false when there is none.
func (s *Subject) NextEvent(from data.Day, forward bool) (data.Day, bool) {
	return query.NextOf(s.Web, s.ever, s.Result, from, forward)
}

// Timeline is the events of the view with the two days that are looked at. It
// shows all of them; whoever zooms narrows From and To.
func (s *Subject) Timeline(events []query.Event) *scene.Timeline {
	t := &scene.Timeline{
		AsOf:    scene.Flag{Day: s.View.AsOf, Words: words.Day(s.View.AsOf)},
		KnownOn: scene.Flag{Day: s.View.KnownOn, Words: "all that is known"},
	}
	if s.View.KnownOn != data.MaxDay {
		t.KnownOn.Words = "known on " + words.Day(s.View.KnownOn)
	}
	if s.View.Comparing() {
		t.Since = scene.Flag{Day: s.View.Since, Words: "compared with " + words.Day(s.View.Since)}
	}
	t.Events = make([]scene.Happening, len(events))
	for i, e := range events {
		what, becomes := words.Event(s.Dataset, e)
		t.Events[i] = scene.Happening{
			First: e.Date.First(), Last: e.Date.Last(), Day: e.Day(), Source: e.Kind == query.Appears, Faint: !e.Known,
			Words: words.Plain(what), Verb: becomes,
		}
	}
	t.From, t.To = scene.Whole(t.Events, s.View.AsOf)
	return t
}

// EventWords says of some events when each happens and what, for whoever points at
// their mark: the first few, and how many more.
func (s *Subject) EventWords(events []query.Event) []string {
	const most = 6
	var out []string
	for i, e := range events {
		if i == most {
			out = append(out, s.Numbers.Count(len(events)-most, "event")+" more")
			break
		}
		what, becomes := words.Event(s.Dataset, e)
		out = append(out, words.Date(e.Date)+" · "+words.Plain(what)+" "+becomes)
	}
	return out
}
