// Package query makes a smaller web out of a resolved one: what passes the
// filters of a view, what they hide and why, which ties stand behind one drawn
// line, what ends next, and how well the facts are covered.
//
// It is pure: the same web and view give the same result. It must not know of
// files, of flags, of drawing or of any user interface.
package query

import (
	"fmt"
	"slices"

	"entangle/data"
	"entangle/data/resolve"
)

// Words of the status filter that are no rung, and the default one.
const (
	StatusInForce = string(data.InForce)        // the tie is in force on the day
	StatusAll     = string(resolve.AllStatuses) // everything, absences and unknown status too
	StatusDefault = string(data.Reported)
)

// Direction says which way a focus walks along the arrows of ties.
type Direction string

// Out follows the arrow: from a party to those that it gives something to, be
// it money, a licence or chips. In goes against it. Which side depends on the
// other is told by the kind of a tie and not by its arrow, so "who does A
// depend on" is asked with Both, or of a measure.
const (
	In   Direction = "in"
	Out  Direction = "out"
	Both Direction = "both"
)

// Directions is the closed list of directions.
func Directions() []Direction { return []Direction{In, Out, Both} }

// View says what of a web is looked at: a value that can be compared, stored,
// put into a step of a story or made from flags.
type View struct {
	AsOf    data.Day      // the day that is asked about
	KnownOn data.Day      // what was known then; MaxDay: no limit
	Status  string        // a rung (it or better), in-force, or all
	Kinds   []data.KindID // empty: every kind
	Basis   data.Basis    // contractual or technical; a tie of both passes either; "": any

	// Of each of these any value lets a tie pass, and an empty list lets all pass.
	Layers      []data.LayerID
	PartyKinds  []data.PartyKind // of a party of the tie, or of its firm
	Sources     []data.SourceID  // of a statement that counts on the day
	SourceKinds []string         // or NotRecorded
	Reliability []string         // A to F, or NotRecorded
	Confidence  []string         // 1 to 6, or NotRecorded
	Rungs       []string         // the status itself, or NotRecorded
	Amounts     []string         // Exact, Ranged, Unknown or NotRecorded
	Disputed    []string         // Disputed or Undisputed

	Parties   []data.PartyID // two of a tie's parties must be among them; empty: any
	Focus     data.PartyID   // "": no focus
	Hops      int            // how many ties away from the focus
	Direction Direction
	Products  bool // draw products as boxes of their own
	Hide      ByHand
	Ended     Ended // what becomes of ties that are over
}

// ByHand is what a person took out of the view one by one.
type ByHand struct {
	Parties []data.PartyID `json:"parties,omitempty"` // with what belongs to them, and their ties
	Ties    []data.TieID   `json:"ties,omitempty"`
}

// Empty says whether nothing is hidden by hand.
func (h ByHand) Empty() bool { return len(h.Parties)+len(h.Ties) == 0 }

// Equal says whether both hide the same, in the same order.
func (h ByHand) Equal(o ByHand) bool {
	return slices.Equal(h.Parties, o.Parties) && slices.Equal(h.Ties, o.Ties)
}

// Default returns the view that a dataset opens with: its own as-of day (of a
// vague one the last), else today, and every tie that is at least reported. An
// as-of day without a last day is today too.
func Default(d *data.Dataset, today data.Day) View {
	v := View{AsOf: today, KnownOn: data.MaxDay, Status: StatusDefault, Hops: 1, Direction: Both}
	if !d.AsOf.IsZero() && d.AsOf.Last() != data.MaxDay {
		v.AsOf = d.AsOf.Last()
	}
	return v
}

// Moment returns the two times of the view, for resolve.At.
func (v View) Moment() resolve.Moment { return resolve.Moment{AsOf: v.AsOf, KnownOn: v.KnownOn} }

// Equal says whether both are the same view; lists count in their order.
func (v View) Equal(o View) bool {
	return v.AsOf == o.AsOf && v.KnownOn == o.KnownOn && v.Status == o.Status && v.Basis == o.Basis &&
		v.Focus == o.Focus && v.Hops == o.Hops && v.Direction == o.Direction && v.Products == o.Products && v.Ended == o.Ended &&
		slices.Equal(v.Parties, o.Parties) && v.Hide.Equal(o.Hide) && !slices.ContainsFunc(facets(), func(f facet) bool { return !slices.Equal(f.get(&v), f.get(&o)) })
}

// Statuses lists the words that View.Status may be, lowest first.
func Statuses() []string {
	var words []string
	for _, s := range data.Ladder() {
		words = append(words, string(s))
	}
	return append(words, StatusAll)
}

// Check returns an error for each id of the view that the dataset lacks.
func (v View) Check(d *data.Dataset) []error {
	var wrong []error
	for _, f := range facets() {
		there := f.all(d)
		for _, value := range f.get(&v) {
			if !slices.Contains(there, value) {
				wrong = append(wrong, fmt.Errorf("the dataset has no %s %q", f.noun(), value))
			}
		}
	}
	parties := slices.Concat(v.Parties, v.Hide.Parties)
	if v.Focus != "" {
		parties = append(parties, v.Focus)
	}
	for _, p := range parties {
		if d.Party(p) == nil {
			wrong = append(wrong, fmt.Errorf("the dataset has no party %q", p))
		}
	}
	for _, t := range v.Hide.Ties {
		if d.Tie(t) == nil {
			wrong = append(wrong, fmt.Errorf("the dataset has no tie %q", t))
		}
	}
	return wrong
}
