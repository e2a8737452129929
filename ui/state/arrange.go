package state

import (
	"slices"

	"entangle/data"
	"entangle/data/query"
	"entangle/layout"
	"entangle/layout/geom"
	"entangle/ui/picture"
	"entangle/ui/scene"
	"entangle/ui/words"
)

// Move puts boxes elsewhere, by a distance in points from where they lie, and
// pins them there. Boxes that are not placed, or are put back, are left alone.
func (s *State) Move(parties []data.PartyID, by geom.Point) {
	if by == (geom.Point{}) {
		return
	}
	pins := s.places(parties)
	for id, at := range pins {
		pins[id] = at.Add(by)
	}
	s.Pin("move "+s.naming(parties), pins)
}

// Pin keeps boxes where the places say; name is the step's.
func (s *State) Pin(name string, pins picture.Places) {
	const far = 1e6 // points; a layout takes a hundred times that
	for id, at := range pins {
		if !at.IsFinite() {
			delete(pins, id)
			continue
		}
		pins[id] = geom.Point{X: min(max(at.X, -far), far), Y: min(max(at.Y, -far), far)}
	}
	if len(pins) == 0 || s.view.Arranged() != picture.Web {
		return // in the other arrangements the place of a box says what it is
	}
	v := s.view
	v.Pins = v.Pins.With(pins)
	s.Change(name, v)
}

// TogglePin pins the selected boxes where they are, or, when all of them are
// pinned, gives them back to the layout.
func (s *State) TogglePin() {
	parties := s.SelectedParties()
	var loose []data.PartyID
	for _, p := range parties {
		if _, pinned := s.view.Pins[p]; !pinned {
			loose = append(loose, p)
		}
	}
	if len(loose) > 0 {
		s.Pin("pin "+s.naming(loose), s.places(loose))
		return
	}
	if len(parties) > 0 {
		v := s.view
		v.Pins = v.Pins.Without(parties)
		s.Change("unpin "+s.naming(parties), v)
	}
}

// UnpinAll gives all boxes back to the layout.
func (s *State) UnpinAll() {
	v := s.view
	v.Pins, v.Kept = nil, nil
	s.Change("unpin all", v)
}

// places says where boxes lie now.
func (s *State) places(parties []data.PartyID) picture.Places {
	out := picture.Places{}
	placed, ok := s.Placement()
	if !ok {
		return out
	}
	for _, b := range placed.Boxes {
		if slices.Contains(parties, data.PartyID(b.ID)) {
			out[data.PartyID(b.ID)] = b.Rect.Center()
		}
	}
	return out
}

// Hide takes what is selected out of the view: parties with their ties, or single
// ties.
func (s *State) Hide() {
	v := s.view
	hide := query.ByHand{Parties: slices.Clone(v.Hide.Parties), Ties: slices.Clone(v.Hide.Ties)}
	var parties []data.PartyID
	ties := 0
	for _, r := range s.focus.refs {
		switch {
		case r.Kind == scene.Party && !slices.Contains(hide.Parties, data.PartyID(r.ID)):
			hide.Parties = append(hide.Parties, data.PartyID(r.ID))
			parties = append(parties, data.PartyID(r.ID))
		case r.Kind == scene.Tie && !slices.Contains(hide.Ties, data.TieID(r.ID)):
			hide.Ties = append(hide.Ties, data.TieID(r.ID))
			ties++
		}
	}
	slices.Sort(hide.Parties)
	slices.Sort(hide.Ties)
	name := "hide " + s.naming(parties)
	switch {
	case len(parties) == 0 && ties == 0:
		return
	case len(parties) == 0:
		name = "hide " + words.Count(ties, "tie")
	}
	v.Hide = hide
	s.Change(name, v)
}

// Unhide shows again what was hidden by hand.
func (s *State) Unhide() {
	v := s.view
	v.Hide = query.ByHand{}
	s.Change("show what was hidden", v)
}

// naming says which boxes a step is about: one by its name, several by number.
func (s *State) naming(parties []data.PartyID) string {
	if len(parties) == 1 {
		return words.Plain(words.Party(s.subject.Dataset, parties[0]))
	}
	return words.Count(len(parties), "box")
}

// Regroup takes a placement of the selected boxes alone: they go there, about the
// middle of where they lie, and are pinned; the others stay.
func (s *State) Regroup(part layout.Placed) {
	placed, ok := s.Placement()
	if !ok {
		return
	}
	to := map[string]geom.Point{}
	for _, b := range part.Boxes {
		to[b.ID] = b.Rect.Center().Sub(part.Bounds.Center())
	}
	rects, loose := make([]geom.Rect, len(placed.Boxes)), make([]bool, len(placed.Boxes))
	middle := geom.EmptyRect()
	for _, b := range placed.Boxes {
		if _, moves := to[b.ID]; moves {
			middle = middle.Union(b.Rect)
		}
	}
	for i, b := range placed.Boxes {
		rects[i] = b.Rect
		if at, moves := to[b.ID]; moves {
			rects[i], loose[i] = geom.RectAround(middle.Center().Add(at), b.Rect.W(), b.Rect.H()), true
		}
	}
	layout.Settle(rects, loose)
	pins := picture.Places{}
	for i, b := range placed.Boxes {
		if loose[i] {
			pins[data.PartyID(b.ID)] = rects[i].Center()
		}
	}
	s.Pin("lay out "+words.Count(len(pins), "box")+" anew", pins)
}
