package picture

import (
	"fmt"
	"slices"
	"strings"

	"entangle/data"
	"entangle/data/interchange"
	"entangle/layout"
)

// DataFormats lists the formats for other programs that Draw knows beside those
// of pictures, with what each is.
func DataFormats() []interchange.Format {
	return append(interchange.Formats(), interchange.Format{Name: "dot", Words: "graph for Graphviz, with the boxes where they are"})
}

// data writes what is in view for other programs. DOT has the drawn boxes where
// they are placed.
func (s *Subject) data(format string, placed layout.Placed) ([]byte, error) {
	names := Formats()
	for _, f := range DataFormats() {
		names = append(names, f.Name)
	}
	switch {
	case !slices.Contains(names, format):
		return nil, fmt.Errorf("nothing can be written as %q; write %s", format, strings.Join(names, ", "))
	case format != "dot":
		return interchange.Write(format, s.Web, s.Result)
	}
	spots := map[data.PartyID]interchange.Spot{}
	for _, b := range placed.Boxes {
		center := b.Rect.Center()
		spots[data.PartyID(b.ID)] = interchange.Spot{X: center.X, Y: center.Y, W: b.Rect.W(), H: b.Rect.H()}
	}
	return interchange.DOT(s.Dataset, s.Result, s.Drawing, spots), nil
}
