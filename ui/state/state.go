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
	"entangle/ui/brief"
	"entangle/ui/picture"
	"entangle/ui/scene"
	"entangle/ui/words"
)

// State is owned by one goroutine.
type State struct {
	// OnChange is told after every change what has changed.
	OnChange func(Change)
	// Numbers is how numbers are written; it is set before the first Open.
	Numbers words.Format
	// Seen is asked before a step what of the map is seen, nil for all of it; OnAim is
	// told where to look again when a step that moved the camera is taken back. Both
	// may be nil.
	Seen  func() *picture.Camera
	OnAim func(*picture.Camera)

	web      *resolve.Web
	view     picture.View
	subject  *picture.Subject
	expected *picture.Subject // looked at ahead of being opened
	focus    focus
	trail    trail
	steps    history
	paths    paths
	aiming   bool            // the step being taken moves the camera
	aimed    *picture.Camera // what was seen before it
	open     string          // the name of the step that may be continued, "" for none
	asked    int             // how many placements were asked for
	request  int             // the number of the one that the present view waits for, or has
	placed   placement       // the last one that came
}

// Change says what has to be shown anew.
type Change int

// The changes, each with all that is listed before it.
const (
	Selected Change = iota // the selection or the page of the panel
	Fanned                 // what is drawn, where it lies already
	Placed                 // a new placement of the same view
	Viewed                 // another view, which has to be placed
	Opened                 // another dataset
)

// Open shows a dataset. What is selected stays so when the new dataset has it
// too. There is nothing to undo any more.
func (s *State) Open(web *resolve.Web, v picture.View) {
	s.steps, s.trail = history{}, trail{}
	s.Reload(web, v)
}

// Reload shows a dataset that was read again: its reader keeps their place, and
// what they did can still be undone.
func (s *State) Reload(web *resolve.Web, v picture.View) {
	s.web, s.view, s.open = web, v, ""
	s.subject = s.first(web, v)
	s.focus = focus{refs: s.held(s.focus).refs}
	s.ask()
	s.refan()
	s.tell(Opened)
}

// Subject is the view of the dataset, resolved and filtered; nil before Open.
func (s *State) Subject() *picture.Subject { return s.subject }

// View is what is looked at.
func (s *State) View() picture.View { return s.view }

// Selection is what is selected; the zero Ref for nothing.
func (s *State) Selection() scene.Ref { return s.focus.main() }

// Question is what the panel answers while nothing is selected.
func (s *State) Question() brief.Question { return s.focus.question }

// ShowAll takes every filter away but that on the status.
func (s *State) ShowAll() {
	v := s.view
	v.View = v.Unfiltered()
	s.Change("show everything", v)
}

// ShowOnly looks at the ties among some parties; name says which.
func (s *State) ShowOnly(name string, parties []data.PartyID) {
	v := s.view
	v.Parties, v.Focus = slices.Clone(parties), ""
	s.Change(name, v)
}

// Select picks a record. A line of several ties is fanned out and its leading
// tie picked; fanned lines fold up when something else is picked. A tie that
// the filters hide is read, and not drawn. While nothing is open there is nothing to
// pick.
func (s *State) Select(ref scene.Ref) {
	if s.subject == nil {
		return
	}
	if !s.holds(ref) {
		ref = scene.Ref{}
	}
	if ref.Kind == scene.Bundle {
		lead := s.subject.Bundle(ref.ID).Ties[0].Tie.ID
		ref = scene.Ref{Kind: scene.Tie, ID: string(lead)}
	}
	var f focus
	if ref.Kind != scene.None {
		f.refs = []scene.Ref{ref}
	}
	s.visit(f)
	s.fan(s.bundleToFan())
}

// bundleToFan is the bundle of the selected tie, "" when it stands alone.
func (s *State) bundleToFan() string {
	ref := s.Selection()
	if ref.Kind != scene.Tie {
		return ""
	}
	if b := s.subject.BundleOf(data.TieID(ref.ID)); b != nil && len(b.Ties) > 1 {
		return b.ID
	}
	return ""
}

// ToggleFan folds the fanned lines up, or fans out those of the selected tie.
func (s *State) ToggleFan() {
	v := s.view
	if v.Fanned != "" {
		v.Fanned = ""
		s.Change("fold a line up", v)
		return
	}
	v.Fanned = s.bundleToFan()
	s.Change("fan a line out", v)
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
	s.subject = s.subject.Fan(bundle)
	s.settle()
}

// Ask shows the answer to a question in the panel. What is selected stays so only
// when the question is about it.
func (s *State) Ask(q brief.Question) {
	if q.AboutSelection() {
		s.visit(focus{refs: s.focus.refs, question: q})
		s.tell(Selected)
		return
	}
	s.visit(focus{question: q})
	s.fan("")
}

// Walk selects the next or the previous tie in view, in the order of their ids;
// from a party it goes to the first or the last of its own.
func (s *State) Walk(step int) {
	var ids []string
	for _, t := range s.subject.Result.Ties {
		if s.Selection().Kind != scene.Party || s.ownTie(t.Tie) {
			ids = append(ids, string(t.Tie.ID))
		}
	}
	if len(ids) == 0 {
		return
	}
	at := slices.Index(ids, s.Selection().ID)
	if at < 0 && step < 0 {
		at = 0
	}
	s.Select(scene.Ref{Kind: scene.Tie, ID: ids[(at+step+len(ids))%len(ids)]})
}

// ownTie says whether a tie is one of the selected party, or of what belongs to
// it.
func (s *State) ownTie(t *data.Tie) bool {
	return slices.ContainsFunc(t.Parties(), func(p data.PartyID) bool {
		return s.subject.Dataset.Within(p, data.PartyID(s.Selection().ID))
	})
}

// Page is what the panel shows.
func (s *State) Page() *brief.Brief {
	if p, ok := s.ways(); ok {
		return brief.Paths(s.subject, p, s.paths.lit)
	}
	var page *brief.Brief
	switch s.Selection().Kind {
	case scene.Tie:
		if s.Question() == brief.TieHistory {
			return brief.History(s.subject, data.TieID(s.Selection().ID))
		}
		page = brief.Tie(s.subject, data.TieID(s.Selection().ID))
	case scene.Party:
		page = brief.Party(s.subject, data.PartyID(s.Selection().ID))
	case scene.Source:
		page = brief.Source(s.subject, data.SourceID(s.Selection().ID))
	case scene.Note:
		page = brief.Note(s.subject, data.NoteID(s.Selection().ID))
	}
	if page == nil {
		page = brief.Answer(s.subject, s.focus.question)
	}
	if n := len(s.focus.refs); n > 1 {
		page = brief.WithOthers(page, s.subject, s.focus.refs[:n-1])
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
	case scene.Source:
		return s.subject.Dataset.Source(data.SourceID(ref.ID)) != nil
	case scene.Note:
		return s.subject.Dataset.Note(data.NoteID(ref.ID)) != nil
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
