package scene

import (
	"math"
	"slices"
	"sync"

	"entangle/layout/geom"
	"entangle/ui/pace"
	"entangle/ui/style"
)

// closeup has the labels that are read from close by only: those that found no
// place in the whole picture, made so small that they do, and those of long lines
// once more where no label of theirs is near. Of very many lines it has all labels.
//
// They are looked for when somebody comes near, size by size, and of each size a
// square of the page at a time that is as much smaller as they are. A label leaves
// neither its square nor touches one of a larger size. So what is found depends on
// nothing but the web as it is placed and on the labels of the whole picture: it is
// the same whichever way one came there and whatever is selected, and what can be
// read stays when one goes nearer.
type closeup struct {
	labels *labelling
	ground *ground
	ruler  *style.Ruler
	page   geom.Rect
	names  []geom.Rect // of lanes
	grades []grade     // the largest first

	mu    sync.Mutex
	lines []int32                // the line of the labelling that a placed one is, below 0 for none
	near  []int32                // kept for the next square
	fix   rooms                  // the boxes, and the labels of the whole picture
	found map[spotOfGrade][]chip // nil until somebody comes close
}

// grade is a size of labels, and the squares in which they are looked for. Those of
// different sizes have their borders in different places, so that no line runs
// along all of them.
type grade struct {
	size, side float64
	aside      geom.Point // where a corner of squares lies
}

// spotOfGrade is a square of a grade, by its number.
type spotOfGrade struct {
	grade int
	at    cell
}

const (
	// squareSide is how wide a square is for labels of full size, in points.
	squareSide = 860.0
	// maxSquares is how many are remembered: a close view has some dozens of each size.
	maxSquares = 20_000
)

func gradesOf(sizes []float64) []grade {
	var out []grade
	for i, size := range sizes {
		side := squareSide * size
		share := func(of float64) float64 { _, part := math.Modf(float64(i) * of); return part * side }
		out = append(out, grade{size, side, geom.Point{X: share(math.Phi), Y: share(math.Sqrt2)}})
	}
	return out
}

// each goes through the squares that an area touches.
func (g grade) each(area geom.Rect, f func(cell)) {
	eachCell(area.Shift(g.aside.Mul(-1)), g.side, func(at cell) bool {
		f(at)
		return true
	})
}

// cell is the square that a point lies in.
func (g grade) cell(p geom.Point) cell { return cellBy(p.Sub(g.aside), g.side) }

// room is where a square lies.
func (g grade) room(at cell) geom.Rect {
	corner := geom.Point{X: float64(at.x) * g.side, Y: float64(at.y) * g.side}.Add(g.aside)
	return geom.Rect{Min: corner, Max: corner.Add(geom.Point{X: g.side, Y: g.side})}
}

// comeCloser leaves to those who come close what the placer found no room for. Where
// the labels of the whole picture were taken over, what was found close up is too.
func (c *composer) comeCloser(p *placer, taken bool) {
	if taken {
		c.scene.close = c.look.Before.close
		return
	}
	u := &closeup{labels: c.scene.labels, ground: c.scene.ground, ruler: c.ruler, page: c.page, grades: gradesOf(sizes[len(p.sizes):])}
	for _, l := range c.lanes {
		u.names = append(u.names, l.name)
	}
	c.scene.close = u
}

// CloseUp lists the marks of the labels that are added to a picture of an area where
// a point takes so many pixels. They touch nothing but lines. What was not looked at
// yet takes up to a few tenths of a second in a huge web; it may be called from
// anywhere.
func (s *Scene) CloseUp(area geom.Rect, scale float64) []Mark {
	b := &brush{pal: s.pal, ruler: s.ruler, scale: scale}
	for _, k := range s.closeChips(area, scale) {
		k.draw(b)
	}
	return b.marks
}

// CloseUpOf lists those marks of one line. It waits for nothing, and leaves out what
// is not on any picture yet.
func (s *Scene) CloseUpOf(ref Ref, area geom.Rect, scale float64) []Mark {
	b := &brush{pal: s.pal, ruler: s.ruler, scale: scale}
	for _, k := range s.added(s.close.placed(area, scale)) {
		if k.ref == ref {
			k.draw(b)
		}
	}
	return b.marks
}

// closeAt returns the line of an added label that is on a picture at a point.
func (s *Scene) closeAt(p geom.Point, scale float64) (Ref, bool) {
	there := s.added(s.close.placed(geom.Rect{Min: p, Max: p}, scale))
	if len(there) == 0 {
		return Ref{}, false
	}
	return there[0].ref, true
}

// closeChips lists the labels that are added in an area.
func (s *Scene) closeChips(area geom.Rect, scale float64) []drawnChip {
	return s.added(s.close.within(area, scale))
}

