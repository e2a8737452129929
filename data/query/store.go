package query

import (
	"encoding/json"
	"fmt"
	"slices"

	"entangle/data"
)

// stored is how a view is written: dates as days, no limit as null.
type stored struct {
	AsOf      string         `json:"as_of"`
	KnownOn   *string        `json:"known_on"`
	Status    string         `json:"status"`
	Kinds     []data.KindID  `json:"kinds"`
	Basis     data.Basis     `json:"basis"`
	Parties   []data.PartyID `json:"parties"`
	Focus     data.PartyID   `json:"focus"`
	Hops      int            `json:"hops"`
	Direction Direction      `json:"direction"`
	Products  bool           `json:"products"`
	Ended     Ended          `json:"ended,omitempty"`
	Hide      ByHand         `json:"hide,omitzero"`

	Facets map[Facet][]string `json:"facets,omitempty"` // those that have no name above
}

// own says whether a facet is stored under a name of its own.
func (f facet) own() bool { return f.name == ByKind || f.name == ByBasis }

// MarshalJSON writes the view under the names of the flags.
func (v View) MarshalJSON() ([]byte, error) {
	s := stored{
		AsOf: v.AsOf.String(), Status: v.Status, Kinds: v.Kinds, Basis: v.Basis, Parties: v.Parties,
		Focus: v.Focus, Hops: v.Hops, Direction: v.Direction, Products: v.Products, Ended: v.Ended, Hide: v.Hide,
	}
	for _, f := range facets() {
		if chosen := f.get(&v); len(chosen) > 0 && !f.own() {
			if s.Facets == nil {
				s.Facets = map[Facet][]string{}
			}
			s.Facets[f.name] = chosen
		}
	}
	if v.KnownOn != data.MaxDay {
		text := v.KnownOn.String()
		s.KnownOn = &text
	}
	return json.Marshal(s)
}

// UnmarshalJSON reads what MarshalJSON wrote.
func (v *View) UnmarshalJSON(content []byte) error {
	s := stored{Status: StatusDefault, Hops: 1, Direction: Both}
	if err := json.Unmarshal(content, &s); err != nil {
		return fmt.Errorf("reading a stored view: %w", err)
	}
	asOf, err := data.ParseDate(s.AsOf)
	if err != nil {
		return fmt.Errorf("reading as_of of a stored view: %w", err)
	}
	read := View{
		AsOf: asOf.Last(), KnownOn: data.MaxDay, Status: s.Status, Kinds: s.Kinds, Basis: s.Basis, Parties: s.Parties,
		Focus: s.Focus, Hops: s.Hops, Direction: s.Direction, Products: s.Products, Ended: s.Ended, Hide: s.Hide,
	}
	for name, values := range s.Facets {
		f, ok := facetOf(name)
		if !ok || f.own() {
			return fmt.Errorf("reading a stored view: there is no filter %q", name)
		}
		f.set(&read, values)
	}
	if s.KnownOn != nil {
		known, err := data.ParseDate(*s.KnownOn)
		if err != nil {
			return fmt.Errorf("reading known_on of a stored view: %w", err)
		}
		read.KnownOn = known.Last()
	}
	if _, ok := ParseEnded(string(read.Ended)); !ok {
		return fmt.Errorf("reading a stored view: ended %q is unknown", read.Ended)
	}
	if !slices.Contains(Statuses(), read.Status) || !slices.Contains(Directions(), read.Direction) || read.Hops < 0 {
		return fmt.Errorf("reading a stored view: status %q, direction %q or hops %d is unknown", read.Status, read.Direction, read.Hops)
	}
	*v = read
	return nil
}
