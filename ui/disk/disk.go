// Package disk writes files so that a target is replaced by a complete new one
// or stays as it was. It must not know what is written.
package disk

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// File is what is to be written where.
type File struct {
	Name    string
	Content []byte
}

// Write puts all files in place, or none: each is written in full beside its
// target before the first target is replaced. Links and permissions are kept.
// The error names the file and what is in the way. When the context ends before
// the first target is replaced, none is, and the error is that of the context.
func Write(ctx context.Context, files ...File) error {
	var stages []staged
	discard := func() {
		for _, s := range stages {
			_ = os.Remove(s.beside) // it may be gone already
		}
	}
	for _, f := range files {
		s, err := stage(ctx, f)
		if err != nil {
			discard()
			return fmt.Errorf("writing %s: %w", f.Name, err)
		}
		stages = append(stages, s)
	}
	if err := ctx.Err(); err != nil {
		discard()
		return err
	}
	for i, s := range stages {
		if err := s.commit(); err != nil {
			stages = stages[i:]
			discard()
			return fmt.Errorf("writing %s: %w", s.target, err)
		}
	}
	return nil
}

// staged is a file that is complete but not in its place yet.
type staged struct {
	beside string // "" when it was written straight to its target
	target string
}

// stage writes a file beside its target. A target that is no plain file, such
// as /dev/stdout, is written to as it is.
func stage(ctx context.Context, f File) (staged, error) {
	target, info, err := targetOf(f.Name)
	if err != nil {
		return staged{}, err
	}
	if info != nil && !info.Mode().IsRegular() {
		return staged{target: target}, plainly(os.WriteFile(target, f.Content, 0o666))
	}
	mode := fs.FileMode(0o666) // less the umask
	if info != nil {
		mode = info.Mode().Perm()
	}
	beside := filepath.Join(filepath.Dir(target), ".entangle-"+rand.Text())
	if err := fill(ctx, beside, f.Content, mode, info != nil); err != nil {
		_ = os.Remove(beside)
		return staged{}, plainly(err)
	}
	return staged{beside, target}, nil
}

// targetOf follows links and says what is there already, nil for nothing.
func targetOf(name string) (string, fs.FileInfo, error) {
	if strings.HasSuffix(name, "/") || strings.HasSuffix(name, string(filepath.Separator)) {
		return "", nil, errors.New("is a folder; name a file in it")
	}
	target := name
	if real, err := filepath.EvalSymlinks(name); err == nil {
		target = real
	} else if link, err := os.Lstat(name); err == nil && link.Mode()&fs.ModeSymlink != 0 {
		return "", nil, errors.New("is a link that leads nowhere")
	}
	info, err := os.Stat(target)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if _, err := os.Stat(filepath.Dir(target)); err != nil {
			return "", nil, fmt.Errorf("the folder %s is not there", filepath.Dir(target))
		}
		return target, nil, nil
	case err != nil:
		return "", nil, plainly(err)
	case info.IsDir():
		return "", nil, errors.New("is a folder; name a file in it")
	case info.Mode().IsRegular() && info.Mode().Perm()&0o222 == 0:
		return "", nil, errors.New("is read-only")
	}
	return target, info, nil
}

// fill writes a new file and makes sure that it is on the disk.
func fill(ctx context.Context, name string, content []byte, mode fs.FileMode, keep bool) error {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return err
	}
	const piece = 4 << 20
	for from := 0; from < len(content) && err == nil; from += piece {
		if err = ctx.Err(); err == nil {
			_, err = f.Write(content[from:min(from+piece, len(content))])
		}
	}
	if err == nil && keep {
		err = f.Chmod(mode)
	}
	if err == nil {
		err = f.Sync()
	}
	if closed := f.Close(); err == nil {
		err = closed
	}
	return err
}

func (s staged) commit() error {
	if s.beside == "" {
		return nil
	}
	return plainly(os.Rename(s.beside, s.target))
}

// plainly says in words what the system answered.
func plainly(err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, fs.ErrPermission):
		return errors.New("permission denied; choose a folder that you may write to")
	}
	return cause(err)
}

// cause returns the innermost error of the system.
func cause(err error) error {
	for {
		inner := errors.Unwrap(err)
		if inner == nil {
			return err
		}
		err = inner
	}
}
