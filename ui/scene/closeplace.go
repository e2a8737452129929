package scene

import (
	"cmp"
	"slices"

	"entangle/layout/geom"
)

// need is how much a line needs a label in a square.
type need int

const (
	satisfied need = iota // one with words is near
	repeated              // one with words is far away
	inWords               // there are signs without words
	unlabeled             // there is none anywhere near
)

// needs says how much lines need labels in a room, of those that have some there.
func (u *closeup) needs(room geom.Rect, larger []chip) func(*Line) need {
	near := map[string]bool{} // with words
	for _, k := range larger {
		near[k.line.ID] = near[k.line.ID] || k.text != ""
	}
	return func(l *Line) need {
		k, ok := u.labels.chips[l.ID]
		words, labelled := near[l.ID]
		switch {
		case words || ok && k.rect.Intersects(room) && (k.text != "" || l.Label == ""):
			return satisfied
		case ok && k.text != "":
			return repeated
		case ok || labelled:
			return inWords
		}
		return unlabeled
	}
}

// place finds the places of the labels of a square: lines that have none choose
// first, of them those whose middle lies here, those that have the fewest turns
// elsewhere, and then those with the most ties. In the last grade it is the turn of
// every square for what has no words.
func (u *closeup) place(n int, at cell) []chip {
	g := u.grades[n]
	room := g.room(at)
	around := room.Inset(-g.side / 2)
	larger := u.upTo(n, around, u.place)
	need := u.needs(around, larger)
	last := n == len(u.grades)-1
	p := &placer{
		ruler: u.ruler, paths: u.labels.paths, found: map[string]chip{}, yields: func(*Line) bool { return false },
		sizes: []float64{g.size}, slides: slides, page: room.Intersect(u.page), boxes: u.fix, taken: rooms{},
		chips: map[cell][]labelRoom{}, points: map[string][]geom.Point{}, cells: map[cell][]spot{},
	}
	for _, k := range larger {
		p.taken.add(k.rect)
	}
	var lines []*Line
	order := map[string]turns{}
	var flat []geom.Point
	for _, i := range u.through(room) {
		l := &u.labels.lines[i]
		if need(l) == satisfied {
			continue
		}
		flat = u.labels.paths[l.ID].AppendFlat(flat[:0], 0.5)
		its := g.turns(flat, room)
		if its.here || last && need(l) >= inWords {
			if points := u.free(flat, room, g); len(points) > 0 {
				p.points[l.ID], order[l.ID] = points, its
				lines = append(lines, l)
			}
		}
	}
	slices.SortStableFunc(lines, func(a, b *Line) int {
		return cmp.Or(cmp.Compare(need(b), need(a)), order[a.ID].compare(order[b.ID]), cmp.Compare(len(b.Ties), len(a.Ties)))
	})
	var out []chip
	for _, l := range lines {
		if p.placeWhole(l) || last && need(l) == unlabeled && p.placeShort(l) {
			out = append(out, p.found[l.ID])
		}
	}
	return out
}

// apart is how far the labels of a line lie from one another at least, beside the
// side of a square: somebody who sees one does not see the next.
const apart = 1.5

// turns is when it is the turn of a room to label a line: the line is divided evenly,
// beginning in its middle, and the turn is that of the rooms in which a piece begins.
type turns struct {
	here   bool
	middle bool // the line has its middle here
	all    int  // how many turns it has anywhere
}

// compare says which line chooses first.
func (t turns) compare(o turns) int {
	switch {
	case t.middle == o.middle:
		return cmp.Compare(t.all, o.all)
	case t.middle:
		return -1
	default:
		return 1
	}
}

func (g grade) turns(flat []geom.Point, room geom.Rect) turns {
	var out turns
	length := 0.0
	for i := 1; i < len(flat); i++ {
		length += flat[i].Dist(flat[i-1])
	}
	every, walked := apart*g.side, 0.0
	before := int(length / 2 / every) // the middle comes after so many
	next := length/2 - every*float64(before)
	for i := 1; i < len(flat); i++ {
		piece := flat[i].Dist(flat[i-1])
		for ; next <= walked+piece && next <= length; next += every {
			if room.Contains(flat[i-1].Lerp(flat[i], (next-walked)/max(piece, 1e-9))) {
				out.here, out.middle = true, out.middle || out.all == before
			}
			out.all++
		}
		walked += piece
	}
	return out
}

// free returns points along the parts of a line that lie in a room and below no box
// and no label of the whole picture.
func (u *closeup) free(flat []geom.Point, room geom.Rect, g grade) []geom.Point {
	var out []geom.Point
	for i := 1; i < len(flat); i++ {
		a, b, ok := clipped(flat[i-1], flat[i], room)
		if !ok {
			continue
		}
		steps := int(a.Dist(b)/(10*g.size)) + 1
		for k := range steps {
			if p := a.Lerp(b, (float64(k)+0.5)/float64(steps)); !u.fix.meets(geom.Rect{Min: p, Max: p}) {
				out = append(out, p)
			}
		}
	}
	return out
}

// clipped is the part of a straight line that lies in a room.
func clipped(a, b geom.Point, room geom.Rect) (from, to geom.Point, ok bool) {
	low, high := 0.0, 1.0
	cut := func(at, way, least, most float64) {
		if way == 0 {
			if at < least || at > most {
				high = -1
			}
			return
		}
		x, y := (least-at)/way, (most-at)/way
		low, high = max(low, min(x, y)), min(high, max(x, y))
	}
	cut(a.X, b.X-a.X, room.Min.X, room.Max.X)
	cut(a.Y, b.Y-a.Y, room.Min.Y, room.Max.Y)
	return a.Lerp(b, low), a.Lerp(b, high), low <= high
}
