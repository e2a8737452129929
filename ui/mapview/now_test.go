package mapview

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"entangle/ui/scene"
	"entangle/ui/style"
)

// A small scene is on screen before the call returns, and what lies around the view
// follows when the zoom has rested.
func TestASmallSceneIsShownAtOnce(t *testing.T) {
	var p parked
	v, _ := shown(t, p.run)
	p.all()
	arrived := 0
	v.OnShown = func() { arrived++ }
	v.ZoomBy(3)
	p.all()
	before, first := v.sharp.picture, arrived
	v.SetSceneNow(small(t, scene.Look{}), style.Of(style.Dark), scene.Ref{})
	assert.True(t, v.Shows())
	assert.NotSame(t, before, v.sharp.picture)
	assert.True(t, v.sharp.narrow)
	assert.Greater(t, arrived, first, "whoever waits for it is told")
	p.all()
	assert.True(t, v.Shows())
	assert.False(t, v.sharp.narrow, "the room around was not drawn")
	v.SetScene(small(t, scene.Look{}), style.Of(style.Dark), scene.Ref{})
	assert.False(t, v.Shows(), "in the background")
	p.all()
	assert.True(t, v.Shows())
}
