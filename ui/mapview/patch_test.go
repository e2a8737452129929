package mapview

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/ui/scene"
	"entangle/ui/style"
)

// lacking is a patch of a scene in which a tie is gone.
func lacking(t *testing.T, s *scene.Scene, ref scene.Ref) *scene.Patch {
	t.Helper()
	return s.Patch(scene.Difference{Diagram: &scene.Diagram{}, Changed: []scene.Ref{ref}}, scene.Look{Palette: style.Of(style.Light)}, ruler(t))
}

func TestAPatchStandsUntilTheSheetsCome(t *testing.T) {
	var p parked
	v, _ := shown(t, p.run)
	rebased, arrived := 0, 0
	v.OnBase, v.OnShown = func() { rebased++ }, func() { arrived++ }
	p.all()
	require.Same(t, v.Scene(), v.Base())
	ref := v.Scene().Refs()[len(v.Scene().Refs())-1]
	at, ok := v.ScreenOf(ref)
	require.True(t, ok)
	require.Equal(t, ref, v.at(at))

	shownBefore := arrived
	v.Patch(lacking(t, v.Scene(), ref))
	assert.True(t, v.Patched())
	require.NotNil(t, v.patch.image)
	assert.Contains(t, test.WidgetRenderer(v).Objects(), fyne.CanvasObject(v.patch.image))
	assert.Equal(t, scene.Ref{}, v.at(at), "what is gone cannot be picked")
	assert.Equal(t, shownBefore, arrived, "that is not the picture yet")

	v.SetScene(small(t, scene.Look{}), style.Of(style.Light), scene.Ref{})
	assert.True(t, v.Patched(), "the sheets are those from before")
	assert.NotSame(t, v.Scene(), v.Base())
	p.all()
	assert.False(t, v.Patched())
	assert.Nil(t, v.patch.image)
	assert.Same(t, v.Scene(), v.Base())
	assert.Equal(t, 2, rebased)
	assert.Greater(t, arrived, shownBefore)

	v.Patch(lacking(t, v.Scene(), ref))
	v.Patch(nil)
	assert.False(t, v.Patched())
	assert.Equal(t, ref, v.at(at))
}
