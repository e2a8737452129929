package query

import (
	"maps"
	"slices"

	"entangle/data"
	"entangle/data/resolve"
)

// Node is a box of the drawing: a party, with the products in view that are
// rolled up into it.
type Node struct {
	Party   data.PartyID
	Members []data.PartyID // sorted; without Party itself
}

// Bundle is a line of the drawing: all ties in view that run from one box to
// another on one basis, the most important first.
type Bundle struct {
	ID        string // FROM/TO/contractual or FROM/TO/technical
	From, To  data.PartyID
	Technical bool // a tie of both bases counts as contractual
	Ties      []*resolve.State
}

// Drawing is what is drawn of a result. Nodes stand by party, bundles by id.
type Drawing struct {
	Nodes   []Node
	Bundles []Bundle
}

// Draw gathers the ties in view into lines between boxes. Unless products are
// boxes of their own, each product and business unit is rolled up into its
// topmost owner, as the counts are; a tie that would then run from a box to
// itself keeps its ends as boxes, so that no tie is dropped. Each further party
// of a tie has a line of its own, from itself.
func Draw(d *data.Dataset, r *Result, products bool) Drawing {
	box := boxes(d, r, products)
	nodes := map[data.PartyID]*Node{}
	for _, p := range r.Parties {
		n := nodes[box(p)]
		if n == nil {
			n = &Node{Party: box(p)}
			nodes[n.Party] = n
		}
		if p != n.Party {
			n.Members = append(n.Members, p)
		}
	}
	bundles := bundle(d, r.Ties, box)
	drawing := Drawing{Nodes: make([]Node, 0, len(nodes)), Bundles: make([]Bundle, 0, len(bundles))}
	for _, id := range slices.Sorted(maps.Keys(nodes)) {
		drawing.Nodes = append(drawing.Nodes, *nodes[id])
	}
	for _, id := range slices.Sorted(maps.Keys(bundles)) {
		b := bundles[id]
		slices.SortStableFunc(b.Ties, MoreImportant)
		drawing.Bundles = append(drawing.Bundles, *b)
	}
	return drawing
}

// boxes returns the function that says which box a party is drawn as.
func boxes(d *data.Dataset, r *Result, products bool) func(data.PartyID) data.PartyID {
	if products {
		return func(p data.PartyID) data.PartyID { return p }
	}
	own := map[data.PartyID]bool{}
	top := climb(d, func(p data.PartyID) bool { return isTop(d, p) })
	for _, s := range r.Ties {
		for _, giver := range givers(s.Tie) {
			if top(giver) == top(s.Tie.To) {
				own[giver], own[s.Tie.To] = true, true
			}
		}
	}
	return climb(d, func(p data.PartyID) bool { return own[p] || isTop(d, p) })
}

func isTop(d *data.Dataset, id data.PartyID) bool {
	p := d.Party(id)
	return p == nil || p.Parent == ""
}

func givers(t *data.Tie) []data.PartyID { return append([]data.PartyID{t.From}, t.With...) }

func bundle(d *data.Dataset, ties []*resolve.State, box func(data.PartyID) data.PartyID) map[string]*Bundle {
	bundles := map[string]*Bundle{}
	for _, s := range ties {
		technical := d.BasisOf(s.Tie) == data.Technical
		for _, giver := range givers(s.Tie) {
			b := Bundle{From: box(giver), To: box(s.Tie.To), Technical: technical}
			b.ID = bundleID(b.From, b.To, technical)
			if bundles[b.ID] == nil {
				bundles[b.ID] = &b
			}
			if known := bundles[b.ID]; !slices.Contains(known.Ties, s) {
				known.Ties = append(known.Ties, s)
			}
		}
	}
	return bundles
}

func bundleID(from, to data.PartyID, technical bool) string {
	basis := data.Contractual
	if technical {
		basis = data.Technical
	}
	return string(from) + "/" + string(to) + "/" + string(basis)
}
