package paper

import (
	"fmt"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/layout/geom"
	"entangle/ui/pace"
	"entangle/ui/scene"
	"entangle/ui/style"
)

// programs lists the programs of other people that draw SVG, with the arguments
// that turn one file into a PNG of w × h pixels. Those that are not installed
// are left out; rsvg-convert always is.
func programs(t testing.TB, from, to string, w, h int) map[string]*exec.Cmd {
	t.Helper()
	out := map[string]*exec.Cmd{}
	for name, args := range map[string][]string{
		"rsvg-convert": {from, "-o", to, "-w", fmt.Sprint(w), "-h", fmt.Sprint(h)},
		"inkscape":     {from, "-o", to, "-w", fmt.Sprint(w), "-h", fmt.Sprint(h)},
		"chromium": {
			"--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--force-device-scale-factor=1",
			"--user-data-dir=" + t.TempDir(), "--screenshot=" + to, fmt.Sprintf("--window-size=%d,%d", w, h), "file://" + from,
		},
	} {
		if path, err := exec.LookPath(name); err == nil {
			out[name] = exec.Command(path, args...)
		}
	}
	require.Contains(t, out, "rsvg-convert")
	return out
}

// drawnBy lets every program draw a file.
func drawnBy(t testing.TB, svg []byte, w, h int) map[string]image.Image {
	t.Helper()
	out := map[string]image.Image{}
	from := filepath.Join(t.TempDir(), "picture.svg")
	require.NoError(t, os.WriteFile(from, svg, 0o600))
	for name := range programs(t, from, "", w, h) {
		to := filepath.Join(t.TempDir(), "picture.png")
		said, err := programs(t, from, to, w, h)[name].CombinedOutput()
		require.NoError(t, err, "%s: %s", name, said)
		f, err := os.Open(to)
		require.NoError(t, err)
		defer f.Close()
		out[name], err = png.Decode(f)
		require.NoError(t, err)
	}
	return out
}

// Where a program draws our letters with another face, none of them leaves its
// place: labels stay in their boxes, and lines of the caption on the page.
func TestAnotherFaceClipsNothing(t *testing.T) {
	ruler, ink := newRuler(t), style.Colour{A: 255}
	pg := &Page{Width: 700, Height: 360, Background: style.Colour{R: 255, G: 255, B: 255, A: 255}}
	var layer Layer
	layer.Scale = 1
	for i, text := range []string{
		"AWS commitment · $100 bn or $138 bn", "Investment in Anthropic · undisclosed", "WWWWWWWWMMMMMMMM@@@@", "iiiilllljjjj....::::1111",
		"Ελλάδα και Москва", "AI שלום labs", "مرحبا بالعالم",
	} {
		for k, bold := range []bool{false, true} {
			m := scene.TextMark(ruler, text, geom.Point{X: 20 + 340*float64(k), Y: 40 + 45*float64(i)}, 14, bold, ink)
			m.Ref = scene.Ref{Kind: scene.Tie, ID: fmt.Sprint("t", i, k)}
			layer.Marks = append(layer.Marks, m)
		}
	}
	pg.Layers = []Layer{layer}
	file, err := SVG(pg, 1, false, pace.Pace{})
	require.NoError(t, err)
	require.Empty(t, file.Missing)
	for name, img := range drawnBy(t, file.Content, 700, 360) {
		for i, m := range layer.Marks {
			// The room of a label: its padding left and right, and half a line.
			room := geom.Rect{
				Min: geom.Point{X: m.Bounds.Min.X - style.ChipPad + 2, Y: m.Bounds.Min.Y - 4},
				Max: geom.Point{X: m.Bounds.Max.X + style.ChipPad - 2, Y: m.Bounds.Max.Y + 8},
			}
			n := inkIn(img, room)
			assert.Positive(t, n, "%s draws line %d", name, i)
			beyond := geom.Rect{Min: geom.Point{X: m.Bounds.Min.X - 18, Y: room.Min.Y}, Max: geom.Point{X: m.Bounds.Max.X + 18, Y: room.Max.Y}}
			assert.Equal(t, n, inkIn(img, beyond), "%s: line %d leaves its room", name, i)
		}
	}
}

// inkIn counts the dark pixels of a part of a picture.
func inkIn(img image.Image, r geom.Rect) int {
	n := 0
	for y := max(int(r.Min.Y), 0); y < min(int(r.Max.Y), img.Bounds().Dy()); y++ {
		for x := max(int(r.Min.X), 0); x < min(int(r.Max.X), img.Bounds().Dx()); x++ {
			if red, _, _, _ := img.At(img.Bounds().Min.X+x, img.Bounds().Min.Y+y).RGBA(); red < 0x8000 {
				n++
			}
		}
	}
	return n
}
