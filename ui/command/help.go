package command

import (
	"strings"
	"unicode/utf8"
)

func (c *call) helpCommand(operands []string) error { return c.help("", operands) }

// help prints what the program does, or what one command takes.
func (c *call) help(command string, operands []string) error {
	if command == "" || command == "help" {
		command = operand(operands, 0)
	}
	if command == "" || !isCommand(command) && command != operand(operands, 0) {
		return c.helpAll()
	}
	if !isCommand(command) {
		return misuse("there is no command %q%s; see entangle help", command, meant(command, commandNames(), ""))
	}
	cmd := commandOf(command)
	c.printf("%s\n\n%s: %s.\n", cmd.usage(), cmd.title(), cmd.does)
	if !cmd.built() {
		c.printf("It is not built yet.\n")
		return nil
	}
	c.helpFlags(cmd)
	return nil
}

func (c *call) helpAll() error {
	c.printf("Entangle draws who depends on whom.\n\n")
	for _, cmd := range commands() {
		if !cmd.built() {
			continue
		}
		c.columns(strings.TrimSpace(nameOfFile+" "+strings.TrimSpace(cmd.name+" "+cmd.operands)), cmd.does, 34)
	}
	c.printf("\nFILE is a dataset; without it the one inside the program is meant. Flags and\nFILE stand in any order, and -- ends the flags.\n")
	c.helpFlags(commandOf(""))
	c.printf("\nExit status: 0 done; 1 the data, a file or an id is at fault; 2 a command, flag\nor value was not understood. entangle help COMMAND tells more.\n")
	return nil
}

func (c *call) helpFlags(cmd command) {
	heading := "\nFlags\n"
	for _, f := range flags() {
		if !cmd.knows(f) || (f.set == nil && f.name != "help") || f.does == "" {
			continue
		}
		c.printf("%s", heading)
		heading = ""
		c.columns(strings.TrimSpace(f.written()+" "+f.value), f.does, 24)
	}
}

func (c *call) columns(left, right string, width int) {
	c.printf("  %s%s%s\n", left, strings.Repeat(" ", max(2, width-utf8.RuneCountInString(left))), right)
}
