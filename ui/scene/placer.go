package scene

import (
	"cmp"
	"maps"
	"math"
	"slices"

	"entangle/layout/geom"
)

// slides are the places along a line that a label tries, the middle first, as
// shares of its length.
var slides = []float64{0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65, 0.3, 0.7, 0.25, 0.75, 0.2, 0.8, 0.15, 0.85}

// placeChips gives every line's label a place on its line where it touches no
// box and no other label, and crosses as few other lines as can be. Lines with
// more ties choose first. What finds no place is shortened, then left out.
//
// What is selected moves no label: only then do the ties that are fanned out,
// and the lines that are lit and have no label yet, take the room of others.
func (c *composer) placeChips() {
	p, lines := c.newPlacer()
	for _, l := range lines {
		_ = p.place(l, c.newChip(l, false)) || p.place(l, c.newChip(l, true))
	}
	for i := range c.d.Lines {
		if l := &c.d.Lines[i]; len(l.Fan) > 0 {
			delete(c.chips, l.ID)
		}
	}
	p.follow(c.lines)
	p.insisting = true
	for _, l := range c.lines {
		if c.fanned[l.ID] {
			_ = p.place(l, c.newChip(l, false)) || p.place(l, c.newChip(l, true))
		}
	}
	for _, l := range c.lines {
		if k, ok := c.chips[l.ID]; (!ok || k.text == "") && !c.yields(l) && !c.fanned[l.ID] {
			_ = p.place(l, c.newChip(l, false)) || ok || p.place(l, c.newChip(l, true))
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

// yields says whether the label of a line gives way to those of what is lit or
// fanned out.
func (c *composer) yields(l *Line) bool { return !c.fanned[l.ID] && c.emphasisOf(l) != lit }

// placer looks for the places of labels.
type placer struct {
	c         *composer
	boxes     []geom.Rect             // with a gap around them
	points    map[string][]geom.Point // along every line
	cells     map[cell][]spot         // the points of lines that labels should not cross
	insisting bool                    // labels that yield are in nobody's way
}

// cell is a square of the page, so that only what is near is looked at.
type cell struct{ x, y int }

type spot struct {
	line *Line
	at   geom.Point
}

const cellSide = 64.0

func cellOf(p geom.Point) cell {
	return cell{int(math.Floor(p.X / cellSide)), int(math.Floor(p.Y / cellSide))}
}

// newPlacer begins with the lines as they are while nothing is fanned out,
// those with the most ties first.
func (c *composer) newPlacer() (p *placer, lines []*Line) {
	p = &placer{c: c, points: map[string][]geom.Point{}}
	for _, r := range c.rects {
		p.boxes = append(p.boxes, r.Inset(-chipGap))
	}
	for _, l := range c.lanes {
		p.boxes = append(p.boxes, l.name)
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
	for _, l := range lines {
		if p.points[l.ID] == nil {
			p.points[l.ID] = evenly(p.c.paths[l.ID])
		}
		for _, at := range p.points[l.ID] {
			p.cells[cellOf(at)] = append(p.cells[cellOf(at)], spot{l, at})
		}
	}
}

// evenly returns points along a path at equal distances, about 8 points of the
// page, both ends included. They lie within a tenth of a point of it.
func evenly(path geom.Path) []geom.Point {
	flat := path.Flatten(0.1)
	length := 0.0
	for i := 1; i < len(flat); i++ {
		length += flat[i].Dist(flat[i-1])
	}
	n := int(min(length/8, 400)) + 1 // steps
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

func (p *placer) place(l *Line, k chip) bool {
	if k.empty() {
		return false
	}
	points := p.points[l.ID]
	best, cost := geom.Rect{}, math.Inf(1)
	for i, share := range slides {
		at := points[int(share*float64(len(points)-1)+0.5)]
		r := geom.RectAround(at, k.rect.W(), k.rect.H())
		aside := float64(i) * 0.3
		if aside >= cost || p.occupied(l, r) {
			continue
		}
		if now := aside + 2*float64(p.crossings(l, r)); now < cost {
			best, cost = r, now
		}
	}
	if math.IsInf(cost, 1) {
		return false
	}
	k.rect = best
	maps.DeleteFunc(p.c.chips, func(_ string, o chip) bool { return o.near(best) })
	p.c.chips[l.ID] = k
	return true
}

func (p *placer) occupied(l *Line, r geom.Rect) bool {
	for _, k := range p.c.chips {
		if k.line != l && k.near(r) && !(p.insisting && p.c.yields(k.line)) {
			return true
		}
	}
	return slices.ContainsFunc(p.boxes, r.Intersects)
}

// near says whether a chip overlaps a rectangle or touches it.
func (k chip) near(r geom.Rect) bool { return k.rect.Inset(-chipGap / 2).Intersects(r) }

// crossings counts the other lines that run under the label.
func (p *placer) crossings(l *Line, r geom.Rect) int {
	var under []*Line
	from, to := cellOf(r.Min), cellOf(r.Max)
	for y := from.y; y <= to.y; y++ {
		for x := from.x; x <= to.x; x++ {
			for _, s := range p.cells[cell{x, y}] {
				if s.line != l && r.Contains(s.at) && !slices.Contains(under, s.line) {
					under = append(under, s.line)
				}
			}
		}
	}
	return len(under)
}
