package paper

import (
	"bytes"
	"context"
	"encoding/binary"
	"image/png"
	"runtime"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/ui/golden"
	"entangle/ui/pace"
	"entangle/ui/style"
)

// A picture that is drawn in strips is the picture that is drawn at once, but for
// a few pixels of smoothed edges.
func TestStripsMeet(t *testing.T) {
	for _, ground := range []uint8{255, 0} {
		pg := page(t, everyMark(t, style.Light))
		pg.Background.A = ground
		w, h := int(pg.Width*2+0.5), int(pg.Height*2+0.5)
		whole, err := drawPNG(pg, 2, w, h, h, pace.Pace{})
		require.NoError(t, err)
		strips, err := drawPNG(pg, 2, w, h, 37, pace.Pace{})
		require.NoError(t, err)
		a, err := png.Decode(bytes.NewReader(whole.Content))
		require.NoError(t, err)
		b, err := png.Decode(bytes.NewReader(strips.Content))
		require.NoError(t, err)
		require.Equal(t, a.Bounds(), b.Bounds())
		assert.Less(t, golden.Differing(a, b), 0.00002, "a handful of pixels at the seams")
	}
}

func TestPNGStatesItsResolution(t *testing.T) {
	pg := Fit(everyMark(t, style.Light), nil, Sheet{Width: 200, Height: 100})
	for scale, perMetre := range map[float64]uint32{1: 3780, 2: 7559, 3.125: 11811} { // 96, 192 and 300 to the inch
		file, err := PNG(pg, scale, pace.Pace{})
		require.NoError(t, err)
		at := bytes.Index(file.Content, []byte("pHYs"))
		require.Positive(t, at)
		assert.Equal(t, perMetre, binary.BigEndian.Uint32(file.Content[at+4:]))
		assert.Equal(t, perMetre, binary.BigEndian.Uint32(file.Content[at+8:]))
		assert.Equal(t, byte(1), file.Content[at+12], "to the metre")
	}
}

// The largest picture of all stays within its bound on memory: what the process
// has ever taken from the system is counted, with all that other tests took.
func TestTheLargestPNG(t *testing.T) {
	pg := page(t, everyMark(t, style.Light))
	pg.Width, pg.Height = 640, 640
	calls := 0
	file, err := PNG(pg, 25, pace.New(t.Context(), func(float64) { calls++ }))
	require.NoError(t, err)
	assert.Greater(t, calls, 20)
	var memory runtime.MemStats
	runtime.ReadMemStats(&memory)
	assert.Less(t, memory.Sys>>20, uint64(400), "MB")
	size, err := png.DecodeConfig(bytes.NewReader(file.Content))
	require.NoError(t, err)
	assert.Equal(t, [2]int{MaxSide, MaxSide}, [2]int{size.Width, size.Height})
}

func TestDrawingCanBeStopped(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := PNG(page(t, everyMark(t, style.Light)), 1, pace.New(ctx, nil))
	assert.ErrorIs(t, err, context.Canceled)
}
