package paper

import (
	"image"
	"math"

	"entangle/layout/geom"
	"entangle/ui/style"
)

// ink fills shapes into an image with smooth edges. It gathers, for every pixel,
// how the covered share changes from the pixel before to it, and looks only at
// the pixels that a shape touches: a thin line across a large picture costs no
// more than its length. (Rasterisers made for letters take its whole rectangle.)
//
// Coordinates are pixels, y grows downwards. What winds round a point twice in
// the same sense covers it once, opposite senses cut out.
type ink struct {
	img    *image.RGBA
	w, h   int
	change []float32 // of (w+1) × h pixels; zero between two shapes
	lo, hi []int32   // the pixels touched in each row, hi excluded
	top    int       // the rows touched
	bottom int       // excluded

	flat, outline []geom.Point // kept for the next shape
}

func newInk(img *image.RGBA) *ink { return (&ink{}).on(img) }

// on is the ink for another image, with the memory that is there.
func (k *ink) on(img *image.RGBA) *ink {
	k.img, k.w, k.h = img, img.Rect.Dx(), img.Rect.Dy()
	k.change = resized(k.change, (k.w+2)*k.h) // zero between two shapes
	k.lo, k.hi = resized(k.lo, k.h), resized(k.hi, k.h)
	for y := range k.lo {
		k.lo[y], k.hi[y] = int32(k.w+2), 0
	}
	k.top, k.bottom = k.h, 0
	return k
}

// resized is a list of so many numbers, in the memory of another where it has room.
func resized[T any](list []T, n int) []T {
	if cap(list) < n {
		return make([]T, n)
	}
	return list[:n]
}

// sheet is the ink for the upper rows of its image, with the memory of the whole.
func (k *ink) sheet(rows int) *ink {
	part := *k
	part.img = k.img.SubImage(image.Rect(0, 0, k.w, rows)).(*image.RGBA)
	part.h, part.top, part.bottom = rows, rows, 0
	return &part
}

// polygon adds a closed polygon.
func (k *ink) polygon(points []geom.Point) {
	for i, p := range points {
		if i > 0 {
			k.line(points[i-1], p)
		}
	}
	if n := len(points); n > 1 {
		k.line(points[n-1], points[0])
	}
}

// line adds one edge, cut to the image: what lies beside it still counts, as an
// edge along its border.
func (k *ink) line(a, b geom.Point) {
	if a.Y == b.Y || math.IsNaN(a.X+a.Y+b.X+b.Y) {
		return
	}
	sense := float32(1)
	if a.Y > b.Y {
		a, b, sense = b, a, -1
	}
	h := float64(k.h)
	if b.Y <= 0 || a.Y >= h {
		return
	}
	slope := (b.X - a.X) / (b.Y - a.Y)
	if a.Y < 0 {
		a = geom.Point{X: a.X - a.Y*slope}
	}
	if b.Y > h {
		b = geom.Point{X: b.X - (b.Y-h)*slope, Y: h}
	}
	if a.X > b.X { // from the left to the right, whichever way it runs
		k.sideways(geom.Point{X: b.X, Y: b.Y}, geom.Point{X: a.X, Y: a.Y}, 1/slope, sense)
		return
	}
	k.sideways(a, b, 1/slope, sense)
}

// sideways cuts an edge at the left and the right border; a is the left end.
func (k *ink) sideways(a, b geom.Point, rise float64, sense float32) {
	w := float64(k.w)
	if a.X < 0 {
		cut := b
		if b.X > 0 {
			cut = geom.Point{Y: a.Y - a.X*rise}
		}
		k.edge(0, min(a.Y, cut.Y), 0, max(a.Y, cut.Y), sense)
		if b.X <= 0 {
			return
		}
		a = cut
	}
	if b.X > w {
		cut := a
		if a.X < w {
			cut = geom.Point{X: w, Y: a.Y + (w-a.X)*rise}
		}
		k.edge(w, min(b.Y, cut.Y), w, max(b.Y, cut.Y), sense)
		if a.X >= w {
			return
		}
		b = cut
	}
	if a.Y > b.Y {
		a, b = b, a
	}
	k.edge(a.X, a.Y, b.X, b.Y, sense)
}

// edge adds an edge that lies in the image and runs downwards.
func (k *ink) edge(x0, y0, x1, y1 float64, sense float32) {
	if !(y1 > y0) {
		return
	}
	slope := (x1 - x0) / (y1 - y0)
	first, last := int(y0), min(int(math.Ceil(y1)), k.h)
	k.top, k.bottom = min(k.top, first), max(k.bottom, last)
	x := x0
	for y := first; y < last; y++ {
		part := min(float64(y+1), y1) - max(float64(y), y0)
		next := x + slope*part
		k.cross(y, float32(max(x, 0)), float32(max(next, 0)), float32(part)*sense)
		x = next
	}
}

// cross adds the part of an edge that lies in one row.
func (k *ink) cross(y int, from, to, d float32) {
	if from > to {
		from, to = to, from
	}
	i := int(from)
	end := int(math.Ceil(float64(to)))
	row := k.change[y*(k.w+2) : (y+1)*(k.w+2)]
	i, end = min(i, k.w), min(end, k.w+1)
	k.lo[y], k.hi[y] = min(k.lo[y], int32(i)), max(k.hi[y], int32(max(end, i+1)+1))
	if end <= i+1 {
		middle := 0.5*(from+to) - float32(i)
		row[i] += d * (1 - middle)
		row[i+1] += d * middle
		return
	}
	// A trapezoid over several pixels.
	s := 1 / (to - from)
	f := from - float32(i)
	a0 := 0.5 * s * (1 - f) * (1 - f)
	l := to - float32(end) + 1
	am := 0.5 * s * l * l
	row[i] += d * a0
	if end == i+2 {
		row[i+1] += d * (1 - a0 - am)
	} else {
		a1 := s * (1.5 - f)
		row[i+1] += d * (a1 - a0)
		for x := i + 2; x < end-1; x++ {
			row[x] += d * s
		}
		a2 := a1 + float32(end-i-3)*s
		row[end-1] += d * (1 - a2 - am)
	}
	row[end] += d * am
}

// fill paints what was added since the last call.
func (k *ink) fill(c style.Colour) {
	r, g, b, a := c.RGBA() // premultiplied, 16 bits
	strength := float32(a) / 0xffff
	full := [4]uint8{uint8(r >> 8), uint8(g >> 8), uint8(b >> 8), uint8(a >> 8)}
	source := [4]float32{float32(r) / 257, float32(g) / 257, float32(b) / 257, float32(a) / 257}
	for y := k.top; y < k.bottom; y++ {
		lo, hi := int(k.lo[y]), int(k.hi[y])
		k.lo[y], k.hi[y] = int32(k.w+2), 0
		if lo >= hi {
			continue
		}
		row := k.change[y*(k.w+2)+lo : y*(k.w+2)+hi]
		pix := k.img.Pix[k.img.PixOffset(k.img.Rect.Min.X, k.img.Rect.Min.Y+y):]
		sum := float32(0)
		for i, d := range row {
			row[i] = 0
			sum += d
			at := lo + i
			cover := min(max(sum, -sum), 1)
			if cover < 1.0/512 || at >= k.w {
				continue
			}
			p := pix[4*at : 4*at+4 : 4*at+4]
			if cover*strength > 511.0/512 {
				copy(p, full[:])
				continue
			}
			keep := 1 - cover*strength
			for j := range p {
				p[j] = uint8(source[j]*cover + float32(p[j])*keep + 0.5)
			}
		}
	}
	k.top, k.bottom = k.h, 0
}
