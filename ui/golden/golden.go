// Package golden compares what a test got with a file in its testdata: text
// letter by letter, pictures with a tolerance. With the flag -update the files
// are written anew. Only tests import it; it must not know what they test.
package golden

import (
	"bytes"
	"flag"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write the golden files anew")

// Text compares a text with testdata/golden/name.
func Text(t *testing.T, name, got string) {
	t.Helper()
	assert.Equal(t, string(read(t, name, []byte(got))), got, "%s; run the test with -update to accept", name)
}

// Image compares a picture with testdata/golden/name, a PNG. Letters differ a
// little between machines: no more than share of the pixels (0 to 1) may differ
// by more than 24 of 255 in any channel. A picture that differs is kept in
// testdata/failed.
func Image(t *testing.T, name string, got image.Image, share float64) {
	t.Helper()
	var encoded bytes.Buffer
	require.NoError(t, png.Encode(&encoded, got))
	want, err := png.Decode(bytes.NewReader(read(t, name, encoded.Bytes())))
	require.NoError(t, err)
	if !assert.Equal(t, want.Bounds().Size(), got.Bounds().Size(), "size of %s", name) ||
		!assert.LessOrEqual(t, Differing(want, got), share, "share of the pixels of %s that differ", name) {
		write(t, filepath.Join("testdata", "failed", name), encoded.Bytes())
	}
}

// Differing returns which share of the pixels of two pictures of one size are
// visibly unlike each other.
func Differing(a, b image.Image) float64 {
	size, n := a.Bounds().Size(), 0
	for y := range size.Y {
		for x := range size.X {
			p, q := a.At(a.Bounds().Min.X+x, a.Bounds().Min.Y+y), b.At(b.Bounds().Min.X+x, b.Bounds().Min.Y+y)
			if unlike(color.NRGBAModel.Convert(p).(color.NRGBA), color.NRGBAModel.Convert(q).(color.NRGBA)) {
				n++
			}
		}
	}
	return float64(n) / float64(max(size.X*size.Y, 1))
}

func unlike(p, q color.NRGBA) bool {
	if p.A == 0 && q.A == 0 {
		return false
	}
	far := func(a, b uint8) bool { return max(a, b)-min(a, b) > 24 }
	return far(p.R, q.R) || far(p.G, q.G) || far(p.B, q.B) || far(p.A, q.A)
}

// read returns the golden file, which is written first when that was asked for.
func read(t *testing.T, name string, got []byte) []byte {
	t.Helper()
	path := filepath.Join("testdata", "golden", name)
	if *update {
		write(t, path, got)
	}
	want, err := os.ReadFile(path)
	require.NoError(t, err, fmt.Sprintf("run the test with -update to write %s", path))
	return want
}

func write(t *testing.T, path string, content []byte) {
	t.Helper()
	require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
	require.NoError(t, os.WriteFile(path, content, 0o644))
}
