package ui

import (
	"context"
	"fmt"
	"log/slog"
	"runtime/debug"
	"sync"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"
)

// jobs runs work in the background: it has the only go statement and the only
// fyne.Do of the user interface. Results gather under a lock and at most one
// fyne.Do is outstanding, which applies them all.
type jobs struct {
	ctx  context.Context
	fail func(what string, err error) // called on the user interface's goroutine
	busy atomic.Int32                 // pieces of work under way

	mu      sync.Mutex
	ready   []func()
	queued  bool          // a fyne.Do is outstanding
	settled bool          // the toolkit's loop takes over
	arrived chan struct{} // something is ready before that
}

func newJobs(ctx context.Context, fail func(what string, err error)) *jobs {
	return &jobs{ctx: ctx, fail: fail, arrived: make(chan struct{}, 1)}
}

// run starts work and applies its result on the user interface's goroutine. An
// error is shown with what was attempted; a result beside an error is applied
// all the same. A panic in the work is an error too.
func (j *jobs) run(what string, work func(context.Context) (apply func(), err error)) {
	j.start(what, 1, work)
}

// wait runs what does nothing but wait for something, such as a file being saved:
// meanwhile nothing is being worked on.
func (j *jobs) wait(what string, work func(context.Context) (apply func(), err error)) {
	j.start(what, 0, work)
}

func (j *jobs) start(what string, busy int32, work func(context.Context) (apply func(), err error)) {
	j.busy.Add(busy)
	go func() {
		apply, err := guarded(j.ctx, what, work)
		j.busy.Add(-busy)
		j.hand(func() {
			if apply != nil {
				apply()
			}
			if err != nil && j.ctx.Err() == nil {
				j.fail(what, err)
			}
		})
	}()
}

func guarded(ctx context.Context, what string, work func(context.Context) (func(), error)) (apply func(), err error) {
	defer func() {
		if p := recover(); p != nil {
			slog.Error("background work failed", "what", what, "panic", p, "stack", string(debug.Stack()))
			err = fmt.Errorf("%s: the program made an error (%v); what was shown before stays", what, p)
		}
	}()
	return work(ctx)
}

// hand queues a function for the user interface's goroutine.
func (j *jobs) hand(f func()) {
	j.mu.Lock()
	j.ready = append(j.ready, f)
	call := j.settled && !j.queued
	j.queued = j.queued || call
	j.mu.Unlock()
	if call {
		fyne.Do(j.apply)
		return
	}
	select {
	case j.arrived <- struct{}{}:
	default:
	}
}

// settle applies results on this goroutine until enough has come or the limit
// is over, and leaves what comes later to the toolkit's loop. It is called once,
// before that loop runs: the first frame then shows what was ready by then, and
// not an empty window first.
func (j *jobs) settle(enough func() bool, limit time.Duration) {
	j.await(enough, limit)
	j.mu.Lock()
	j.settled = true
	j.mu.Unlock()
	j.apply()
}

// linger waits for results that are about to come, so that the next frame shows them
// and not the one after it.
func (j *jobs) linger(enough func() bool, limit time.Duration) {
	j.mu.Lock()
	settled := j.settled
	j.settled = false
	j.mu.Unlock()
	if !settled {
		return // the loop does not run yet
	}
	j.settle(enough, limit)
}

// await applies results until enough has come or the limit is over.
func (j *jobs) await(enough func() bool, limit time.Duration) {
	over := time.After(limit)
	for !enough() {
		select {
		case <-j.arrived:
			j.apply()
		case <-over:
			return
		}
	}
}

func (j *jobs) apply() {
	j.mu.Lock()
	ready := j.ready
	j.ready, j.queued = nil, false
	j.mu.Unlock()
	for _, f := range ready {
		f()
	}
}

// later applies a function after a while.
func (j *jobs) later(after time.Duration, f func()) {
	j.wait("waiting", func(ctx context.Context) (func(), error) {
		select {
		case <-time.After(after):
			return f, nil
		case <-ctx.Done():
			return nil, nil
		}
	})
}
