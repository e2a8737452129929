package data

import "slices"

// Stance is the voice in which a source says something.
type Stance string

// The closed list of stances.
const (
	Fact             Stance = "fact"
	CompanyStatement Stance = "company-statement"
	Report           Stance = "report"
	AnalystView      Stance = "analyst"
	Opinion          Stance = "opinion"
)

// Stances is the closed list of stances.
func Stances() []Stance {
	return []Stance{Fact, CompanyStatement, Report, AnalystView, Opinion}
}

// Status is a rung of the ladder of contracts.md 1.4, rule 5.
type Status string

// The ladder, and the three words that end a rung.
const (
	Rumoured       Status = "rumoured"
	Reported       Status = "reported"
	InNegotiation  Status = "in-negotiation"
	Planned        Status = "planned"
	Announced      Status = "announced"
	LetterOfIntent Status = "letter-of-intent"
	Signed         Status = "signed"
	InForce        Status = "in-force"
	Lapsed         Status = "lapsed"
	Terminated     Status = "terminated"
	Absent         Status = "absent"
)

// Ladder lists the rungs from the lowest to the highest.
func Ladder() []Status {
	return []Status{Rumoured, Reported, InNegotiation, Planned, Announced, LetterOfIntent, Signed, InForce}
}

// Statuses lists the ladder and then lapsed, terminated and absent.
func Statuses() []Status { return append(Ladder(), Lapsed, Terminated, Absent) }

// Rung returns the height on the ladder, from 0 for rumoured, and -1 for a
// status that is not a rung.
func (s Status) Rung() int { return slices.Index(Ladder(), s) }

// Ends says whether the status is one of lapsed, terminated and absent.
func (s Status) Ends() bool { return s == Lapsed || s == Terminated || s == Absent }

// Change says for the bound party whether a term was loosened or tightened.
type Change string

// The closed list of changes.
const (
	Loosened  Change = "loosened"
	Tightened Change = "tightened"
	Neutral   Change = "neutral"
)

// Changes is the closed list of changes.
func Changes() []Change { return []Change{Loosened, Tightened, Neutral} }

// Substitutability is how hard a technical tie is to replace.
type Substitutability string

// Substitutabilities is the closed list, hardest first.
func Substitutabilities() []Substitutability {
	return []Substitutability{"not-substitutable", "highly-complex", "medium", "easy"}
}

// Scope is what a term covers.
type Scope struct {
	Text      string
	Products  []string
	Customers []string
	Clouds    []string
}

// IsZero says that no scope is stated.
func (s Scope) IsZero() bool {
	return s.Text == "" && len(s.Products) == 0 && len(s.Customers) == 0 && len(s.Clouds) == 0
}

// Statement is one claim by one source. It is never edited, only superseded.
type Statement struct {
	ID               StatementID
	Source           SourceID
	Locator          string
	Says             string // in our own words
	By               string // who asserts it inside the source: text or a party id
	Stance           Stance
	Effective        Date // as written; zero means the source's published date
	Status           Status
	Amounts          []Amount
	Start            Date
	End              Date // last day in force
	Scope            Scope
	Condition        string
	Change           Change
	Substitutability Substitutability
	Supersedes       []StatementID
	Withdraws        []StatementID
	Disputes         []StatementID
	Confidence       int // Admiralty 1-6; 0 when not stated
}

// EffectiveIn returns the date from which the statement is the case: its own,
// else the published date of its source, else zero.
func (s *Statement) EffectiveIn(d *Dataset) Date {
	if !s.Effective.IsZero() {
		return s.Effective
	}
	if src := d.Source(s.Source); src != nil {
		return src.Published
	}
	return Date{}
}
