package command

import (
	"entangle/data/interchange"
	"entangle/ui/outline"
)

// outline prints the view as indented text.
func (c *call) outline(operands []string) error {
	l, err := c.look(operand(operands, 0))
	if err != nil {
		return err
	}
	if c.options.JSON {
		content, err := interchange.Write("json", l.web, l.result)
		c.out.Write(content)
		return err
	}
	c.printf("%s", outline.Text(l.dataset, l.result))
	return nil
}
