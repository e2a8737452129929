package state

import (
	"entangle/data/resolve"
	"entangle/ui/picture"
)

// Expect takes what was looked at ahead, in the background: opening just that does
// not look again. nil expects nothing.
func (s *State) Expect(subject *picture.Subject) { s.expected = subject }

// first looks at a dataset, or takes what was expected.
func (s *State) first(web *resolve.Web, v picture.View) *picture.Subject {
	e := s.expected
	s.expected = nil
	if e != nil && e.Dataset == web.Dataset() && e.View.Equal(v) {
		return e
	}
	return picture.LookIn(web, v, s.Numbers)
}
