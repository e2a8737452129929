// Package brief writes the panel: what is to be read about a tie, a party, or
// the whole web, like a page of a brief. It turns facts into headings,
// sentences and cards; it must not know of Fyne or of how they are set.
package brief

import (
	"entangle/data"
	"entangle/data/resolve"
	"entangle/ui/scene"
)

// Brief is a page to be read.
type Brief struct {
	Kicker   string       // small capitals above the title: what sort of thing this is
	Layer    data.LayerID // gives the kicker its hue; "" for none
	Title    string
	Lead     string // one muted sentence under the title
	Facts    []Fact
	Sections []Section
	Stays    bool // shown anew it stays where it was: choices are made on it
}

// Fact is a labelled value.
type Fact struct {
	Label, Value string
	Note         string // muted, under the value
	Disputed     bool
	Readings     []Reading // side by side, when sources disagree
}

// Reading is one of several values and who says so.
type Reading struct{ Value, Says string }

// Section is a heading with cards or rows.
type Section struct {
	Title string
	Aside string // muted, at the right of the title
	Text  string
	Cards []Card
	Rows  []Row
}

// Card is a statement.
type Card struct {
	ID       string // of the statement
	Says     string
	Cite     string // publisher, author, date, paragraph
	By       string // who asserts it inside the source, and in which voice
	Verdict  string // stands, agrees, superseded by …, disputed
	Why      string
	Tone     Tone
	Citation string // what "Copy with citation" copies
	Link     string // http, https or mailto; "" for none
}

// Tone tells how a verdict is coloured.
type Tone int

// The tones: it stands; it is superseded or not yet the case; it is disputed.
const (
	Good Tone = iota
	Past
	Torn
)

// Row is a line that can be followed.
type Row struct {
	Ref      scene.Ref
	Question Question // instead of Ref: a question that it asks
	Act      Act      // instead of Ref: what it does
	Check    Check    // a box or a button before the words
	Words    string
	Found    []Piece // instead of Words, what was found in them standing out
	Quote    []Piece // below the words, where it was found elsewhere
	Aside    string
	Layer    data.LayerID // a dot in its hue; "" for none
	Disputed bool
	Faint    bool // not in force, or hidden from the map
	Chosen   bool // where the keyboard is while it is in another place
}

// Piece is a part of a line.
type Piece struct {
	Text string
	Lit  bool // it stands out
}

// Question is one of the questions that the panel begins with.
type Question int

// The three questions that the panel begins with, and those that menus and pages
// ask besides.
const (
	NoQuestion Question = iota
	WhoSupplies
	WhatIsDisputed
	WhatEndsNext
	WhatIsShown    // the filters
	HowWellSourced // asked from the menu too
	WhatChanged    // between the two days of the view
	TieHistory     // of the tie that is selected
	HowDepends     // one of two selected parties on the other
)

// AboutSelection says whether the question is about what is selected, which then
// stays so.
func (q Question) AboutSelection() bool { return q == TieHistory || q == HowDepends }

// toneOf gives a verdict its colour.
func toneOf(v *resolve.Verdict) Tone {
	switch v.Standing {
	case resolve.Stands:
		return Good
	case resolve.Disputed:
		return Torn
	default:
		return Past
	}
}
