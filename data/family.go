package data

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
func (d *Dataset) Within(id, owner PartyID) bool {
	for _, o := range d.Owners(id) {
		if o == owner {
			return true
		}
	}
	return false
}

// Firm returns the nearest of a party and its owners that is no product: what
// the party is drawn as. A product without such an owner is its own firm.
func (d *Dataset) Firm(id PartyID) PartyID {
	for _, o := range d.Owners(id) {
		if p := d.Party(o); p == nil || p.Kind != Product {
			return o
		}
	}
	return id
}
