package resolve

import "entangle/data"

// Moment is the point in time that everything is resolved for.
type Moment struct {
	AsOf    data.Day // what is the case on this day,
	KnownOn data.Day // by sources known by the end of this day; data.MaxDay: no limit
}

// On is the moment of a day without a limit on what is known.
func On(day data.Day) Moment { return Moment{AsOf: day, KnownOn: data.MaxDay} }

// Limited says whether the moment limits what is known.
func (m Moment) Limited() bool { return m.KnownOn != data.MaxDay }

// Truth is an answer that may be uncertain.
type Truth int

// The answers. Maybe is null in JSON; filters treat it as True.
const (
	False Truth = iota
	Maybe
	True
)

// String returns false, maybe or true.
func (t Truth) String() string { return [...]string{"false", "maybe", "true"}[t] }

// MarshalJSON writes false, null or true.
func (t Truth) MarshalJSON() ([]byte, error) {
	return []byte([...]string{"false", "null", "true"}[t]), nil
}

// and is true when both are, false when one is false, else maybe.
func (t Truth) and(o Truth) Truth { return min(t, o) }

// truth judges by how many of several cases say yes.
func truth(yes, cases int) Truth {
	switch yes {
	case cases:
		return True
	case 0:
		return False
	default:
		return Maybe
	}
}

// Standing says whether and why a statement stands at a moment.
type Standing string

// The standings, the first that applies (contracts.md 2.1, STATEMENT).
const (
	NotYetKnown     Standing = "not-yet-known"
	NotYetEffective Standing = "not-yet-effective"
	Superseded      Standing = "superseded"
	Disputed        Standing = "disputed"
	Stands          Standing = "stands"
)

// Standings is the closed list of standings.
func Standings() []Standing {
	return []Standing{NotYetKnown, NotYetEffective, Superseded, Disputed, Stands}
}

// Counts says whether a statement of that standing counts (rule 1).
func (s Standing) Counts() bool { return s != NotYetKnown && s != NotYetEffective }
