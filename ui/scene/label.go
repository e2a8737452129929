package scene

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"entangle/layout/geom"
	"entangle/ui/style"
)

// chip is the label of a line: what, how much, how many, and the marks.
type chip struct {
	rect  geom.Rect
	text  string // "" in the short form
	count string
	mark  bool // sources disagree
	query bool // cannot be said whether it is in force
}

const (
	markWidth = 15.0
	chipGap   = 6.0 // between the parts of a chip, and around it
)

func (c *composer) newChip(l *Line, short bool) chip {
	out := chip{mark: l.Disputed, query: l.Uncertain}
	if !short {
		out.text = c.ruler.Fit(l.Label, style.SizeChip, false, style.ChipWidth)
	}
	if n := len(l.Ties); n > 1 {
		out.count = fmt.Sprintf("×%d", n)
	}
	w := 2*style.ChipPad - chipGap
	for _, part := range []float64{
		c.ruler.Width(out.text, style.SizeChip, false), c.ruler.Width(out.count, style.SizeChip, true),
		when(out.query, c.ruler.Width("?", style.SizeChip, true)), when(out.mark, markWidth),
	} {
		if part > 0 {
			w += part + chipGap
		}
	}
	out.rect = geom.Rect{Max: geom.Point{X: w, Y: style.ChipHeight}}
	return out
}

func (k chip) empty() bool { return k.text == "" && k.count == "" && !k.mark && !k.query }

func when(yes bool, x float64) float64 {
	if yes {
		return x
	}
	return 0
}

// slides are the places along a line that a label tries, the middle first, as
// shares of its length.
var slides = []float64{0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65, 0.3, 0.7, 0.25, 0.75, 0.2, 0.8, 0.15, 0.85}

// placeChips gives every line's label a place on its line where it touches no
// box and no other label, and crosses as few other lines as can be. Lines with
// more ties choose first, after those that are selected or fanned out. What finds no place is shortened, then left out.
func (c *composer) placeChips() {
	order := slices.Clone(c.lines)
	slices.SortStableFunc(order, func(a, b *Line) int {
		return cmp.Or(cmp.Compare(c.emphasisOf(b), c.emphasisOf(a)), cmp.Compare(len(b.Ties), len(a.Ties)))
	})
	p := placer{c: c, points: map[string][]geom.Point{}}
	for _, r := range c.rects {
		p.taken = append(p.taken, r.Inset(-chipGap))
	}
	for _, l := range order {
		p.points[l.ID] = samples(c.paths[l.ID])
	}
	for _, l := range order {
		if !p.place(l, c.newChip(l, false)) && !p.place(l, c.newChip(l, true)) {
			c.scene.Shown.Bare++
			continue
		}
		c.scene.Shown.Labels++
	}
}

// samples returns points at even distances along a path, a few points apart,
// its ends among them.
func samples(path geom.Path) []geom.Point {
	flat := path.Flatten(0.25)
	length := 0.0
	for i := 1; i < len(flat); i++ {
		length += flat[i].Dist(flat[i-1])
	}
	n := int(min(length/8, 400)) + 2
	step := length / float64(n-1)
	out := make([]geom.Point, 0, n)
	next, done := 0.0, 0.0 // where the next sample lies, and how far the walk has come
	for i := 1; i < len(flat); i++ {
		piece := flat[i].Dist(flat[i-1])
		for len(out) < n-1 && next <= done+piece && piece > 0 {
			out = append(out, flat[i-1].Lerp(flat[i], (next-done)/piece))
			next += step
		}
		done += piece
	}
	return append(out, flat[len(flat)-1])
}

type placer struct {
	c      *composer
	taken  []geom.Rect
	points map[string][]geom.Point
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
		if p.occupied(r) {
			continue
		}
		if now := float64(i)*0.3 + 2*float64(p.crossings(l, r)); now < cost {
			best, cost = r, now
		}
	}
	if math.IsInf(cost, 1) {
		return false
	}
	k.rect = best
	p.taken = append(p.taken, best.Inset(-chipGap/2))
	p.c.chips[l.ID] = k
	return true
}

func (p *placer) occupied(r geom.Rect) bool {
	return slices.ContainsFunc(p.taken, r.Intersects)
}

// crossings counts the other lines that run under the label.
func (p *placer) crossings(l *Line, r geom.Rect) int {
	n := 0
	for _, o := range p.c.lines {
		if o != l && slices.ContainsFunc(p.points[o.ID], r.Contains) {
			n++
		}
	}
	return n
}

func (c *composer) drawChips(e emphasis) {
	for _, l := range c.lines {
		k, ok := c.chips[l.ID]
		if !ok || c.emphasisOf(l) != e {
			continue
		}
		c.drawChip(l, k, e)
		c.scene.chips = append(c.scene.chips, target{l.Ref(), k.rect})
	}
}

func (c *composer) drawChip(l *Line, k chip, e emphasis) {
	ref, hue := l.Ref(), c.shade(c.pal.Layer(l.Layer), e)
	fill := c.pal.Panel
	if c.haloed(e) {
		fill = c.pal.Halo
	}
	c.add(ref, Rect{Rect: k.rect, Radius: style.ChipRadius, Fill: fill, Stroke: hue, Width: 1.1})
	x, y := k.rect.Min.X+style.ChipPad, k.rect.Center().Y+style.SizeChip*0.36
	write := func(s string, bold bool, col style.Colour) {
		if s == "" {
			return
		}
		w := c.ruler.Width(s, style.SizeChip, bold)
		c.add(ref, Text{At: geom.Point{X: x, Y: y}, String: s, Size: style.SizeChip, Bold: bold, Colour: col, Width: w})
		x += w + chipGap
	}
	write(k.text, false, c.shade(c.pal.Ink, e))
	write(k.count, true, hue)
	if k.query {
		write("?", true, c.shade(c.pal.Muted, e))
	}
	if k.mark {
		c.warning(ref, geom.Point{X: x + markWidth/2, Y: k.rect.Center().Y}, c.shade(c.pal.Disagree, e))
	}
}

// warning draws the mark of disagreement: a triangle with a stroke in it.
func (p *painter) warning(ref Ref, at geom.Point, col style.Colour) {
	const half, up, down = 6.6, 6.6, 5.2
	p.add(ref, Polygon{Points: []geom.Point{
		{X: at.X, Y: at.Y - up}, {X: at.X + half, Y: at.Y + down}, {X: at.X - half, Y: at.Y + down},
	}, Stroke: col, Width: 1.4})
	straight := func(y1, y2 float64) geom.Path {
		return geom.Polyline(geom.Point{X: at.X, Y: y1}, geom.Point{X: at.X, Y: y2})
	}
	p.add(ref, Curve{Path: straight(at.Y-2.2, at.Y+1), Stroke: col, Width: 1.4})
	p.add(ref, Curve{Path: straight(at.Y+3.1, at.Y+3.2), Stroke: col, Width: 1.4})
}
