package mapview

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"entangle/ui/scene"
	"entangle/ui/style"
)

// What has been drawn of a scene is on screen as soon as it is set; what lies around
// the view follows when the zoom has rested.
func TestASceneThatIsDrawnIsShownAtOnce(t *testing.T) {
	var p parked
	v, _ := shown(t, p.run)
	p.all()
	arrived := 0
	v.OnShown = func() { arrived++ }
	v.ZoomBy(3)
	p.all()
	before, first := v.sharp.picture, arrived
	next := small(t, scene.Look{})
	v.SetSceneAhead(next, v.DrawAhead()(next), style.Of(style.Dark), scene.Ref{})
	assert.True(t, v.Shows())
	assert.NotSame(t, before, v.sharp.picture)
	assert.True(t, v.sharp.narrow)
	assert.Greater(t, arrived, first, "whoever waits for it is told")
	p.all()
	assert.True(t, v.Shows())
	assert.False(t, v.sharp.narrow, "the room around was not drawn")

	late := v.DrawAhead()(next)
	v.ZoomBy(1.5)
	v.SetSceneAhead(next, late, style.Of(style.Dark), scene.Ref{})
	assert.False(t, v.Shows(), "the camera has moved meanwhile")
	p.all()
	v.SetSceneAhead(next, nil, style.Of(style.Dark), scene.Ref{})
	assert.False(t, v.Shows(), "nothing was drawn")
	p.all()
	assert.True(t, v.Shows())
}
