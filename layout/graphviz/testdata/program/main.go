// Command program is a program that links Graphviz, for tests. Called with the
// argument of a layout process it lays a graph of two boxes out. It prints whether
// Graphviz is there, the error, and os.TempDir.
package main

import (
	"context"
	"fmt"
	"os"

	"entangle/layout"
	"entangle/layout/graphviz"
	"entangle/layout/graphviz/load"
)

func main() {
	g := layout.Graph{
		Boxes: []layout.Box{{ID: "a", W: 80, H: 40}, {ID: "b", W: 80, H: 40}},
		Lines: []layout.Line{{ID: "l", From: "a", To: "b"}},
	}
	placed, err := graphviz.Layout(context.Background(), g)
	fmt.Println(load.Real(), len(placed.Boxes), err)
	fmt.Println(os.TempDir())
}
