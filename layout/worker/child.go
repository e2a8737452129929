package worker

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"slices"
	"sync"
	"time"

	"entangle/layout/graphviz/load"
)

// child is one layout process, from its start to its end.
type child struct {
	ready   chan struct{} // closed when it has said hello, or failed to
	failure error         // why it did not start; to be read after ready
	used    bool          // it has been sent a request; belongs to the client

	cmd    *exec.Cmd
	stderr tail

	pipes    sync.Mutex // held while talking over the pipes
	requests io.WriteCloser
	answers  io.ReadCloser

	killed chan struct{} // holds one request to kill it
	ended  chan struct{} // closed when the process has ended, or never was
	end    error         // how it ended; to be read after ended
	gone   chan struct{} // closed when nothing of it is left
}

// What is done about compiled code when processes have failed to start: they may have
// met damaged code, or a full disk.
const (
	careless = iota
	anew
	without
)

// careful returns the setting for a process.
func careful(caution int) string {
	switch caution {
	case anew:
		return load.Cache + "=" + load.CacheAnew
	case without:
		return load.Cache + "=" + load.CacheOff
	}
	return load.Cache + "="
}

// start begins to start a process and returns at once.
func (c command) start(caution int) *child {
	c.env = append(slices.Clone(c.env), careful(caution))
	p := &child{
		ready:  make(chan struct{}),
		killed: make(chan struct{}, 1),
		ended:  make(chan struct{}),
		gone:   make(chan struct{}),
	}
	go p.live(c)
	return p
}

// live starts the process, hears its greeting, and stays until it has ended.
func (p *child) live(c command) {
	defer close(p.gone)
	if err := p.launch(c); err != nil {
		p.failure = fmt.Errorf("starting the layout process: %w", err)
		close(p.ended)
		close(p.ready)
		return
	}
	go p.greet()
	go func() {
		select {
		case <-p.killed:
			_ = p.cmd.Process.Kill() // an error means that it has ended already
		case <-p.ended:
		}
	}()
	p.end = p.cmd.Wait()
	close(p.ended)
	<-p.ready
	p.close()
}

// launch starts the process with pipes to and from it.
func (p *child) launch(c command) error {
	cmd, err := c.prepare()
	if err != nil {
		return err
	}
	theirIn, ourOut, err := os.Pipe()
	if err != nil {
		return err
	}
	defer theirIn.Close()
	ourIn, theirOut, err := os.Pipe()
	if err != nil {
		ourOut.Close()
		return err
	}
	defer theirOut.Close()
	cmd.Stdin, cmd.Stdout, cmd.Stderr = theirIn, theirOut, &p.stderr
	cmd.WaitDelay = time.Second // for the rest of standard error
	p.cmd, p.requests, p.answers = cmd, ourOut, ourIn
	if err := cmd.Start(); err != nil {
		p.close()
		return err
	}
	return nil
}

// greet reads the first message, which tells that a worker is there.
func (p *child) greet() {
	defer close(p.ready)
	p.pipes.Lock()
	defer p.pipes.Unlock()
	var said greeting
	err := receive(p.answers, &said)
	if err == nil && said != hello {
		err = fmt.Errorf("it said %.40q instead of hello", said.Hello)
	}
	if err != nil {
		p.failure = fmt.Errorf("starting the layout process: %w", p.epitaph(err))
		p.kill()
	}
}

// exchange sends a request and reads the answer. It ends when the process does.
func (p *child) exchange(r request) (answer, error) {
	p.pipes.Lock()
	defer p.pipes.Unlock()
	// A worker that is gone cannot be written to; how it ended says more than that.
	if err := send(p.requests, r); err != nil {
		return answer{}, err
	}
	var a answer
	if err := receive(p.answers, &a); err != nil {
		return answer{}, err
	}
	return a, nil
}

// kill ends the process without waiting for it.
func (p *child) kill() {
	select {
	case p.killed <- struct{}{}:
	default: // it is being killed
	}
}

// over says whether the process has ended.
func (p *child) over() bool {
	select {
	case <-p.ended:
		return true
	default:
		return false
	}
}

// patience is how long the end of a process is waited for when its pipe has broken,
// to learn how it died.
const patience = 100 * time.Millisecond

// epitaph says how a process died that stopped talking sense, and what to do. The
// problem is what was noticed on the pipe.
func (p *child) epitaph(problem error) error {
	const advice = "try again, choose another layout, or show fewer parties"
	select {
	case <-p.ended:
	case <-time.After(patience):
		return fmt.Errorf("the layout process does not answer sensibly: %w; %s", problem, advice)
	}
	how := "it ended early"
	if p.end != nil {
		how = p.end.Error()
	}
	if last := p.stderr.reason(); last != "" {
		how += ": " + last
	}
	return fmt.Errorf("the layout process died (%s); %s", how, advice)
}

// close closes our ends of the pipes once nobody is talking.
func (p *child) close() {
	p.pipes.Lock()
	defer p.pipes.Unlock()
	p.requests.Close()
	p.answers.Close()
}
