package data

// Basis says whether a tie is a contract, which can be renegotiated, or
// engineering, which cannot.
type Basis string

// The closed list of bases.
const (
	Contractual Basis = "contractual"
	Technical   Basis = "technical"
	BothBases   Basis = "both"
)

// Bases is the closed list of bases.
func Bases() []Basis { return []Basis{Contractual, Technical, BothBases} }

// Tie is one relation: From gives the thing of its Kind to To.
type Tie struct {
	ID               TieID
	Kind             KindID
	From, To         PartyID
	With             []PartyID // further parties, on the side of From
	Agreement        AgreementID
	Basis            Basis   // "" means the kind's; ask Dataset.BasisOf
	Layer            LayerID // "" means the kind's; ask Dataset.LayerOf
	Title            string
	Assets           []PartyID
	Substitutability Substitutability
	Statements       []Statement
}

// Parties lists From, To and With.
func (t *Tie) Parties() []PartyID {
	return append([]PartyID{t.From, t.To}, t.With...)
}
