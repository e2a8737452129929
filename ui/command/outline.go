package command

import "entangle/ui/outline"

// outline prints the view as indented text.
func (c *call) outline(operands []string) error {
	l, err := c.look(operand(operands, 0))
	if err != nil {
		return err
	}
	if c.options.JSON {
		return c.printJSON(viewOf(l.dataset, l.result))
	}
	c.printf("%s", outline.Text(l.dataset, l.result))
	return nil
}
