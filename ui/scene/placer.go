package scene

import (
	"math"
	"slices"

	"entangle/layout/geom"
	"entangle/ui/style"
)

// slides are the usual places along a line that a label tries, the middle first, as
// shares of its length.
var slides = []float64{0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65, 0.3, 0.7, 0.25, 0.75, 0.2, 0.8, 0.15, 0.85}

// placeWhole places the label of a line with all its words.
func (p *placer) placeWhole(l *Line) bool { return p.placeAnySize(l, newChip(l, false, p.ruler)) }

// placeShort places what of a label is no word: how many ties, and marks.
func (p *placer) placeShort(l *Line) bool { return p.placeAnySize(l, newChip(l, true, p.ruler)) }

// placeAnySize makes a label smaller where it finds no place at its full size.
func (p *placer) placeAnySize(l *Line, k chip) bool {
	for _, scale := range p.sizes {
		if p.place(l, k.at(scale)) {
			return true
		}
	}
	return false
}

// placer looks for the places of labels.
type placer struct {
	ruler     *style.Ruler
	paths     map[string]geom.Path    // of the lines, by id
	found     map[string]chip         // what has a place, by line
	yields    func(*Line) bool        // whose labels make room; only asked while insisting
	sizes     []float64               // that are tried, the largest first
	slides    []float64               // the places along a line that are tried
	boxes     rooms                   // with a gap around them
	taken     rooms                   // other places that are taken; labels and gaps are small then
	page      geom.Rect               // where labels may lie
	chips     map[cell][]labelRoom    // where those lie that were placed; some are gone since
	points    map[string][]geom.Point // along every line; of very many only along the last one
	cells     map[cell][]spot         // the points of lines that labels should not cross
	crowded   bool                    // lines are so many that every label crosses some: none is counted
	insisting bool                    // labels that yield are in nobody's way
}

// cell is a square of the page, so that only what is near is looked at.
type cell struct{ x, y int }

// labelRoom is where the label of a line lies.
type labelRoom struct {
	line *Line
	rect geom.Rect
}

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

// newPlacer knows what is in the way of labels beside lines.
func (c *composer) newPlacer() *placer {
	p := &placer{
		ruler: c.ruler, paths: c.paths, found: c.chips, yields: c.yields, crowded: c.look.Nearby,
		slides: slides, page: c.page, boxes: rooms{}, chips: map[cell][]labelRoom{}, points: map[string][]geom.Point{},
	}
	for _, r := range c.rects {
		p.boxes.add(r.Inset(-chipGap))
	}
	for _, l := range c.lanes {
		p.boxes.add(l.name)
	}
	return p
}

// follow takes points of the lines that labels should not cross, unless they are too
// many.
func (p *placer) follow(lines []*Line) {
	p.cells = map[cell][]spot{}
	if p.crowded = p.crowded || tooDense(p.paths, lines); p.crowded {
		p.sizes = sizes[:1] // among so many lines the search would be waited for
		return
	}
	p.sizes = sizes[:fromAfar]
	for _, l := range lines {
		p.spots(l)
	}
}

// tooDense says whether lines have more points than are looked at.
func tooDense(paths map[string]geom.Path, lines []*Line) bool {
	points := 0
	for _, l := range lines {
		b := paths[l.ID].Bounds()
		points += min(int(b.Min.Dist(b.Max)/8), mostPoints)
	}
	return points > dense
}

// spots notes where a line runs, so that labels can avoid it.
func (p *placer) spots(l *Line) {
	points := p.along(l)
	for i, at := range points {
		p.cells[cellOf(at)] = append(p.cells[cellOf(at)], spot{l, at, i >= len(points)-2})
	}
}

// along returns points along a line; of one among very many just some.
func (p *placer) along(l *Line) []geom.Point {
	if p.points[l.ID] == nil {
		most := mostPoints
		if p.crowded {
			most = 40
			clear(p.points) // they would take as much as all the rest
		}
		p.points[l.ID] = evenly(p.paths[l.ID], most)
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
		if _, ok := p.search(l, least); !ok {
			return
		}
	}
	_ = p.placeWhole(l) || p.placeShort(l)
}

// leastChip is narrower than any label.
const leastChip = 2 * style.ChipPad

func (p *placer) place(l *Line, k chip) bool {
	best, ok := p.search(l, k)
	if !ok {
		return false
	}
	k.rect = best
	if p.insisting {
		p.eachRoom(best, func(o labelRoom) bool {
			if near(o.rect, best) {
				delete(p.found, o.line.ID)
			}
			return true
		})
	}
	p.put(l, k)
	return true
}

// search finds the best place for a label.
func (p *placer) search(l *Line, k chip) (best geom.Rect, ok bool) {
	if k.empty() {
		return best, false
	}
	points := p.along(l)
	cost := math.Inf(1)
	for i, share := range p.slides {
		at := points[int(share*float64(len(points)-1)+0.5)]
		r := geom.RectAround(at, k.rect.W(), k.rect.H())
		aside := float64(i) * 0.3
		if aside >= cost || p.occupied(l, k.scale, r) {
			continue
		}
		if now := aside + 2*p.crossings(l, r); now < cost {
			best, cost = r, now
		}
	}
	return best, !math.IsInf(cost, 1)
}

// put gives a label its place.
func (p *placer) put(l *Line, k chip) {
	p.found[l.ID] = k
	eachCell(k.rect.Inset(-chipGap), roomSide, func(c cell) bool {
		p.chips[c] = append(p.chips[c], labelRoom{l, k.rect})
		return true
	})
}

// eachRoom goes through the labels that may be near a rectangle, some more than
// once, until it is told to stop.
func (p *placer) eachRoom(r geom.Rect, f func(labelRoom) bool) {
	eachCell(r, roomSide, func(c cell) bool {
		for _, k := range p.chips[c] {
			if p.there(k) && !f(k) {
				return false
			}
		}
		return true
	})
}

// there says whether a label still lies where it was put. None goes before some
// insist on a place.
func (p *placer) there(k labelRoom) bool {
	if !p.insisting {
		return true
	}
	now, ok := p.found[k.line.ID]
	return ok && now.rect == k.rect
}

func (p *placer) occupied(l *Line, scale float64, r geom.Rect) bool {
	taken := false
	if p.taken != nil {
		room := r.Inset(-chipGap * scale)
		return p.boxes.meets(room) || p.taken.meets(room) || !p.page.ContainsRect(room) || p.meets(room)
	}
	p.eachRoom(r, func(k labelRoom) bool {
		taken = k.line != l && near(k.rect, r) && !(p.insisting && p.yields(k.line))
		return !taken
	})
	return taken || !p.page.ContainsRect(r) || p.boxes.meets(r)
}

// meets says whether a rectangle lies on a label that was placed.
func (p *placer) meets(r geom.Rect) bool {
	met := false
	p.eachRoom(r, func(k labelRoom) bool {
		met = k.rect.Intersects(r)
		return !met
	})
	return met
}

// near says whether a label overlaps a rectangle or touches it.
func near(label, r geom.Rect) bool { return label.Inset(-chipGap / 2).Intersects(r) }

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
