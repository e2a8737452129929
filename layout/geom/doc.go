// Package geom is pure plane geometry: points, rectangles, cubic curves and
// paths made of them, in float64 with y growing downwards. Lengths are points
// (1/72 inch) wherever the rest of the program uses them, but nothing here
// depends on the unit.
//
// It must not know what is drawn: no graph, no Graphviz, no Fyne, no files.
package geom
