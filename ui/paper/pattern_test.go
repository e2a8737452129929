package paper

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"entangle/ui/style"
)

// TestPatternsStayTold: on a map that is far away dots and dashes are still told
// from a line and from each other, until lines are a haze; near by they are as on
// paper.
func TestPatternsStayTold(t *testing.T) {
	period := func(d style.Dash, scale float64) float64 {
		pattern := d.Pattern(1.6)
		return (pattern[0] + pattern[1]) * patternScale(pattern, scale)
	}
	for _, scale := range []float64{0.2, 0.35, 0.5, 0.79} {
		assert.Greater(t, period(style.Dotted, scale), finest+1, "dots at %g", scale)
		assert.Greater(t, period(style.Dashed, scale), 2*period(style.Dotted, scale), "dashes at %g", scale)
	}
	for _, scale := range []float64{0.8, 1, 3} {
		assert.InDelta(t, (0.01+3+1.2*1.6)*scale, period(style.Dotted, scale), 1e-9, "as on paper at %g", scale)
	}
	assert.Less(t, period(style.Dotted, 0.01), finest, "a haze is drawn plain, and quickly")
}
