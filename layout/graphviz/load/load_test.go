package load

import (
	"encoding/binary"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// program is the program in testdata, built once.
var program string

func TestMain(m *testing.M) {
	dir, err := os.MkdirTemp("", "load-test-*")
	if err != nil {
		panic(err)
	}
	program = filepath.Join(dir, "program")
	out, err := exec.Command("go", "build", "-o", program, "../testdata/program").CombinedOutput()
	if err != nil {
		panic(string(out))
	}
	code := m.Run()
	os.RemoveAll(dir)
	os.Exit(code)
}

// world is what a program finds when it starts: folders of its own.
type world struct {
	temp, cache string
	env         []string
}

// newWorld gives the program empty folders.
func newWorld(t *testing.T) *world {
	t.Helper()
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		t.Skip("the folder for caches cannot be chosen by the environment here")
	}
	w := &world{temp: t.TempDir(), cache: t.TempDir()}
	w.env = []string{"TMPDIR=" + w.temp, "XDG_CACHE_HOME=" + w.cache, "HOME=" + w.cache}
	return w
}

// run starts the program and returns its lines.
func (w *world) run(t *testing.T, args ...string) []string {
	t.Helper()
	cmd := exec.Command(program, args...)
	cmd.Env = w.env
	out, err := cmd.CombinedOutput()
	require.NoError(t, err, "%s", out)
	return strings.Split(strings.TrimSpace(string(out)), "\n")
}

// names returns what is in a folder and below.
func names(t *testing.T, dir string) []string {
	t.Helper()
	found := []string{}
	require.NoError(t, filepath.WalkDir(dir, func(path string, _ os.DirEntry, err error) error {
		if path != dir {
			found = append(found, strings.TrimPrefix(path, dir+"/"))
		}
		return err
	}))
	return found
}

const (
	works  = "true 2 <nil>"
	hollow = "false 0 graphviz runs in the layout process only"
)

func TestOnlyTheLayoutProcessLoadsGraphviz(t *testing.T) {
	w := newWorld(t)
	assert.Equal(t, []string{hollow, w.temp}, w.run(t), "os.TempDir is as before")
	assert.Empty(t, names(t, w.temp))
	assert.Empty(t, names(t, w.cache))

	assert.Equal(t, []string{works, w.temp}, w.run(t, Arg))
	assert.Empty(t, names(t, w.temp), "nothing in the shared folder")
	found := names(t, w.cache)
	require.Len(t, found, 4)
	assert.Equal(t, []string{"entangle", "entangle/go-graphviz"}, found[:2])
	for _, dir := range found[:3] {
		info, err := os.Stat(filepath.Join(w.cache, dir))
		require.NoError(t, err)
		assert.Equal(t, os.FileMode(0o700), info.Mode().Perm(), dir)
	}
}

func TestUnsafeFoldersAreNotUsed(t *testing.T) {
	for name, prepare := range map[string]func(t *testing.T, parent, code string){
		"others may read":        func(t *testing.T, _, code string) { require.NoError(t, os.Chmod(code, 0o755)) },
		"others may write above": func(t *testing.T, parent, _ string) { require.NoError(t, os.Chmod(parent, 0o777)) },
		"a link": func(t *testing.T, _, code string) {
			require.NoError(t, os.Remove(code))
			require.NoError(t, os.Symlink(t.TempDir(), code))
		},
		"a file": func(t *testing.T, _, code string) {
			require.NoError(t, os.Remove(code))
			require.NoError(t, os.WriteFile(code, nil, 0o600))
		},
		"a file above": func(t *testing.T, parent, _ string) {
			require.NoError(t, os.RemoveAll(parent))
			require.NoError(t, os.WriteFile(parent, nil, 0o600))
		},
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t)
			parent := filepath.Join(w.cache, "entangle")
			code := filepath.Join(parent, codeFolder)
			require.NoError(t, os.MkdirAll(code, 0o700))
			prepare(t, parent, code)
			before := names(t, w.cache)
			assert.Equal(t, []string{works, w.temp}, w.run(t, Arg))
			assert.Equal(t, before, names(t, w.cache))
			assert.Empty(t, names(t, w.temp), "the fresh folder is gone again")
		})
	}
}

func TestNoFolderAtAll(t *testing.T) {
	w := newWorld(t)
	w.env = []string{"TMPDIR=" + filepath.Join(w.temp, "missing")}
	assert.Equal(t, works, w.run(t, Arg)[0])
	w.env = []string{"TMPDIR=" + w.temp, "HOME=" + w.cache, Cache + "=" + CacheOff}
	assert.Equal(t, []string{works, w.temp}, w.run(t, Arg))
	assert.Empty(t, names(t, w.temp))
	assert.Empty(t, names(t, w.cache))
}

func TestDamagedCodeIsCompiledAnew(t *testing.T) {
	w := newWorld(t)
	w.run(t, Arg)
	files := names(t, w.cache)
	code := filepath.Join(w.cache, files[len(files)-1])
	whole, err := os.Stat(code)
	require.NoError(t, err)
	require.NoError(t, os.Truncate(code, 1000))
	w.env = append(w.env, Cache+"="+CacheAnew)
	assert.Equal(t, works, w.run(t, Arg)[0])
	again, err := os.Stat(code)
	require.NoError(t, err)
	assert.Equal(t, whole.Size(), again.Size())
}

func TestFoldersOfOthersAreNotClosed(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.Chmod(dir, 0o700))
	require.NoError(t, closed(dir, 0o077))
	if os.Geteuid() == 0 {
		require.NoError(t, os.Chown(dir, 12345, 12345))
	} else {
		dir = "/" // the root's
	}
	assert.ErrorIs(t, closed(dir, 0), errNotPrivate)
}

func TestWanted(t *testing.T) {
	for name, test := range map[string]struct {
		args []string
		main string
		want bool
	}{
		"the window":       {[]string{"entangle"}, "entangle", false},
		"a command":        {[]string{"entangle", "version"}, "entangle", false},
		"a layout process": {[]string{"entangle", Arg}, "entangle", true},
		"not the first":    {[]string{"entangle", "show", Arg}, "entangle", false},
		"a test":           {[]string{"x.test", "-test.v"}, "entangle/layout.test", true},
		"no name at all":   {nil, "", false},
	} {
		t.Run(name, func(t *testing.T) { assert.Equal(t, test.want, wanted(test.args, test.main)) })
	}
	assert.True(t, Real(), "in a test")
}

func TestPointTempDirIsUndone(t *testing.T) {
	before, dir := os.TempDir(), t.TempDir()
	undo := pointTempDir(dir)
	assert.Equal(t, dir, os.TempDir())
	undo()
	assert.Equal(t, before, os.TempDir())
}

func TestHollowedUnderstandsOnlyModules(t *testing.T) {
	header := []byte(header)
	for name, module := range map[string][]byte{
		"nothing":       nil,
		"text":          []byte("hello"),
		"cut short":     append(header[:len(header):len(header)], typeSection, 200, 1),
		"endless":       binary.AppendUvarint(append(header[:len(header):len(header)], typeSection), 1<<40),
		"too many":      append(header[:len(header):len(header)], typeSection, 2, 0xff, 1),
		"wild function": append(header[:len(header):len(header)], exportSection, 10, 1, 6, 'm', 'a', 'l', 'l', 'o', 'c', 0, 9),
	} {
		t.Run(name, func(t *testing.T) { assert.Nil(t, hollowed(module)) })
	}
}

func FuzzHollowed(f *testing.F) {
	f.Add([]byte(header))
	f.Fuzz(func(t *testing.T, module []byte) {
		hollowed(module)
	})
}
