package worker

import (
	"bytes"
	"context"
	"encoding/binary"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/layout"
	"entangle/layout/layouttest"
)

func TestMessagesArriveAsSent(t *testing.T) {
	g := layouttest.Deals(20, 30, 1)
	g.Boxes[3].Pin = pair().Boxes[1].Pin // at the origin: gob leaves zeros out
	g.Boxes[4].ID = "\xff\xfe\x00"
	var pipe bytes.Buffer
	require.NoError(t, send(&pipe, hello))
	require.NoError(t, send(&pipe, request{Graph: g, MostMemory: 5}))
	var greeted greeting
	require.NoError(t, receive(&pipe, &greeted))
	assert.Equal(t, hello, greeted)
	var got request
	require.NoError(t, receive(&pipe, &got))
	assert.Equal(t, request{Graph: g, MostMemory: 5}, got)
	assert.ErrorIs(t, receive(&pipe, &got), io.EOF)
}

func TestReceiveRefusesGarbage(t *testing.T) {
	var whole bytes.Buffer
	require.NoError(t, send(&whole, hello))
	for name, pipe := range map[string]string{
		"text":        "PASS\nok",
		"half a size": "\x00\x00",
		"no content":  "\x00\x00\x00\x09",
		"cut short":   whole.String()[:whole.Len()-1],
		"not a gob":   "\x00\x00\x00\x04abcd",
		"empty":       "\x00\x00\x00\x00",
		"huge":        "\xff\xff\xff\xff",
	} {
		t.Run(name, func(t *testing.T) {
			var got greeting
			err := receive(strings.NewReader(pipe), &got)
			require.Error(t, err)
			assert.NotErrorIs(t, err, io.EOF, "that would be an ordinary end")
		})
	}
}

func TestSendRefusesTooMuch(t *testing.T) {
	var pipe bytes.Buffer
	err := send(&pipe, greeting{strings.Repeat("x", maxFrame)})
	assert.ErrorContains(t, err, "larger than the limit")
	assert.Zero(t, pipe.Len())
}

func FuzzReceive(f *testing.F) {
	var pipe bytes.Buffer
	if err := send(&pipe, request{Graph: layouttest.Deals(3, 4, 1)}); err != nil {
		f.Fatal(err)
	}
	f.Add(pipe.Bytes())
	f.Add([]byte("\x00\x00\x00\x01a"))
	f.Fuzz(func(_ *testing.T, pipe []byte) {
		var asked request
		_ = receive(bytes.NewReader(pipe), &asked)
		var a answer
		_ = receive(bytes.NewReader(pipe), &a)
	})
}

// serve runs Serve over pipes in this process.
func serve(t *testing.T, engine layout.Engine) (in *io.PipeWriter, out *io.PipeReader, done chan error) {
	t.Helper()
	theirIn, in := io.Pipe()
	out, theirOut := io.Pipe()
	done = make(chan error, 1)
	go func() { done <- Serve(context.Background(), theirIn, theirOut, engine); theirOut.Close() }()
	var greeted greeting
	require.NoError(t, receive(out, &greeted))
	require.Equal(t, hello, greeted)
	return in, out, done
}

func TestServeAnswers(t *testing.T) {
	in, out, done := serve(t, lineUp)
	for n := range 3 {
		require.NoError(t, send(in, request{Graph: layouttest.Chain(n + 1)}))
		var a answer
		require.NoError(t, receive(out, &a))
		assert.Len(t, a.Placed.Boxes, n+1)
		assert.Positive(t, a.Memory)
	}
	in.Close()
	assert.NoError(t, <-done)
}

func TestServeEndsWithItsInputWhateverTheEngineDoes(t *testing.T) {
	in, _, done := serve(t, engines["stuck"])
	require.NoError(t, send(in, request{Graph: pair()}))
	in.Close()
	select {
	case err := <-done:
		assert.NoError(t, err)
	case <-time.After(5 * time.Second):
		t.Fatal("it waits for the engine")
	}
}

func TestServeEndsOnGarbage(t *testing.T) {
	in, _, done := serve(t, lineUp)
	_, err := in.Write([]byte("\x00\x00\x00\x04abcd"))
	require.NoError(t, err)
	assert.ErrorContains(t, <-done, "reading a message")
	in, _, done = serve(t, lineUp)
	go in.Write([]byte("GET / HTTP/1.1")) // nobody reads all of it
	assert.ErrorContains(t, <-done, "not a message")
}

func TestServeEndsWhenNobodyListens(t *testing.T) {
	in, out, done := serve(t, lineUp)
	out.Close()
	require.NoError(t, send(in, request{Graph: pair()}))
	assert.ErrorIs(t, <-done, io.ErrClosedPipe)
}

func TestServeEndsAfterAPanic(t *testing.T) {
	in, out, done := serve(t, engines["panic"])
	require.NoError(t, send(in, request{Graph: pair()}))
	var a answer
	require.NoError(t, receive(out, &a))
	assert.True(t, a.Last)
	assert.Contains(t, a.Problem, "cucumber")
	assert.ErrorIs(t, <-done, layout.ErrBroken)
}

func TestReceiveBelievesNoSize(t *testing.T) {
	head := binary.BigEndian.AppendUint32(nil, maxFrame)
	allocated := testing.AllocsPerRun(1, func() { _, _ = receiveFrame(bytes.NewReader(head)) })
	assert.Less(t, allocated, 20.0)
}

func TestTail(t *testing.T) {
	for want, written := range map[string]string{
		"":                 "",
		"last":             "first\nlast\n\n",
		"panic: oh":        "hello\npanic: oh\n\ngoroutine 1 [running]:\nmain.main()\n",
		"fatal error: ouf": "fatal error: ouf\n\ngoroutine 1\n",
	} {
		var t2 tail
		_, err := t2.Write([]byte(written))
		require.NoError(t, err)
		assert.Equal(t, want, t2.reason())
	}
	var long tail
	for range 1000 {
		_, err := long.Write(bytes.Repeat([]byte("x"), 100))
		require.NoError(t, err)
	}
	assert.LessOrEqual(t, len(long.kept), tailSize)
}
