package mapview

import (
	"context"
	"fmt"
	"log/slog"
	"runtime/debug"
	"sync"

	"entangle/ui/paper"
)

// painter draws with a painter of which one piece of work at a time makes use.
// Its fonts are read by the first of them, so that the window need not wait.
type painter func(draw func(*paper.Painter)) error

func newPainter() painter {
	load := sync.OnceValues(paper.NewPainter)
	var busy sync.Mutex
	return func(draw func(*paper.Painter)) error {
		busy.Lock()
		defer busy.Unlock()
		p, err := load()
		if err == nil {
			draw(p)
		}
		return err
	}
}

// paint draws in the background and then applies what was drawn, also after an
// error of the program in the drawing: whoever waits for it goes on, and the
// error is shown.
func (with painter) paint(run Run, what string, draw func(*paper.Painter), apply func(failed bool)) {
	run(what, func(context.Context) (func(), error) {
		err := guarded(what, func() error { return with(draw) })
		return func() { apply(err != nil) }, err
	})
}

func guarded(what string, draw func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			slog.Error("drawing failed", "what", what, "panic", p, "stack", string(debug.Stack()))
			err = fmt.Errorf("the program made an error (%v); a part of the picture is missing", p)
		}
	}()
	return draw()
}

// Painter draws the pictures of widgets beside the map, such as the timeline, in
// the background and one at a time.
type Painter struct{ with painter }

// NewPainter returns a painter that reads its fonts when it first draws.
func NewPainter() Painter { return Painter{newPainter()} }

// Paint draws in the background and then applies what was drawn on the user
// interface's goroutine, also after an error in the drawing, which is shown.
func (p Painter) Paint(run Run, what string, draw func(*paper.Painter), apply func(failed bool)) {
	p.with.paint(run, what, draw, apply)
}
