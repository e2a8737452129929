package command

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"entangle/ui/words"
)

// output is one file to be written.
type output struct {
	name    string
	content []byte
}

// write puts all files in place, or none: each is written in full beside its
// target before the first target is replaced. - is standard output. The dataset
// that was read is never replaced.
func (c *call) write(files []output, dataset string) error {
	var staged []staged
	discard := func() {
		for _, s := range staged {
			os.Remove(s.beside)
		}
	}
	for _, f := range files {
		if f.name == "-" {
			c.out.Write(f.content)
			continue
		}
		if same(f.name, dataset) {
			discard()
			return fmt.Errorf("%s is the dataset itself; name another OUT", f.name)
		}
		s, err := stage(f)
		if err != nil {
			discard()
			return fmt.Errorf("writing %s: %w", f.name, err)
		}
		staged = append(staged, s)
	}
	for i, s := range staged {
		if err := s.commit(); err != nil {
			staged = staged[i:]
			discard()
			return fmt.Errorf("writing %s: %w", s.target, err)
		}
	}
	return nil
}

func same(a, b string) bool {
	x, err1 := os.Stat(a)
	y, err2 := os.Stat(b)
	return err1 == nil && err2 == nil && os.SameFile(x, y)
}

// staged is a file that is complete but not in its place yet.
type staged struct {
	beside string // "" when it was written straight to its target
	target string
}

// stage writes a file beside its target. A target that is no plain file, such
// as /dev/stdout, is written to as it is.
func stage(f output) (staged, error) {
	target, info, err := targetOf(f.name)
	if err != nil {
		return staged{}, err
	}
	if info != nil && !info.Mode().IsRegular() {
		return staged{target: target}, plainly(os.WriteFile(target, f.content, 0o666))
	}
	mode := fs.FileMode(0o666) // less the umask
	if info != nil {
		mode = info.Mode().Perm()
	}
	beside := filepath.Join(filepath.Dir(target), ".entangle-"+rand.Text())
	if err := fill(beside, f.content, mode, info != nil); err != nil {
		os.Remove(beside)
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
func fill(name string, content []byte, mode fs.FileMode, keep bool) error {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return err
	}
	_, err = f.Write(content)
	if err == nil && keep {
		err = f.Chmod(mode)
	}
	if err == nil {
		err = f.Sync()
	}
	return errors.Join(err, f.Close())
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
		return errors.New("permission denied")
	}
	return errors.New(words.Plain(cause(err)))
}
