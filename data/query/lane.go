package query

import (
	"cmp"
	"slices"

	"entangle/data"
)

// Lane says where in the stack a party stands: in the layer that it is known for,
// and in which others it supplies something.
type Lane struct {
	// Layer is "" for a party that only takes: a customer, a user.
	Layer data.LayerID
	Also  []data.LayerID // from the bottom of the stack up
}

// Lanes says where every party of the dataset stands. It does not depend on the
// day or the filters, so that nobody changes lanes while a date moves. The first
// of these that gives a layer decides:
//
//  1. the kind of the party: fabs, chip makers, clouds, labs and investors stand
//     in the layer of their trade, and customers in none;
//  2. the first layer that it offers, by the file;
//  3. the layer in which most of its ties make it the one who is needed, of
//     equals the lowest in the stack;
//  4. where the firm stands that it belongs to;
//  5. rights, when all its ties are about rights.
func Lanes(d *data.Dataset) map[data.PartyID]Lane {
	order := stackOrder(d)
	needed, elsewhere := neededIn(d)
	lanes := make(map[data.PartyID]Lane, len(d.Parties))
	var laneOf func(p *data.Party) Lane
	laneOf = func(p *data.Party) Lane {
		if known, ok := lanes[p.ID]; ok {
			return known
		}
		l := Lane{Layer: tradeOf(p.Kind)}
		if l.Layer == "" && p.Kind != data.Customer {
			l.Layer = supplies(p, needed[p.ID], order)
		}
		if owner := d.Party(p.Parent); l.Layer == "" && owner != nil { // owners form no circle: the loader sees to that
			l.Layer = laneOf(owner).Layer
		}
		if l.Layer == "" && p.Kind != data.Customer && elsewhere[p.ID] == onlyRights {
			l.Layer = data.LayerRights
		}
		for _, o := range p.Offers {
			if o.Layer != l.Layer && !slices.Contains(l.Also, o.Layer) {
				l.Also = append(l.Also, o.Layer)
			}
		}
		slices.SortStableFunc(l.Also, func(a, b data.LayerID) int { return cmp.Compare(order[a], order[b]) })
		lanes[p.ID] = l
		return l
	}
	for i := range d.Parties {
		laneOf(&d.Parties[i])
	}
	return lanes
}

// stackOrder gives every layer its height: the built-in ones of the stack, then
// those of the file, then the sides.
func stackOrder(d *data.Dataset) map[data.LayerID]int {
	order := map[data.LayerID]int{}
	for _, l := range StackOf(d) {
		order[l] = len(order)
	}
	order[data.LayerCapital], order[data.LayerRights] = len(order), len(order)+1
	return order
}

// StackOf lists the layers of the stack from the bottom up, those of the file
// above the built-in ones; capital and rights stand beside it.
func StackOf(d *data.Dataset) []data.LayerID {
	var out []data.LayerID
	for _, l := range append(data.BuiltinLayers(), d.Layers...) {
		if l.ID != data.LayerCapital && l.ID != data.LayerRights && !slices.Contains(out, l.ID) {
			out = append(out, l.ID)
		}
	}
	return out
}

// tradeOf is the layer that a kind of party stands in by itself, "" for none.
func tradeOf(k data.PartyKind) data.LayerID {
	switch k {
	case data.Fab:
		return data.LayerFab
	case data.ChipMaker:
		return data.LayerChips
	case data.Cloud:
		return data.LayerCloud
	case data.AILab:
		return data.LayerModels
	case data.Investor:
		return data.LayerCapital
	default:
		return ""
	}
}

// supplies is the first layer that a party offers, else the one in which it is
// needed most.
func supplies(p *data.Party, needed map[data.LayerID]int, order map[data.LayerID]int) data.LayerID {
	if len(p.Offers) > 0 {
		return p.Offers[0].Layer
	}
	best := data.LayerID("")
	for layer, n := range needed {
		if best == "" || cmp.Or(cmp.Compare(n, needed[best]), cmp.Compare(order[best], order[layer])) > 0 {
			best = layer
		}
	}
	return best
}

// What the ties of a party that nobody needs are about.
const (
	noTies = iota
	onlyRights
	others
)

// neededIn counts by layer the ties that make a party the one who is needed, and
// says of each what its ties are about.
func neededIn(d *data.Dataset) (needed map[data.PartyID]map[data.LayerID]int, about map[data.PartyID]int) {
	needed, about = map[data.PartyID]map[data.LayerID]int{}, map[data.PartyID]int{}
	for i := range d.Ties {
		t := &d.Ties[i]
		kind, _ := d.Kind(t.Kind)
		layer := d.LayerOf(t)
		for _, p := range t.Parties() {
			if layer != data.LayerRights {
				about[p] = others
			}
			about[p] = max(about[p], onlyRights)
			if kind.Needs == data.NeedsBoth || (kind.Needs == data.NeedsFromTo) == (p == t.To) && kind.Needs != data.NeedsNone {
				if needed[p] == nil {
					needed[p] = map[data.LayerID]int{}
				}
				needed[p][layer]++
			}
		}
	}
	return needed, about
}
