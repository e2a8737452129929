// Package pace says how far a long piece of work is, and lets it end before it
// is done. It must not know what the work is.
package pace

import "context"

// Pace is one part of a piece of work. Parts have parts of their own; what is
// told is always the share of the whole, and never less than what was told
// before. The zero value tells nobody and goes on for ever.
type Pace struct {
	work     *work
	from, to float64 // what part of the whole it is
}

// Shares parts the work into parts as long as their sizes are to one another.
func (p Pace) Shares(sizes ...int) []Pace {
	all := 0
	for _, n := range sizes {
		all += n
	}
	parts, done := make([]Pace, len(sizes)), 0
	for i, n := range sizes {
		parts[i] = p.Part(float64(done)/float64(max(all, 1)), float64(done+n)/float64(max(all, 1)))
		done += n
	}
	return parts
}

// work is what all parts have in common.
type work struct {
	ctx  context.Context
	told func(share float64)
	at   float64 // what was told last
}

// finest is the least step that is told: nobody sees a bar move by less.
const finest = 1.0 / 500

// New is a whole piece of work that ends when the context does. told, which may
// be nil, is called with shares from 0 to 1, on the goroutine of the work.
func New(ctx context.Context, told func(share float64)) Pace {
	return Pace{work: &work{ctx: ctx, told: told, at: -finest}, to: 1}
}

// Part is the part of this work between two shares of it.
func (p Pace) Part(from, to float64) Pace {
	length := p.to - p.from
	return Pace{work: p.work, from: p.from + from*length, to: p.from + to*length}
}

// At says that a share of this part is done. An error says that the work has to
// end, and is that of the context.
func (p Pace) At(share float64) error {
	if p.work == nil {
		return nil
	}
	if err := p.Err(); err != nil {
		return err
	}
	w := p.work
	now := min(p.from+(p.to-p.from)*min(max(share, 0), 1), 1)
	if now >= w.at+finest || now == 1 && w.at < 1 {
		if w.at = now; w.told != nil {
			w.told(now)
		}
	}
	return p.Err()
}

// stride is after how many steps one is told: few enough that the work ends
// soon, so many that asking costs nothing.
const stride = 128

// Step says that i of n steps of about the same length are done. It is meant to
// be called at every one of them.
func (p Pace) Step(i, n int) error {
	if p.work == nil || i%stride != 0 {
		return nil
	}
	return p.At(float64(i) / float64(max(n, 1)))
}

// Err says why the work has to end, nil while it may go on.
func (p Pace) Err() error {
	if p.work == nil {
		return nil
	}
	return p.work.ctx.Err()
}
