package syntax

import (
	"errors"

	"go.yaml.in/yaml/v4"
)

// Parse reads the text of one document.
func Parse(content []byte) (*Tree, []Fault) {
	var root yaml.Node
	if err := yaml.Load(content, &root); err != nil {
		var bad *yaml.LoadError
		if errors.As(err, &bad) {
			return nil, []Fault{{bad.Mark.Line, bad.Mark.Column, bad.Message}}
		}
		return nil, []Fault{{Message: err.Error()}}
	}
	b := newBuilder(string(content))
	for _, n := range root.Content {
		addYAML(b, n)
	}
	return b.finish(), nil
}

func addYAML(b *builder, n *yaml.Node) {
	line, col := int32(n.Line), int32(n.Column)
	switch n.Kind {
	case yaml.ScalarNode:
		var f flags
		if n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle|yaml.LiteralStyle|yaml.FoldedStyle) != 0 {
			f = quoted
		}
		b.scalarText(n.Value, f, line, col)
	case yaml.AliasNode:
		addYAML(b, n.Alias)
	case yaml.SequenceNode, yaml.MappingNode:
		kind := List
		if n.Kind == yaml.MappingNode {
			kind = Map
		}
		b.begin(kind, line, col)
		for _, child := range n.Content {
			addYAML(b, child)
		}
		b.end()
	}
}
