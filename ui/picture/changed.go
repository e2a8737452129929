package picture

import (
	"entangle/data"
	"entangle/data/query"
	"entangle/ui/scene"
)

// mostMarked is how many lines may be marked at once: when more change, all does,
// and marking would say nothing.
const mostMarked = 60

// ChangedSince returns what stands on the map for the ties that are other than
// they were in the picture before, when that is of another day of the same view;
// else nothing.
func (s *Subject) ChangedSince(before *Subject) []scene.Ref {
	if before == nil || before.Dataset != s.Dataset || before.View.Moment() == s.View.Moment() || !before.View.SameButDays(s.View) {
		return nil
	}
	ids := query.Changed(before.Result, s.Result)
	if len(ids) == 0 {
		return nil
	}
	changed := make(map[data.TieID]bool, len(ids))
	for _, id := range ids {
		changed[id] = true
	}
	var refs []scene.Ref
	for i := range s.Drawing.Bundles {
		b := &s.Drawing.Bundles[i]
		some := false
		for _, t := range b.Ties {
			if changed[t.Tie.ID] {
				some = true
				refs = append(refs, scene.Ref{Kind: scene.Tie, ID: string(t.Tie.ID)})
			}
		}
		if some {
			refs = append(refs, scene.Ref{Kind: scene.Bundle, ID: b.ID})
		}
		if len(refs) > 2*mostMarked {
			return nil
		}
	}
	return refs
}
