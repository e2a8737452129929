// Package graphviz lays graphs out with Graphviz: it writes DOT, has go-graphviz
// compute, and reads the result. It is the only package that imports go-graphviz,
// and nothing of it leaks out.
//
// No string of the graph reaches Graphviz. Boxes are called n0, n1, … by their places
// in the graph, lines have their places for colours (#000000, #000001, …), labels are
// empty, and Parse maps all that back. So an id may hold whatever it likes: quotes, backslashes, markup,
// newlines, right-to-left text.
//
// It must not know of processes, caches of results, or what boxes stand for. Layout
// cannot be cancelled and must not run twice at a time in a process; layout/worker
// is what makes it safe to use.
package graphviz
