package graphviz

import (
	"strconv"

	"entangle/layout"
)

// frameMargin is the room between the boxes of a frame and others, in points.
const frameMargin = "34"

// frames writes a cluster for every frame, in the order of their first boxes.
func (b *builder) frames(boxes []layout.Box) {
	members := map[string][]string{}
	var order []string
	for i, box := range boxes {
		if box.Frame == "" || box.Row > 0 {
			continue
		}
		if members[box.Frame] == nil {
			order = append(order, box.Frame)
		}
		members[box.Frame] = append(members[box.Frame], boxName(i))
	}
	for k, frame := range order {
		b.w.WriteString("\tsubgraph cluster" + strconv.Itoa(k) + " {margin=" + frameMargin)
		for _, name := range members[frame] {
			b.w.WriteString("; " + name)
		}
		b.w.WriteString("}\n")
	}
}
