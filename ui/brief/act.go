package brief

// Act is what following a row does when it leads to no record and asks no
// question. Of and Value say to what; which they are follows from the verb.
type Act struct {
	Verb  Verb
	Of    string
	Value string
}

// Verb says what an act does.
type Verb int

// The verbs.
const (
	NoAct     Verb = iota
	Toggle         // chooses the value of a facet, or takes the choice back
	Without        // takes a filter away
	ShowAll        // takes all filters away but that on the status
	JumpTo         // goes to what was found, of that number
	LightPath      // shows the path of that number on the map
	PathsTo        // looks for paths from the one party to the other
	PathsUpTo      // looks for paths of up to so many hops
	Reveal         // lets the filters out until a tie is shown
	LookAsOf       // looks at a day, which is the value
	Restore        // goes to a saved view
)

// Check is a box that is ticked or not, or one of several buttons of which one
// is pressed.
type Check int

// The sorts of checks.
const (
	NoCheck Check = iota
	Off
	On
	RadioOff
	RadioOn
)
