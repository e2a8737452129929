package data

// Money says which way money goes along a tie.
type Money string

// Needs says who needs whom along a tie. FromTo: from needs to.
type Needs string

// Directions of money and of need.
const (
	MoneyFromTo Money = "from-to"
	MoneyToFrom Money = "to-from"
	NoMoney     Money = "none"

	NeedsFromTo Needs = "from-to"
	NeedsToFrom Needs = "to-from"
	NeedsBoth   Needs = "both"
	NeedsNone   Needs = "none"
)

// The layers of the stack, bottom to top, and the two at its sides.
const (
	LayerFab          LayerID = "fab"
	LayerChips        LayerID = "chips"
	LayerCloud        LayerID = "cloud"
	LayerModels       LayerID = "models"
	LayerDistribution LayerID = "distribution"
	LayerCapital      LayerID = "capital"
	LayerRights       LayerID = "rights"
)

// Layer is a level of the stack.
type Layer struct {
	ID   LayerID
	Name string
}

// BuiltinLayers lists the layers that ship in the program, bottom to top, then
// the sides.
func BuiltinLayers() []Layer {
	return []Layer{
		{LayerFab, "fab"},
		{LayerChips, "chips"},
		{LayerCloud, "cloud"},
		{LayerModels, "models and IP"},
		{LayerDistribution, "distribution"},
		{LayerCapital, "capital"},
		{LayerRights, "rights"},
	}
}

// Kind is a sort of tie: what From gives to To, and what follows from it.
type Kind struct {
	ID       KindID
	Name     string // as shown, lower case
	From, To string // the roles of the two ends
	Basis    Basis
	Layer    LayerID // "" when each tie names it
	Money    Money
	Needs    Needs
	Meaning  string // what the kind means, in one sentence
	Says     string // a sentence with {from} and {to}
}

// BuiltinKinds returns the kinds that ship in the program (contracts.md 1.3).
func BuiltinKinds() []Kind {
	c, t := Contractual, Technical
	return []Kind{
		{"equity", "equity", "investor", "investee", c, LayerCapital, MoneyFromTo, NeedsToFrom, "Capital that an investor puts into a firm for a share of it.", "{from} invests in {to}"},
		{"cloud-commitment", "cloud commitment", "customer", "provider", c, LayerCloud, MoneyFromTo, NeedsFromTo, "A customer’s pledge to buy cloud services.", "{from} buys cloud services from {to}"},
		{"cloud-supply", "cloud supply", "provider", "customer", c, LayerCloud, NoMoney, NeedsToFrom, "Cloud services that a provider runs for a customer.", "{from} supplies cloud services to {to}"},
		{"capacity-grant", "capacity grant", "provider", "customer", c, LayerCloud, NoMoney, NeedsToFrom, "Computing capacity that a provider sets aside for a customer.", "{from} sets capacity aside for {to}"},
		{"hosting", "hosting", "product’s owner", "host", c, LayerCloud, NoMoney, NeedsFromTo, "A product that its owner runs on another firm’s cloud.", "{from} has a product hosted by {to}"},
		{"model-purchase", "model purchase", "customer", "lab", c, LayerModels, MoneyFromTo, NeedsFromTo, "A customer’s spending on a lab’s models.", "{from} buys models from {to}"},
		{"purchase", "purchase", "customer", "supplier", c, "", MoneyFromTo, NeedsFromTo, "A purchase of something other than cloud services or models.", "{from} buys from {to}"},
		{"product-access", "product access", "producer", "customer", c, LayerModels, NoMoney, NeedsToFrom, "A product that its producer lets a customer use.", "{from} gives {to} use of a product"},
		{"ip-licence", "IP licence", "licensor", "licensee", c, LayerModels, NoMoney, NeedsToFrom, "A right to use the licensor’s intellectual property, good until it ends.", "{from} licenses its technology to {to}"},
		{"revenue-share", "revenue share", "payer", "payee", c, LayerRights, MoneyFromTo, NeedsNone, "A percentage of revenue that one side pays the other.", "{from} shares revenue with {to}"},
		{"exclusivity", "exclusivity", "grantor", "beneficiary", c, LayerRights, NoMoney, NeedsNone, "A promise to deal with nobody else within its scope.", "{from} grants {to} exclusivity"},
		{"first-launch", "first launch", "grantor", "beneficiary", c, LayerRights, NoMoney, NeedsNone, "A right to have products first.", "{from} launches first with {to}"},
		{"carve-out", "carve-out", "grantor", "beneficiary", c, LayerRights, NoMoney, NeedsNone, "An exception from a right, granted to the side that it bound.", "{from} grants {to} an exception"},
		{"permission", "permission", "grantor", "beneficiary", c, LayerRights, NoMoney, NeedsNone, "A freedom that one side leaves the other.", "{from} leaves {to} a freedom"},
		{"termination-right", "termination right", "grantor", "beneficiary", c, LayerRights, NoMoney, NeedsNone, "A right to end the arrangement.", "{from} grants {to} a right to end the arrangement"},
		{"distribution", "distribution", "producer", "channel", c, LayerDistribution, NoMoney, NeedsFromTo, "A product that reaches customers through another firm’s channel.", "{from} reaches customers through {to}"},
		{"silicon-supply", "silicon supply", "chip maker", "user", t, LayerChips, NoMoney, NeedsToFrom, "Chips that a user’s models are trained or run on.", "{from} supplies chips to {to}"},
		{"integration", "integration", "platform", "dependent", t, LayerCloud, NoMoney, NeedsToFrom, "Engineering that ties a dependent to a platform.", "{to} is built into the platform of {from}"},
		{"co-development", "co-development", "developer", "developer", t, LayerModels, NoMoney, NeedsBoth, "Something that both sides build together.", "{from} and {to} develop together"},
		{"interconnect", "interconnect", "network", "network", t, LayerCloud, NoMoney, NeedsNone, "A technical link between two platforms.", "{from} and {to} are linked"},
		{"partnership", "partnership", "partner", "partner", c, LayerRights, NoMoney, NeedsNone, "A partnership the content of which is not stated.", "{from} and {to} are partners"},
		{"dispute", "dispute", "claimant", "respondent", c, LayerRights, NoMoney, NeedsNone, "A claim that one side raises against the other.", "{from} raises a claim against {to}"},
	}
}
