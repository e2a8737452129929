package data

import "slices"

// Owners lists a party and then its owners, up to the topmost.
func (d *Dataset) Owners(id PartyID) []PartyID {
	chain := []PartyID{id}
	for range len(d.Parties) {
		p := d.Party(chain[len(chain)-1])
		if p == nil || p.Parent == "" {
			break
		}
		chain = append(chain, p.Parent)
	}
	return chain
}

// Within says whether a party is the owner or one of its units and products.
func (d *Dataset) Within(id, owner PartyID) bool { return slices.Contains(d.Owners(id), owner) }

// Units lists for each party the units and products that it owns itself, in
// file order.
func (d *Dataset) Units() map[PartyID][]PartyID {
	units := map[PartyID][]PartyID{}
	for i := range d.Parties {
		if p := &d.Parties[i]; p.Parent != "" {
			units[p.Parent] = append(units[p.Parent], p.ID)
		}
	}
	return units
}

// Family lists an owner and all of its units and products.
func (d *Dataset) Family(owner PartyID) []PartyID {
	units, family := d.Units(), []PartyID{owner}
	for i := 0; i < len(family) && i < len(d.Parties); i++ {
		family = append(family, units[family[i]]...)
	}
	return family
}
