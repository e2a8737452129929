package load

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
)

// codeFolder is the name that go-graphviz gives its folder.
const codeFolder = "go-graphviz"

var errNotPrivate = errors.New("the folder is not this user's alone")

// ownFolder makes parent and the folder for compiled code in it, which is emptied
// when it is to be anew, and returns the parent with symbolic links resolved. The
// error says that they cannot be made, or that somebody else could write there.
func ownFolder(parent string, anew bool) (string, error) {
	if err := os.MkdirAll(parent, 0o700); err != nil {
		return "", err
	}
	parent, err := filepath.EvalSymlinks(parent)
	if err != nil {
		return "", err
	}
	if err := closed(parent, 0o022); err != nil { // nobody else may rename things in it
		return "", err
	}
	code := filepath.Join(parent, codeFolder)
	if anew {
		if err := os.RemoveAll(code); err != nil {
			return "", err
		}
	}
	if err := os.Mkdir(code, 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
		return "", err
	}
	return parent, closed(code, 0o077)
}

// closed returns an error unless dir is a folder of this user that denies others
// what the mask says.
func closed(dir string, mask fs.FileMode) error {
	info, err := os.Lstat(dir)
	switch {
	case err != nil:
		return err
	case !info.IsDir() || !ours(info):
		return errNotPrivate
	case runtime.GOOS != "windows" && info.Mode().Perm()&mask != 0: // Windows has no such bits
		return errNotPrivate
	}
	return nil
}
