// Package load decides what go-graphviz loads, and where it keeps compiled code.
//
// go-graphviz compiles Graphviz to native code in its package initialiser, in every
// process that links it, and panics there when anything fails: a full disk ends the
// program before main. It keeps the code in os.TempDir()/go-graphviz, a folder that
// on most systems all users share: who creates it first can plant code there.
//
// This package is initialised earlier, because its import path sorts before
// github.com/goccy and it imports nothing that go-graphviz does not import as well.
// In a layout process it points os.TempDir at a private folder in the user's cache.
// In every other process of the program it puts a hollow module in the place of
// Graphviz, so that nothing is compiled, read or written; Graphviz cannot be called
// there. Tests always have the real one. Restore, called when go-graphviz is
// initialised, gives os.TempDir back.
//
// It must import only a little of the standard library, and know nothing of layouts.
package load

import (
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"
	_ "unsafe" // for go:linkname
)

// Arg is the first argument of a layout process.
const Arg = "layout-worker"

// Cache is an environment variable that tells a layout process what to do about
// compiled code, for when another one has failed to start.
const (
	Cache     = "ENTANGLE_CODE_CACHE"
	CacheAnew = "anew" // remove it and compile again: it may be damaged
	CacheOff  = "off"  // keep none: the disk may be full
)

// wasmFile is Graphviz as go-graphviz is about to load it. A renamed variable there
// makes Real a lie, which a test notices.
//
//go:linkname wasmFile github.com/goccy/go-graphviz/internal/wasm.wasmFile
var wasmFile []byte

// loaded is what init did; it does not change afterwards.
var loaded = begin()

// Real reports whether Graphviz can be called in this process.
func Real() bool { return loaded.real }

// Restore undoes what pointed os.TempDir elsewhere. It is for the initialiser of a
// package that imports go-graphviz.
func Restore() { loaded.restore() }

// loading is what was done for the initialiser of go-graphviz.
type loading struct {
	real    bool
	restore func()
}

func begin() loading {
	if !wanted(os.Args, mainPackage()) {
		if hollow := hollowed(wasmFile); hollow != nil {
			wasmFile = hollow
			return loading{real: false, restore: pointTempDir(nowhere)}
		}
	}
	if os.Getenv(Cache) == CacheOff {
		return loading{real: true, restore: pointTempDir(nowhere)}
	}
	return loading{real: true, restore: private(os.Getenv(Cache) == CacheAnew)}
}

// wanted says whether a process calls Graphviz: layout processes and tests do.
func wanted(args []string, mainPackage string) bool {
	return len(args) > 1 && args[1] == Arg || strings.HasSuffix(mainPackage, ".test")
}

// mainPackage returns the import path of the running program; the one of a test
// ends in ".test".
func mainPackage() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return ""
	}
	return info.Path
}

// nowhere is a folder in which nothing can be made, so that go-graphviz does
// without one.
var nowhere = filepath.Join(os.DevNull, "nowhere")

// private points os.TempDir at a folder for compiled code that belongs to this user
// alone: the one in the user's cache, emptied if need be, else a fresh one that
// Restore removes.
func private(anew bool) (restore func()) {
	if cache, err := os.UserCacheDir(); err == nil {
		if parent, err := ownFolder(filepath.Join(cache, "entangle"), anew); err == nil {
			return pointTempDir(parent)
		}
	}
	fresh, err := os.MkdirTemp("", "entangle-*")
	if err != nil {
		return pointTempDir(nowhere)
	}
	undo := pointTempDir(fresh)
	return func() {
		undo()
		os.RemoveAll(fresh) // best effort: it is the system's folder for such things
	}
}

// pointTempDir makes os.TempDir return dir until the result is called.
func pointTempDir(dir string) (undo func()) {
	names := []string{"TMPDIR"}
	if runtime.GOOS == "windows" {
		names = []string{"TMP", "TEMP"}
	}
	var undos []func()
	for _, name := range names {
		if before, ok := os.LookupEnv(name); ok {
			undos = append(undos, func() { os.Setenv(name, before) })
		} else {
			undos = append(undos, func() { os.Unsetenv(name) })
		}
		os.Setenv(name, dir)
	}
	return func() {
		for _, undo := range undos {
			undo()
		}
	}
}
