package ui

import (
	"context"
	"errors"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

type failure struct {
	what string
	err  error
}

// hired are jobs whose failures are gathered, and applied by the test.
func hired(ctx context.Context) (*jobs, *[]failure) {
	var failures []failure
	j := newJobs(ctx, func(what string, err error) { failures = append(failures, failure{what, err}) })
	return j, &failures
}

// gathered waits until n results are ready, and applies them at once.
func gathered(t *testing.T, j *jobs, n int) {
	t.Helper()
	require.Eventually(t, func() bool {
		j.mu.Lock()
		defer j.mu.Unlock()
		return len(j.ready) == n
	}, 5*time.Second, time.Millisecond)
	j.apply()
}

func TestResultsGather(t *testing.T) {
	j, failures := hired(t.Context())
	sum := 0 // of one goroutine: the race detector watches
	for i := range 20 {
		j.run("adding", func(context.Context) (func(), error) { return func() { sum += i }, nil })
	}
	gathered(t, j, 20)
	assert.Equal(t, 190, sum)
	assert.Empty(t, *failures)
	j.apply()
	assert.Equal(t, 190, sum, "each once")
}

func TestAnErrorIsShownAndItsResultApplied(t *testing.T) {
	j, failures := hired(t.Context())
	lost, applied := errors.New("lost"), 0
	j.run("reading a", func(context.Context) (func(), error) { return nil, lost })
	gathered(t, j, 1)
	j.run("reading b", func(context.Context) (func(), error) { return func() { applied++ }, lost })
	gathered(t, j, 1)
	assert.Equal(t, []failure{{"reading a", lost}, {"reading b", lost}}, *failures)
	assert.Equal(t, 1, applied)
}

func TestAPanicIsAnError(t *testing.T) {
	j, failures := hired(t.Context())
	j.run("drawing", func(context.Context) (func(), error) { panic("index out of range") })
	gathered(t, j, 1)
	require.Len(t, *failures, 1)
	assert.Equal(t, "drawing", (*failures)[0].what)
	assert.EqualError(t, (*failures)[0].err, "drawing: the program made an error (index out of range); what was shown before stays")
}

func TestNothingFailsWhenTheProgramEnds(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	j, failures := hired(ctx)
	j.run("watching", func(ctx context.Context) (func(), error) {
		<-ctx.Done()
		return nil, ctx.Err()
	})
	j.later(time.Hour, func() { t.Error("too early") })
	cancel()
	gathered(t, j, 2)
	assert.Empty(t, *failures)
}

func TestLater(t *testing.T) {
	j, _ := hired(t.Context())
	done := false
	j.later(time.Millisecond, func() { done = true })
	assert.False(t, done)
	gathered(t, j, 1)
	assert.True(t, done)
}

func TestSettleWaitsForEnough(t *testing.T) {
	j, _ := hired(t.Context())
	n := 0
	j.run("one", func(context.Context) (func(), error) { return func() { n++ }, nil })
	j.settle(func() bool { return n == 1 }, time.Minute)
	assert.Equal(t, 1, n)

	slow, _ := hired(t.Context())
	started := time.Now()
	slow.settle(func() bool { return false }, 20*time.Millisecond)
	assert.Less(t, time.Since(started), 5*time.Second, "and no longer than the limit")
}

// After that results are left to the toolkit, with no more than one call of it
// outstanding: the loop applies all that has gathered.
func TestOneCallIsOutstanding(t *testing.T) {
	test.NewTempApp(t)
	j, _ := hired(t.Context())
	j.settle(func() bool { return true }, 0)
	var mu sync.Mutex
	n := 0
	for range 50 {
		j.run("adding", func(context.Context) (func(), error) {
			return func() {
				mu.Lock() // the driver for tests calls from any goroutine
				defer mu.Unlock()
				n++
			}, nil
		})
	}
	assert.Eventually(t, func() bool {
		mu.Lock()
		defer mu.Unlock()
		return n == 50
	}, 5*time.Second, time.Millisecond)
	j.mu.Lock()
	defer j.mu.Unlock()
	assert.False(t, j.queued)
}

// Lingering applies what comes soon at once, and waits no longer than it may; it does
// so only when the toolkit's loop would apply it otherwise.
func TestLingering(t *testing.T) {
	test.NewTempApp(t)
	j, _ := hired(t.Context())
	came := false
	soon := func() {
		came = false
		j.run("drawing", func(context.Context) (func(), error) { return func() { came = true }, nil })
	}
	soon()
	j.linger(func() bool { return came }, time.Minute)
	assert.False(t, came, "before the loop runs the start waits, and not for each picture")
	j.settle(func() bool { return came }, time.Minute)
	assert.True(t, came)

	soon()
	j.linger(func() bool { return came }, time.Minute)
	assert.True(t, came)
	before := time.Now()
	j.linger(func() bool { return false }, 5*time.Millisecond)
	assert.GreaterOrEqual(t, time.Since(before), 5*time.Millisecond)
	assert.True(t, j.settled, "what comes later is the loop's")
}