// added are labels as they look here. They give way to what is fanned out, carried
// elsewhere, or labelled because it was picked.
func (s *Scene) added(chips []chip) []drawnChip {
	var out []drawnChip
	for _, k := range chips {
		lines := s.linesOf(k.line.Ref())
		met := len(lines) == 0
		s.index().chips.meet(k.rect, func(int) { met = true })
		if !met {
			k.line = lines[0].Line // of this scene, which may have taken the place over
			out = append(out, drawnChip{target{k.line.Ref(), k.rect, k.from()}, k, lines[0].faint, lines[0].halo})
		}
	}
	return out
}

// within lists the labels that can be read in an area at so many pixels per point.
// It may be called from anywhere.
func (u *closeup) within(area geom.Rect, scale float64) []chip {
	n, area := u.readable(area, scale)
	if n == 0 {
		return nil
	}
	u.mu.Lock()
	defer u.mu.Unlock()
	if u.found == nil {
		u.prepare()
	}
	if len(u.found) > maxSquares {
		clear(u.found)
	}
	return u.upTo(n, area, u.place)
}

// placed lists those of them that somebody looked for already; none while somebody
// does.
func (u *closeup) placed(area geom.Rect, scale float64) []chip {
	n, area := u.readable(area, scale)
	if n == 0 || !u.mu.TryLock() {
		return nil
	}
	defer u.mu.Unlock()
	return u.upTo(n, area, nil)
}

// readable says how many grades can be read, and which part of an area is on the page.
func (u *closeup) readable(area geom.Rect, scale float64) (int, geom.Rect) {
	if u == nil {
		return 0, area
	}
	n := 0
	for n < len(u.grades) && scale >= chipFrom/u.grades[n].size {
		n++
	}
	if area = area.Intersect(u.page); area.Empty() {
		return 0, area
	}
	return n, area
}

// upTo lists the labels of the first grades that lie in an area or reach into it. What
// was not looked for yet is placed, with nil left out.
func (u *closeup) upTo(n int, area geom.Rect, place func(int, cell) []chip) []chip {
	var out []chip
	for i, g := range u.grades[:n] {
		g.each(area, func(at cell) {
			key := spotOfGrade{i, at}
			chips, ok := u.found[key]
			if !ok && place != nil {
				chips = place(i, at)
				u.found[key] = chips
			}
			for _, k := range chips {
				if k.rect.Intersects(area) {
					out = append(out, k)
				}
			}
		})
	}
	return out
}

// ofMiddle finds the label of the first grade that a line has where its middle is,
// when that grade is the full size.
func (u *closeup) ofMiddle(l *Line) (chip, bool) {
	if u.grades[0].size < 1 {
		return chip{}, false
	}
	u.mu.Lock()
	defer u.mu.Unlock()
	if u.found == nil {
		u.prepare()
	}
	path := u.labels.paths[l.ID]
	middle, _ := path.AtLength(path.Length() / 2)
	for _, k := range u.upTo(1, u.grades[0].room(u.grades[0].cell(middle)).Inset(1), u.place) {
		if k.line.ID == l.ID {
			k.line = l
			return k, true
		}
	}
	return chip{}, false
}

// everywhere lists the labels of the first grade, wherever they lie. It returns false
// when it had to end.
func (u *closeup) everywhere(p pace.Pace) (all []chip, ok bool) {
	u.mu.Lock()
	defer u.mu.Unlock()
	if u.found == nil {
		u.prepare()
	}
	var squares []cell
	u.grades[0].each(u.page, func(at cell) { squares = append(squares, at) })
	for i, at := range squares {
		if p.Step(i, len(squares)) != nil {
			return nil, false
		}
		all = append(all, u.place(0, at)...)
	}
	return all, true
}

// prepare finds out which lines there are, and what is in the way everywhere.
func (u *closeup) prepare() {
	u.fix, u.found = rooms{}, map[spotOfGrade][]chip{}
	for _, r := range u.labels.rects {
		u.fix.add(r)
	}
	for _, r := range u.names {
		u.fix.add(r)
	}
	for _, k := range u.labels.chips {
		u.fix.add(k.rect)
	}
	u.lines = make([]int32, len(u.ground.placed.Lines))
	for i := range u.lines {
		u.lines[i] = -1
	}
	for i := range u.labels.lines {
		if n, ok := u.ground.number[u.labels.lines[i].ID]; ok {
			u.lines[n] = int32(i)
		}
	}
}

// through lists the lines that may run through a part of the page, by number, until
// it is called again.
func (u *closeup) through(room geom.Rect) []int32 {
	out := u.near[:0]
	runs := u.ground.runs()
	runs.pieces.meet(room, func(piece int) {
		if i := u.lines[runs.line[piece]]; i >= 0 {
			out = append(out, i)
		}
	})
	slices.Sort(out)
	u.near = out
	return slices.Compact(out)
}
