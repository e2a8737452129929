package paper

import (
	"math"

	"entangle/layout/geom"
	"entangle/ui/scene"
	"entangle/ui/style"
)

// smooth is how far a flattened curve may be from the curve, in pixels.
const smooth = 0.06

// hairline is the width below which no line is drawn, in pixels: thinner ones
// would fade away.
const hairline = 0.4

// ink paints one mark into an image.
func (p *Painter) ink(k *ink, m *scene.Mark, v View) {
	switch s := m.Shape.(type) {
	case scene.Rect:
		k.rect(s, v)
	case scene.Curve:
		k.curve(s, v)
	case scene.Polygon:
		k.area(s, v)
	case scene.Text:
		p.inkText(k, s, v)
	}
}

// pixel maps a scene point to the image.
func (v View) pixel(q geom.Point) geom.Point { return q.Sub(v.Origin).Mul(v.Scale) }

func (k *ink) rect(s scene.Rect, v View) {
	half := s.Width / 2
	if s.Stroke.A == 0 {
		half = 0
	}
	if s.Fill.A > 0 {
		k.rounded(s, 0, v)
		k.fill(s.Fill)
	}
	if half <= 0 {
		return
	}
	// The edge is an area between two rectangles.
	k.rounded(s, max(half, hairline/2/v.Scale), v)
	if half < s.Rect.W()/2 && half < s.Rect.H()/2 {
		from := len(k.outline)
		k.outline = appendRounded(k.outline, s, -max(half, hairline/2/v.Scale), v)
		inner := k.outline[from:]
		for i, j := 0, len(inner)-1; i < j; i, j = i+1, j-1 {
			inner[i], inner[j] = inner[j], inner[i]
		}
		k.polygon(inner)
	}
	k.fill(s.Stroke)
}

func (k *ink) rounded(s scene.Rect, grow float64, v View) {
	k.outline = appendRounded(k.outline[:0], s, grow, v)
	k.polygon(k.outline)
}

// appendRounded appends the outline of a rounded rectangle, grown at every side.
func appendRounded(out []geom.Point, s scene.Rect, grow float64, v View) []geom.Point {
	r := s.Rect.Inset(-grow)
	radius := min(max(s.Radius+grow, 0), r.W()/2, r.H()/2)
	if radius*v.Scale < 0.3 {
		radius = 0
	}
	for i, corner := range []geom.Point{
		{X: r.Max.X - radius, Y: r.Min.Y + radius},
		{X: r.Max.X - radius, Y: r.Max.Y - radius},
		{X: r.Min.X + radius, Y: r.Max.Y - radius},
		{X: r.Min.X + radius, Y: r.Min.Y + radius},
	} {
		if at := v.pixel(corner); radius == 0 {
			out = append(out, at)
		} else {
			out = appendArc(out, at, radius*v.Scale, float64(i-1)*math.Pi/2, math.Pi/2)
		}
	}
	return out
}

func (k *ink) curve(s scene.Curve, v View) {
	if len(s.Path) == 0 || s.Stroke.A == 0 {
		return
	}
	k.flat = s.Path.AppendFlat(k.flat[:0], smooth/v.Scale)
	for i, q := range k.flat {
		k.flat[i] = v.pixel(q)
	}
	width := max(s.Width*v.Scale, hairline)
	if pattern := s.Dash.Pattern(s.Width); pattern != nil {
		scale := patternScale(pattern, v.Scale)
		if s.Dash == style.Dotted {
			width = max(width, s.Width*scale) // a dot has nothing but its width to be seen by
		}
		for i := range pattern {
			pattern[i] *= scale
		}
		k.dashed(k.flat, width, pattern)
	} else {
		k.stroke(k.flat, width)
	}
	k.fill(s.Stroke)
}

func (k *ink) area(s scene.Polygon, v View) {
	k.flat = k.flat[:0]
	for _, q := range s.Points {
		k.flat = append(k.flat, v.pixel(q))
	}
	if s.Fill.A > 0 {
		k.polygon(k.flat)
		k.fill(s.Fill)
	}
	if s.Width > 0 && s.Stroke.A > 0 && len(k.flat) > 2 {
		k.flat = append(k.flat, k.flat[0])
		k.stroke(k.flat, s.Width*v.Scale)
		k.fill(s.Stroke)
	}
}
