package state

import (
	"entangle/ui/picture"
	"entangle/ui/scene"
)

// moment is a picture that can be gone back to: what was looked at, what was
// selected, and what of the map was seen, nil for all of it.
type moment struct {
	view   picture.View
	focus  focus
	camera *picture.Camera
}

// step is one that was taken or taken back. Steps are never changed, so that a
// history can be kept and gone back to as a whole.
type step struct {
	name string
	to   moment // where undoing it, or doing it again, leads
	aims bool   // the camera too
	next *step
}

// history is what can be undone and done again, the latest first. It has no
// bound: a step is a few words of memory.
type history struct{ past, future *step }

// Change looks at the dataset in another way. It is a step, which the person
// reads by its name ("hide Nvidia") when undoing it; a view that is the present
// one is none.
func (s *State) Change(name string, v picture.View) { s.change(name, v, false) }

// Continue is Change for a gesture that goes on, such as dragging one box: it
// belongs to the last step when that has the same name and nothing was selected,
// undone or opened since.
func (s *State) Continue(name string, v picture.View) { s.change(name, v, true) }

func (s *State) change(name string, v picture.View, goOn bool) {
	if s.subject == nil || v.Equal(s.view) {
		return
	}
	if !goOn || s.open != name {
		s.steps.past = &step{name, s.moment(), s.aiming, s.steps.past}
	}
	s.steps.future = nil
	s.open = name
	stays := s.drawn
	if v.SameButDays(s.view) {
		stays = s.holds // who follows a tie through time reads it on the days on which it is not there
	}
	s.look(v, stays)
}

// Aiming takes a step that moves the camera as well, which undoing it moves back. Of
// any other step the camera is left where the person has it by then.
func (s *State) Aiming(take func()) {
	s.aimed, s.aiming = s.seen(), true
	defer func() { s.aiming = false }()
	take()
}

// Restore goes to a view and selects what was selected in it: one step.
func (s *State) Restore(name string, v picture.View, refs []scene.Ref) {
	if s.subject == nil {
		return
	}
	f := s.held(focus{refs: refs})
	if !v.Equal(s.view) || !f.same(s.focus) {
		s.steps = history{past: &step{name, s.moment(), s.aiming, s.steps.past}}
	}
	s.visit(f)
	s.look(v, s.holds)
}

func (s *State) moment() moment {
	if s.aiming {
		return moment{s.view, s.focus, s.aimed}
	}
	return moment{s.view, s.focus, s.seen()}
}

func (s *State) seen() *picture.Camera {
	if s.Seen == nil {
		return nil
	}
	return s.Seen()
}

// Undo takes the last step back: picture and selection are what they were
// before it, and what is seen, if the step moved the camera.
func (s *State) Undo() {
	if p := s.steps.past; p != nil {
		s.steps = history{p.next, &step{p.name, s.moment(), p.aims, s.steps.future}}
		s.goTo(p)
	}
}

// Redo takes the step again that was undone last.
func (s *State) Redo() {
	if f := s.steps.future; f != nil {
		s.steps = history{&step{f.name, s.moment(), f.aims, s.steps.past}, f.next}
		s.goTo(f)
	}
}

// Undoable names the step that Undo takes back, "" for none.
func (s *State) Undoable() string { return s.steps.past.words() }

// Redoable names the step that Redo takes again, "" for none.
func (s *State) Redoable() string { return s.steps.future.words() }

func (st *step) words() string {
	if st == nil {
		return ""
	}
	return st.name
}

// aimBack has the map show what was seen at an earlier point of the history, when a
// step since, taken or taken back, moved the camera.
func (s *State) aimBack(to history) {
	if s.OnAim == nil {
		return
	}
	for _, way := range [][2]*step{{s.steps.past, to.past}, {s.steps.future, to.future}} {
		var first *step // of those since that moved it
		st := way[0]
		for ; st != nil && st != way[1]; st = st.next {
			if st.aims {
				first = st
			}
		}
		if first != nil && st == way[1] {
			s.OnAim(first.to.camera)
			return
		}
	}
}

// goTo shows the moment that a step leads to. A file that was read again may lack what
// it knew.
func (s *State) goTo(st *step) {
	s.open = ""
	v, _ := st.to.view.Known(s.subject.Dataset)
	if st.aims && s.OnAim != nil {
		s.OnAim(st.to.camera)
	}
	s.visit(s.held(st.to.focus))
	s.look(v, s.holds)
}

// look shows a view and lets go of what is selected and does not stay in it. A
// view that is placed like the last placement keeps that.
func (s *State) look(v picture.View, stays func(scene.Ref) bool) {
	before, placed := s.subject, s.placed
	s.view, s.subject = v, before.Look(v)
	s.focus = s.focus.keep(stays)
	here := placed.subject != nil && s.subject.PlacesLike(placed.subject)
	if here {
		s.request = placed.request
	}
	if here || s.subject.PlacesLike(before) { // the last one, or one that is under way
		s.settle()
		s.refan()
		s.tell(Fanned)
		return
	}
	s.ask()
	s.refan()
	s.tell(Viewed)
}
