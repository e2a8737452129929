package command

import (
	"slices"
	"strings"
)

// command is one word of the command line.
type command struct {
	name        string
	operands    string // as written in its usage
	wants       string // the same in words
	least, most int    // how many operands it takes
	does        string
	json        bool                        // --json makes its output JSON
	window      bool                        // main opens the window for it
	run         func(*call, []string) error // nil: not built yet, unless window
}

// commands lists every command, the window first, under the empty name.
func commands() []command {
	const file, oneFile = "[FILE]", "one FILE at the most"
	return []command{
		{name: "", operands: file, wants: oneFile, most: 1, does: "opens the window", window: true},
		{name: "export", operands: "-o OUT " + file, wants: oneFile, most: 1, does: "draws or writes the view", run: (*call).export},
		{name: "validate", operands: "FILE", wants: "one FILE (the built-in dataset is built-in:frontier-ai.yaml)", least: 1, most: 1, does: "checks a dataset, prints its coverage", json: true, run: (*call).validate},
		{name: "show", operands: "ID " + file, wants: "an ID and one FILE at the most", least: 1, most: 2, does: "prints one party, tie, note or source, with every statement", json: true, run: (*call).show},
		{name: "outline", operands: file, wants: oneFile, most: 1, does: "prints the graph as indented text", json: true, run: (*call).outline},
		{name: "diff", operands: "--from DATE --to DATE [FILE], or FILE1 FILE2", wants: "two days and one FILE at the most, or two FILEs", most: 2, does: "tells what changed between two days or two files", json: true, run: (*call).diff},
		{name: "measure", operands: "NAME " + file, most: 2, does: "computes a measure", json: true},
		{name: "kinds", wants: "no operand", does: "prints the table of kinds", json: true, run: (*call).kinds},
		{name: "version", wants: "no operand", does: "prints version, build and library versions", json: true, run: (*call).version},
		{name: "bench", operands: file, wants: oneFile, most: 1, does: "opens the window, measures it, prints JSON, closes", json: true, window: true},
		{name: "help", operands: "[COMMAND]", wants: "one COMMAND at the most", most: 1, does: "prints this, or what a command takes", run: (*call).helpCommand},
	}
}

// commandOf returns the command of that name; "" is the window.
func commandOf(name string) command {
	all := commands()
	return all[max(0, slices.IndexFunc(all, func(c command) bool { return c.name == name }))]
}

func isCommand(name string) bool { return name != "" && commandOf(name).name == name }

func commandNames() []string {
	var names []string
	for _, c := range commands()[1:] {
		names = append(names, c.name)
	}
	return names
}

// title names the command in a message.
func (c command) title() string { return strings.TrimSpace(nameOfFile + " " + c.name) }

// usage is how the command is written.
func (c command) usage() string {
	return strings.Join(strings.Fields(nameOfFile+" "+c.name+" [FLAGS] "+c.operands), " ")
}

// built says whether the command does what it says.
func (c command) built() bool { return c.run != nil || c.window }

// readsDataset says whether the shared flags bear on the command.
func (c command) readsDataset() bool { return strings.Contains(c.operands, "FILE") }
