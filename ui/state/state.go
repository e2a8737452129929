// Package state is the one thing in the window that changes: which dataset is
// open, what is looked at, where it is placed and what is selected. Its methods
// are what a person can do. It must not know of Fyne, of files or of how
// anything is drawn.
package state

import (
	"slices"

	"entangle/data"
	"entangle/data/query"
	"entangle/data/resolve"
	"entangle/layout"
	"entangle/ui/brief"
	"entangle/ui/picture"
	"entangle/ui/scene"
)

// State is owned by one goroutine.
type State struct {
	// OnChange is told after every change what has changed.
	OnChange func(Change)

	web       *resolve.Web
	view      picture.View
	subject   *picture.Subject
	selection scene.Ref
	question  brief.Question
	asked     int       // how many placements were asked for
	request   int       // the number of the one that the present view waits for, or has
	placed    placement // the last one that came
}

// placement is where things lie, and what it is a placement of.
type placement struct {
	layout.Placed
	request int
	web     *resolve.Web
	view    picture.View
	subject *picture.Subject
}

// Change says what has to be shown anew.
type Change int

// The changes, each with all that is listed before it.
const (
	Selected Change = iota // the selection or the page of the panel
	Fanned                 // the lines that are drawn, not the boxes
	Placed                 // a new placement of the same view
	Viewed                 // another view, which has to be placed
	Opened                 // another dataset
)

// Open shows a dataset. What is selected stays so when the new dataset has it
// too, so that a file that is saved again keeps its reader's place.
func (s *State) Open(web *resolve.Web, v picture.View) {
	s.web, s.view = web, v
	s.subject = picture.Look(web, v)
	if !s.holds(s.selection) {
		s.selection = scene.Ref{}
	}
	s.question = brief.NoQuestion
	s.refan()
	s.ask()
	s.tell(Opened)
}

// Subject is the view of the dataset, resolved and filtered; nil before Open.
func (s *State) Subject() *picture.Subject { return s.subject }

// View is what is looked at.
func (s *State) View() picture.View { return s.view }

// Selection is what is selected; the zero Ref for nothing.
func (s *State) Selection() scene.Ref { return s.selection }

// Question is what the panel answers while nothing is selected.
func (s *State) Question() brief.Question { return s.question }

// Placement is where boxes and lines lie; false while the present view has none
// yet.
func (s *State) Placement() (layout.Placed, bool) {
	return s.placed.Placed, s.placed.subject != nil && s.placed.request == s.request
}

// SetView looks at the dataset in another way.
func (s *State) SetView(v picture.View) {
	fan := v.Fanned
	v.Fanned = s.view.Fanned
	same := v.View.Equal(s.view.View) && v.Engine == s.view.Engine && v.Direction == s.view.Direction
	v.Fanned = fan
	s.view = v
	s.subject = picture.Look(s.web, v)
	if same {
		s.tell(Fanned)
		return
	}
	if !s.drawn(s.selection) {
		s.selection = scene.Ref{}
	}
	s.refan()
	s.ask()
	s.tell(Viewed)
}

// ShowAll takes the filter on parties away.
func (s *State) ShowAll() {
	v := s.view
	v.Parties, v.Focus = nil, ""
	s.SetView(v)
}

// ShowOnly looks at the ties among some parties.
func (s *State) ShowOnly(parties []data.PartyID) {
	v := s.view
	v.Parties, v.Focus = slices.Clone(parties), ""
	s.SetView(v)
}

// Select picks a record. A line of several ties is fanned out and its leading
// tie picked; fanned lines fold up when something else is picked. A tie that
// the filters hide is read, and not drawn.
func (s *State) Select(ref scene.Ref) {
	if !s.holds(ref) {
		ref = scene.Ref{}
	}
	if ref.Kind == scene.Bundle {
		lead := s.subject.Bundle(ref.ID).Ties[0].Tie.ID
		ref = scene.Ref{Kind: scene.Tie, ID: string(lead)}
	}
	s.selection, s.question = ref, brief.NoQuestion
	s.fan(s.bundleToFan())
}

// bundleToFan is the bundle of the selected tie, "" when it stands alone.
func (s *State) bundleToFan() string {
	if s.selection.Kind != scene.Tie {
		return ""
	}
	if b := s.subject.BundleOf(data.TieID(s.selection.ID)); b != nil && len(b.Ties) > 1 {
		return b.ID
	}
	return ""
}

