package command

import (
	"errors"
	"slices"
	"strings"

	"entangle/data/query"
)

// flag is one flag: its value as help calls it ("" for a switch), the commands
// that know it, and what it does to the options.
type flag struct {
	name, value string
	of          string // "shared", "text", or names of commands
	does        string
	set         func(o *options, value string) error // nil: not built yet
}

// The groups of flags that several commands know.
const (
	shared = "shared" // by all that read a dataset
	text   = "text"   // by all whose output is text
)

// flags lists every flag. Those of commands that are not built yet are known
// too, so that the command is what is refused and not its flag.
func flags() []flag {
	return slices.Concat(viewFlags(), exportFlags(), diffFlags(), validateFlags(), []flag{
		{"json", "", text, "print JSON", setTrue(func(o *options) *bool { return &o.JSON })},
		{"help", "", "", "print what the command takes", nil},
		{"version", "", "version", "print the version", setTrue(func(*options) *bool { return new(bool) })},
	}, later("measure", "max-length", "remove", "rights", "target", "max", "outside", "on", "pair", "left", "right", "party"), []flag{
		{"as-built", "", "measure", "", nil},
		{"per-year", "", "measure", "", nil},
	})
}

// later lists flags with a value of a command that is not built yet.
func later(command string, names ...string) []flag {
	var list []flag
	for _, n := range names {
		list = append(list, flag{n, "VALUE", command, "", nil})
	}
	return list
}

func flagOf(name string) (flag, bool) {
	for _, f := range flags() {
		if f.name == name {
			return f, true
		}
	}
	return flag{}, false
}

// knows says whether a command takes a flag.
func (c command) knows(f flag) bool {
	switch f.of {
	case shared:
		return c.readsDataset()
	case text:
		return c.json
	}
	return slices.Contains(strings.Fields(f.of), c.name)
}

// written is the flag as it is typed.
func (f flag) written() string {
	if len(f.name) == 1 {
		return "-" + f.name
	}
	return "--" + f.name
}

// options is what the flags of one command ask for.
type options struct {
	JSON   bool
	View   ViewFlags
	Export exportOptions
	Diff   diffOptions

	StaleAfter int // days
}

// options reads the flags of a command.
func (l line) options(c command) (options, error) {
	o := options{View: ViewFlags{Status: "", Hops: 1}, Export: defaultExport(), StaleAfter: query.StaleAfter}
	for _, g := range l.given {
		f, known := flagOf(g.name)
		switch {
		case !known:
			return o, unknownFlag(c, g.name)
		case !c.knows(f):
			return o, misuse("%s has no flag %s; see entangle help %s", c.title(), f.written(), c.name)
		case f.set == nil:
			return o, notBuilt("the flag " + f.written())
		case f.value != "" && !g.hasValue:
			return o, misuse("%s needs a value: %s %s", f.written(), f.written(), f.value)
		}
		if err := f.set(&o, g.value); err != nil {
			return o, misuse("%s %q: %s", f.written(), g.value, err)
		}
	}
	return o, nil
}

func unknownFlag(c command, name string) error {
	var names []string
	for _, f := range flags() {
		if c.knows(f) {
			names = append(names, f.name)
		}
	}
	bare := strings.TrimLeft(name, "-")
	written := "--" + bare
	if strings.HasPrefix(name, "-") {
		written = name
	}
	return misuse("%s has no flag %s%s; see entangle help %s", c.title(), written, meant(bare, names, "--"), c.name)
}

// setTrue makes the setter of a switch: alone, or with =true or =false.
func setTrue(at func(*options) *bool) func(*options, string) error {
	return func(o *options, value string) error {
		switch value {
		case "", "true":
			*at(o) = true
		case "false":
			*at(o) = false
		default:
			return errors.New("is a switch; write it alone, or =true or =false")
		}
		return nil
	}
}

// oneOf makes the setter of a flag with a closed list of words.
func oneOf[W ~string](at func(*options) *W, words ...W) func(*options, string) error {
	return func(o *options, value string) error {
		if !slices.Contains(words, W(value)) {
			var names []string
			for _, w := range words {
				names = append(names, string(w))
			}
			return errors.New("is none of " + strings.Join(names, ", ") + meant(value, names, ""))
		}
		*at(o) = W(value)
		return nil
	}
}

// list makes the setter of a flag with values between commas.
func list[W ~string](at func(*options) *[]W) func(*options, string) error {
	return func(o *options, value string) error {
		var items []W
		for item := range strings.SplitSeq(value, ",") {
			if item = strings.TrimSpace(item); item == "" {
				return errors.New("names nothing between two commas; write a or a,b")
			}
			if !slices.Contains(items, W(item)) {
				items = append(items, W(item))
			}
		}
		*at(o) = items
		return nil
	}
}
