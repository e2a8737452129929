package scene

import (
	"cmp"
	"math"
	"slices"

	"entangle/layout/geom"
	"entangle/ui/style"
)

// slides are the places along a line that a label tries, the middle first, as
// shares of its length.
var slides = []float64{0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65, 0.3, 0.7, 0.25, 0.75, 0.2, 0.8, 0.15, 0.85}

// placeChips gives every line's label a place on its line where it touches no
// box and no other label, and crosses as few other lines as can be; none reaches
// over the edge. Lines with more ties choose first. What finds no place is made
// smaller, then shortened, then left out: it comes back as the map is zoomed.
//
// What is selected moves no label: only then do the ties that are fanned out,
// and the lines that are lit and have no label yet, take the room of others.
func (c *composer) placeChips() {
	p, lines := c.newPlacer()
	if !c.again(p) {
		placing := c.look.Pace.Part(0, 0.5)
		for i, l := range lines {
			if placing.Step(i, len(lines)) != nil {
				return
			}
			p.label(l)
		}
	}
	c.remember()
	for i := range c.d.Lines {
		if l := &c.d.Lines[i]; len(l.Fan) > 0 {
			delete(c.chips, l.ID)
		}
	}
	p.follow(c.lines)
	p.insisting = true
	for _, l := range c.lines {
		if c.fanned[l.ID] {
			_ = p.placeWhole(l) || p.placeShort(l)
		}
	}
	for _, l := range c.lines {
		if k, ok := c.chips[l.ID]; (!ok || k.text == "" || k.scale < 1) && !c.yields(l) && !c.fanned[l.ID] {
			_ = p.place(l, c.newChip(l, false)) || ok || p.placeWhole(l) || p.placeShort(l)
		}
	}
	for _, l := range c.lines {
		if _, ok := c.chips[l.ID]; ok {
			c.scene.Shown.Labels++
		} else {
			c.scene.Shown.Bare++
		}
	}
}

// placeWhole places the label of a line with all its words.
func (p *placer) placeWhole(l *Line) bool { return p.placeAnySize(l, p.c.newChip(l, false)) }

// placeShort places what of a label is no word: how many ties, and marks.
func (p *placer) placeShort(l *Line) bool { return p.placeAnySize(l, p.c.newChip(l, true)) }

// placeAnySize makes a label smaller where it finds no place at its full size; not
// among so many lines that the search would be waited for.
func (p *placer) placeAnySize(l *Line, k chip) bool {
	return p.place(l, k) || !p.crowded && p.place(l, k.small())
}

// yields says whether the label of a line gives way to those of what is lit or
// fanned out.
func (c *composer) yields(l *Line) bool { return !c.fanned[l.ID] && c.emphasisOf(l) != lit }

// placer looks for the places of labels.
type placer struct {
	c         *composer
	boxes     rooms                   // with a gap around them
	page      geom.Rect               // where labels may lie
	chips     map[cell][]chip         // those that were placed; some are gone since
	points    map[string][]geom.Point // along every line
	cells     map[cell][]spot         // the points of lines that labels should not cross
	crowded   bool                    // lines are so many that every label crosses some: none is counted
	insisting bool                    // labels that yield are in nobody's way
}

// cell is a square of the page, so that only what is near is looked at.
type cell struct{ x, y int }

type spot struct {
	line *Line
	at   geom.Point
	head bool // its arrowhead lies there
}

const (
	cellSide = 64.0
	roomSide = 256.0 // of the cells by which boxes and labels are found
	// dense is how many points of lines are looked at at most, some 400 for each of
	// 1,000 long lines. They take 100 bytes each.
	dense = 400_000
)

func cellOf(p geom.Point) cell { return cellBy(p, cellSide) }

func cellBy(p geom.Point, side float64) cell {
	return cell{int(math.Floor(p.X / side)), int(math.Floor(p.Y / side))}
}

// rooms finds the rectangles at a place.
type rooms map[cell][]geom.Rect

func (r rooms) add(rect geom.Rect) {
	eachCell(rect, roomSide, func(c cell) bool {
		r[c] = append(r[c], rect)
		return true
	})
}

// meets says whether a rectangle lies on one of them.
func (r rooms) meets(rect geom.Rect) bool {
	found := false
	eachCell(rect, roomSide, func(c cell) bool {
		found = slices.ContainsFunc(r[c], rect.Intersects)
		return !found
	})
	return found
}

// eachCell goes through the cells that a rectangle touches until it is told to
// stop.
func eachCell(rect geom.Rect, side float64, f func(cell) bool) {
	from, to := cellBy(rect.Min, side), cellBy(rect.Max, side)
	for y := from.y; y <= to.y; y++ {
		for x := from.x; x <= to.x; x++ {
			if !f(cell{x, y}) {
				return
			}
		}
	}
}

// newPlacer begins with the lines as they are while nothing is fanned out,
// those with the most ties first.
func (c *composer) newPlacer() (p *placer, lines []*Line) {
	p = &placer{c: c, page: c.page, boxes: rooms{}, chips: map[cell][]chip{}, points: map[string][]geom.Point{}}
	for _, r := range c.rects {
		p.boxes.add(r.Inset(-chipGap))
	}
	for _, l := range c.lanes {
		p.boxes.add(l.name)
	}
	for i := range c.d.Lines {
		if l := &c.d.Lines[i]; len(c.paths[l.ID]) > 0 {
			lines = append(lines, l)
		}
	}
	slices.SortStableFunc(lines, func(a, b *Line) int { return cmp.Compare(len(b.Ties), len(a.Ties)) })
	p.follow(lines)
	return p, lines
}

