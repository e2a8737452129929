package command

import (
	"os"
	"strings"
)

// line is the arguments taken apart, before anything is made of them.
type line struct {
	command  string // "" for the window
	operands []string
	given    []given
	bare     bool // the first operand stood behind --, so it is no command
}

// given is a flag as it was given.
type given struct {
	name     string // without dashes
	value    string
	hasValue bool
}

// read takes the arguments apart. Flags and operands stand in any order; behind
// -- everything is an operand. What a flag means is checked later, when the
// command is known.
func read(args []string) line {
	var l line
	for ended := false; len(args) > 0; {
		arg := args[0]
		args = args[1:]
		switch {
		case !ended && arg == "--":
			ended = true
		case ended || len(arg) < 2 || arg[0] != '-':
			l.operand(arg, ended)
		default:
			args = l.flag(arg, args)
		}
	}
	return l
}

func (l *line) operand(arg string, ended bool) {
	if l.command == "" && len(l.operands) == 0 && !ended && isCommand(arg) {
		l.command = arg
		return
	}
	if len(l.operands) == 0 {
		l.bare = ended
	}
	l.operands = append(l.operands, arg)
}

// flag takes a flag and, where it stands apart, its value.
func (l *line) flag(arg string, rest []string) []string {
	name, value, joined := strings.Cut(arg, "=")
	g := given{name: flagName(name), value: value, hasValue: joined}
	if f, known := flagOf(g.name); known && f.value != "" && !joined && len(rest) > 0 {
		g.value, g.hasValue, rest = rest[0], true, rest[1:]
	}
	l.given = append(l.given, g)
	return rest
}

// flagName strips the dashes of --name, -o and -h. Anything else keeps them,
// and so is no flag that anybody knows.
func flagName(written string) string {
	switch {
	case written == "-h":
		return "help"
	case written == "-o":
		return "o"
	case strings.HasPrefix(written, "--") && len(written) > 3:
		return written[2:]
	}
	return written
}

func (l line) has(name string) bool {
	for _, g := range l.given {
		if g.name == name {
			return true
		}
	}
	return false
}

// misnamed returns an error when what should be a FILE for the window is rather
// a command that does not exist.
func (l line) misnamed() error {
	word := operand(l.operands, 0)
	if l.command != "" || word == "" || l.bare || strings.ContainsAny(word, `./\:`) || word == "-" {
		return nil
	}
	if _, err := os.Stat(word); err == nil {
		return nil
	}
	return misuse("there is no command %q%s; see entangle help", word, meant(word, commandNames(), ""))
}