// ToggleFan folds the fanned lines up, or fans out those of the selected tie.
func (s *State) ToggleFan() {
	if s.view.Fanned != "" {
		s.fan("")
		return
	}
	s.fan(s.bundleToFan())
}

// refan fans the ties of the selected one out when those that were are not in
// view any more.
func (s *State) refan() {
	if s.view.Fanned != "" && s.subject.Bundle(s.view.Fanned) == nil {
		s.setFan(s.bundleToFan())
	}
}

func (s *State) fan(bundle string) {
	if s.view.Fanned == bundle {
		s.tell(Selected)
		return
	}
	s.setFan(bundle)
	s.tell(Fanned)
}

func (s *State) setFan(bundle string) {
	s.view.Fanned = bundle
	subject := *s.subject // others may still read the one before
	subject.View = s.view
	s.subject = &subject
}

// Ask shows the answer to a question in the panel.
func (s *State) Ask(q brief.Question) {
	s.selection, s.question = scene.Ref{}, q
	s.fan("")
}

// Walk selects the next or the previous tie in view, in the order of their ids;
// from a party it goes to the first or the last of its own.
func (s *State) Walk(step int) {
	var ids []string
	for _, t := range s.subject.Result.Ties {
		if s.selection.Kind != scene.Party || s.ownTie(t.Tie) {
			ids = append(ids, string(t.Tie.ID))
		}
	}
	if len(ids) == 0 {
		return
	}
	at := slices.Index(ids, s.selection.ID)
	if at < 0 && step < 0 {
		at = 0
	}
	s.Select(scene.Ref{Kind: scene.Tie, ID: ids[(at+step+len(ids))%len(ids)]})
}

// ownTie says whether a tie is one of the selected party, or of what belongs to
// it.
func (s *State) ownTie(t *data.Tie) bool {
	return slices.ContainsFunc(t.Parties(), func(p data.PartyID) bool {
		return s.subject.Dataset.Within(p, data.PartyID(s.selection.ID))
	})
}

// ask counts a request for a placement; a number is never used twice.
func (s *State) ask() {
	s.asked++
	s.request = s.asked
}

// Request is the number under which a placement is asked for.
func (s *State) Request() int { return s.request }

// Place takes a placement; a late answer to an earlier request is dropped.
func (s *State) Place(request int, p layout.Placed) {
	if request != s.request {
		return
	}
	s.placed = placement{p, request, s.web, s.view, s.subject}
	s.tell(Placed)
}

// Revert goes back to the view that was placed last, when the present one cannot
// be placed or need not be any more. Without an earlier one it does nothing.
func (s *State) Revert() {
	p := s.placed
	if p.subject == nil || p.request == s.request {
		return
	}
	s.web, s.view, s.subject, s.request = p.web, p.view, p.subject, p.request
	if !s.holds(s.selection) {
		s.selection = scene.Ref{}
	}
	s.fan(s.bundleToFan())
	s.tell(Placed)
}

// Page is what the panel shows.
func (s *State) Page() *brief.Brief {
	var page *brief.Brief
	switch s.selection.Kind {
	case scene.Tie:
		page = brief.Tie(s.subject, data.TieID(s.selection.ID))
	case scene.Party:
		page = brief.Party(s.subject, data.PartyID(s.selection.ID))
	}
	if page == nil {
		page = brief.Answer(s.subject, s.question)
	}
	return page
}

// holds says whether the dataset has the record.
func (s *State) holds(ref scene.Ref) bool {
	switch ref.Kind {
	case scene.Party:
		return s.subject.Dataset.Party(data.PartyID(ref.ID)) != nil
	case scene.Tie:
		return s.subject.Dataset.Tie(data.TieID(ref.ID)) != nil
	case scene.Bundle:
		return s.subject.Bundle(ref.ID) != nil
	default:
		return true
	}
}

// drawn says whether the record is in view.
func (s *State) drawn(ref scene.Ref) bool {
	switch ref.Kind {
	case scene.Party:
		return slices.ContainsFunc(s.subject.Drawing.Nodes, func(n query.Node) bool { return string(n.Party) == ref.ID })
	case scene.Tie:
		return s.subject.BundleOf(data.TieID(ref.ID)) != nil
	default:
		return true
	}
}

func (s *State) tell(c Change) {
	if s.OnChange != nil {
		s.OnChange(c)
	}
}