// follow takes points of the lines that labels should not cross.
func (p *placer) follow(lines []*Line) {
	p.cells = map[cell][]spot{}
	points := 0
	for _, l := range lines {
		points += min(int(p.c.paths[l.ID].Bounds().Min.Dist(p.c.paths[l.ID].Bounds().Max)/8), mostPoints)
	}
	if p.crowded = points > dense; p.crowded {
		return
	}
	for _, l := range lines {
		points := p.along(l)
		for i, at := range points {
			p.cells[cellOf(at)] = append(p.cells[cellOf(at)], spot{l, at, i >= len(points)-2})
		}
	}
}

// along returns points along a line; of one among very many just some.
func (p *placer) along(l *Line) []geom.Point {
	if p.points[l.ID] == nil {
		most := mostPoints
		if p.crowded {
			most = 40
		}
		p.points[l.ID] = evenly(p.c.paths[l.ID], most)
	}
	return p.points[l.ID]
}

// mostPoints is how many points are taken along a line at most.
const mostPoints = 400

// evenly returns points along a path at equal distances, about 8 points of the
// page if that makes no more than most, both ends included. They lie within a tenth of a point of it.
func evenly(path geom.Path, most int) []geom.Point {
	flat := path.Flatten(0.1)
	length := 0.0
	for i := 1; i < len(flat); i++ {
		length += flat[i].Dist(flat[i-1])
	}
	n := min(int(length/8), most) + 1 // steps
	out := []geom.Point{flat[0]}
	walked := 0.0
	for i := 1; i < len(flat); i++ {
		piece := flat[i].Dist(flat[i-1])
		for len(out) < n && walked+piece >= length*float64(len(out))/float64(n) {
			out = append(out, flat[i-1].Lerp(flat[i], (length*float64(len(out))/float64(n)-walked)/max(piece, 1e-9)))
		}
		walked += piece
	}
	return append(out, flat[len(flat)-1])
}

// label places the label of a line, else its short form. Among very many lines it
// tries a label of no words first: where that has no room none has, and most words
// need not be measured.
func (p *placer) label(l *Line) {
	if p.crowded {
		least := chip{line: l, rect: geom.Rect{Max: geom.Point{X: leastChip, Y: style.ChipHeight}}, count: "×", scale: 1}
		if !p.place(l, least) {
			return
		}
		delete(p.c.chips, l.ID)
	}
	_ = p.placeWhole(l) || p.placeShort(l)
}

// leastChip is narrower than any label.
const leastChip = 2 * style.ChipPad

func (p *placer) place(l *Line, k chip) bool {
	if k.empty() {
		return false
	}
	points := p.along(l)
	best, cost := geom.Rect{}, math.Inf(1)
	for i, share := range slides {
		at := points[int(share*float64(len(points)-1)+0.5)]
		r := geom.RectAround(at, k.rect.W(), k.rect.H())
		aside := float64(i) * 0.3
		if aside >= cost || p.occupied(l, r) {
			continue
		}
		if now := aside + 2*p.crossings(l, r); now < cost {
			best, cost = r, now
		}
	}
	if math.IsInf(cost, 1) {
		return false
	}
	k.rect = best
	p.eachChip(best, func(o chip) bool {
		if o.near(best) {
			delete(p.c.chips, o.line.ID)
		}
		return true
	})
	p.put(l, k)
	return true
}

// put gives a label its place.
func (p *placer) put(l *Line, k chip) {
	p.c.chips[l.ID] = k
	eachCell(k.rect.Inset(-chipGap), roomSide, func(c cell) bool {
		p.chips[c] = append(p.chips[c], k)
		return true
	})
}

// eachChip goes through the labels that may be near a rectangle, some more than
// once, until it is told to stop.
func (p *placer) eachChip(r geom.Rect, f func(chip) bool) {
	eachCell(r, roomSide, func(c cell) bool {
		for _, k := range p.chips[c] {
			if now, ok := p.c.chips[k.line.ID]; ok && now.rect == k.rect && !f(k) {
				return false
			}
		}
		return true
	})
}

func (p *placer) occupied(l *Line, r geom.Rect) bool {
	taken := false
	p.eachChip(r, func(k chip) bool {
		taken = k.line != l && k.near(r) && !(p.insisting && p.c.yields(k.line))
		return !taken
	})
	return taken || !p.page.ContainsRect(r) || p.boxes.meets(r)
}

// near says whether a chip overlaps a rectangle or touches it.
func (k chip) near(r geom.Rect) bool { return k.rect.Inset(-chipGap / 2).Intersects(r) }

// crossings counts the other lines that run under the label, and the arrowheads
// that it would hide, its own line's among them, which weigh less.
func (p *placer) crossings(l *Line, r geom.Rect) float64 {
	var under []*Line
	hidden := 0
	eachCell(r, cellSide, func(c cell) bool {
		for _, s := range p.cells[c] {
			if !r.Contains(s.at) {
				continue
			}
			if s.head {
				hidden++
			}
			if s.line != l && !slices.Contains(under, s.line) {
				under = append(under, s.line)
			}
		}
		return true
	})
	return float64(len(under)) + 0.75*float64(hidden)
}
