package syntax

import (
	"fmt"
	"strconv"
	"strings"
)

// faultList gathers faults, up to a limit.
type faultList []Fault

func (l *faultList) add(line, column int, message string) {
	if len(*l) < 2*mostFaults {
		*l = append(*l, Fault{line, column, message})
	}
}

func (l *faultList) tooDeep(line, column int) {
	l.add(line, column, fmt.Sprintf("nested more than %d levels deep; flatten it", MaxDepth))
}

// addScalar adds a scalar with its text, which may stand in the file as it
// reads, where start says, and notes what is wrong with it.
func (l *faultList) addScalar(b *builder, n node, text string, start int) Node {
	line, column := int(n.line), int(n.col)
	if i := strings.IndexFunc(text, Forbidden); i >= 0 {
		for _, r := range text[i:] {
			if Forbidden(r) {
				l.add(line, column, controlFault(r))
			}
		}
	}
	switch {
	case len(text) > MaxScalar:
		l.add(line, column, fmt.Sprintf("a text of more than %d MB; shorten it", MaxScalar>>20))
		n.flags |= broken
		b.tree.damaged = true
	case start >= 0 && start <= len(b.tree.source) && strings.HasPrefix(b.tree.source[start:], text):
		n.first, n.size = int32(start), int32(len(text))
	default:
		n.flags |= inExtra
		n.first, n.size = b.keep(text)
	}
	return b.add(n)
}

// cut shortens a word for a message and escapes what cannot be seen.
func cut(s string) string {
	const most = 40
	end := ""
	if len(s) > most {
		s, end = s[:most], "…"
	}
	quoted := strconv.Quote(s)
	return quoted[1:len(quoted)-1] + end
}
