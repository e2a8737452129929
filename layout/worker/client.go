package worker

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"entangle/layout"
)

// Client asks a layout process for layouts. It starts the process when it first
// needs it, has one layout computed at a time, and may be used by several
// goroutines. Make one with New.
type Client struct {
	command command
	limits  limits

	turn   chan struct{} // holds a token while nobody is talking to the process
	closed chan struct{} // closed by Close
	once   sync.Once

	// These belong to who has the turn.
	current *child // the process, nil when there is none
	caution int    // how carefully the next one is started

	living sync.WaitGroup
}

// limits bound the memory of the layout process, in bytes.
type limits struct {
	restart uint64 // past this it is started anew after its answer
	most    uint64 // past this it gives up
}

// Option changes how a Client starts its process.
type Option func(*Client)

// WithCommand has the process started by this program and these arguments instead
// of by the running program and Arg.
func WithCommand(path string, args ...string) Option {
	return func(c *Client) { c.command.path, c.command.args = path, args }
}

// WithEnv adds "NAME=value" settings to the environment of the process.
func WithEnv(settings ...string) Option {
	return func(c *Client) { c.command.env = append(c.command.env, settings...) }
}

// WithMemory sets the bounds of the process' memory in bytes: past restart it is
// replaced by a fresh one after its answer, past most it gives up the layout. The
// defaults are 256 MB and 2 GB; 0 means no bound.
func WithMemory(restart, most uint64) Option {
	return func(c *Client) { c.limits = limits{restart, most} }
}

// New returns a client. No process is started yet.
func New(options ...Option) *Client {
	c := &Client{
		limits: limits{restart: 256 << 20, most: 2 << 30},
		turn:   make(chan struct{}, 1),
		closed: make(chan struct{}),
	}
	for _, option := range options {
		option(c)
	}
	c.turn <- struct{}{}
	return c
}

// ErrClosed is returned after Close.
var ErrClosed = errors.New("the layout worker is closed")

// Layout has the graph laid out; it is a layout.Engine. Calls wait for each other.
// When ctx ends, the process is killed and Layout returns at once with an error
// that wraps ctx.Err(). When the process dies, the error says how, and what to do;
// the next call starts another one.
func (c *Client) Layout(ctx context.Context, g layout.Graph) (layout.Placed, error) {
	if err := g.Validate(); err != nil {
		return layout.Placed{}, fmt.Errorf("laying out: %w", err)
	}
	if err := c.take(ctx); err != nil {
		return layout.Placed{}, fmt.Errorf("waiting for the layout process: %w", err)
	}
	defer c.give()
	a, err := c.ask(ctx, request{Graph: g, MostMemory: c.limits.most})
	switch {
	case err != nil:
		return layout.Placed{}, fmt.Errorf("laying out %d boxes and %d lines: %w", len(g.Boxes), len(g.Lines), err)
	case a.Problem != "":
		return layout.Placed{}, fmt.Errorf("laying out %d boxes and %d lines: %s", len(g.Boxes), len(g.Lines), a.Problem)
	}
	return a.Placed, nil
}

// Warm starts the process in the background, so that the first layout need not wait
// for it.
func (c *Client) Warm() {
	select {
	case <-c.turn:
	default:
		return // somebody is talking to it already
	}
	defer c.give()
	if c.over(context.Background()) == nil {
		c.process()
	}
}

// Close ends the process and waits until it is gone. A running layout returns an
// error that wraps ErrClosed.
func (c *Client) Close() error {
	c.once.Do(func() { close(c.closed) })
	<-c.turn // whoever has it returns at once, because of closed
	c.drop()
	c.turn <- struct{}{}
	c.living.Wait()
	return nil
}

// take waits for the turn to talk to the process.
func (c *Client) take(ctx context.Context) error {
	if err := c.over(ctx); err != nil {
		return err
	}
	select {
	case <-c.turn:
	case <-ctx.Done():
		return ctx.Err()
	case <-c.closed:
		return ErrClosed
	}
	if err := c.over(ctx); err != nil {
		c.give()
		return err
	}
	return nil
}

// over says whether there is no use in going on.
func (c *Client) over(ctx context.Context) error {
	select {
	case <-c.closed:
		return ErrClosed
	default:
		return ctx.Err()
	}
}

func (c *Client) give() { c.turn <- struct{}{} }

// process returns the process and starts one if there is none, or none that lives.
func (c *Client) process() *child {
	if c.current != nil && c.current.over() {
		c.drop()
	}
	if c.current == nil {
		c.current = c.command.start(c.caution)
		c.living.Add(1)
		go func(p *child) {
			<-p.gone
			c.living.Done()
		}(c.current)
	}
	return c.current
}

// drop kills the process without waiting for its end.
func (c *Client) drop() {
	if c.current != nil {
		c.current.kill()
		c.current = nil
	}
}

// renew kills the process and begins to start another one, so that the next call
// need not wait for it.
func (c *Client) renew() {
	c.drop()
	if c.over(context.Background()) == nil {
		c.process()
	}
}

// ask has a process answer the request.
func (c *Client) ask(ctx context.Context, r request) (answer, error) {
	p, err := c.started(ctx)
	if err == nil && p.used && !r.Graph.Options.Engine.Repeatable() {
		c.renew()
		p, err = c.started(ctx)
	}
	if err != nil {
		return answer{}, err
	}
	p.used = true
	a, err := c.await(ctx, p, r)
	switch {
	case err != nil:
		c.renew()
	case a.Last || c.limits.restart > 0 && a.Memory > c.limits.restart:
		c.renew()
	}
	return a, err
}

// started returns a process that is ready. When one fails to start, others are tried
// with more caution.
func (c *Client) started(ctx context.Context) (*child, error) {
	for {
		p := c.process()
		select {
		case <-p.ready:
		case <-ctx.Done():
			return nil, ctx.Err() // it goes on starting, for the next call
		case <-c.closed:
			return nil, ErrClosed
		}
		if p.failure == nil {
			if c.caution == anew {
				c.caution = careless // the code is whole again
			}
			return p, nil
		}
		c.drop()
		if c.caution == without {
			return nil, p.failure
		}
		c.caution++
	}
}

// await sends the request to a process and waits for the answer, for the end of ctx
// or of the process. After an error the process is of no use.
func (c *Client) await(ctx context.Context, p *child, r request) (answer, error) {
	type result struct {
		answer answer
		err    error
	}
	done := make(chan result, 1)
	go func() {
		a, err := p.exchange(r)
		done <- result{a, err}
	}()
	select {
	case got := <-done:
		if got.err != nil {
			return answer{}, p.epitaph(got.err)
		}
		return got.answer, nil
	case <-ctx.Done():
		return answer{}, ctx.Err()
	case <-c.closed:
		return answer{}, ErrClosed
	}
}
