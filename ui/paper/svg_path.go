package paper

import (
	"bytes"
	"fmt"
	"math"
	"strconv"

	"entangle/layout/geom"
	"entangle/ui/style"
)

// path writes a shape as one element.
func (w *svgWriter) path(s *shape, scale float64) {
	if s.fill.A == 0 && s.stroke.A == 0 {
		return
	}
	d := svgPath{out: append(w.drawn.AvailableBuffer(), `<path d="`...), digits: digits(scale)}
	d.unit = math.Pow10(d.digits)
	for i := range s.pieces {
		d.piece(&s.pieces[i])
	}
	w.drawn.Write(d.out)
	w.drawn.WriteByte('"')
	paint(&w.drawn.Buffer, "fill", s.fill)
	if s.stroke.A > 0 {
		paint(&w.drawn.Buffer, "stroke", s.stroke)
		fmt.Fprintf(&w.drawn, ` stroke-width="%s"`, short(s.width*scale))
		for i, x := range s.dash.Pattern(s.width) {
			if i == 0 {
				w.drawn.WriteString(` stroke-dasharray="`)
			} else {
				w.drawn.WriteByte(' ')
			}
			w.drawn.WriteString(short(x * scale))
		}
		if s.dash != style.Solid {
			w.drawn.WriteByte('"')
		}
	}
	w.drawn.WriteString("/>")
}

// paint writes what an area or a line is painted with; without a word areas are
// black and lines are none.
func paint(out *bytes.Buffer, what string, c style.Colour) {
	switch {
	case c.A == 0:
		fmt.Fprintf(out, ` %s="none"`, what)
		return
	case what == "fill" && c == (style.Colour{A: 255}):
		return
	}
	fmt.Fprintf(out, ` %s="%s"`, what, hexColour(c))
	if c.A < 255 {
		fmt.Fprintf(out, ` %s-opacity="%s"`, what, short(float64(c.A)/255))
	}
}

// svgPath writes the steps of a path, each from where the last one ended. It counts
// in whole units, so that what is rounded does not add up.
type svgPath struct {
	out         []byte
	digits      int
	unit        float64 // of them to a point: a power of ten
	x, y        int64   // where the path is
	fromX, from int64   // where the part of it began
	step        byte    // the last one written
}

func (d *svgPath) piece(s *piece) {
	switch s.kind {
	case moveTo:
		d.begin('m')
		d.to(s.p[0])
		d.fromX, d.from = d.x, d.y
	case lineTo:
		x, y := d.whole(s.p[0])
		switch {
		case y == d.y:
			d.begin('h')
			d.number(x - d.x)
			d.x = x
		case x == d.x:
			d.begin('v')
			d.number(y - d.y)
			d.y = y
		default:
			d.begin('l')
			d.to(s.p[0])
		}
	case quadTo:
		d.begin('q')
		d.bend(s.p[:2])
	case cubeTo:
		d.begin('c')
		d.bend(s.p[:3])
	case closed:
		d.begin('z')
		d.x, d.y = d.fromX, d.from
	case circle:
		d.circle(s.p[0], s.p[1].X)
	}
}

// bend writes the controls of a curve and where it ends.
func (d *svgPath) bend(points []geom.Point) {
	last := len(points) - 1
	for _, p := range points[:last] {
		x, y := d.whole(p)
		d.number(x - d.x)
		d.number(y - d.y)
	}
	d.to(points[last])
}

// circle writes two halves.
func (d *svgPath) circle(at geom.Point, radius float64) {
	d.piece(&piece{kind: moveTo, p: [3]geom.Point{{X: at.X - radius, Y: at.Y}}})
	r := int64(math.Round(radius * d.unit))
	d.begin('a')
	for _, across := range []int64{2 * r, -2 * r} {
		for _, n := range []int64{r, r} {
			d.number(n)
		}
		d.out = append(d.out, " 0 1 1"...)
		d.number(across)
		d.out = append(d.out, " 0"...)
	}
	d.begin('z')
}

func (d *svgPath) whole(p geom.Point) (x, y int64) {
	return int64(math.Round(p.X * d.unit)), int64(math.Round(p.Y * d.unit))
}

// to writes how far a point lies from where the path is, which then is there.
func (d *svgPath) to(p geom.Point) {
	x, y := d.whole(p)
	d.number(x - d.x)
	d.number(y - d.y)
	d.x, d.y = x, y
}

// begin names a step, unless it is the same again.
func (d *svgPath) begin(step byte) {
	if d.step != step || step == 'm' || step == 'z' {
		d.out = append(d.out, step)
	}
	d.step = step
}

// number writes a whole number of units as a decimal.
func (d *svgPath) number(n int64) {
	last := d.out[len(d.out)-1]
	if n >= 0 && last >= '0' && last <= '9' {
		d.out = append(d.out, ' ')
	}
	if n < 0 {
		d.out = append(d.out, '-')
		n = -n
	}
	unit := int64(d.unit)
	if n >= unit || n == 0 {
		d.out = strconv.AppendInt(d.out, n/unit, 10)
	}
	if n %= unit; n == 0 {
		return
	}
	d.out = append(d.out, '.')
	for unit /= 10; unit > n; unit /= 10 {
		d.out = append(d.out, '0')
	}
	for n%10 == 0 {
		n /= 10
	}
	d.out = strconv.AppendInt(d.out, n, 10)
}
