package syntax

import (
	"errors"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"strings"
	"sync"
)

// large is the size from which on memory is watched over.
const large = 1 << 20

// thrift collects garbage more often while large files are read, by several
// readers at once maybe.
var thrift struct {
	sync.Mutex
	readers int
	percent int // before the first of them
}

// saveMemory lets garbage be no more than a fifth of what is in use, until done
// is called, which also gives back what reading took.
func saveMemory() (done func()) {
	thrift.Lock()
	defer thrift.Unlock()
	if thrift.readers++; thrift.readers == 1 {
		thrift.percent = debug.SetGCPercent(20)
	}
	return func() {
		runtime.GC()
		thrift.Lock()
		defer thrift.Unlock()
		if thrift.readers--; thrift.readers == 0 {
			debug.SetGCPercent(thrift.percent)
		}
	}
}

// generous lets garbage be more than half of what is in use, where that is little,
// until back is called. It is for one who has asked for thrift.
func generous() (back func()) {
	before := debug.SetGCPercent(60)
	return func() { debug.SetGCPercent(before) }
}

// watched hands out a text and stops when reading it has taken too much memory.
type watched struct {
	strings.Reader
	samples []metrics.Sample
	limit   uint64
	given   int // bytes since memory was last looked at
	over    bool
}

var errTooMuch = errors.New("too much memory")

func newWatched(source string, bytes int) *watched {
	w := &watched{samples: []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}}
	w.Reset(source)
	w.limit = w.inUse() + uint64(bytes)
	return w
}

// inUse is the memory that the program has from the system.
func (w *watched) inUse() uint64 {
	metrics.Read(w.samples)
	return w.samples[0].Value.Uint64() - w.samples[1].Value.Uint64()
}

func (w *watched) Read(p []byte) (int, error) {
	const often = 32 << 10
	if w.given >= often {
		w.given = 0
		w.over = w.over || w.inUse() > w.limit
	}
	if w.over {
		return 0, errTooMuch
	}
	n, err := w.Reader.Read(p)
	w.given += n
	return n, err
}
