package mapview

import (
	"encoding/binary"
	"image"

	"entangle/ui/style"
)

// inkCell is the side of the squares in which ink is looked for, in pixels.
const inkCell = 32

// mostInk is how many parts a picture may be shown in: each takes the graphics
// library a few microseconds in every frame, as long as two thousand pixels.
const mostInk = 96

// inkOf finds the parts of a picture that are not blank. Between them the page
// shows through, which costs nothing. Parts that lie close become one.
func inkOf(img *image.RGBA, page style.Colour) []image.Rectangle {
	for side := inkCell; ; side *= 2 {
		out := inkBy(img, page, side)
		if len(out) <= mostInk {
			return out
		}
	}
}

func inkBy(img *image.RGBA, page style.Colour, side int) []image.Rectangle {
	var done, open []image.Rectangle // open ones end at the row before
	for y := 0; y < img.Rect.Dy(); y += side {
		row := runs(img, page, y, side)
		var next []image.Rectangle
		for _, run := range row {
			next = append(next, run)
			for i, o := range open {
				if both := o.Union(run); wasted(both, o, run) <= 3*side*side {
					next[len(next)-1] = both
					open = append(open[:i:i], open[i+1:]...)
					break
				}
			}
		}
		done, open = append(done, open...), next
	}
	return append(done, open...)
}

// wasted is how much of a rectangle lies in neither of two others, at least.
func wasted(both, a, b image.Rectangle) int {
	return both.Dx()*both.Dy() - a.Dx()*a.Dy() - b.Dx()*b.Dy()
}

// runs lists the stretches of a row of squares that have ink. One blank square
// between two of them is taken along.
func runs(img *image.RGBA, page style.Colour, y, side int) []image.Rectangle {
	var out []image.Rectangle
	for x := 0; x < img.Rect.Dx(); x += side {
		cell := image.Rect(x, y, x+side, y+side).Intersect(img.Rect)
		if !inked(img, page, cell) {
			continue
		}
		if n := len(out); n > 0 && cell.Min.X-out[n-1].Max.X <= side {
			out[n-1].Max.X = cell.Max.X
		} else {
			out = append(out, cell)
		}
	}
	return out
}

func inked(img *image.RGBA, page style.Colour, r image.Rectangle) bool {
	blank := binary.LittleEndian.Uint32([]byte{page.R, page.G, page.B, page.A})
	for y := r.Min.Y; y < r.Max.Y; y++ {
		line := img.Pix[img.PixOffset(r.Min.X, y):img.PixOffset(r.Max.X, y)]
		for ; len(line) >= 4; line = line[4:] {
			if binary.LittleEndian.Uint32(line) != blank {
				return true
			}
		}
	}
	return false
}
