package mapview

import (
	"image"
	"image/color"
	"math/rand/v2"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/ui/scene"
	"entangle/ui/style"
)

// Whatever has ink lies in exactly the parts that are shown, on random pictures.
func TestInkIsAllThatIsNotBlank(t *testing.T) {
	page := style.Of(style.Light).Page
	r := rand.New(rand.NewPCG(1, 2))
	for range 60 {
		img := image.NewRGBA(image.Rect(0, 0, 1+r.IntN(900), 1+r.IntN(700)))
		for i := 0; i < len(img.Pix); i += 4 {
			copy(img.Pix[i:], []byte{page.R, page.G, page.B, page.A})
		}
		var dots []image.Point
		for range r.IntN(400) {
			at := image.Pt(r.IntN(img.Rect.Dx()), r.IntN(img.Rect.Dy()))
			img.Set(at.X, at.Y, color.Black)
			dots = append(dots, at)
		}
		ink := inkOf(img, page)
		assert.LessOrEqual(t, len(ink), mostInk)
		for _, at := range dots {
			found := false
			for _, part := range ink {
				found = found || at.In(part)
			}
			require.True(t, found, "%v in %v", at, ink)
		}
		for _, part := range ink {
			require.True(t, part.In(img.Rect))
		}
		if len(dots) == 0 {
			assert.Empty(t, ink)
		}
	}
}

func TestInkLeavesOutWhatIsBlank(t *testing.T) {
	page := style.Of(style.Light).Page
	img := image.NewRGBA(image.Rect(0, 0, 2000, 2000))
	for i := 0; i < len(img.Pix); i += 4 {
		copy(img.Pix[i:], []byte{page.R, page.G, page.B, page.A})
	}
	for i := range 2000 {
		img.Set(i, i, color.Black)
	}
	area := 0
	for _, part := range inkOf(img, page) {
		area += part.Dx() * part.Dy()
	}
	assert.Less(t, area, 2000*2000/8, "of a diagonal")
}

func TestWithout(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	some := func() image.Rectangle {
		return image.Rect(r.IntN(12), r.IntN(12), r.IntN(12), r.IntN(12))
	}
	for range 500 {
		whole, hole := some(), some()
		parts := without(whole, hole)
		for y := range 12 {
			for x := range 12 {
				n := 0
				for _, part := range parts {
					if image.Pt(x, y).In(part) {
						n++
					}
				}
				want := 0
				if image.Pt(x, y).In(whole) && !image.Pt(x, y).In(hole) {
					want = 1
				}
				require.Equal(t, want, n, "%v of %v without %v", image.Pt(x, y), whole, hole)
			}
		}
	}
}

// Every pane shows the very pixels of the sheet that lie below it: computed as
// its shader does.
func TestPanesShowTheSheet(t *testing.T) {
	for _, scale := range []float32{1, 1.5, 2} {
		v, w := shown(t, atOnce(t))
		w.Canvas().(interface{ SetScale(float32) }).SetScale(scale)
		v.sharpPanes.shaders, v.roughPanes.shaders = true, true
		for _, move := range []func(){
			func() { v.Refresh() },
			func() { v.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(-77, 31)}) },
			func() { v.ZoomBy(1.7) },
		} {
			move()
			panes := panesOf(v)
			require.NotEmpty(t, panes)
			for _, pane := range panes {
				checkPane(t, v, pane, scale)
			}
		}
	}
}

func panesOf(v *View) []*canvas.Shader {
	var out []*canvas.Shader
	for _, o := range test.WidgetRenderer(v).Objects() {
		if pane, ok := o.(*canvas.Shader); ok {
			out = append(out, pane)
		}
	}
	return out
}

func checkPane(t *testing.T, v *View, pane *canvas.Shader, scale float32) {
	t.Helper()
	img := pane.Textures["sheet"].(*image.RGBA)
	require.Same(t, v.sharp.picture, img)
	// The middle of the pane's first pixel, as a pixel of the sheet.
	x := (0.5 + pane.Uniforms["left"]) * pane.Uniforms["across"] * float32(img.Rect.Dx())
	y := (0.5 + pane.Uniforms["top"]) * pane.Uniforms["down"] * float32(img.Rect.Dy())
	at := v.cam.world(pane.Position().AddXY(0.5/scale, 0.5/scale))
	k := v.sharp.look.scale()
	assert.InDelta(t, (at.X-v.sharp.area.Min.X)*k, float64(x), 0.01)
	assert.InDelta(t, (at.Y-v.sharp.area.Min.Y)*k, float64(y), 0.01)
	assert.InDelta(t, 0.5, float64(x)-float64(int(x)), 0.01, "the middle of a pixel is the middle of a pixel")
}

// The pictures of panes that are not shown any more are not kept.
func TestPanesFollowTheSheet(t *testing.T) {
	v, _ := shown(t, atOnce(t))
	v.sharpPanes.shaders = true
	v.Refresh()
	before := panesOf(v)[0].Textures["sheet"]
	v.SetScene(small(t, scene.Look{Selected: tie("v")}), style.Of(style.Light), tie("v"))
	assert.NotSame(t, before, panesOf(v)[0].Textures["sheet"])
	assert.Equal(t, float32(0), panesOf(v)[0].Uniforms["time"])
}
