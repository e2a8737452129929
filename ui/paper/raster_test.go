package paper

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"os/exec"
	"slices"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/layout/geom"
	"entangle/ui/golden"
	"entangle/ui/pace"
	"entangle/ui/scene"
	"entangle/ui/style"
)

func pngOf(t testing.TB, pg *Page, scale float64) image.Image {
	t.Helper()
	content, err := PNG(pg, scale, pace.Pace{})
	require.NoError(t, err)
	img, err := png.Decode(bytes.NewReader(content.Content))
	require.NoError(t, err)
	return img
}

func TestTheSizeOfPNG(t *testing.T) {
	pg := Fit(everyMark(t, style.Light), nil, Sheet{Width: 640, Height: 360})
	for scale, want := range map[float64]image.Point{1: {X: 640, Y: 360}, 2: {X: 1280, Y: 720}, 0.25: {X: 160, Y: 90}} {
		assert.Equal(t, want, pngOf(t, pg, scale).Bounds().Size())
	}
	for _, scale := range []float64{0, 100, -1} {
		_, err := PNG(pg, scale, pace.Pace{})
		assert.ErrorContains(t, err, "cannot be drawn; the longest side is 16000")
	}
}

func TestPNGIsTheSameEachTime(t *testing.T) {
	pg := page(t, everyMark(t, style.Light))
	a, err := PNG(pg, 1, pace.Pace{})
	require.NoError(t, err)
	b, err := PNG(page(t, everyMark(t, style.Light)), 1, pace.Pace{})
	require.NoError(t, err)
	assert.True(t, bytes.Equal(a.Content, b.Content))
}

func TestTheGround(t *testing.T) {
	s := everyMark(t, style.Dark)
	pg := Fit(s, nil, Sheet{Width: 640, Height: 360})
	corner := color.NRGBAModel.Convert(pngOf(t, pg, 1).At(0, 0)).(color.NRGBA)
	assert.Equal(t, s.Page, corner)
	pg.Background.A = 0
	img := pngOf(t, pg, 1)
	_, _, _, a := img.At(0, 0).RGBA()
	assert.Zero(t, a, "transparent where nothing is drawn")
	rect := placedOn(pg.Layers[0], firstBox(s))
	_, _, _, a = img.At(int(rect.Min.X)+8, int(rect.Center().Y)).RGBA()
	assert.Equal(t, uint32(0xffff), a, "a box is not")
}

func firstBox(s *scene.Scene) geom.Rect {
	r, _ := s.BoxOf("a")
	return r
}

func TestGoldenPNG(t *testing.T) {
	for _, theme := range style.Themes() {
		pg := Fit(everyMark(t, theme), nil, Sheet{Width: 400, Height: 230})
		golden.Image(t, "marks-"+string(theme)+".png", pngOf(t, pg, 1), 0.002)
	}
}

// PNG and SVG are painted by the same verbs; another program that paints the
// SVG must show what the PNG shows. Letters are drawn as outlines, since that
// program has faces of its own. Both smooth edges in their own way: up to 1.5 %
// of the pixels may be visibly different.
func TestPNGIsWhatAnotherProgramPaints(t *testing.T) {
	convert, err := exec.LookPath("rsvg-convert")
	if err != nil {
		t.Skip("rsvg-convert is not installed (package librsvg2-bin)")
	}
	for _, theme := range style.Themes() {
		pg := page(t, everyMark(t, theme))
		const scale = 2.0
		ours := pngOf(t, pg, scale)
		content, err := SVG(pg, scale, true, pace.Pace{})
		require.NoError(t, err)
		size := ours.Bounds().Size()
		cmd := exec.Command(convert, "-w", strconv.Itoa(size.X), "-h", strconv.Itoa(size.Y))
		cmd.Stdin = bytes.NewReader(content.Content)
		painted, err := cmd.Output()
		require.NoError(t, err)
		theirs, err := png.Decode(bytes.NewReader(painted))
		require.NoError(t, err)
		require.Equal(t, size, theirs.Bounds().Size())
		assert.LessOrEqual(t, golden.Differing(ours, theirs), 0.015, theme)
	}
}

func TestAPainterForgets(t *testing.T) {
	p := newPainter(t)
	most := 0
	for i := 0; i < 2*maxSet; i += 25 {
		p.lettersOf("Alpha Beta Gamma Delta "+strconv.Itoa(i), true)
		require.LessOrEqual(t, p.set, maxSet)
		most = max(most, p.set)
	}
	assert.Greater(t, most, maxSet/2)
	assert.LessOrEqual(t, len(p.words), maxSet/20)
	assert.Less(t, len(p.outlines), 40, "each letter is kept once")
	assert.Len(t, p.lettersOf("Alpha", true), 5)
}

// Marks far from the tile cost nothing and leave no trace.
func TestATileShowsItsPartOnly(t *testing.T) {
	p, s := newPainter(t), everyMark(t, style.Light)
	tile := p.Raster(slices.Collect(s.Marks()), s.Page, geom.Point{X: 5000, Y: 5000}, 1, 32, 32)
	for y := range 32 {
		for x := range 32 {
			require.Equal(t, color.RGBA{s.Page.R, s.Page.G, s.Page.B, 255}, tile.RGBAAt(x, y))
		}
	}
}
