package mapview

import (
	"context"
	"fmt"
	"log/slog"
	"runtime/debug"
	"sync"

	"entangle/ui/paper"
	"entangle/ui/style"
)

// painter does one piece of work at a time.
type painter func(draw func(*paper.Painter)) error

// fonts reads what painting takes when somebody first paints, so that the window need
// not wait for it.
type fonts func() (*paper.Painter, error)

func fontsOf(r *style.Ruler) fonts {
	return sync.OnceValues(func() (*paper.Painter, error) { return paper.NewPainterIn(r.Faces()) })
}

func newPainter(load fonts) painter {
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
type Painter struct {
	with painter
	load fonts
}

// NewPainter returns a painter that reads its fonts when it first draws; what each
// letter is drawn with is known to the ruler.
func NewPainter(r *style.Ruler) Painter {
	load := fontsOf(r)
	return Painter{newPainter(load), load}
}

// Paint draws in the background and then applies what was drawn on the user
// interface's goroutine, also after an error in the drawing, which is shown.
func (p Painter) Paint(run Run, what string, draw func(*paper.Painter), apply func(failed bool)) {
	p.with.paint(run, what, draw, apply)
}
