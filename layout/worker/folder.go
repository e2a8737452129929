package worker

import (
	"bytes"
	"crypto/sha256"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"time"

	"entangle/layout"
)

// folder keeps placements in files: a SHA-256 sum, then a gob. An empty name keeps
// nothing. Every failure is silent: a cache that does not work is only slow.
type folder struct {
	dir    string
	stored atomic.Int64 // how many times
}

const (
	// folderSize bounds the size of all files together, in bytes.
	folderSize = 64 << 20
	// pruneEvery is how many files are written between two looks at the size.
	pruneEvery = 32
)

// placementSuffix ends the names of the files that the folder may remove.
const placementSuffix = ".placed"

func (f *folder) path(key string) string {
	return filepath.Join(f.dir, key+placementSuffix)
}

// load returns what is kept under the key if it is whole and fits the graph.
func (f *folder) load(key string, g layout.Graph) (layout.Placed, bool) {
	if f.dir == "" {
		return layout.Placed{}, false
	}
	file, err := os.Open(f.path(key))
	if err != nil {
		return layout.Placed{}, false
	}
	defer file.Close()
	content, err := io.ReadAll(io.LimitReader(file, maxFrame/2))
	if err != nil || len(content) < sha256.Size {
		return layout.Placed{}, false
	}
	sum, body := content[:sha256.Size], content[sha256.Size:]
	if want := sha256.Sum256(body); !bytes.Equal(sum, want[:]) {
		return layout.Placed{}, false
	}
	var placed layout.Placed
	if err := decode(body, &placed); err != nil || !fits(placed, g) {
		return layout.Placed{}, false
	}
	now := time.Now()
	_ = os.Chtimes(f.path(key), now, now) // what is used stays longest
	return placed, true
}

// fits says whether placed is a placement of g's boxes and lines.
func fits(placed layout.Placed, g layout.Graph) bool {
	if len(placed.Boxes) != len(g.Boxes) || len(placed.Lines) != len(g.Lines) {
		return false
	}
	for i, box := range g.Boxes {
		if placed.Boxes[i].ID != box.ID {
			return false
		}
	}
	for i, line := range g.Lines {
		if placed.Lines[i].ID != line.ID {
			return false
		}
	}
	return true
}

// store keeps a placement, and removes the oldest files when there are too many.
func (f *folder) store(key string, placed layout.Placed) {
	if f.dir == "" {
		return
	}
	body, err := encode(placed)
	if err != nil || len(body) > maxFrame/4 {
		return
	}
	if err := os.MkdirAll(f.dir, 0o700); err != nil {
		return
	}
	sum := sha256.Sum256(body)
	if err := replace(f.path(key), append(sum[:], body...)); err != nil {
		return
	}
	if f.stored.Add(1)%pruneEvery == 1 {
		f.prune()
	}
}

// replace writes a file so that it is either the old or the new one, whole.
func replace(path string, content []byte) (err error) {
	file, err := os.CreateTemp(filepath.Dir(path), "*"+placementSuffix+temporarySuffix)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			os.Remove(file.Name())
		}
	}()
	_, err = file.Write(content)
	if closing := file.Close(); err == nil {
		err = closing
	}
	if err != nil {
		return err
	}
	return os.Rename(file.Name(), path)
}

const temporarySuffix = ".tmp"

// prune removes the files used longest ago until the rest is small enough, and the
// temporary files of programs that were killed.
func (f *folder) prune() {
	entries, err := os.ReadDir(f.dir)
	if err != nil {
		return
	}
	var files []os.FileInfo
	var size int64
	for _, entry := range entries {
		whole, temporary := strings.CutSuffix(entry.Name(), temporarySuffix)
		info, err := entry.Info()
		if err != nil || !info.Mode().IsRegular() || !strings.HasSuffix(whole, placementSuffix) {
			continue // not ours
		}
		if temporary {
			if time.Since(info.ModTime()) > time.Hour {
				_ = os.Remove(filepath.Join(f.dir, info.Name()))
			}
			continue
		}
		files = append(files, info)
		size += info.Size()
	}
	slices.SortFunc(files, func(a, b os.FileInfo) int { return a.ModTime().Compare(b.ModTime()) })
	for _, info := range files {
		if size <= folderSize {
			return
		}
		if os.Remove(filepath.Join(f.dir, info.Name())) == nil {
			size -= info.Size()
		}
	}
}
