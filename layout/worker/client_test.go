package worker

import (
	"context"
	"math/rand"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/layout"
	"entangle/layout/layouttest"
)

// promptly is the bound for everything that must not wait for Graphviz. What is
// promised is 200 ms on an idle machine.
const promptly = 200 * time.Millisecond

// dense returns a graph that keeps Graphviz busy for a minute without giving up.
func dense() layout.Graph {
	g := layouttest.Deals(150, 700, 1)
	g.Options.Engine = layout.Circo
	return g
}

func TestClientLaysOut(t *testing.T) {
	c := newClient(t, "line-up")
	placed, err := c.Layout(context.Background(), pair())
	require.NoError(t, err)
	want, _ := lineUp(context.Background(), pair())
	want.Note = placed.Note
	assert.Equal(t, want, placed)
	again, err := c.Layout(context.Background(), pair())
	require.NoError(t, err)
	assert.Equal(t, placed.Note, again.Note, "by the same process")
}

func TestClientWithGraphviz(t *testing.T) {
	c := newClient(t, "graphviz")
	g := layouttest.Deals(45, 100, 1)
	g.Boxes[0].ID, g.Lines[0].From = "\xff\x00 odd", "\xff\x00 odd"
	for i := range g.Lines {
		if g.Lines[i].From == "b0" {
			g.Lines[i].From = g.Boxes[0].ID
		}
		if g.Lines[i].To == "b0" {
			g.Lines[i].To = g.Boxes[0].ID
		}
	}
	placed, err := c.Layout(context.Background(), g)
	require.NoError(t, err)
	assert.Len(t, placed.Lines, 100)
	assert.Equal(t, "\xff\x00 odd", placed.Boxes[0].ID)
	empty, err := c.Layout(context.Background(), layout.Graph{})
	require.NoError(t, err)
	assert.Equal(t, layout.Placed{Engine: layout.Dot}, empty)
}

func TestInvalidGraphsNeedNoProcess(t *testing.T) {
	c := newClient(t, "is silent")
	g := pair()
	g.Lines[0].To = "x"
	_, err := c.Layout(context.Background(), g)
	assert.ErrorContains(t, err, "which is no box")
	assert.Nil(t, c.current)
}

func TestCancelIsPrompt(t *testing.T) {
	for _, role := range []string{"stuck", "spinning", "is silent", "graphviz"} {
		t.Run(role, func(t *testing.T) {
			c := newClient(t, role)
			r := rand.New(rand.NewSource(1))
			for _, after := range []time.Duration{0, time.Millisecond, 300 * time.Millisecond, 0, time.Duration(r.Int63n(1e8))} {
				ctx, cancel := context.WithCancel(context.Background())
				var stopped time.Time
				time.AfterFunc(after, func() { stopped = time.Now(); cancel() })
				_, err := c.Layout(ctx, dense())
				assert.Less(t, time.Since(stopped), promptly)
				assert.ErrorIs(t, err, context.Canceled)
			}
		})
	}
}

func TestDeadlineHolds(t *testing.T) {
	c := newClient(t, "stuck")
	ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	defer cancel()
	_, err := c.Layout(ctx, pair())
	assert.ErrorIs(t, err, context.DeadlineExceeded)
	assert.ErrorContains(t, err, "2 boxes and 1 lines")
}

func TestLayoutAfterCancel(t *testing.T) {
	c := newClient(t, "graphviz")
	ctx, cancel := context.WithTimeout(context.Background(), 500*time.Millisecond)
	defer cancel()
	_, err := c.Layout(ctx, dense())
	require.ErrorIs(t, err, context.DeadlineExceeded)
	_, err = c.Layout(context.Background(), pair())
	require.NoError(t, err)
}

