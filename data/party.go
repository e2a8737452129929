package data

// PartyKind is a role of a party.
type PartyKind string

// The closed list of party kinds.
const (
	AILab      PartyKind = "ai-lab"
	Cloud      PartyKind = "cloud"
	ChipMaker  PartyKind = "chip-maker"
	Investor   PartyKind = "investor"
	Fab        PartyKind = "fab"
	Government PartyKind = "government"
	Customer   PartyKind = "customer"
	Analyst    PartyKind = "analyst"
	Initiative PartyKind = "initiative"
	Group      PartyKind = "group"
	Product    PartyKind = "product"
	OtherParty PartyKind = "other"
)

// PartyKinds lists the closed list in the order in which it is shown.
func PartyKinds() []PartyKind {
	return []PartyKind{
		AILab, Cloud, ChipMaker, Investor, Fab, Government, Customer, Analyst, Initiative, Group, Product, OtherParty,
	}
}

// Words returns the kind as it is written under a name.
func (k PartyKind) Words() string {
	switch k {
	case AILab:
		return "AI lab"
	case ChipMaker:
		return "chip maker"
	default:
		return string(k)
	}
}

// Party is an organisation or product that ties run between.
type Party struct {
	ID          PartyID
	Name        string
	Kind        PartyKind
	Parent      PartyID // the owner of a unit or product; "" for a firm
	Aliases     []string
	Identifiers map[string]string // ticker, lei
	Offers      []Offer
	Disclosed   []Disclosure
}

// Offer is what a party supplies in a layer, and which layers that needs.
type Offer struct {
	Layer LayerID
	Needs []LayerID // every one of these is needed
	Own   []LayerID // those of them that it also supplies to itself
}

// Disclosure is a denominator that a party publishes itself: an amount, or the
// share of a counterparty in per cent.
type Disclosure struct {
	Of           string // backlog | revenue | cost
	Amount       *Amount
	Counterparty PartyID
	Share        *float64 // per cent
	Date         Date
	Source       SourceID
	Locator      string
}
