package golden

import (
	"image"
	"image/draw"
)

// block is the side of the parts in which Misplaced looks, in pixels.
const block = 32

// Misplaced looks at two pictures of one size in blocks of 32 × 32 pixels, and
// returns which share of the worst block is unlike everything that lies within a
// pixel of it in the other picture, in either direction. Edges that are smoothed
// in another way count little; what was moved, left out, added or coloured
// otherwise stands out in its block, however large the picture is.
func Misplaced(a, b image.Image) float64 {
	p, q := flat(a), flat(b)
	size, worst := p.Bounds().Size(), 0
	for y := 0; y < size.Y; y += block {
		for x := 0; x < size.X; x += block {
			part := image.Rect(x, y, min(x+block, size.X), min(y+block, size.Y))
			worst = max(worst, strangers(p, q, part), strangers(q, p, part))
		}
	}
	return float64(worst) / (block * block)
}

// flat copies a picture onto white.
func flat(img image.Image) *image.RGBA {
	out := image.NewRGBA(image.Rectangle{Max: img.Bounds().Size()})
	draw.Draw(out, out.Bounds(), image.White, image.Point{}, draw.Src)
	draw.Draw(out, out.Bounds(), img, img.Bounds().Min, draw.Over)
	return out
}

// strangers counts the pixels of a part of p whose colour lies outside what the
// nine pixels around that place of q span.
func strangers(p, q *image.RGBA, part image.Rectangle) int {
	const slack = 40 // of 255: what a smoothed edge may be lighter or darker
	n, size := 0, p.Bounds().Size()
	for y := part.Min.Y; y < part.Max.Y; y++ {
		for x := part.Min.X; x < part.Max.X; x++ {
			for c := range 3 {
				if at, same := p.Pix[y*p.Stride+x*4+c], q.Pix[y*q.Stride+x*4+c]; max(at, same)-min(at, same) <= slack {
					continue // the usual case
				}
				low, high := 255, 0
				for v := max(y-1, 0); v <= min(y+1, size.Y-1); v++ {
					for u := max(x-1, 0); u <= min(x+1, size.X-1); u++ {
						at := int(q.Pix[v*q.Stride+u*4+c])
						low, high = min(low, at), max(high, at)
					}
				}
				if at := int(p.Pix[y*p.Stride+x*4+c]); at < low-slack || at > high+slack {
					n++
					break
				}
			}
		}
	}
	return n
}
