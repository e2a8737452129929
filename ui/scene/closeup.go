package scene

import (
	"cmp"
	"slices"
	"sync"

	"entangle/layout/geom"
	"entangle/ui/style"
)

// closeup has the labels that are read from close by only: those that found no
// place in the whole picture, made so small that they do, and those of long lines
// once more where their label is out of sight.
//
// They are looked for when somebody comes near, a square of the page at a time.
// What is found depends on nothing but the web as it is placed and on the labels
// of the whole picture: it is the same whichever way one came there, whatever is
// selected, and a label that can be read stays when one goes nearer. None leaves
// its square, so that squares know nothing of each other.
type closeup struct {
	labels *labelling
	ruler  *style.Ruler
	page   geom.Rect
	names  []geom.Rect // of lanes
	sizes  []float64

	once   sync.Once
	run    map[cell][]int32 // the lines through a square, by number
	boxes  rooms
	taken  rooms     // the labels of the whole picture
	slides []float64 // the places along a line

	mu    sync.Mutex
	found map[cell][]chip
}

const (
	squareSide = 512.0
	// maxSquares is how many are remembered: a close view has a few dozen.
	maxSquares = 400
)

// comeCloser leaves to those who come close what the placer found no room for.
func (c *composer) comeCloser(p *placer) {
	u := &closeup{labels: c.scene.labels, ruler: c.ruler, page: c.page, sizes: sizes[len(p.sizes):]}
	for _, l := range c.lanes {
		u.names = append(u.names, l.name)
	}
	c.scene.close = u
}

// CloseUp lists the marks of the labels that are added to a picture of an area where
// a point takes so many pixels. They touch nothing but lines.
func (s *Scene) CloseUp(area geom.Rect, scale float64) []Mark {
	b := &brush{pal: s.pal, ruler: s.ruler, scale: scale}
	for _, k := range s.closeChips(area, scale) {
		k.draw(b)
	}
	return b.marks
}

// closeChips lists the labels that are added in an area. They give way to what is
// fanned out, carried elsewhere, or labelled because it was picked.
func (s *Scene) closeChips(area geom.Rect, scale float64) []drawnChip {
	var out []drawnChip
	for _, k := range s.close.within(area, scale) {
		lines := s.linesOf(k.line.Ref())
		met := len(lines) == 0
		s.index().chips.meet(k.rect, func(int) { met = true })
		if !met {
			out = append(out, drawnChip{target{k.line.Ref(), k.rect, k.from()}, k, lines[0].faint, lines[0].halo})
		}
	}
	return out
}

// from is how many pixels a point must take for any of the labels to be drawn.
func (u *closeup) from() float64 { return chipFrom / u.sizes[0] }

// within lists the labels that can be read in an area at so many pixels per point,
// square by square.
func (u *closeup) within(area geom.Rect, scale float64) []chip {
	if u == nil || scale < u.from() {
		return nil
	}
	var out []chip
	eachCell(area.Intersect(u.page), squareSide, func(at cell) bool {
		for _, k := range u.in(at) {
			if k.from() <= scale && k.rect.Intersects(area) {
				out = append(out, k)
			}
		}
		return true
	})
	return out
}

// in returns the labels of a square. It may be called from anywhere.
func (u *closeup) in(at cell) []chip {
	u.once.Do(u.prepare)
	u.mu.Lock()
	defer u.mu.Unlock()
	out, ok := u.found[at]
	if !ok {
		if len(u.found) >= maxSquares {
			clear(u.found)
		}
		out = u.place(at)
		u.found[at] = out
	}
	return out
}

