package picture

import (
	"context"
	"strings"

	"entangle/layout"
	"entangle/ui/scene"
	"entangle/ui/style"
)

// Arrangement is how the parties and ties in view are set out. The zero value
// is the web.
type Arrangement string

// The arrangements.
const (
	Web    Arrangement = "web"    // boxes and lines, as an engine places them
	Stack  Arrangement = "stack"  // boxes and lines in lanes, one for each layer
	Matrix Arrangement = "matrix" // who gives, down, to whom, across
	Table  Arrangement = "table"  // ties, statements and sources as lists; no picture
)

// Arrangements lists the arrangements in the order in which they are offered.
func Arrangements() []Arrangement { return []Arrangement{Web, Stack, Matrix, Table} }

// Words is the arrangement as a button says it.
func (a Arrangement) Words() string {
	if a == "" {
		a = Web
	}
	return strings.ToUpper(string(a[:1])) + string(a[1:])
}

// Placed says whether an engine has to say where things lie.
func (a Arrangement) Placed() bool { return a != Matrix && a != Table }

// Arranged is the arrangement of the view.
func (v View) Arranged() Arrangement {
	if v.Arrangement == "" {
		return Web
	}
	return v.Arrangement
}

// Graph is what a layout is asked for: what is drawn on any day; nothing where no
// engine is needed.
func (s *Subject) Graph(ruler *style.Ruler) layout.Graph {
	switch s.View.Arranged() {
	case Stack:
		return stackGraph(s.diagram(s.Placed, ruler))
	case Web:
		return s.View.Graph(s.stripped().diagram(s.Placed, ruler))
	default:
		return layout.Graph{}
	}
}

// Place asks the engine where things lie; where there is nothing to place it
// does not.
func Place(ctx context.Context, engine layout.Engine, g layout.Graph) (layout.Placed, error) {
	if len(g.Boxes) == 0 {
		return layout.Placed{Engine: g.Options.Engine}, ctx.Err()
	}
	return engine(ctx, g)
}

// Compose makes the picture of the subject as it is placed.
func (s *Subject) Compose(placed layout.Placed, look scene.Look, ruler *style.Ruler) *scene.Scene {
	look.InFocus, look.Nearby = s.InFocus, s.Huge()
	if s.View.Arranged() == Matrix {
		return scene.ComposeMatrix(s.matrix(ruler), look, ruler)
	}
	return scene.Compose(s.Diagram(ruler), placed, look, ruler)
}

// onPaper composes what a file shows: with the labels of full size that the screen
// shows of very many lines where somebody is near.
func (s *Subject) onPaper(placed layout.Placed, look scene.Look, ruler *style.Ruler) *scene.Scene {
	all := look.Pace
	look.Pace = all.Part(0, 0.6)
	sc := s.Compose(placed, look, ruler)
	if all.At(0.6) != nil {
		return nil
	}
	return sc.Labelled(all.Part(0.6, 1))
}

// LaidOut returns the view set out as a word of the command line says: an
// arrangement, or an engine of the web. "" leaves it to the size.
func (v View) LaidOut(word string) View {
	if a := Arrangement(word); a == Stack || a == Matrix {
		v.Arrangement = a
		return v
	}
	v.Arrangement, v.Engine = Web, layout.EngineName(word)
	return v
}
