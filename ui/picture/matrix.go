package picture

import (
	"cmp"
	"slices"
	"strings"

	"entangle/data"
	"entangle/data/query"
	"entangle/layout"
	"entangle/ui/scene"
	"entangle/ui/style"
	"entangle/ui/words"
)

// matrix is the diagram of the matrix: the lines of the day, between all parties
// that any day has, so that no row moves with the day. Parties stand by lane,
// from the top of the stack down, then capital and rights, and by name in each.
func (s *Subject) matrix(ruler *style.Ruler) *scene.Diagram {
	d := s.diagram(query.Drawing{Nodes: s.Placed.Nodes, Bundles: s.Drawing.Bundles}, ruler)
	lanes := query.Lanes(s.Dataset)
	members := map[data.LayerID][]data.PartyID{}
	for _, n := range s.Placed.Nodes {
		layer := lanes[n.Party].Layer
		members[layer] = append(members[layer], n.Party)
	}
	name := func(p data.PartyID) string { return strings.ToLower(words.Party(s.Dataset, p)) }
	d.Lanes = nil
	for _, layer := range append(s.upsideDown(), sides[:]...) {
		list := members[layer]
		slices.SortFunc(list, func(a, b data.PartyID) int { return cmp.Or(cmp.Compare(name(a), name(b)), cmp.Compare(a, b)) })
		if len(list) > 0 {
			d.Lanes = append(d.Lanes, s.lane(layer, list, layout.Middle))
		}
	}
	return d
}
