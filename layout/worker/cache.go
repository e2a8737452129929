package worker

import (
	"container/list"
	"context"
	"os"
	"path/filepath"
	"sync"

	"entangle/layout"
)

// memoryEntries bounds how many placements Cached holds in memory.
const memoryEntries = 64

// Cached returns an engine that remembers what the given one returned, by the
// content of the graph: in memory, and in files in dir unless dir is empty. Errors
// are not remembered. Nothing that goes wrong with a file, be it damaged, foreign or
// impossible to write, makes a layout fail. The engine may be used by several
// goroutines.
func Cached(engine layout.Engine, dir string) layout.Engine {
	memory := &recent{entries: make(map[string]*list.Element), order: list.New()}
	files := &folder{dir: dir}
	return func(ctx context.Context, g layout.Graph) (layout.Placed, error) {
		if err := ctx.Err(); err != nil {
			return layout.Placed{}, err
		}
		key := g.Hash()
		if placed, ok := memory.get(key); ok {
			return placed, nil
		}
		if placed, ok := files.load(key, g); ok {
			memory.put(key, placed)
			return placed, nil
		}
		placed, err := engine(ctx, g)
		if err != nil {
			return layout.Placed{}, err
		}
		memory.put(key, placed)
		files.store(key, placed)
		return placed, nil
	}
}

// DefaultCacheDir returns the folder for placements in the user's cache folder. It
// need not exist. The error says that the system names no cache folder.
func DefaultCacheDir() (string, error) {
	dir, err := os.UserCacheDir()
	if err != nil {
		return "", err
	}
	return filepath.Join(dir, "entangle", "layout"), nil
}

// recent holds the placements used last.
type recent struct {
	mu      sync.Mutex
	entries map[string]*list.Element
	order   *list.List // of remembered, the latest first
}

type remembered struct {
	key    string
	placed layout.Placed
}

func (r *recent) get(key string) (layout.Placed, bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	e, ok := r.entries[key]
	if !ok {
		return layout.Placed{}, false
	}
	r.order.MoveToFront(e)
	return e.Value.(remembered).placed, true
}

func (r *recent) put(key string, placed layout.Placed) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if e, ok := r.entries[key]; ok {
		r.order.MoveToFront(e)
		return
	}
	r.entries[key] = r.order.PushFront(remembered{key, placed})
	if r.order.Len() > memoryEntries {
		oldest := r.order.Back()
		r.order.Remove(oldest)
		delete(r.entries, oldest.Value.(remembered).key)
	}
}
