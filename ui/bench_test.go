package ui

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/assert"
)

func TestSpreads(t *testing.T) {
	assert.Equal(t, spread{}, spreadOf(nil))
	var list []time.Duration
	for i := range 100 {
		list = append(list, time.Duration(100-i)*time.Millisecond)
	}
	assert.Equal(t, spread{P50: 50, P95: 95}, spreadOf(list))
	assert.Equal(t, spread{P50: 7, P95: 7}, spreadOf([]time.Duration{7 * time.Millisecond}))
	assert.Equal(t, most{P50: 50, Max: 100}, mostOf(list))
	assert.Equal(t, most{}, mostOf(nil))
	assert.InDelta(t, 1.23, ms(1234*time.Microsecond), 1e-9)
}

func TestAFrameEndsWithTheEarlier(t *testing.T) {
	at := func(n int) time.Time { return time.Unix(0, 0).Add(time.Duration(n) * time.Millisecond) }
	got := lasting([]time.Time{at(0), at(16), at(40)}, []time.Time{at(5), {}})
	assert.Equal(t, []time.Duration{5 * time.Millisecond, 24 * time.Millisecond}, got)
}

func TestInside(t *testing.T) {
	size := fyne.NewSize(100, 50)
	assert.True(t, inside(fyne.NewPos(50, 25), size))
	assert.False(t, inside(fyne.NewPos(2, 25), size))
	assert.False(t, inside(fyne.NewPos(50, 49), size))
}

func TestPeak(t *testing.T) {
	assert.Greater(t, peakMB(), 1.0)
}
