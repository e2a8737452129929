package ui

import (
	"slices"

	"entangle/data"
	"entangle/data/query"
	"entangle/ui/brief"
	"entangle/ui/picture"
	"entangle/ui/timeline"
	"entangle/ui/words"
)

// act does what a row of the panel says.
func (w *Window) act(a brief.Act) {
	switch a.Verb {
	case brief.Toggle:
		w.toggle(query.Facet(a.Of), a.Value)
	case brief.Without:
		w.filter("show what was hidden by "+words.Filter(a.Of), w.state.View().View.Without(a.Of))
	case brief.ShowAll:
		w.showAll()
	case brief.LookAsOf:
		if d, err := data.ParseDate(a.Value); err == nil {
			w.clock.move(timeline.AsOf, d.Last(), false)
		}
	case brief.JumpTo:
		w.find.jumpTo(a.Value)
	case brief.LightPath:
		w.lightPath(a.Value)
	case brief.PathsTo:
		w.state.AskPaths(data.PartyID(a.Of), data.PartyID(a.Value))
	case brief.PathsUpTo:
		w.pathsUpTo(a.Value)
	case brief.Restore:
		if i := slices.IndexFunc(w.saved, func(k kept) bool { return k.ID == a.Of }); i >= 0 {
			w.restore(w.saved[i])
		}
	case brief.Reveal:
		w.reveal(data.TieID(a.Of))
	}
}

// showFilters opens the page of the filters and leads the keyboard to it.
func (w *Window) showFilters() {
	w.ask(brief.WhatIsShown)
	w.panel.Enter()
}

// filter looks through other filters, as a step of that name.
func (w *Window) filter(step string, q query.View) {
	v := w.state.View()
	v.View = q
	w.state.Change(step, v)
}

// toggle chooses a value of a facet, or takes the choice back.
func (w *Window) toggle(f query.Facet, value string) {
	d, v := w.state.Subject().Dataset, w.state.View().View
	step := "filter: " + words.Filter(string(f)) + " " + words.Value(d, f, value)
	switch f {
	case query.ByStatus:
		v.Status = value
	case query.ByParty:
		v = v.ToggleParty(d, data.PartyID(value))
	default:
		v = v.Toggle(f, value)
	}
	w.filter(step, v)
}

// showAll takes every filter away but that on the status.
func (w *Window) showAll() {
	w.fitting(w.state.ShowAll)
}

// showHidden does what the chip of what is hidden says.
func (w *Window) showHidden() {
	v := w.state.View().View
	if w.state.View().Shown().Filtered() {
		w.showAll()
		return
	}
	w.fitting(func() { w.filter("show ties of every status", v.Without("status")) })
}

// reveal lets the filters out so far that a tie is on the map.
func (w *Window) reveal(id data.TieID) {
	s := w.state.Subject()
	t := s.Dataset.Tie(id)
	w.filter("show "+words.Plain(words.Title(s.Dataset, t)), widened(s, id))
}

// widened keeps a focus that hides nothing.
func widened(s *picture.Subject, id data.TieID) query.View {
	wide := s.View.Shown().Widened(s.Web, id)
	if s.View.Dim {
		wide.Focus = s.View.Focus
	}
	return wide
}

// hiddenChip is what the chip above the map says, "" when nothing is hidden.
func hiddenChip(s *picture.Subject) string {
	hidden := picture.HiddenWords(s.Result.Hidden, s.Numbers)
	switch {
	case hidden == "":
		return ""
	case s.View.Shown().Filtered():
		return hidden + " by filter · show all"
	default:
		return hidden + " by status · show"
	}
}

// why says in place of what the map shows which filter hides how much.
func (b *bar) why(over bool) {
	s := b.w.state.Subject()
	if s == nil {
		return
	}
	b.shows.SetText(b.showing(s))
	if by := words.Hides(s.Result.Hidden.By); over && by != "" {
		b.shows.SetText("Hidden are " + by + ".")
	}
}
