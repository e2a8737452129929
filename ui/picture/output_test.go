package picture

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/layout/geom"
	"entangle/layout/graphviz"
	"entangle/ui/golden"
	"entangle/ui/pace"
	"entangle/ui/paper"
	"entangle/ui/scene"
	"entangle/ui/style"
)

// tolerance is which share of any block of 32 × 32 pixels may be unlike all that
// is within a pixel of it: every program smooths the edges of letters and lines
// in its own way. Measured are up to 1.5 %, where letters are small or turned 4.2 %.
const tolerance = 0.06

// painted lets another program paint a file as PNG.
func painted(t *testing.T, content []byte, name, ending string, args func(from, to string) []string) image.Image {
	t.Helper()
	dir := t.TempDir()
	from, to := filepath.Join(dir, "picture."+ending), filepath.Join(dir, "painted")
	require.NoError(t, os.WriteFile(from, content, 0o600))
	said, err := exec.Command(name, args(from, to)...).CombinedOutput()
	require.NoError(t, err, "%s: %s", name, said)
	content, err = os.ReadFile(to + ".png")
	require.NoError(t, err)
	img, err := png.Decode(bytes.NewReader(content))
	require.NoError(t, err)
	return img
}

// Every view, in every theme, looks the same as PNG, as SVG that rsvg-convert
// paints (letters as shapes, since it has faces of its own) and as PDF that
// pdftoppm paints.
func TestEveryOutputShowsTheSame(t *testing.T) {
	r := newRuler(t)
	for _, arranged := range Arrangements() {
		if arranged == Table {
			continue // no picture
		}
		v := core(builtin(t)).View
		v.Arrangement = arranged
		s := Look(builtin(t), v)
		p, err := Place(t.Context(), graphviz.Layout, s.Graph(r))
		require.NoError(t, err)
		for _, theme := range style.Themes() {
			e := Export{Theme: theme, Format: "png", OutlineText: true, Scale: 2}
			drawn := func(format string) []byte {
				e.Format = format
				d, err := s.Draw(p, r, e)
				require.NoError(t, err)
				return d.Content
			}
			ours, err := png.Decode(bytes.NewReader(drawn("png")))
			require.NoError(t, err)
			size := ours.Bounds().Size()
			theirs := map[string]image.Image{
				"svg": painted(t, drawn("svg"), "rsvg-convert", "svg", func(from, to string) []string {
					return []string{from, "-o", to + ".png", "-w", fmt.Sprint(size.X), "-h", fmt.Sprint(size.Y)}
				}),
				"pdf": painted(t, drawn("pdf"), "pdftoppm", "pdf", func(from, to string) []string {
					return []string{"-png", "-singlefile", "-scale-to-x", fmt.Sprint(size.X), "-scale-to-y", fmt.Sprint(size.Y), from, to}
				}),
			}
			for format, img := range theirs {
				require.Equal(t, size, img.Bounds().Size(), "%s %s %s", arranged, theme, format)
				differing := golden.Misplaced(ours, img)
				assert.LessOrEqual(t, differing, tolerance, "%s %s %s", arranged, theme, format)
				t.Logf("%s %s %s: %.3f %%", arranged, theme, format, 100*differing)
			}
		}
	}
}

// The tolerance is strict enough to see a single word that is missing, that lies
// two points beside its place, or that has another colour.
func TestTheToleranceIsStrict(t *testing.T) {
	r, s := newRuler(t), core(builtin(t))
	p, err := Place(t.Context(), graphviz.Layout, s.Graph(r))
	require.NoError(t, err)
	draw := func(change func(scene.Mark) scene.Mark) image.Image {
		pg := s.page(p, r, Export{Theme: style.Light})
		marks := slices.Collect(pg.Layers[0].All())
		at := slices.IndexFunc(marks, func(m scene.Mark) bool { text, ok := m.Shape.(scene.Text); return ok && len(text.String) > 12 })
		marks[at] = change(marks[at])
		pg.Layers[0].Marks, pg.Layers[0].Scene = marks, nil
		file, err := paper.PNG(pg, 2, pace.Pace{})
		require.NoError(t, err)
		img, err := png.Decode(bytes.NewReader(file.Content))
		require.NoError(t, err)
		return img
	}
	whole := draw(func(m scene.Mark) scene.Mark { return m })
	assert.Zero(t, golden.Misplaced(whole, whole))
	for what, change := range map[string]func(scene.Mark) scene.Mark{
		"missing": func(m scene.Mark) scene.Mark { m.Shape = scene.Text{}; return m },
		"moved":   func(m scene.Mark) scene.Mark { return scene.Moved(m, geom.Point{X: 2}) },
		"coloured": func(m scene.Mark) scene.Mark {
			text := m.Shape.(scene.Text)
			text.Colour = style.Colour{R: 255, A: 255}
			m.Shape = text
			return m
		},
	} {
		assert.Greater(t, golden.Misplaced(whole, draw(change)), tolerance, what)
	}
}

// What is exported twice, more than a second apart, is the same to the last
// byte.
func TestEveryFormatIsTheSameEachTime(t *testing.T) {
	r := newRuler(t)
	drawn := func() map[string][]byte {
		s := core(builtin(t))
		p, err := Place(t.Context(), graphviz.Layout, s.Graph(r))
		require.NoError(t, err)
		out := map[string][]byte{}
		for _, format := range Formats() {
			d, err := s.Draw(p, r, Export{Format: format, Theme: style.Light})
			require.NoError(t, err)
			out[format] = d.Content
		}
		return out
	}
	first := drawn()
	time.Sleep(1100 * time.Millisecond)
	for format, content := range drawn() {
		assert.True(t, bytes.Equal(first[format], content), format)
	}
}
