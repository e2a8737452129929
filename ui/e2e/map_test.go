package e2e

import (
	"fmt"
	"image"
	"image/color"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/ui/style"
)

// equal counts the pixels of a part that are the same on both pictures, as a
// share of them.
func equal(a, b image.Image, part image.Rectangle) float64 {
	n := 0
	for y := part.Min.Y; y < part.Max.Y; y++ {
		for x := part.Min.X; x < part.Max.X; x++ {
			if color.NRGBAModel.Convert(a.At(x, y)) == color.NRGBAModel.Convert(b.At(x, y)) {
				n++
			}
		}
	}
	return float64(n) / float64(part.Dx()*part.Dy())
}

// coloured counts the pixels of a colour.
func coloured(img image.Image, part image.Rectangle, c style.Colour) int {
	n := 0
	for y := part.Min.Y; y < part.Max.Y; y++ {
		for x := part.Min.X; x < part.Max.X; x++ {
			if color.NRGBAModel.Convert(img.At(x, y)) == color.NRGBA(c) {
				n++
			}
		}
	}
	return n
}

// The shaders show the colours of the scene to the bit; while the mouse moves
// the map, what stands around it stays to the pixel, and afterwards too.
func TestTheMapMovesAndTheRestStands(t *testing.T) {
	d := sit(t, 1300, 800)
	s := d.open()
	before := d.picture()
	bar, panel, ground := image.Rect(0, 0, 1300, 60), image.Rect(980, 100, 1290, 780), image.Rect(10, 130, 880, 560)
	pal := style.Of(style.Light)
	assert.Greater(t, coloured(before, ground, pal.Page), ground.Dx()*ground.Dy()/3, "the page is cleared to its colour")
	assert.Greater(t, coloured(before, ground, pal.Lab.Fill), 1000, "boxes have theirs")
	assert.Greater(t, coloured(before, panel, pal.Panel), panel.Dx()*panel.Dy()/2)

	d.do("xdotool", "mousemove", "40", "150")
	time.Sleep(200 * time.Millisecond)
	d.do("xdotool", "mousedown", "1")
	for i := 1; i <= 20; i++ {
		d.do("xdotool", "mousemove", fmt.Sprint(40+4*i), fmt.Sprint(150+2*i))
		time.Sleep(20 * time.Millisecond)
	}
	during := d.picture()
	assert.Less(t, equal(before, during, ground), 0.95, "the map moves")
	assert.InDelta(t, 1, equal(before, during, bar), 0, "the bar stands")
	assert.InDelta(t, 1, equal(before, during, panel), 0, "the panel stands")
	d.do("xdotool", "mouseup", "1")
	s = d.until("the map has moved", func(now seen) bool {
		for id, at := range now.Boxes {
			if was, ok := s.Boxes[id]; !ok || at.X-was.X < 50 {
				return false
			}
		}
		return now.Sharp
	})
	after := d.picture()
	assert.InDelta(t, 1, equal(before, after, bar), 0)
	assert.InDelta(t, 1, equal(before, after, panel), 0)
	assert.Greater(t, coloured(after, ground, pal.Page), ground.Dx()*ground.Dy()/3)

	d.do("xdotool", "mousemove", "450", "340")
	for range 8 {
		d.do("xdotool", "click", "4")
	}
	wheel := d.picture()
	assert.InDelta(t, 1, equal(before, wheel, panel), 0, "nor does the wheel move it")
	d.until("the zoom is drawn sharply", func(now seen) bool { return now.Sharp && len(now.Boxes) == len(s.Boxes) })
	require.NotNil(t, d.picture())
}
