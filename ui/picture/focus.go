package picture

import (
	"entangle/data/query"
	"entangle/data/resolve"
	"entangle/ui/words"
)

// keep notes what is in focus while the rest is dimmed: ties, and the boxes at
// their ends.
func (s *Subject) keep() {
	if !s.View.Dim || s.View.Focus == "" {
		return
	}
	s.InFocus = map[string]bool{}
	var drawn []*resolve.State // a comparison draws more than is in view
	for _, b := range s.Drawing.Bundles {
		drawn = append(drawn, b.Ties...)
	}
	for _, t := range query.Around(s.Dataset, drawn, s.View.View) {
		s.InFocus[string(t.Tie.ID)] = true
	}
	for _, b := range s.Drawing.Bundles {
		for _, t := range b.Ties {
			if s.InFocus[string(t.Tie.ID)] {
				s.InFocus[string(b.From)], s.InFocus[string(b.To)] = true, true
			}
		}
	}
	for _, n := range s.Drawing.Nodes {
		if s.Dataset.Within(s.View.Focus, n.Party) {
			s.InFocus[string(n.Party)] = true
		}
	}
}

// Focus says what the view is focused on and what becomes of the rest: Nvidia, 2
// hops, 40 ties dimmed; "" without a focus.
func (s *Subject) Focus() string {
	v := s.View
	if v.Focus == "" {
		return ""
	}
	text := words.Plain(words.Party(s.Dataset, v.Focus)) + ", " + s.Numbers.Count(v.Hops, "hop") + words.Way(v.View.Direction)
	if s.InFocus == nil {
		return text
	}
	out := 0
	for _, t := range s.Result.Ties {
		if !s.InFocus[string(t.Tie.ID)] {
			out++
		}
	}
	if out == 0 {
		return text + ", nothing dimmed"
	}
	return text + ", " + s.Numbers.Count(out, "tie") + " dimmed"
}
