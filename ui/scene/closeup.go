package scene

import (
	"math"
	"slices"
	"sync"

	"entangle/layout/geom"
	"entangle/ui/style"
)

// closeup has the labels that are read from close by only: those that found no
// place in the whole picture, made so small that they do, and those of long lines
// once more where no label of theirs is near.
//
// They are looked for when somebody comes near, size by size, and of each size a
// square of the page at a time that is as much smaller as they are. A label leaves
// neither its square nor touches one of a larger size. So what is found depends on
// nothing but the web as it is placed and on the labels of the whole picture: it is
// the same whichever way one came there and whatever is selected, and what can be
// read stays when one goes nearer.
type closeup struct {
	labels *labelling
	ruler  *style.Ruler
	page   geom.Rect
	names  []geom.Rect // of lanes
	grades []grade     // the largest first

	mu    sync.Mutex
	run   map[cell][]int32       // the lines through a part of the page, by number
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

// room is where a square lies.
func (g grade) room(at cell) geom.Rect {
	corner := geom.Point{X: float64(at.x) * g.side, Y: float64(at.y) * g.side}.Add(g.aside)
	return geom.Rect{Min: corner, Max: corner.Add(geom.Point{X: g.side, Y: g.side})}
}

// comeCloser leaves to those who come close what the placer found no room for. Where
// the labels of the whole picture were taken over, what was found close up is too.
func (c *composer) comeCloser(p *placer, taken bool) {
	if taken && c.look.Before.close != nil {
		c.scene.close = c.look.Before.close
		return
	}
	u := &closeup{labels: c.scene.labels, ruler: c.ruler, page: c.page, grades: gradesOf(sizes[len(p.sizes):])}
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

// prepare finds out which lines run where, and what is in the way everywhere.
func (u *closeup) prepare() {
	u.run, u.fix, u.found = map[cell][]int32{}, rooms{}, map[spotOfGrade][]chip{}
	for _, r := range u.labels.rects {
		u.fix.add(r)
	}
	for _, r := range u.names {
		u.fix.add(r)
	}
	for _, k := range u.labels.chips {
		u.fix.add(k.rect)
	}
	for i := range u.labels.lines {
		eachSquare(u.labels.paths[u.labels.lines[i].ID], func(at cell) {
			if list := u.run[at]; len(list) == 0 || list[len(list)-1] != int32(i) {
				u.run[at] = append(list, int32(i))
			}
		})
	}
}

// eachSquare goes through the squares of cells of the page that a path runs
// through, some more than once. It may pass over a corner that is cut off by less
// than a stride.
func eachSquare(path geom.Path, each func(cell)) {
	const stride = roomSide / 4
	if len(path) == 0 {
		return
	}
	flat := path.Flatten(1)
	each(cellBy(flat[0], roomSide))
	for i := 1; i < len(flat); i++ {
		steps := int(flat[i].Dist(flat[i-1])/stride) + 1
		for k := range steps {
			each(cellBy(flat[i-1].Lerp(flat[i], float64(k+1)/float64(steps)), roomSide))
		}
	}
}

// through lists the lines that run through a part of the page, by number.
func (u *closeup) through(room geom.Rect) []int32 {
	var out []int32
	eachCell(room, roomSide, func(at cell) bool {
		out = append(out, u.run[at]...)
		return true
	})
	slices.Sort(out)
	return slices.Compact(out)
}
