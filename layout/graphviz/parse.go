package graphviz

import (
	"errors"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"

	"entangle/layout"
	"entangle/layout/geom"
)

// answer is what Graphviz says about a graph: where the middle of every box is and
// the way of every line, by their numbers; a way is nil where there is none.
type answer struct {
	centers []geom.Point
	placed  []bool
	paths   []geom.Path
}

// Parse reads Graphviz' plain output for g. Boxes have the sizes that g gives them;
// lines begin and end on their borders. A line for which Graphviz found no path is
// straight, and the note says so. The error tells what is missing or malformed.
func Parse(r io.Reader, g layout.Graph) (layout.Placed, error) {
	if err := g.Validate(); err != nil {
		return layout.Placed{}, err
	}
	var text strings.Builder
	if _, err := io.Copy(&text, r); err != nil {
		return layout.Placed{}, fmt.Errorf("reading the answer of Graphviz: %w", err)
	}
	return parse(text.String(), g)
}

func parse(text string, g layout.Graph) (layout.Placed, error) {
	a, err := readAnswer(text, g)
	if err != nil {
		return layout.Placed{}, err
	}
	return assemble(g, a.centers, a.paths), nil
}

func readAnswer(text string, g layout.Graph) (answer, error) {
	if text == "" {
		return answer{}, errors.New("graphviz gave no answer")
	}
	a := answer{
		centers: make([]geom.Point, len(g.Boxes)),
		placed:  make([]bool, len(g.Boxes)),
		paths:   make([]geom.Path, len(g.Lines)),
	}
	for line := range strings.Lines(text) {
		if err := a.read(strings.TrimSuffix(line, "\n")); err != nil {
			return answer{}, err
		}
	}
	for i, ok := range a.placed {
		if !ok {
			return answer{}, fmt.Errorf("box %s is not placed", boxName(i))
		}
	}
	return a, nil
}

// read takes one line of the output: "node NAME X Y …", "edge FROM TO N X Y X Y …
// STYLE COLOUR", or something else that is of no use here.
func (a *answer) read(line string) error {
	kind, rest, _ := strings.Cut(line, " ")
	switch kind {
	case "node":
		name, rest, _ := strings.Cut(rest, " ")
		return a.place(name, rest)
	case "edge":
		name := rest[strings.LastIndexByte(rest, ' ')+1:]
		return a.draw(name, strings.Fields(strings.TrimSuffix(rest, name)))
	}
	return nil
}

// place notes the middle of a box.
func (a *answer) place(name, rest string) error {
	i, ok := number(name, "n", 10, boxName, len(a.centers))
	if !ok {
		return nil // the point of a rail
	}
	if a.placed[i] {
		return fmt.Errorf("box %s is placed twice", name)
	}
	x, rest, _ := strings.Cut(rest, " ")
	y, _, _ := strings.Cut(rest, " ")
	p, err := point(x, y)
	if err != nil {
		return fmt.Errorf("placing box %s: %w", name, err)
	}
	a.centers[i], a.placed[i] = p, true
	return nil
}

// draw notes the way of a line, whose name is its colour. The fields are those before
// the colour.
func (a *answer) draw(name string, fields []string) error {
	if len(fields) == 0 || fields[len(fields)-1] == hidden {
		return nil // a tether, which is not drawn
	}
	i, ok := number(name, "#", 16, lineName, len(a.paths))
	if !ok {
		return fmt.Errorf("unknown line %.40q", name)
	}
	if a.paths[i] != nil {
		return fmt.Errorf("line %s is drawn twice", name)
	}
	p, err := path(fields[:len(fields)-1])
	if err != nil {
		return fmt.Errorf("drawing line %s: %w", name, err)
	}
	a.paths[i] = p
	return nil
}

// number reads a name of one of n things that was written to a base behind a prefix.
func number(name, prefix string, base int, write func(int) string, n int) (int, bool) {
	digits, ok := strings.CutPrefix(name, prefix)
	if !ok {
		return 0, false
	}
	i, err := strconv.ParseInt(digits, base, 64)
	return int(i), err == nil && 0 <= i && i < int64(n) && write(int(i)) == name
}

// path reads a spline: its ends, the number of its points, and their coordinates,
// one point and three for every cubic. Arrow points stand elsewhere. Where boxes stand
// in frames Graphviz draws a few lines two or three times, one way after the other, and
// the number is that of all.
func path(fields []string) (geom.Path, error) {
	const head = 3
	if len(fields) < head {
		return nil, errors.New("a spline without points")
	}
	n := (len(fields) - head) / 2
	ways := (n+2)%3 + 1
	if n < 4*ways || fields[head-1] != strconv.Itoa(n) || len(fields) != head+2*n {
		return nil, fmt.Errorf("a spline of %.40q points and %d coordinates", fields[head-1], len(fields)-head)
	}
	points := make([]geom.Point, n)
	for i := range points {
		var err error
		if points[i], err = point(fields[head+2*i], fields[head+2*i+1]); err != nil {
			return nil, err
		}
	}
	if ways > 1 {
		points = firstWay(points)
	}
	p := make(geom.Path, len(points)/3)
	for i := range p {
		p[i] = geom.Cubic(points[3*i : 3*i+4])
	}
	return p, nil
}

// firstWay returns the first of several ways from one box to another. It ends where
// its last point is nearest to the last of all, and the next one nearest to the first.
func firstWay(points []geom.Point) []geom.Point {
	way, least := points, math.Inf(1)
	for end := 4; end+4 <= len(points); end += 3 {
		off := points[end-1].Dist(points[len(points)-1]) + points[end].Dist(points[0])
		if off < least {
			way, least = points[:end], off
		}
	}
	return way
}

// point reads a point in inches and turns it over: y grows upwards in Graphviz,
// downwards here.
func point(sx, sy string) (geom.Point, error) {
	x, errX := strconv.ParseFloat(sx, 64)
	y, errY := strconv.ParseFloat(sy, 64)
	x, y = x*pointsPerInch, y*pointsPerInch
	if errX != nil || errY != nil || !(math.Abs(x) <= maxCoordinate && math.Abs(y) <= maxCoordinate) {
		return geom.Point{}, fmt.Errorf("%.40q is not a point", sx+" "+sy)
	}
	return geom.Point{X: x, Y: 0 - y}, nil
}

// maxCoordinate bounds what is believed, in points: far more than any map, and far
// from where float64 loses thousandths of a point.
const maxCoordinate = 1e9
