package layout

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"hash"
	"math"
)

// HashVersion stands for everything besides the graph that a placement depends on:
// the Graphviz in use and the way it is asked. Raise it when either changes, so
// that placements kept from before are not used again; a test of layout/graphviz says
// when that is forgotten.
const HashVersion = "entangle layout 5, graphviz 12.1.2"

// Hash returns the content address of the graph: 64 hexadecimal digits, equal for
// equal graphs and different for different ones. The order of boxes and lines
// counts, because engines depend on it.
func (g Graph) Hash() string {
	d := digest{sha256.New()}
	d.text(HashVersion)
	o := g.Options
	d.text(string(o.Engine), o.Direction, o.Splines)
	d.count(o.Seed)
	d.numbers(o.NodeSep, o.RankSep)
	d.count(len(g.Boxes))
	for _, b := range g.Boxes {
		d.text(b.ID, b.Group, b.Frame)
		d.count(b.Row)
		d.count(int(b.Side))
		d.numbers(b.W, b.H)
		if b.Pin == nil {
			d.count(0)
			continue
		}
		d.count(1)
		d.numbers(b.Pin.X, b.Pin.Y)
	}
	d.count(len(g.Lines))
	for _, l := range g.Lines {
		d.text(l.ID, l.From, l.To)
		d.numbers(l.Weight)
		d.count(btoi(l.Loose))
	}
	return hex.EncodeToString(d.h.Sum(nil))
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// digest writes values so that no two different sequences of calls write the same
// bytes: text is preceded by its length, numbers have eight bytes.
type digest struct{ h hash.Hash }

func (d digest) text(texts ...string) {
	for _, s := range texts {
		d.count(len(s))
		d.h.Write([]byte(s))
	}
}

func (d digest) count(n int) { d.bits(uint64(n)) }

func (d digest) bits(n uint64) {
	var b [8]byte
	binary.LittleEndian.PutUint64(b[:], n)
	d.h.Write(b[:])
}

func (d digest) numbers(values ...float64) {
	for _, x := range values {
		d.bits(math.Float64bits(x))
	}
}