func TestCallsWaitForEachOther(t *testing.T) {
	c := newClient(t, "line-up")
	var group sync.WaitGroup
	for i := range 30 {
		group.Go(func() {
			ctx, cancel := context.WithCancel(context.Background())
			defer cancel()
			if i%5 == 0 {
				time.AfterFunc(time.Duration(i)*time.Millisecond, cancel)
			}
			g := layouttest.Chain(i + 1)
			placed, err := c.Layout(ctx, g)
			if i%5 == 0 && err != nil {
				assert.ErrorIs(t, err, context.Canceled)
				return
			}
			assert.NoError(t, err)
			assert.Len(t, placed.Boxes, i+1, "each gets its own answer")
		})
	}
	group.Wait()
}

func TestWaitingCallsHonourTheirContext(t *testing.T) {
	c := newClient(t, "stuck")
	first, stop := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { _, err := c.Layout(first, pair()); done <- err }()
	require.Eventually(t, func() bool { return len(c.turn) == 0 }, time.Second, time.Millisecond)
	second, cancel := context.WithTimeout(context.Background(), 30*time.Millisecond)
	defer cancel()
	_, err := c.Layout(second, pair())
	assert.ErrorIs(t, err, context.DeadlineExceeded)
	stop()
	assert.ErrorIs(t, <-done, context.Canceled)
}

func TestCrashesAreErrors(t *testing.T) {
	for role, want := range map[string][]string{
		"exit":            {"the layout process died", "exit status 7", "out of cheese", "try again"},
		"panic":           {"the layout engine failed: division by cucumber"},
		"panic-elsewhere": {"the layout process died", "panic: far away", "try again"},
		"broken":          {"the layout engine failed"},
		"talks rubbish":   {"does not answer sensibly", "not a message", "what"},
		"stops halfway":   {"the layout process died", "it ended early"},
		"dies at once":    {"starting the layout process", "panic: no legs"},
		"chatters":        {"starting the layout process", "not a message"},
		"greets wrong":    {"starting the layout process", "good evening"},
	} {
		t.Run(role, func(t *testing.T) {
			c := newClient(t, role)
			for range 2 { // the program goes on
				if strings.HasPrefix(want[0], "starting") {
					c.caution = without // trying in other ways takes seconds
				}
				_, err := c.Layout(context.Background(), pair())
				require.Error(t, err)
				for _, part := range want {
					assert.ErrorContains(t, err, part)
				}
				assert.NotContains(t, err.Error(), "\n", "one line")
			}
		})
	}
}

func TestMissingProgram(t *testing.T) {
	c := New(WithCommand(filepath.Join(t.TempDir(), "missing")))
	defer c.Close()
	c.Warm()
	_, err := c.Layout(context.Background(), pair())
	assert.ErrorContains(t, err, "starting the layout process")
}

// processOf returns the number of the process in an error or note of the roles.
func processOf(t *testing.T, c *Client) string {
	t.Helper()
	placed, err := c.Layout(context.Background(), pair())
	if err != nil {
		fields := strings.Fields(err.Error())
		return fields[len(fields)-1]
	}
	return placed.Note
}

func TestProcessLivesAsLongAsItIsGood(t *testing.T) {
	for role, same := range map[string]bool{"line-up": true, "refuse": true, "broken": false} {
		t.Run(role, func(t *testing.T) {
			c := newClient(t, role)
			first := processOf(t, c)
			assert.Equal(t, same, first == processOf(t, c))
		})
	}
}

func TestProcessIsReplacedWhenItHasGrown(t *testing.T) {
	c := newClient(t, "grow", WithMemory(35<<20, 0))
	seen := make(map[string]int)
	for range 9 {
		seen[processOf(t, c)]++
	}
	assert.Greater(t, len(seen), 1)
	assert.Less(t, len(seen), 9)
}

func TestProcessGivesUpWhenItNeedsTooMuch(t *testing.T) {
	c := newClient(t, "hungry", WithMemory(0, 60<<20))
	_, err := c.Layout(context.Background(), pair())
	assert.ErrorContains(t, err, "needs more than 60 MB of memory")
}

func TestSomeEnginesGetAFreshProcess(t *testing.T) {
	c := newClient(t, "line-up")
	first := processOf(t, c)
	g := pair()
	g.Options.Engine = layout.SFDP
	placed, err := c.Layout(context.Background(), g)
	require.NoError(t, err)
	assert.NotEqual(t, first, placed.Note)
	assert.Equal(t, placed.Note, processOf(t, c), "the next one may have a used one")
}

