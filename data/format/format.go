// Package format reads datasets from YAML and JSON, format entangle/1, into
// immutable values of package data, and names every problem of a file with its
// place. It knows what the file format allows; it must not know what a dataset
// is then used for: not of dates to view it at, of drawing or of any command.
package format

import (
	digest "crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"entangle/data"
	"entangle/data/format/syntax"
)

// Name is what a file states as its format.
const Name = "entangle/1"

// The limits of a file.
const (
	MaxBytes    = 100 << 20          // bytes of the whole file
	MaxDepth    = syntax.MaxDepth    // levels of nesting
	MaxExpanded = syntax.MaxExpanded // nodes that aliases may add to those written
	MaxScalar   = syntax.MaxScalar   // bytes of one text
)

// Parse reads a dataset. The name of the file is only put into messages. The
// error is of type Problems, and then there is no dataset.
func Parse(file string, content []byte) (*data.Dataset, error) {
	r := newReport(file, content)
	if len(content) > MaxBytes {
		r.whole(tooLarge)
		return nil, r.problems()
	}
	tree, faults := syntax.Parse(content)
	reportFaults(tree, faults, r)
	if tree == nil {
		return nil, r.problems()
	}
	dataset := decode(tree, r)
	if r.total > 0 {
		return nil, r.problems()
	}
	sum := digest.Sum256(content)
	dataset.Digest = hex.EncodeToString(sum[:])
	return dataset.Build(), nil
}

var tooLarge = fmt.Sprintf("larger than %d MB; split it, or leave out what is not needed", MaxBytes>>20)

// Read reads a dataset from r, of which it takes at most MaxBytes and one more.
func Read(file string, r io.Reader) (*data.Dataset, error) {
	content, err := io.ReadAll(io.LimitReader(r, MaxBytes+1))
	if err != nil {
		return nil, unreadable(file, err)
	}
	return Parse(file, content)
}

// Open reads the dataset in the file at path. That the file cannot be read is a
// problem like any other, without a place.
func Open(path string) (*data.Dataset, error) {
	content, err := readFile(path)
	if err != nil {
		return nil, unreadable(path, err)
	}
	return Parse(path, content)
}

func readFile(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if info.IsDir() {
		return nil, errors.New("is a folder; name a file in it")
	}
	if info.Size() > MaxBytes {
		return nil, errors.New(tooLarge)
	}
	content := make([]byte, info.Size()+1)
	n, err := io.ReadFull(f, content)
	switch {
	case errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF):
		return content[:n], nil
	case err != nil:
		return nil, err
	}
	rest, err := io.ReadAll(io.LimitReader(f, MaxBytes+1-int64(n))) // grew meanwhile, or has no size
	return append(content, rest...), err
}

func unreadable(file string, err error) Problems {
	message := err.Error()
	var path *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		message = "no such file"
	case errors.Is(err, fs.ErrPermission):
		message = "may not be read: permission denied"
	case errors.As(err, &path):
		message = "cannot be read: " + path.Err.Error()
	}
	return Problems{{File: file, Message: message}}
}
