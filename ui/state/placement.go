package state

import (
	"entangle/data/resolve"
	"entangle/layout"
	"entangle/ui/picture"
)

// placement is where things lie, and what it is a placement of.
type placement struct {
	layout.Placed
	request int
	web     *resolve.Web
	view    picture.View
	subject *picture.Subject
	steps   history
}

// Placement is where boxes and lines lie; false while the present view has none
// yet.
func (s *State) Placement() (layout.Placed, bool) {
	return s.placed.Placed, s.placed.subject != nil && s.placed.request == s.request
}

// Nudged says whether what was placed last differs from the present view only by
// boxes that a person put somewhere: then it is worth looking at meanwhile.
func (s *State) Nudged() bool {
	return s.placed.subject != nil && s.subject.LaidOutLike(s.placed.subject)
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
	s.placed = placement{Placed: p, request: request}
	s.settle()
	s.tell(Placed)
}

// settle notes the present view as the one that the placement belongs to.
func (s *State) settle() {
	if s.placed.request == s.request {
		s.placed.web, s.placed.view, s.placed.subject, s.placed.steps = s.web, s.view, s.subject, s.steps
	}
}

// Revert goes back to the view that was placed last, when the present one cannot
// be placed or need not be any more, and to what was seen of it. Without an earlier
// one it does nothing.
func (s *State) Revert() {
	p := s.placed
	if p.subject == nil || p.request == s.request {
		return
	}
	s.aimBack(p.steps)
	s.web, s.view, s.subject, s.request, s.steps, s.open = p.web, p.view, p.subject, p.request, p.steps, ""
	s.focus = s.held(s.focus)
	s.fan(s.bundleToFan())
	s.tell(Placed)
}
