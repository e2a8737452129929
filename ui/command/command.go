// Package command is the text side of the command line: it reads the arguments,
// runs the commands that need no display, and writes text, JSON and files. What
// it prints is made for people unless JSON is asked for, and safe to print on a
// terminal whatever the data holds.
//
// Pictures are drawn by a function that main hands in, and the window is opened
// by main: the package must not know of Fyne, of Graphviz or of painting.
//
// Where the contract is silent: flags may stand before the command too, and of
// a flag given twice the last one counts; `-` as FILE is standard input, and
// built-in:NAME a dataset inside the program; show and validate take the shared
// flags, of which only --as-of and --known-on bear on what they print; --hops
// and --direction do nothing without --focus.
package command

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"entangle/data"
	"entangle/data/format"
	"entangle/ui/words"
)

// The exit statuses.
const (
	Done       = 0 // all went well
	AtFault    = 1 // the data, a file or an id is at fault
	Misused    = 2 // a command, flag or flag value was not understood
	nameOfFile = "entangle"
)

// Env is everything that the commands reach the world by.
type Env struct {
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	Today          func() data.Day
	Version        string                                             // of the program; "" for that of the build
	Builtin        map[string][]byte                                  // the datasets inside the program, by name
	Default        string                                             // the name of the one that opens without a FILE
	Draw           func(context.Context, DrawRequest) (*Drawn, error) // nil: pictures cannot be drawn
}

// Request is what the window is asked to open.
type Request struct {
	File  string // "" means the built-in dataset; Env.Load reads it
	View  ViewFlags
	Bench bool // measure, print JSON, close
}

// Run runs the command that the arguments name (without the program's own name)
// and returns its exit status. When they ask for the window instead, it returns
// the request for it, and the status means nothing.
func Run(ctx context.Context, args []string, env Env) (exit int, window *Request) {
	var out bytes.Buffer
	c := &call{ctx: ctx, env: env, out: &out}
	window, err := c.run(args)
	if window != nil && err == nil {
		return Done, window
	}
	if err != nil {
		exit = c.report(err)
	}
	if _, err := env.Stdout.Write(out.Bytes()); err != nil {
		fmt.Fprintf(env.Stderr, "%s: writing to standard output: %s\n", nameOfFile, words.Plain(cause(err)))
		return AtFault, nil
	}
	return exit, nil
}

// call is one run of the program.
type call struct {
	ctx     context.Context
	env     Env
	out     *bytes.Buffer // what goes to standard output, in one piece at the end
	options options
	json    bool     // an error is told as JSON too
	notes   []string // on the pictures that were drawn
}

func (c *call) run(args []string) (*Request, error) {
	line := read(args)
	if line.has("help") {
		return nil, c.help(line.command, line.operands)
	}
	if err := line.misnamed(); err != nil {
		return nil, err
	}
	if line.has("version") {
		line.command = "version"
	}
	cmd := commandOf(line.command)
	if cmd.run == nil && !cmd.window {
		return nil, notBuilt("the command " + cmd.name)
	}
	options, err := line.options(cmd)
	if err != nil {
		return nil, err
	}
	c.options, c.json = options, options.JSON && cmd.json
	if n := len(line.operands); n < cmd.least || n > cmd.most {
		return nil, misuse("%s takes %s; write %s", cmd.title(), cmd.wants, cmd.usage())
	}
	if cmd.window {
		return c.window(cmd, line.operands)
	}
	return nil, cmd.run(c, line.operands)
}

// window makes the request for the window; a FILE that is not there is told
// before anything opens.
func (c *call) window(cmd command, operands []string) (*Request, error) {
	file := operand(operands, 0)
	if err := c.env.exists(file); err != nil {
		return nil, err
	}
	if len(c.options.View.AsOf) > 1 {
		return nil, oneDay()
	}
	return &Request{File: file, View: c.options.View, Bench: cmd.name == "bench"}, nil
}

func operand(operands []string, i int) string {
	if i < len(operands) {
		return operands[i]
	}
	return ""
}

// usage is an error of the arguments.
type usage struct{ message string }

func (u usage) Error() string { return u.message }

func misuse(format string, args ...any) error { return usage{fmt.Sprintf(format, args...)} }

func notBuilt(what string) error { return misuse("%s is not built yet", what) }

func oneDay() error {
	return misuse("several days for --as-of are understood by export alone; give one")
}

// report tells an error and returns the exit status that it means.
func (c *call) report(err error) int {
	var problems format.Problems
	var misused usage
	switch {
	case errors.As(err, &misused):
		fmt.Fprintf(c.env.Stderr, "%s: %s\n", nameOfFile, words.Plain(misused.message))
		return Misused
	case errors.As(err, &problems):
		for _, p := range problems {
			c.tell(p)
		}
		c.errorJSON("the dataset has "+words.Count(len(problems), "problem"), problems)
	case errors.Is(err, context.Canceled):
		c.note("interrupted; nothing is written")
		c.errorJSON("interrupted", nil)
	default:
		fmt.Fprintf(c.env.Stderr, "%s: %s\n", nameOfFile, words.Plain(err.Error()))
		c.errorJSON(err.Error(), nil)
	}
	return AtFault
}

// tell prints a problem of a file with the line that it is about.
func (c *call) tell(p format.Problem) {
	fmt.Fprintln(c.env.Stderr, words.Plain(p.String()))
	if p.Excerpt != "" {
		fmt.Fprintln(c.env.Stderr, "    "+words.Plain(p.Excerpt))
	}
}

// errorJSON prints an error as JSON where JSON was asked for and the command
// has not printed its own.
func (c *call) errorJSON(message string, problems []format.Problem) {
	if !c.json || c.out.Len() > 0 {
		return
	}
	c.printJSON(struct {
		Error    string    `json:"error"`
		Problems []problem `json:"problems"`
		times
	}{message, problemsOf(problems), times{}})
}

// note prints a line for people beside the output proper.
func (c *call) note(line string) {
	fmt.Fprintf(c.env.Stderr, "%s: %s\n", nameOfFile, words.Plain(line))
}

// cause returns what the system answered, without the path and the call.
func cause(err error) string {
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &path):
		return path.Err.Error()
	case errors.As(err, &link):
		return link.Err.Error()
	}
	return err.Error()
}

// printf adds text to the output.
func (c *call) printf(format string, args ...any) { fmt.Fprintf(c.out, format, args...) }

// paragraph adds a line of text from data at an indent; an empty text adds
// nothing.
func (c *call) paragraph(indent int, text string) {
	if text = words.Plain(text); text != "" {
		c.printf("%s%s\n", strings.Repeat(" ", indent), text)
	}
}
