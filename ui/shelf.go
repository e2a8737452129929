package ui

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"entangle/data"
	"entangle/data/format"
	"entangle/ui/disk"
	"entangle/ui/words"
)

// shelf is where the saved views of a dataset are kept: in its file, or, when
// that cannot be written or is inside the program, in a file beside it.
type shelf struct {
	own    string // the file of the dataset; "" for one inside the program
	beside []string
	title  string // of the dataset
}

// kept is a saved view and the file that holds it, "" for the program itself.
type kept struct {
	data.SavedView
	file string
}

// shelfOf says where the views of a source are kept. Beside a file that is in its
// folder, else in the person's own.
func shelfOf(src source, title string) (shelf, error) {
	config, err := os.UserConfigDir()
	if err != nil {
		return shelf{}, fmt.Errorf("the system names no folder for views: %w", err)
	}
	folder := filepath.Join(config, "entangle", "views")
	if src.path == "" {
		return shelf{beside: []string{filepath.Join(folder, stem(src.builtin)+".views.yaml")}, title: title}, nil
	}
	sum := sha256.Sum256([]byte(src.path)) // files of one name in several folders
	return shelf{own: src.path, title: title, beside: []string{
		filepath.Join(filepath.Dir(src.path), stem(src.path)+".views.yaml"),
		filepath.Join(folder, stem(src.path)+"-"+hex.EncodeToString(sum[:4])+".views.yaml"),
	}}, nil
}

func stem(path string) string {
	return strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
}

// load reads the views beside a dataset and puts them together with its own, of
// which one of the same id is passed over. A file that is not there holds none;
// an error names the first that cannot be read.
func (s shelf) load(own []data.SavedView) ([]kept, error) {
	var list []kept
	var first error
	for _, v := range own {
		list = append(list, kept{v, s.own})
	}
	for _, path := range s.beside {
		d, err := s.read(path)
		if err != nil {
			first = errors.Join(first, err)
			continue
		}
		for _, v := range d {
			if i := slices.IndexFunc(list, func(k kept) bool { return k.ID == v.ID }); i >= 0 {
				list[i] = kept{v, path}
			} else {
				list = append(list, kept{v, path})
			}
		}
	}
	return list, first
}

func (s shelf) read(path string) ([]data.SavedView, error) {
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	d, err := format.Open(path)
	if err != nil {
		return nil, fmt.Errorf("the views in %s: %w", path, err)
	}
	return d.Views, nil
}

// stored is what a change of a file did: its text before and after.
type stored struct {
	path          string
	before, after string // SHA-256, as a dataset's Digest
	note          string // why it is not the dataset's file, "" when it is
}

// put keeps a view in the file that holds it, else in the dataset's, else beside
// it.
func (s shelf) put(v data.SavedView, holder string) (stored, error) {
	var refused error
	tried := append([]string{holder, s.own}, s.beside...)
	for i, path := range tried {
		if path == "" || slices.Index(tried, path) < i {
			continue
		}
		done, err := s.change(path, func(content []byte) ([]byte, error) { return format.PutView(content, v) })
		if err == nil {
			if path != s.own && s.own != "" && refused != nil {
				done.note = refused.Error()
			}
			return done, nil
		}
		if refused == nil {
			refused = err
		}
	}
	return stored{}, refused
}

// drop takes a view out of the file that holds it.
func (s shelf) drop(id, holder string) (stored, error) {
	return s.change(holder, func(content []byte) ([]byte, error) { return format.DropView(content, id) })
}

// change writes a file anew. One beside a dataset that is not there is made.
func (s shelf) change(path string, edit func([]byte) ([]byte, error)) (stored, error) {
	content, err := os.ReadFile(path)
	switch {
	case err == nil:
		if err := writable(path); err != nil {
			return stored{}, err
		}
	case errors.Is(err, fs.ErrNotExist) && path != s.own:
		content = s.empty()
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			return stored{}, err
		}
	default:
		return stored{}, err
	}
	out, err := edit(content)
	if err != nil {
		return stored{}, err
	}
	if err := disk.Write(context.Background(), disk.File{Name: path, Content: out}); err != nil {
		return stored{}, err
	}
	return stored{path: path, before: digest(content), after: digest(out)}, nil
}

// empty is a file that holds nothing but views.
func (s shelf) empty() []byte {
	title := strings.ReplaceAll(words.Plain("Saved views of "+s.title), `"`, "'")
	return []byte("format: " + format.Name + "\ntitle: \"" + strings.ReplaceAll(title, `\`, "/") + "\"\n")
}

// writable says why a file may not be written. That the folder can be written to
// is not enough: a file that is read-only is meant to stay as it is.
func writable(path string) error {
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	if info.Mode().Perm()&0o200 == 0 {
		return fmt.Errorf("%s is read-only", filepath.Base(path))
	}
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return fmt.Errorf("%s cannot be written", filepath.Base(path))
	}
	return f.Close()
}

func digest(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}
