package paper

import (
	"math"

	"entangle/layout/geom"
)

// stroke adds the outline of a polyline of some width with round ends and
// joints. The points are those of a smooth line, or of one with corners.
func (k *ink) stroke(points []geom.Point, width float64) {
	points = apart(points)
	half := width / 2
	switch {
	case len(points) == 0 || half <= 0:
	case len(points) == 1:
		k.outline = appendArc(k.outline[:0], points[0], half, 0, 2*math.Pi)
		k.polygon(k.outline)
	default:
		out := k.side(k.outline[:0], points, half, 1)
		out = k.side(out, points, half, -1)
		k.outline = out
		k.polygon(out)
	}
}

// side appends one side of a line and the round end that follows it; the other
// side is that of the line travelled backwards.
func (k *ink) side(out, points []geom.Point, half float64, way int) []geom.Point {
	n := len(points)
	at := func(i int) geom.Point {
		if way < 0 {
			i = n - 1 - i
		}
		return points[i]
	}
	normal := func(i int) geom.Point { return at(i + 1).Sub(at(i)).Unit().Normal() }
	before := normal(0)
	out = append(out, at(0).Add(before.Mul(half)))
	for i := 1; i < n-1; i++ {
		after := normal(i)
		out = appendJoint(out, at(i), before, after, half)
		before = after
	}
	return appendArc(out, at(n-1), half, math.Atan2(before.Y, before.X), -math.Pi)
}

// appendJoint goes round a corner: by a mitre where the line bends a little, by
// an arc at the outside of a sharp turn, over the corner itself at the inside.
func appendJoint(out []geom.Point, p, before, after geom.Point, half float64) []geom.Point {
	cos := before.Dot(after)
	if cos > 0.9 {
		sum := before.Add(after)
		return append(out, p.Add(sum.Mul(half/(1+cos))))
	}
	angle := math.Atan2(before.Y, before.X)
	turn := math.Atan2(before.X*after.Y-before.Y*after.X, cos)
	if turn > 0 {
		return append(out, p.Add(before.Mul(half)), p, p.Add(after.Mul(half)))
	}
	return appendArc(out, p, half, angle, turn)
}

// appendArc appends points of an arc round p that keep within a twentieth of a
// pixel of it.
func appendArc(out []geom.Point, p geom.Point, radius, from, turn float64) []geom.Point {
	step := 2 * math.Acos(max(0, 1-0.05/max(radius, 0.05)))
	n := max(2, int(math.Ceil(math.Abs(turn)/max(step, 0.05))))
	for i := range n + 1 {
		sin, cos := math.Sincos(from + turn*float64(i)/float64(n))
		out = append(out, geom.Point{X: p.X + radius*cos, Y: p.Y + radius*sin})
	}
	return out
}

// apart leaves out points that lie on the one before.
func apart(points []geom.Point) []geom.Point {
	kept := points[:0]
	for _, p := range points {
		if n := len(kept); n == 0 || kept[n-1].Dist(p) > 1e-3 {
			kept = append(kept, p)
		}
	}
	return kept
}

// finest is the shortest pattern of dashes that is drawn, in pixels: a shorter
// one could not be told from a line.
const finest = 2.5

// A tie that is not in force must not look like one that is because the map is far
// away: down to where lines are hardly more than a haze, patterns shrink no further
// than to this scale.
const (
	patternLeast = 0.8
	patternHaze  = 0.75 // pixels of a pattern at its true scale
)

// patternScale returns how many pixels a point of a pattern takes where a point of
// the page takes scale pixels.
func patternScale(pattern []float64, scale float64) float64 {
	period := 0.0
	for _, d := range pattern {
		period += d
	}
	if period*scale < patternHaze {
		return scale
	}
	return max(scale, patternLeast)
}

// dashed adds a polyline in dashes: marks and gaps take turns, in pixels. What
// lies outside the image is measured and not drawn.
func (k *ink) dashed(points []geom.Point, width float64, pattern []float64) {
	period := 0.0
	for _, d := range pattern {
		period += d
	}
	if period < finest {
		k.stroke(points, width)
		return
	}
	d := dasher{ink: k, width: width, pattern: pattern, period: period, left: pattern[0]}
	margin := width/2 + 1
	view := geom.Rect{
		Min: geom.Point{X: -margin, Y: -margin},
		Max: geom.Point{X: float64(k.w) + margin, Y: float64(k.h) + margin},
	}
	for i := 1; i < len(points); i++ {
		a, b := points[i-1], points[i]
		from, to, ok := within(a, b, view)
		if !ok {
			d.skip(a.Dist(b))
			continue
		}
		d.skip(from * a.Dist(b))
		d.walk(a.Lerp(b, from), a.Lerp(b, to))
		d.skip((1 - to) * a.Dist(b))
	}
	d.end()
}

// dasher walks along a line and strokes its dashes.
type dasher struct {
	ink     *ink
	width   float64
	pattern []float64
	period  float64
	at      int     // in the pattern: even for a dash, odd for a gap
	left    float64 // of it
	piece   []geom.Point
}

func (d *dasher) walk(a, b geom.Point) {
	length := a.Dist(b)
	if length == 0 {
		return
	}
	done := 0.0
	if d.at%2 == 0 && len(d.piece) == 0 {
		d.piece = append(d.piece, a)
	}
	for done+d.left < length {
		done += d.left
		p := a.Lerp(b, done/length)
		if d.at%2 == 0 {
			d.piece = append(d.piece, p)
			d.end()
		} else {
			d.piece = append(d.piece[:0], p)
		}
		d.at = (d.at + 1) % len(d.pattern)
		d.left = d.pattern[d.at]
	}
	d.left -= length - done
	if d.at%2 == 0 {
		d.piece = append(d.piece, b)
	}
}

// skip goes on without drawing.
func (d *dasher) skip(length float64) {
	if length <= 0 {
		return
	}
	d.end()
	length = math.Mod(length, d.period)
	for length >= d.left {
		length -= d.left
		d.at = (d.at + 1) % len(d.pattern)
		d.left = d.pattern[d.at]
	}
	d.left -= length
}

func (d *dasher) end() {
	if len(d.piece) > 0 {
		d.ink.stroke(d.piece, d.width)
		d.piece = d.piece[:0]
	}
}

// within returns which part of a segment lies in a rectangle, as shares of it.
func within(a, b geom.Point, r geom.Rect) (from, to float64, ok bool) {
	to = 1
	cut := func(at, d, lo, hi float64) bool {
		if d == 0 {
			return at >= lo && at <= hi
		}
		t0, t1 := (lo-at)/d, (hi-at)/d
		if t0 > t1 {
			t0, t1 = t1, t0
		}
		from, to = max(from, t0), min(to, t1)
		return from <= to
	}
	return from, to, cut(a.X, b.X-a.X, r.Min.X, r.Max.X) && cut(a.Y, b.Y-a.Y, r.Min.Y, r.Max.Y)
}
