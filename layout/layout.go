// Package layout says what a layout is: a plain graph of boxes and lines with
// measured sizes goes in, plain geometry in points comes out. Engine is the
// function type that turns the one into the other; layout/graphviz has one that
// computes, layout/worker one that asks another process, and one that remembers.
//
// It must not know what a box or a line stands for (no package of data), what
// computes the layout (no Graphviz), or how the result is drawn (no Fyne). Ids are
// arbitrary strings and are only compared.
package layout

import (
	"context"
	"errors"

	"entangle/layout/geom"
)

// Box is a rectangle to be placed.
type Box struct {
	// ID names the box; it is unique among the boxes and not empty.
	ID string
	// W and H are its measured size in points, larger than 0.
	W, H float64
	// Group, when not empty, asks for the same rank as every other box of the same
	// group. The dot engine alone has ranks.
	Group string
	// Row, when not 0, is the rank of the box: 1 is the first in the direction of the
	// ranks. Rows that no box names leave room. The dot engine alone has rows.
	Row int
	// Side keeps a box of a row beside all boxes of the middle, in a column of its own.
	Side Side
	// Frame, when not empty, keeps the boxes of the same frame together, in a rectangle
	// that no other box enters. The dot engine alone has frames; a box of a row has none.
	Frame string
	// Pin, when not nil, fixes the centre of the box, in points. Pinned makes every
	// engine keep it; by themselves the engines neato and fdp do, and when every box
	// is pinned all of them, which then only draw the lines.
	Pin *geom.Point
}

// Side says beside which end of the rows a box stands.
type Side int

// The sides. With ranks from the top down, Before is the left one.
const (
	Before Side = -1
	Middle Side = 0
	Behind Side = 1
)

// Line is a connection to be drawn from one box to another.
type Line struct {
	// ID names the line; it is unique among the lines and not empty.
	ID string
	// From and To are the ids of two different boxes.
	From, To string
	// Weight says how much the line should be short and straight; 0 means 1.
	Weight float64
	// Loose lines do not influence the ranks of dot.
	Loose bool
}

// Options say how a graph is laid out. The zero value is the dot engine with its
// defaults.
type Options struct {
	// Engine is Dot when empty.
	Engine EngineName
	// Direction is the way that dot's ranks run: "TB" (top to bottom, the default),
	// "LR", "BT" or "RL".
	Direction string
	// Splines is the shape of lines: "spline" (the default: curves around boxes),
	// "line", "polyline", "ortho" or "curved".
	Splines string
	// Seed selects another of the arrangements of an engine that begins with a random
	// one (neato, fdp, sfdp). Equal seeds give equal results.
	Seed int
	// NodeSep and RankSep are the smallest distances between boxes, and between ranks,
	// in points; 0 is the default of the engine.
	NodeSep, RankSep float64
}

// Graph is what an Engine lays out.
type Graph struct {
	Boxes   []Box
	Lines   []Line
	Options Options
}

// PlacedBox is a box with its place, in points; y grows downwards.
type PlacedBox struct {
	ID   string
	Rect geom.Rect
}

// PlacedLine is a line with its path from the border of its From box to the border
// of its To box; the last point is the tip of the arrow, if one is drawn.
type PlacedLine struct {
	ID   string
	Path geom.Path
}

// Placed is the result of a layout. Boxes and Lines stand in the order of the
// graph. It may be shared and must not be changed.
type Placed struct {
	Boxes []PlacedBox
	Lines []PlacedLine
	// Bounds holds every box and line. Its Min is (0,0), except where boxes are
	// pinned: then coordinates are those of the pins.
	Bounds geom.Rect
	// Engine is the engine that placed the boxes.
	Engine EngineName
	// Note says in a sentence or two what was done otherwise than asked and why; it
	// is empty when everything is as asked.
	Note string
}

// Engine lays a graph out. It returns an error that wraps ctx.Err() when ctx ends
// first, and an error that says what is wrong when the graph is not valid.
type Engine func(ctx context.Context, g Graph) (Placed, error)

// ErrBroken is wrapped by the error of an engine that must not be called again in
// the same process.
var ErrBroken = errors.New("the layout engine failed")
