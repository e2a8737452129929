package state

import (
	"slices"

	"entangle/data"
	"entangle/ui/scene"
)

// Selected lists what is selected, the one that the panel shows last.
func (s *State) Selected() []scene.Ref { return slices.Clone(s.focus.refs) }

// Add selects a record beside what is selected, or lets it go when it is among
// it. A line of several ties stands for all of them.
func (s *State) Add(ref scene.Ref) {
	if !s.holds(ref) || ref.Kind == scene.None {
		return
	}
	refs := s.Selected()
	if ref.Kind == scene.Bundle {
		var ties []scene.Ref
		for _, t := range s.subject.Bundle(ref.ID).Ties {
			ties = append(ties, scene.Ref{Kind: scene.Tie, ID: string(t.Tie.ID)})
		}
		s.selectAll(together(refs, ties))
		return
	}
	if i := slices.Index(refs, ref); i >= 0 {
		s.selectAll(slices.Delete(refs, i, i+1))
		return
	}
	s.selectAll(append(refs, ref))
}

// SelectAll selects several records; those that the dataset lacks are left out.
func (s *State) SelectAll(refs []scene.Ref) { s.selectAll(together(nil, refs)) }

// AddAll selects several records beside what is selected.
func (s *State) AddAll(refs []scene.Ref) { s.selectAll(together(s.focus.refs, refs)) }

func (s *State) selectAll(refs []scene.Ref) {
	if s.subject == nil {
		return
	}
	s.visit(s.held(focus{refs: refs}))
	s.fan(s.bundleToFan())
}

// together joins lists, each record once, where it stands last.
func together(list, more []scene.Ref) []scene.Ref {
	var out []scene.Ref
	for _, r := range slices.Concat(list, more) {
		if i := slices.Index(out, r); i >= 0 {
			out = slices.Delete(out, i, i+1)
		}
		out = append(out, r)
	}
	return out
}

// SelectNeighbours selects, beside the selected parties, all that a drawn tie
// connects them with; of selected ties, their parties.
func (s *State) SelectNeighbours() {
	parties := s.SelectedParties()
	var near []scene.Ref
	for i := range s.subject.Drawing.Bundles {
		b := &s.subject.Drawing.Bundles[i]
		from, to := slices.Contains(parties, b.From), slices.Contains(parties, b.To)
		if from || to {
			near = append(near, scene.Ref{Kind: scene.Party, ID: string(b.From)}, scene.Ref{Kind: scene.Party, ID: string(b.To)})
		}
	}
	if len(near) == 0 {
		return
	}
	main := s.Selection()
	if main.Kind != scene.Party {
		main = near[0]
	}
	s.SelectAll(append(near, main))
}

// SelectedParties lists the boxes that are selected; when none is, those at the
// ends of the selected ties.
func (s *State) SelectedParties() []data.PartyID {
	var parties, ends []data.PartyID
	add := func(list *[]data.PartyID, p data.PartyID) {
		if !slices.Contains(*list, p) {
			*list = append(*list, p)
		}
	}
	for _, r := range s.focus.refs {
		switch r.Kind {
		case scene.Party:
			if s.drawn(r) {
				add(&parties, data.PartyID(r.ID))
			}
		case scene.Tie:
			if b := s.subject.BundleOf(data.TieID(r.ID)); b != nil {
				add(&ends, b.From)
				add(&ends, b.To)
			}
		}
	}
	if len(parties) == 0 {
		return ends
	}
	return parties
}
