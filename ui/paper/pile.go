package paper

import (
	"bytes"
	"slices"
)

// pile gathers a large file without ever holding it twice over: a buffer alone would
// be copied into one twice as large again and again.
type pile struct {
	bytes.Buffer // what came last
	full         [][]byte
}

// blockSize is how much lies in the buffer before it is put aside.
const blockSize = 1 << 20

// settle puts aside what lies in the buffer when that is enough. It is called between
// two pieces that are written.
func (p *pile) settle() {
	if p.Len() >= blockSize {
		p.full = append(p.full, bytes.Clone(p.Bytes()))
		p.Reset()
	}
}

// between joins it all, between two other pieces.
func (p *pile) between(before, after []byte) []byte {
	parts := append([][]byte{before}, p.full...)
	return slices.Concat(append(parts, p.Bytes(), after)...)
}