func TestWarmStartsTheProcess(t *testing.T) {
	heartbeat := filepath.Join(t.TempDir(), "alive")
	c := newClient(t, "line-up", WithEnv("HEARTBEAT="+heartbeat))
	c.Warm()
	c.Warm()
	requireAlive(t, heartbeat)
	_, err := c.Layout(context.Background(), pair())
	assert.NoError(t, err)
}

func TestCloseLeavesNoOrphan(t *testing.T) {
	for _, role := range []string{"line-up", "spinning", "is silent"} {
		t.Run(role, func(t *testing.T) {
			heartbeat := filepath.Join(t.TempDir(), "alive")
			c := New(append(inRole(role), WithEnv("HEARTBEAT="+heartbeat))...)
			c.Warm()
			requireAlive(t, heartbeat)
			done := make(chan error, 1)
			if role != "line-up" {
				go func() { _, err := c.Layout(context.Background(), pair()); done <- err }()
				require.Eventually(t, func() bool { return len(c.turn) == 0 }, time.Second, time.Millisecond)
			} else {
				done <- ErrClosed
			}
			start := time.Now()
			require.NoError(t, c.Close())
			assert.Less(t, time.Since(start), time.Second)
			assert.ErrorIs(t, <-done, ErrClosed)
			requireDead(t, heartbeat, 3*time.Second)
			require.NoError(t, c.Close(), "twice")
			_, err := c.Layout(context.Background(), pair())
			assert.ErrorIs(t, err, ErrClosed)
			c.Warm()
			assert.Nil(t, c.current)
		})
	}
}

func TestProcessEndsWithItsParent(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	for _, role := range []string{"stuck", "spinning", "graphviz"} {
		t.Run(role, func(t *testing.T) {
			// The parent writes to the file, and so does its child, whose environment is
			// the same. When the parent is dead and the child goes on, the file changes.
			heartbeat := filepath.Join(t.TempDir(), "alive")
			parent := startParent(t, role, heartbeat)
			requireAlive(t, heartbeat)
			time.Sleep(500 * time.Millisecond) // until the child is deep in its layout
			require.NoError(t, parent.Process.Kill())
			_ = parent.Wait() // it was killed
			requireDead(t, heartbeat, 5*time.Second)
		})
	}
}

func TestWorkersDoNotStartWorkers(t *testing.T) {
	t.Setenv(inWorker, "1")
	c := newClient(t, "line-up")
	_, err := c.Layout(context.Background(), pair())
	assert.ErrorIs(t, err, errNested)
}

func TestDamagedCompiledCodeIsSurvived(t *testing.T) {
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		t.Skip("the folder for caches cannot be chosen by the environment here")
	}
	cache := t.TempDir()
	c := newClient(t, "graphviz", WithEnv("XDG_CACHE_HOME="+cache))
	_, err := c.Layout(context.Background(), pair())
	require.NoError(t, err)
	files, err := filepath.Glob(filepath.Join(cache, "entangle", "go-graphviz", "*", "*"))
	require.NoError(t, err)
	require.Len(t, files, 1)
	whole, err := os.Stat(files[0])
	require.NoError(t, err)
	require.NoError(t, os.Truncate(files[0], 1000))
	second := newClient(t, "graphviz", WithEnv("XDG_CACHE_HOME="+cache))
	_, err = second.Layout(context.Background(), pair())
	require.NoError(t, err)
	mended, err := os.Stat(files[0])
	require.NoError(t, err)
	assert.Equal(t, whole.Size(), mended.Size())
	assert.Equal(t, careless, second.caution)
}

func TestItselfIsThisProgram(t *testing.T) {
	path, err := itself()
	require.NoError(t, err)
	a, err := os.Stat(path)
	require.NoError(t, err)
	b, err := os.Stat(os.Args[0])
	require.NoError(t, err)
	assert.True(t, os.SameFile(a, b))
}
