package paper

import (
	"image"
	"image/draw"
	"math"

	"entangle/layout/geom"
	"entangle/ui/pace"
	"entangle/ui/scene"
	"entangle/ui/style"
)

// Picture is an image of a part of a scene.
type Picture struct {
	Image *image.RGBA
	View  View
}

// Layers lays what changed over the picture of a scene, into another picture of the same
// scale, which is empty; without one of the scene nothing is taken out of it.
func (p *Painter) Layers(into, from Picture, l scene.Layers) {
	whole := into.Image.Rect
	clearTo(into.Image, whole, l.Ground)
	if from.Image != nil {
		Heal(into, from, l.Gone)
	}
	k := newInk(into.Image)
	_ = p.inkAll(k, &Layer{Marks: l.Lines}, into.View, pace.Pace{}) // it goes on for ever
	for _, r := range l.Kept {
		at, to := into.View.pixel(r.Min), into.View.pixel(r.Max)
		clearTo(into.Image, image.Rect(int(math.Floor(at.X)), int(math.Floor(at.Y)), int(math.Ceil(to.X)), int(math.Ceil(to.Y))).Intersect(whole), l.Ground)
	}
	_ = p.inkAll(k, &Layer{Marks: l.Above}, into.View, pace.Pace{})
}

func clearTo(img *image.RGBA, r image.Rectangle, c style.Colour) {
	draw.Draw(img, r, image.NewUniform(c), image.Point{}, draw.Src)
}

// Heal takes strokes out of a picture: it paints over them, into another one of the same
// scale, what lies beside them at either side. A line that they cross goes on through
// them, and where there was nothing else nothing is left. What lies outside of the
// picture is left alone.
func Heal(into, from Picture, strokes []scene.Stroke) {
	shift := from.View.pixel(into.View.Origin)
	by := image.Pt(int(math.Round(shift.X)), int(math.Round(shift.Y)))
	var points []geom.Point
	for _, s := range strokes {
		points = s.Path.AppendFlat(points[:0], 0.2/into.View.Scale)
		half := max(s.Width*into.View.Scale, hairline)/2 + 0.5 // what is smoothed at the edges too
		for i := range points {
			points[i] = into.View.pixel(points[i])
		}
		for i := 1; i < len(points); i++ {
			heal(into.Image, from.Image, by, points[i-1], points[i], half)
		}
	}
}

// heal does that for a straight piece, so many pixels wide to each side.
func heal(into, from *image.RGBA, by image.Point, a, b geom.Point, half float64) {
	const step = 0.6 // pixels: none is missed
	along := b.Sub(a)
	length := along.Len()
	if length == 0 || !boxOf(a, b, half).Overlaps(into.Rect) {
		return
	}
	ends := along.Unit().Mul(half) // which are round, and bend where pieces meet
	a, b, length = a.Sub(ends), b.Add(ends), length+2*half
	aside := along.Unit().Normal()
	beside := aside.Mul(half + 0.8)
	steps := int(math.Ceil(length / step))
	for i := range steps + 1 {
		at := a.Lerp(b, float64(i)/float64(steps))
		if at.X < -half || at.Y < -half || at.X > float64(into.Rect.Dx())+half || at.Y > float64(into.Rect.Dy())+half {
			continue
		}
		for d := -half; d <= half; d += step {
			source := at.Add(beside)
			if d < 0 {
				source = at.Sub(beside)
			}
			copyPixel(into, whole(at.Add(aside.Mul(d))), from, whole(source).Add(by))
		}
	}
}

func copyPixel(into *image.RGBA, to image.Point, from *image.RGBA, at image.Point) {
	if to.In(into.Rect) && at.In(from.Rect) {
		i, j := into.PixOffset(to.X, to.Y), from.PixOffset(at.X, at.Y)
		copy(into.Pix[i:i+4], from.Pix[j:j+4])
	}
}

func whole(p geom.Point) image.Point { return image.Pt(int(math.Floor(p.X)), int(math.Floor(p.Y))) }

// boxOf returns the pixels about a straight piece.
func boxOf(a, b geom.Point, half float64) image.Rectangle {
	return image.Rect(
		int(math.Floor(min(a.X, b.X)-half)), int(math.Floor(min(a.Y, b.Y)-half)),
		int(math.Ceil(max(a.X, b.X)+half))+1, int(math.Ceil(max(a.Y, b.Y)+half))+1)
}
