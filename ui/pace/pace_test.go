package pace

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestPartsOfPartsAreSharesOfTheWhole(t *testing.T) {
	var told []float64
	whole := New(t.Context(), func(x float64) { told = append(told, x) })
	require.NoError(t, whole.At(0))
	half := whole.Part(0.5, 1)
	for _, share := range []float64{0, 0.5, 0.2, 0.5001, 2} { // one backwards, one too small to be seen, one too large
		require.NoError(t, half.At(share))
	}
	quarter := half.Part(0.5, 1)
	require.NoError(t, quarter.At(0), "behind what was told")
	require.NoError(t, whole.At(1), "told already")
	assert.Equal(t, []float64{0, 0.5, 0.75, 1}, told)
}

func TestStepsAreToldNowAndThen(t *testing.T) {
	calls, last := 0, -1.0
	p := New(t.Context(), func(x float64) { calls, last = calls+1, x })
	for i := range 10_000 {
		require.NoError(t, p.Step(i, 10_000))
	}
	assert.Less(t, calls, 10_000/stride+2)
	assert.Greater(t, last, 0.97)
	assert.NoError(t, p.Step(0, 0), "no steps at all")
}

func TestItEndsWithTheContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	p := New(ctx, func(x float64) {
		if x >= 0.5 {
			cancel()
		}
	})
	require.NoError(t, p.At(0.4))
	require.ErrorIs(t, p.At(0.5), context.Canceled, "at once, and not with the step after")
	require.ErrorIs(t, p.Part(0.9, 1).Step(0, 10), context.Canceled)
	require.ErrorIs(t, p.Err(), context.Canceled)
	require.ErrorIs(t, New(ctx, nil).At(0), context.Canceled)
}

func TestSharesFollowSizes(t *testing.T) {
	var told []float64
	for _, part := range New(t.Context(), func(x float64) { told = append(told, x) }).Part(0, 0.8).Shares(1, 0, 3) {
		require.NoError(t, part.At(1))
	}
	assert.InDeltaSlice(t, []float64{0.2, 0.8}, told, 1e-9)
	assert.Len(t, Pace{}.Shares(0, 0), 2)
}

func TestTheZeroPaceGoesOn(t *testing.T) {
	var p Pace
	require.NoError(t, p.At(1))
	require.NoError(t, p.Part(0, 0.5).Step(0, 1))
	require.NoError(t, p.Err())
}
