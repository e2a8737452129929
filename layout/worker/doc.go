// Package worker runs layouts in another process and remembers them.
//
// Graphviz, as go-graphviz wraps it, cannot be cancelled, cannot do two things at a
// time, never gives memory back, and may crash. So the program starts itself again
// with the argument Arg; that process calls Serve, and Client talks to it over
// pipes, kills it to cancel, and starts it anew after a crash or when it has grown
// too large. Cached puts a memory in front of any engine.
//
// It must not know how a layout is computed (the engine is handed to Serve), nor
// need a display.
package worker

import "entangle/layout/graphviz/load"

// Arg is the hidden first argument that makes the program a layout process: main
// then calls Serve on standard input and output and ends.
const Arg = load.Arg
