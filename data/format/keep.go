package format

import "strings"

// keeper copies the texts of a dataset out of its file, so that the file itself need
// not stay in memory: of a large one less than a half is text that a dataset keeps.
// Texts lie one behind the other in blocks, and what is written again and again, such
// as an id that is referred to, a date or a unit, is kept once.
type keeper struct {
	block strings.Builder
	known map[string]string
}

const (
	keptBlock = 64 << 10 // bytes of a block
	keptShort = 16       // up to how many bytes a text may be one that is written often
	keptKnown = 100_000  // how many of those are known at most
)

// text keeps a text.
func (k *keeper) text(s string) string {
	switch {
	case len(s) <= keptShort:
		return k.again(s)
	case len(s) > keptBlock/4:
		return strings.Clone(s)
	}
	return k.put(s)
}

// again keeps a text that may be written more than once.
func (k *keeper) again(s string) string {
	if s == "" {
		return ""
	}
	out, ok := k.known[s]
	if !ok {
		out = k.put(s)
		if k.known == nil || len(k.known) >= keptKnown {
			k.known = map[string]string{}
		}
		k.known[out] = out
	}
	return out
}

func (k *keeper) put(s string) string {
	if k.block.Cap()-k.block.Len() < len(s) {
		k.block = strings.Builder{}
		k.block.Grow(max(keptBlock, len(s)))
	}
	from := k.block.Len()
	k.block.WriteString(s)
	return k.block.String()[from:]
}
