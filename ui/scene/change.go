package scene

import (
	"entangle/layout/geom"
	"entangle/ui/style"
)

// Change is what became of a tie between two days that are compared.
type Change int

// The changes. They are told apart by pattern, weight and words, and not by
// colour: what was added is heavy, what ended dotted, what was amended double,
// what is unchanged thin and faint.
const (
	NotCompared Change = iota
	Added
	Ended
	Amended
	Unchanged
)

// Changes lists what a legend explains, in its order.
func Changes() []Change { return []Change{Added, Ended, Amended, Unchanged} }

// Mark is the sign before the word of a change, "" for none.
func (c Change) Mark() string { return [...]string{"", "+", "–", "~", ""}[c] }

// Word names a change, "" for none.
func (c Change) Word() string { return [...]string{"", "added", "ended", "amended", "unchanged"}[c] }

// width is that of a line that would be so wide otherwise.
func (c Change) width(w float64) float64 {
	switch c {
	case Added:
		return w + 1.8
	case Amended:
		return w + 2.8
	case Unchanged:
		return min(w, 1.2)
	default:
		return w
	}
}

// dash is the pattern of a line that would have another one otherwise.
func (c Change) dash(d style.Dash) style.Dash {
	if c == Ended {
		return style.Dotted
	}
	return d
}

// core is how much of the middle of a double line is left free, 0 for none.
func (c Change) core(w float64) float64 {
	if c == Amended {
		return w * 0.42
	}
	return 0
}

// strokeChange draws the sample of a change in a legend.
func (p *painter) strokeChange(c Change, path geom.Path, pal *style.Palette) {
	w := c.width(1.8)
	col := pal.Ink
	if c == Unchanged {
		col = style.Over(col, pal.Page, style.DimTo)
	}
	p.add(Ref{}, Curve{Path: path, Stroke: col, Width: w, Dash: c.dash(style.Solid)})
	if core := c.core(w); core > 0 {
		p.add(Ref{}, Curve{Path: path, Stroke: pal.Page, Width: core})
	}
}
