package worker

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/layout"
	"entangle/layout/layouttest"
)

// counted is lineUp, and counts its calls.
func counted() (engine layout.Engine, calls *atomic.Int64) {
	calls = new(atomic.Int64)
	return func(ctx context.Context, g layout.Graph) (layout.Placed, error) {
		calls.Add(1)
		return lineUp(ctx, g)
	}, calls
}

// ask calls an engine that must succeed.
func ask(t *testing.T, engine layout.Engine, g layout.Graph) layout.Placed {
	t.Helper()
	placed, err := engine(context.Background(), g)
	require.NoError(t, err)
	return placed
}

// placedFiles returns what is in the folder.
func placedFiles(t *testing.T, dir string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*"))
	require.NoError(t, err)
	return files
}

func TestCacheInMemory(t *testing.T) {
	engine, calls := counted()
	cached := Cached(engine, "")
	first := ask(t, cached, pair())
	assert.Equal(t, first, ask(t, cached, pair()))
	assert.EqualValues(t, 1, calls.Load())
	other := pair()
	other.Boxes[0].W++
	ask(t, cached, other)
	assert.EqualValues(t, 2, calls.Load())
}

func TestCacheInMemoryIsBounded(t *testing.T) {
	engine, calls := counted()
	cached := Cached(engine, "")
	for n := range memoryEntries + 1 {
		ask(t, cached, layouttest.Chain(n+1))
		ask(t, cached, layouttest.Chain(2)) // in use all the time
	}
	calls.Store(0)
	ask(t, cached, layouttest.Chain(2))
	ask(t, cached, layouttest.Chain(memoryEntries+1))
	assert.Zero(t, calls.Load())
	ask(t, cached, layouttest.Chain(1))
	assert.EqualValues(t, 1, calls.Load(), "the oldest is gone")
}

func TestCacheOnDisk(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a", "b")
	engine, calls := counted()
	g := layouttest.Deals(20, 30, 1)
	first := ask(t, Cached(engine, dir), g)
	assert.Equal(t, first, ask(t, Cached(engine, dir), g), "another run of the program")
	assert.EqualValues(t, 1, calls.Load())
	files := placedFiles(t, dir)
	require.Len(t, files, 1)
	assert.Equal(t, g.Hash()+placementSuffix, filepath.Base(files[0]))
	if runtime.GOOS == "windows" {
		return // no such bits
	}
	for path, mode := range map[string]os.FileMode{dir: 0o700, files[0]: 0o600} {
		info, err := os.Stat(path)
		require.NoError(t, err)
		assert.Equal(t, mode, info.Mode().Perm())
	}
}

func TestCacheIgnoresDamagedFiles(t *testing.T) {
	g := layouttest.Deals(20, 30, 1)
	for name, damage := range map[string]func(content []byte) []byte{
		"empty":       func([]byte) []byte { return nil },
		"cut short":   func(b []byte) []byte { return b[:len(b)/2] },
		"cut in sum":  func(b []byte) []byte { return b[:20] },
		"a wrong bit": func(b []byte) []byte { b[len(b)/2] ^= 4; return b },
		"text":        func([]byte) []byte { return []byte("hello, this is not a placement at all, is it?") },
		"longer":      func(b []byte) []byte { return append(b, 0) },
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			engine, calls := counted()
			want := ask(t, Cached(engine, dir), g)
			path := placedFiles(t, dir)[0]
			content, err := os.ReadFile(path)
			require.NoError(t, err)
			require.NoError(t, os.WriteFile(path, damage(content), 0o600))
			assert.Equal(t, want, ask(t, Cached(engine, dir), g))
			assert.EqualValues(t, 2, calls.Load(), "computed again")
			ask(t, Cached(engine, dir), g)
			assert.EqualValues(t, 2, calls.Load(), "and written again")
		})
	}
}

func TestCacheChecksThatThePlacementFits(t *testing.T) {
	dir := t.TempDir()
	engine, calls := counted()
	a, b := layouttest.Deals(5, 5, 1), layouttest.Deals(6, 5, 1)
	ask(t, Cached(engine, dir), a)
	files := &folder{dir: dir}
	require.NoError(t, os.Rename(files.path(a.Hash()), files.path(b.Hash())))
	assert.Len(t, ask(t, Cached(engine, dir), b).Boxes, 6)
	assert.EqualValues(t, 2, calls.Load())
}

func TestCacheWorksWithoutAUsableFolder(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	require.NoError(t, os.WriteFile(file, nil, 0o600))
	engine, calls := counted()
	for _, dir := range []string{file, filepath.Join(file, "below"), os.DevNull} {
		cached := Cached(engine, dir)
		ask(t, cached, pair())
		ask(t, cached, pair())
	}
	assert.EqualValues(t, 3, calls.Load(), "in memory it works")
}

func TestCacheDoesNotKeepErrors(t *testing.T) {
	calls := 0
	cached := Cached(func(context.Context, layout.Graph) (layout.Placed, error) {
		calls++
		return layout.Placed{}, errors.New("no")
	}, t.TempDir())
	for range 2 {
		_, err := cached(context.Background(), pair())
		assert.EqualError(t, err, "no")
	}
	assert.Equal(t, 2, calls)
}

func TestCacheHonoursTheContext(t *testing.T) {
	engine, _ := counted()
	cached := Cached(engine, "")
	ask(t, cached, pair())
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := cached(ctx, pair())
	assert.ErrorIs(t, err, context.Canceled)
}

func TestPruneRemovesWhatWasUsedLongestAgo(t *testing.T) {
	files := &folder{dir: t.TempDir()}
	old := time.Now().Add(-100 * time.Hour)
	write := func(name string, size int64, age time.Time) string {
		path := filepath.Join(files.dir, name)
		require.NoError(t, os.WriteFile(path, nil, 0o600))
		require.NoError(t, os.Truncate(path, size))
		require.NoError(t, os.Chtimes(path, age, age))
		return path
	}
	foreign := write("notes.txt", folderSize, old)
	abandoned := write("x"+placementSuffix+temporarySuffix, 5, old)
	writing := write("y"+placementSuffix+temporarySuffix, 5, time.Now())
	var paths []string
	for i := range 10 {
		paths = append(paths, write(fmt.Sprint(i, placementSuffix), folderSize/8, old.Add(time.Duration(i)*time.Hour)))
	}
	files.prune()
	for i, path := range paths {
		if i < 2 {
			assert.NoFileExists(t, path)
		} else {
			assert.FileExists(t, path)
		}
	}
	assert.FileExists(t, foreign)
	assert.FileExists(t, writing)
	assert.NoFileExists(t, abandoned)
}

func TestCacheInUseByMany(t *testing.T) {
	engine, _ := counted()
	dir := t.TempDir()
	var group sync.WaitGroup
	for i := range 8 {
		cached := Cached(engine, dir)
		group.Go(func() {
			for k := range 40 {
				n := 1 + (i+k)%10
				assert.Len(t, ask(t, cached, layouttest.Chain(n)).Boxes, n)
			}
		})
	}
	group.Wait()
	assert.Len(t, placedFiles(t, dir), 10, "and no temporary file is left")
}

func TestDefaultCacheDir(t *testing.T) {
	dir, err := DefaultCacheDir()
	if err != nil {
		t.Skip("this system names no folder for caches")
	}
	assert.Equal(t, filepath.Join("entangle", "layout"), filepath.Join(filepath.Base(filepath.Dir(dir)), filepath.Base(dir)))
}
