package worker

import (
	"bytes"
	"encoding/binary"
	"encoding/gob"
	"errors"
	"fmt"
	"io"

	"entangle/layout"
)

// A message is a frame: its length in four bytes, big-endian, then a gob of a
// request, an answer or a greeting. The two sides are the same program, so there is
// one version only; the greeting tells that the other side really is a worker.

// maxFrame bounds what a frame may hold, in bytes, so that garbage on the pipe
// cannot ask for gigabytes. A graph of 100,000 boxes and lines needs some 20 MB.
const maxFrame = 64 << 20

// greeting is the first thing that a worker says.
type greeting struct{ Hello string }

var hello = greeting{"entangle layout worker"}

// request asks for a layout.
type request struct {
	Graph layout.Graph
	// MostMemory, in bytes, is where the worker gives up; 0 is no bound.
	MostMemory uint64
}

// answer is what the worker says to a request.
type answer struct {
	Placed layout.Placed
	// Problem is the error in words; empty when the layout is there.
	Problem string
	// Last says that the worker ends after this answer, because it must not be
	// trusted with another layout.
	Last bool
	// Memory is what the worker holds by now, in bytes.
	Memory uint64
}

// send writes one message.
func send(w io.Writer, message any) error {
	var frame bytes.Buffer
	frame.Write(make([]byte, 4))
	if err := gob.NewEncoder(&frame).Encode(message); err != nil {
		return err
	}
	size := frame.Len() - 4
	if size > maxFrame {
		return fmt.Errorf("a message of %d bytes is larger than the limit of %d", size, maxFrame)
	}
	binary.BigEndian.PutUint32(frame.Bytes(), uint32(size))
	_, err := w.Write(frame.Bytes())
	return err
}

// receive reads one message. It returns io.EOF when the other side has closed the
// pipe between messages.
func receive(r io.Reader, message any) error {
	frame, err := receiveFrame(r)
	if err != nil {
		return err
	}
	return decode(frame, message)
}

func receiveFrame(r io.Reader) ([]byte, error) {
	var head [4]byte
	if _, err := io.ReadFull(r, head[:]); err != nil {
		return nil, err
	}
	size := binary.BigEndian.Uint32(head[:])
	if size > maxFrame {
		return nil, fmt.Errorf("what came over the pipe is not a message (it begins with %q)", head[:])
	}
	// Read what is there before believing the size.
	var frame bytes.Buffer
	if _, err := io.CopyN(&frame, r, int64(size)); err != nil {
		return nil, unexpected(err)
	}
	return frame.Bytes(), nil
}

// encode returns what decode reads.
func encode(message any) ([]byte, error) {
	var b bytes.Buffer
	err := gob.NewEncoder(&b).Encode(message)
	return b.Bytes(), err
}

func decode(frame []byte, message any) error {
	if err := gob.NewDecoder(bytes.NewReader(frame)).Decode(message); err != nil {
		return fmt.Errorf("reading a message of %d bytes: %w", len(frame), unexpected(err))
	}
	return nil
}

// unexpected tells the end of the pipe within a message from the one between two.
func unexpected(err error) error {
	if errors.Is(err, io.EOF) {
		return io.ErrUnexpectedEOF
	}
	return err
}
