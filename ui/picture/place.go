package picture

import (
	"entangle/layout"
	"entangle/ui/scene"
)

// Up to this many boxes the layers of dot run from the top down, which reads
// like a stack; a wider web runs from the left, since its rows would be longer
// than any page.
const stackBoxes = 12

// Beyond these sizes dot cannot be waited for, and the springs of sfdp place
// the web.
const (
	dotBoxes = 250
	dotLines = 700
)

// Graph returns the diagram as a plain graph for the layout, with the engine
// that the view asks for or the one that suits the size.
func (v View) Graph(d *scene.Diagram) layout.Graph {
	o := layout.Options{Engine: v.Engine, Direction: v.Direction, NodeSep: 150, RankSep: 225}
	if o.Engine == "" {
		o.Engine = layout.Dot
		if len(d.Boxes) > dotBoxes || len(d.Lines) > dotLines {
			o.Engine = layout.SFDP
		}
	}
	if o.Direction == "" {
		o.Direction = "TB"
		if len(d.Boxes) > stackBoxes {
			o.Direction = "LR"
		}
	}
	if o.Direction == "LR" || o.Direction == "RL" {
		o.NodeSep, o.RankSep = 20, 380
	}
	return d.Graph(o)
}
