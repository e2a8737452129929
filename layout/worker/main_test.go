package worker

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/layout"
	"entangle/layout/geom"
	"entangle/layout/graphviz"
)

// roleArg makes the test binary play the role that is named next.
const roleArg = "play"

// TestMain lets the test binary be the other process in many roles, good and bad.
func TestMain(m *testing.M) {
	if len(os.Args) < 3 || os.Args[1] != roleArg {
		os.Exit(m.Run())
	}
	beat(os.Getenv("HEARTBEAT"))
	if role, ok := roles[os.Args[2]]; ok {
		role()
	} else if err := Serve(context.Background(), os.Stdin, os.Stdout, engines[os.Args[2]]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// beat keeps writing to a file as long as the process lives.
func beat(path string) {
	if path == "" {
		return
	}
	go func() {
		for i := 0; ; i++ {
			_ = os.WriteFile(path, fmt.Append(nil, i), 0o600)
			time.Sleep(10 * time.Millisecond)
		}
	}()
}

// engines are what layout processes in tests compute with.
var engines = map[string]layout.Engine{
	"graphviz": graphviz.Layout,
	"line-up":  lineUp,
	"stuck":    func(context.Context, layout.Graph) (layout.Placed, error) { select {} },
	"spinning": func(context.Context, layout.Graph) (layout.Placed, error) {
		for i := 0; ; i++ {
			_ = i
		}
	},
	"exit": func(context.Context, layout.Graph) (layout.Placed, error) {
		fmt.Fprintln(os.Stderr, "out of cheese")
		os.Exit(7)
		return layout.Placed{}, nil
	},
	"panic": func(context.Context, layout.Graph) (layout.Placed, error) { panic("division by cucumber") },
	"panic-elsewhere": func(context.Context, layout.Graph) (layout.Placed, error) {
		go panic("far away")
		select {}
	},
	"refuse": func(context.Context, layout.Graph) (layout.Placed, error) {
		return layout.Placed{}, fmt.Errorf("not today %d", os.Getpid())
	},
	"broken": func(context.Context, layout.Graph) (layout.Placed, error) {
		return layout.Placed{}, fmt.Errorf("%w %d", layout.ErrBroken, os.Getpid())
	},
	"grow": func(ctx context.Context, g layout.Graph) (layout.Placed, error) {
		hold(10 << 20)
		return lineUp(ctx, g)
	},
	"hungry": func(context.Context, layout.Graph) (layout.Placed, error) {
		for {
			hold(10 << 20)
			time.Sleep(5 * time.Millisecond)
		}
	},
}

// roles are processes that are no good workers.
var roles = map[string]func(){
	"dies at once": func() { fmt.Fprintln(os.Stderr, "panic: no legs\n\ngoroutine 1"); os.Exit(2) },
	"chatters":     func() { fmt.Println("PASS\nok   everything is fine and green"); select {} },
	"is silent":    func() { select {} },
	"greets wrong": func() { _ = send(os.Stdout, greeting{"good evening"}); select {} },
	"talks rubbish": func() {
		_ = send(os.Stdout, hello)
		_ = receive(os.Stdin, new(request))
		fmt.Println("what was the question, please?")
		select {}
	},
	"stops halfway": func() {
		_ = send(os.Stdout, hello)
		_ = receive(os.Stdin, new(request))
		os.Stdout.Write([]byte{0, 0, 1, 0, 42})
	},
	// A program that has a worker and is about to be killed.
	"parent": func() {
		c := New(inRole(os.Args[3])...)
		_, err := c.Layout(context.Background(), dense())
		fmt.Fprintln(os.Stderr, err)
	},
}

var held [][]byte

// hold keeps memory in use for good.
func hold(bytes int) {
	b := make([]byte, bytes)
	for i := 0; i < len(b); i += 1024 {
		b[i] = 1
	}
	held = append(held, b)
}

// lineUp places boxes in a row. The note is the number of its process.
func lineUp(_ context.Context, g layout.Graph) (layout.Placed, error) {
	p := layout.Placed{Engine: g.Options.Engine, Note: fmt.Sprint(os.Getpid())}
	for i, box := range g.Boxes {
		center := geom.Point{X: 100 * float64(i)}
		p.Boxes = append(p.Boxes, layout.PlacedBox{ID: box.ID, Rect: geom.RectAround(center, box.W, box.H)})
	}
	for _, line := range g.Lines {
		p.Lines = append(p.Lines, layout.PlacedLine{ID: line.ID, Path: geom.Polyline(geom.Point{}, geom.Point{X: 1})})
	}
	return p, nil
}

// inRole has a client's process play a role of this test binary.
func inRole(role string) []Option {
	return []Option{WithCommand(os.Args[0], roleArg, role)}
}

// newClient returns a client whose process plays a role until the test ends.
func newClient(t *testing.T, role string, options ...Option) *Client {
	t.Helper()
	c := New(append(inRole(role), options...)...)
	t.Cleanup(func() { assert.NoError(t, c.Close()) })
	return c
}

// pair is a small valid graph.
func pair() layout.Graph {
	return layout.Graph{
		Boxes: []layout.Box{{ID: "a", W: 10, H: 5}, {ID: "b", W: 10, H: 5, Pin: &geom.Point{}}},
		Lines: []layout.Line{{ID: "l", From: "a", To: "b"}},
	}
}

// requireAlive waits until the file of beat grows.
func requireAlive(t *testing.T, path string) {
	t.Helper()
	require.Eventually(t, func() bool { _, err := os.Stat(path); return err == nil }, 10*time.Second, 5*time.Millisecond)
}

// requireDead waits until the file of beat is no longer written.
func requireDead(t *testing.T, path string, within time.Duration) {
	t.Helper()
	last, since := "", time.Now()
	for deadline := time.Now().Add(within); time.Now().Before(deadline); time.Sleep(20 * time.Millisecond) {
		now, err := os.ReadFile(path)
		require.NoError(t, err)
		if string(now) != last {
			last, since = string(now), time.Now()
		}
		if time.Since(since) > 400*time.Millisecond {
			return
		}
	}
	t.Fatal("the process is still alive")
}

// startParent starts a program that waits for a layout, to be killed by the test.
func startParent(t *testing.T, role, heartbeat string) *exec.Cmd {
	t.Helper()
	cmd := exec.Command(os.Args[0], roleArg, "parent", role)
	var env []string
	for _, setting := range os.Environ() {
		if !strings.HasPrefix(setting, "HEARTBEAT=") {
			env = append(env, setting)
		}
	}
	cmd.Env = append(env, "HEARTBEAT="+heartbeat)
	require.NoError(t, cmd.Start())
	return cmd
}
