package state

import (
	"slices"

	"entangle/ui/brief"
	"entangle/ui/scene"
)

// focus is what the person attends to: what is selected, or the question that
// the panel answers.
type focus struct {
	refs     []scene.Ref // the one that the panel shows last; never changed
	question brief.Question
}

// main is what the panel shows, the zero Ref for nothing.
func (f focus) main() scene.Ref {
	if len(f.refs) == 0 {
		return scene.Ref{}
	}
	return f.refs[len(f.refs)-1]
}

func (f focus) same(g focus) bool { return f.question == g.question && slices.Equal(f.refs, g.refs) }

// keep lets go of what does not hold.
func (f focus) keep(holds func(scene.Ref) bool) focus {
	kept := focus{question: f.question}
	for _, r := range f.refs {
		if holds(r) {
			kept.refs = append(kept.refs, r)
		}
	}
	return kept
}

// held lets go of what the dataset lacks.
func (s *State) held(f focus) focus { return f.keep(s.holds) }

// trail is where the person was before, and after going back.
type trail struct{ back, forward []focus }

// visit attends to something else and notes what was attended to before.
func (s *State) visit(f focus) {
	s.open = ""
	if f.same(s.focus) {
		return
	}
	s.trail = trail{back: append(s.trail.back, s.focus)}
	s.focus = f
}

// Back selects what was selected before. What the dataset does not hold any more
// is passed over.
func (s *State) Back() {
	if f, list, ok := s.last(s.trail.back); ok {
		s.trail = trail{list, append(s.trail.forward, s.focus)}
		s.attend(f)
	}
}

// Forward selects what was selected before going back.
func (s *State) Forward() {
	if f, list, ok := s.last(s.trail.forward); ok {
		s.trail = trail{append(s.trail.back, s.focus), list}
		s.attend(f)
	}
}

// CanBack and CanForward say whether there is somewhere to go.
func (s *State) CanBack() bool { _, _, ok := s.last(s.trail.back); return ok }

// CanForward says whether there is somewhere to go forward to.
func (s *State) CanForward() bool { _, _, ok := s.last(s.trail.forward); return ok }

// last takes the latest focus off a list that the dataset still holds and that
// is another than the present one.
func (s *State) last(list []focus) (focus, []focus, bool) {
	for len(list) > 0 {
		f := s.held(list[len(list)-1])
		lost := len(f.refs) == 0 && len(list[len(list)-1].refs) > 0
		list = list[:len(list)-1]
		if !lost && !f.same(s.focus) {
			return f, list, true
		}
	}
	return focus{}, nil, false
}

func (s *State) attend(f focus) {
	s.open, s.focus = "", f
	s.fan(s.bundleToFan())
}
