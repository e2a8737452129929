package layout

import "fmt"

// EngineName names a way of arranging a graph.
type EngineName string

// The engines of Graphviz that place boxes.
const (
	Dot   EngineName = "dot"   // in ranks, along the direction of the lines
	Neato EngineName = "neato" // springs, for up to some hundred boxes
	FDP   EngineName = "fdp"   // springs, by forces
	SFDP  EngineName = "sfdp"  // springs, for large graphs
	Circo EngineName = "circo" // on circles
	Twopi EngineName = "twopi" // on rings around one box
	Osage EngineName = "osage" // in rows, whatever the lines
)

// Engines holds all engines in the order in which a menu shows them. It must not
// be changed.
var Engines = []EngineName{Dot, Neato, FDP, SFDP, Circo, Twopi, Osage}

// Repeatable reports whether the engine returns the same for a graph whatever was
// laid out before in the same process. The others do so as the first layout of a
// process only: they begin with random numbers that go on from one layout to the
// next.
func (e EngineName) Repeatable() bool { return e != FDP && e != SFDP }

// ParseEngine returns the engine of that name. The error names those that exist.
func ParseEngine(name string) (EngineName, error) {
	for _, e := range Engines {
		if string(e) == name {
			return e, nil
		}
	}
	return "", fmt.Errorf("unknown layout engine %q (there are %v)", name, Engines)
}
