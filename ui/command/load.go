package command

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"entangle/data"
	"entangle/data/format"
	"entangle/data/query"
	"entangle/data/resolve"
)

// builtinPrefix marks the name of a dataset inside the program.
const builtinPrefix = "built-in:"

// Load reads the dataset that FILE names: "" the built-in one, built-in:NAME one
// of those inside the program, - standard input, else a file. The error is of
// type format.Problems.
func (e Env) Load(file string) (*data.Dataset, error) {
	file = e.Name(file)
	if content, ok := e.Builtin[strings.TrimPrefix(file, builtinPrefix)]; ok && strings.HasPrefix(file, builtinPrefix) {
		return format.Parse(file, content)
	}
	if file == "-" {
		return format.Read(file, e.stdin())
	}
	return format.Open(file)
}

// Name is how messages call FILE.
func (e Env) Name(file string) string {
	if file == "" {
		return builtinPrefix + e.Default
	}
	return file
}

func (e Env) stdin() io.Reader {
	if e.Stdin == nil {
		return bytes.NewReader(nil)
	}
	return e.Stdin
}

// exists returns an error when FILE names nothing that could be opened.
func (e Env) exists(file string) error {
	name, builtin := strings.CutPrefix(e.Name(file), builtinPrefix)
	if builtin && e.Builtin[name] != nil {
		return nil
	}
	info, err := os.Stat(e.Name(file))
	switch {
	case file == "-":
		return misuse("the window reads a file and not standard input")
	case errors.Is(err, os.ErrNotExist):
		return format.Problems{{File: file, Message: "no such file"}}
	case err != nil:
		return format.Problems{{File: file, Message: cause(err)}}
	case info.IsDir():
		return format.Problems{{File: file, Message: "is a folder; name a file in it"}}
	}
	return nil
}

// look is a dataset as one view shows it.
type look struct {
	dataset *data.Dataset
	web     *resolve.Web
	view    query.View
	result  *query.Result
}

// look loads a dataset and applies the shared flags to it.
func (c *call) look(file string) (*look, error) {
	if len(c.options.View.AsOf) > 1 {
		return nil, oneDay()
	}
	d, err := c.env.Load(file)
	if err != nil {
		return nil, err
	}
	v, err := c.options.View.View(d, c.env.Today())
	if err != nil {
		return nil, fmt.Errorf("%s: %w", c.env.Name(file), err)
	}
	web := resolve.At(d, v.Moment())
	return &look{d, web, v, query.Apply(web, v)}, nil
}

// times is the two days that every JSON answer carries; null where it reads no
// dataset, or knows no limit.
type times struct {
	AsOf    *string `json:"as_of"`
	KnownOn *string `json:"known_on"`
}

func timesOf(v query.View) times {
	t := times{AsOf: textOf(v.AsOf.String())}
	if v.KnownOn != data.MaxDay {
		t.KnownOn = textOf(v.KnownOn.String())
	}
	return t
}