// prepare finds out which lines run through which square.
func (u *closeup) prepare() {
	u.run, u.boxes, u.taken, u.found = map[cell][]int32{}, rooms{}, rooms{}, map[cell][]chip{}
	for _, r := range u.labels.rects {
		u.boxes.add(r)
	}
	for _, r := range u.names {
		u.boxes.add(r)
	}
	for _, k := range u.labels.chips {
		u.taken.add(k.rect)
	}
	for i := range u.labels.lines {
		eachSquare(u.labels.paths[u.labels.lines[i].ID], func(at cell) {
			if list := u.run[at]; len(list) == 0 || list[len(list)-1] != int32(i) {
				u.run[at] = append(list, int32(i))
			}
		})
	}
	const slides = 31
	for i := range slides {
		aside := float64((i+1)/2) / slides
		if i%2 == 1 {
			aside = -aside
		}
		u.slides = append(u.slides, 0.5+aside)
	}
}

// eachSquare goes through the squares that a path runs through, some more than
// once. It may pass over a corner that is cut off by less than a stride.
func eachSquare(path geom.Path, each func(cell)) {
	const stride = squareSide / 8
	if len(path) == 0 {
		return
	}
	flat := path.Flatten(1)
	each(cellBy(flat[0], squareSide))
	for i := 1; i < len(flat); i++ {
		steps := int(flat[i].Dist(flat[i-1])/stride) + 1
		for k := range steps {
			each(cellBy(flat[i-1].Lerp(flat[i], float64(k+1)/float64(steps)), squareSide))
		}
	}
}

// need is how much a line needs a label in a square.
type need int

const (
	again     need = iota // its label is far away
	inWords               // it has signs, and no words
	unlabeled             // it has none
	satisfied need = -1
)

// need says how much a line needs one.
func (u *closeup) need(l *Line, at cell) need {
	k, ok := u.labels.chips[l.ID]
	switch c := cellBy(k.rect.Center(), squareSide); {
	case !ok:
		return unlabeled
	case k.text == "" && l.Label != "":
		return inWords
	case max(c.x-at.x, at.x-c.x, c.y-at.y, at.y-c.y) > 1:
		return again
	}
	return satisfied
}

// place finds the places of the labels of a square: lines that have none choose
// first, and of them those with the most ties.
func (u *closeup) place(at cell) []chip {
	room := geom.Rect{Max: geom.Point{X: squareSide, Y: squareSide}}.Shift(geom.Point{X: float64(at.x) * squareSide, Y: float64(at.y) * squareSide})
	p := &placer{
		ruler: u.ruler, paths: u.labels.paths, found: map[string]chip{}, yields: func(*Line) bool { return false }, sizes: u.sizes, slides: u.slides,
		page: room.Intersect(u.page), boxes: u.boxes, taken: u.taken, chips: map[cell][]chip{}, points: map[string][]geom.Point{},
		cells: map[cell][]spot{},
	}
	var lines []*Line
	for _, i := range u.run[at] {
		l := &u.labels.lines[i]
		if p.points[l.ID] = inside(u.labels.paths[l.ID], room); len(p.points[l.ID]) > 0 {
			lines = append(lines, l)
			p.spots(l)
		}
	}
	slices.SortStableFunc(lines, func(a, b *Line) int {
		return cmp.Or(cmp.Compare(u.need(b, at), u.need(a, at)), cmp.Compare(len(b.Ties), len(a.Ties)))
	})
	var out []chip
	for _, l := range lines {
		how := u.need(l, at)
		if how == satisfied {
			break
		}
		if p.placeWhole(l) || how == unlabeled && p.placeShort(l) {
			out = append(out, p.found[l.ID])
		}
	}
	return out
}

// inside returns points along the parts of a path that lie in a square, close
// enough for the smallest label.
func inside(path geom.Path, room geom.Rect) []geom.Point {
	const step = 6.0
	var out []geom.Point
	flat := path.Flatten(0.5)
	for i := 1; i < len(flat); i++ {
		a, b := flat[i-1], flat[i]
		if !(geom.Rect{Min: a, Max: a}).Extend(b).Intersects(room) {
			continue
		}
		steps := int(a.Dist(b)/step) + 1
		for k := range steps + 1 {
			if p := a.Lerp(b, float64(k)/float64(steps)); room.Contains(p) && (k > 0 || len(out) == 0 || out[len(out)-1] != p) {
				out = append(out, p)
			}
		}
	}
	return out
}
