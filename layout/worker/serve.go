package worker

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"runtime/debug"
	"time"

	"entangle/layout"
)

// Serve is the life of a layout process: it answers the requests that come in, one
// after the other, with what the engine returns. It returns nil when in ends, which
// is what happens when the parent process closes the pipe or dies, an error when
// what comes in is not a request, when out is gone, or when the engine has panicked
// and must not be used again. The process must end then: the engine may still be
// running.
//
// Nothing else may be written to out.
func Serve(ctx context.Context, in io.Reader, out io.Writer, engine layout.Engine) error {
	if runtime.GOMAXPROCS(0) < 2 {
		// WebAssembly does not yield. With one thread of Go nobody would notice that
		// the parent is gone.
		runtime.GOMAXPROCS(2)
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	requests := listen(ctx, in)
	if err := send(out, hello); err != nil {
		return fmt.Errorf("greeting the parent process: %w", err)
	}
	s := &server{out: out, engine: engine, gone: requests.gone}
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-requests.gone:
			return requests.err
		case frame := <-requests.frames:
			if err := s.answer(ctx, frame); err != nil {
				return err
			}
		}
	}
}

// inbox is the incoming side of a worker.
type inbox struct {
	frames chan []byte
	gone   chan struct{} // closed when nothing more comes
	err    error         // why, nil at an ordinary end; set before gone is closed
}

// listen reads frames on its own, so that the end of the pipe is noticed while a
// layout is running.
func listen(ctx context.Context, in io.Reader) *inbox {
	box := &inbox{frames: make(chan []byte), gone: make(chan struct{})}
	go func() {
		defer close(box.gone)
		for {
			frame, err := receiveFrame(in)
			if err != nil {
				if !errors.Is(err, io.EOF) {
					box.err = fmt.Errorf("reading a request: %w", err)
				}
				return
			}
			select {
			case box.frames <- frame:
			case <-ctx.Done():
				return
			}
		}
	}()
	return box
}

// server answers requests.
type server struct {
	out    io.Writer
	engine layout.Engine
	gone   <-chan struct{}
}

// answer computes and sends one answer. An error ends the worker.
func (s *server) answer(ctx context.Context, frame []byte) error {
	var asked request
	if err := decode(frame, &asked); err != nil {
		return err
	}
	done := make(chan answer, 1)
	go func() { done <- compute(ctx, s.engine, asked.Graph) }()
	watch := time.NewTicker(50 * time.Millisecond)
	defer watch.Stop()
	for {
		select {
		case a := <-done:
			a.Memory = memory()
			if err := send(s.out, a); err != nil {
				return fmt.Errorf("sending a layout: %w", err)
			}
			if a.Last {
				return fmt.Errorf("%w: %s", layout.ErrBroken, a.Problem)
			}
			return nil
		case <-watch.C:
			if used := memory(); asked.MostMemory > 0 && used > asked.MostMemory {
				a := answer{Last: true, Memory: used, Problem: fmt.Sprintf(
					"the layout needs more than %d MB of memory; show fewer parties or choose another layout",
					asked.MostMemory>>20)}
				return errors.Join(layout.ErrBroken, send(s.out, a))
			}
		case <-s.gone:
			return nil
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// compute calls the engine and turns its errors and panics into an answer.
func compute(ctx context.Context, engine layout.Engine, g layout.Graph) (a answer) {
	defer quietCollector()()
	defer func() {
		if p := recover(); p != nil {
			a = answer{Problem: fmt.Sprintf("the layout engine failed: %v", p), Last: true}
		}
	}()
	placed, err := engine(ctx, g)
	if err != nil {
		return answer{Problem: err.Error(), Last: errors.Is(err, layout.ErrBroken)}
	}
	return answer{Placed: placed}
}

// quietBelow is the heap in bytes up to which the garbage collector waits for the
// end of a layout.
const quietBelow = 512 << 20

// quietCollector keeps the garbage collector from running during a layout and
// returns what undoes that. The collector has to stop every thread, WebAssembly
// code cannot be stopped, and so everything else, also the goroutine that notices
// the death of the parent, would wait until the layout is done.
func quietCollector() (restore func()) {
	percent := debug.SetGCPercent(-1)
	limit := debug.SetMemoryLimit(quietBelow)
	return func() {
		debug.SetMemoryLimit(limit)
		debug.SetGCPercent(percent)
	}
}
