package graphviz

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"

	"entangle/layout"
	"entangle/layout/geom"
)

// answer is the part of Graphviz' json0 output that is read.
type answer struct {
	Objects []struct {
		Name string `json:"name"`
		Pos  string `json:"pos"`
	} `json:"objects"`
	Edges []struct {
		ID  string `json:"id"`
		Pos string `json:"pos"`
	} `json:"edges"`
}

// Parse reads Graphviz' json0 output for g. Boxes have the sizes that g gives them;
// lines begin and end on their borders. A line for which Graphviz found no path is
// straight, and the note says so. The error tells what is missing or malformed.
func Parse(r io.Reader, g layout.Graph) (layout.Placed, error) {
	if err := g.Validate(); err != nil {
		return layout.Placed{}, err
	}
	var a answer
	switch err := json.NewDecoder(r).Decode(&a); {
	case errors.Is(err, io.EOF):
		return layout.Placed{}, errors.New("graphviz gave no answer")
	case err != nil:
		return layout.Placed{}, fmt.Errorf("reading the answer of Graphviz: %w", err)
	}
	centers, err := a.centers(len(g.Boxes))
	if err != nil {
		return layout.Placed{}, err
	}
	paths, err := a.paths(len(g.Lines))
	if err != nil {
		return layout.Placed{}, err
	}
	return assemble(g, centers, paths), nil
}

// centers returns the middle of every box by its number.
func (a answer) centers(n int) ([]geom.Point, error) {
	centers := make([]geom.Point, n)
	seen := make([]bool, n)
	for _, o := range a.Objects {
		i, ok := index(o.Name, "n", n)
		if !ok {
			continue // the set of a rank, a frame or a rail
		}
		if seen[i] {
			return nil, fmt.Errorf("box %s is placed twice", o.Name)
		}
		p, err := point(o.Pos)
		if err != nil {
			return nil, fmt.Errorf("placing box %s: %w", o.Name, err)
		}
		centers[i], seen[i] = p, true
	}
	for i, ok := range seen {
		if !ok {
			return nil, fmt.Errorf("box %s is not placed", boxName(i))
		}
	}
	return centers, nil
}

// paths returns the path of every line by its number, nil where there is none.
func (a answer) paths(n int) ([]geom.Path, error) {
	paths := make([]geom.Path, n)
	for _, e := range a.Edges {
		if e.ID == "" {
			continue // a tether, which is not drawn
		}
		i, ok := index(e.ID, "e", n)
		if !ok {
			return nil, fmt.Errorf("unknown line %q", e.ID)
		}
		if paths[i] != nil {
			return nil, fmt.Errorf("line %s is drawn twice", e.ID)
		}
		if e.Pos == "" {
			continue
		}
		p, err := path(e.Pos)
		if err != nil {
			return nil, fmt.Errorf("drawing line %s: %w", e.ID, err)
		}
		paths[i] = p
	}
	return paths, nil
}

// index reads a name written by boxName or lineName.
func index(name, prefix string, n int) (int, bool) {
	digits, ok := strings.CutPrefix(name, prefix)
	if !ok {
		return 0, false
	}
	i, err := strconv.Atoi(digits)
	return i, err == nil && 0 <= i && i < n && strconv.Itoa(i) == digits
}

// path reads a spline: "x,y x,y x,y x,y …", one point and three for every cubic.
// Arrow points ("s,x,y", "e,x,y") come first where arrows were asked for; we do not
// ask.
func path(s string) (geom.Path, error) {
	fields := strings.Fields(s)
	points := make([]geom.Point, len(fields))
	for i, f := range fields {
		p, err := point(f)
		if err != nil {
			return nil, err
		}
		points[i] = p
	}
	if len(points) < 4 || len(points)%3 != 1 {
		return nil, fmt.Errorf("a spline of %d points", len(points))
	}
	p := make(geom.Path, 0, len(points)/3)
	for i := 0; i+3 < len(points); i += 3 {
		p = append(p, geom.Cubic(points[i:i+4]))
	}
	return p, nil
}

// point reads "x,y" and turns it over: y grows upwards in Graphviz, downwards here.
func point(s string) (geom.Point, error) {
	sx, sy, ok := strings.Cut(s, ",")
	if !ok {
		return geom.Point{}, fmt.Errorf("%.40q is not a point", s)
	}
	x, errX := strconv.ParseFloat(sx, 64)
	y, errY := strconv.ParseFloat(strings.TrimSuffix(sy, "!"), 64)
	if errX != nil || errY != nil || !(math.Abs(x) <= maxCoordinate && math.Abs(y) <= maxCoordinate) {
		return geom.Point{}, fmt.Errorf("%.40q is not a point", s)
	}
	return geom.Point{X: x, Y: 0 - y}, nil
}

// maxCoordinate bounds what is believed, in points: far more than any map, and far
// from where float64 loses thousandths of a point.
const maxCoordinate = 1e9
