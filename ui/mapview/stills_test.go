package mapview

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/ui/scene"
	"entangle/ui/style"
)

// During a motion what stands around the map is not painted and keeps its room;
// afterwards it is there again.
func TestStills(t *testing.T) {
	v, _ := shown(t, atOnce(t))
	w := test.NewTempWindow(t, nil)
	s := NewStills(w.Canvas, v)
	words := widget.NewLabel("Words beside the map")
	held := s.Hold(words).(*fyne.Container)
	w.SetContent(container.NewStack(container.NewBorder(held, nil, nil, nil, v), s.Gate()))
	w.Resize(fyne.NewSize(480, 320))
	room := held.MinSize()

	s.Move()
	for range 2 * enough {
		s.Move()
	}
	assert.Equal(t, []fyne.CanvasObject{words}, held.Objects, "all is painted where frames begin empty")

	s.Rest()
	s.gate.keeps = true
	for range enough - 1 {
		s.Move()
		assert.NotEmpty(t, held.Objects, "a twitch is no motion")
	}
	s.Move()
	assert.Empty(t, held.Objects)
	assert.Equal(t, room, held.MinSize(), "its room is kept")
	require.NotPanics(t, func() { test.WidgetRenderer(s.gate).Objects() })
	s.Move()
	s.Rest()
	assert.Equal(t, []fyne.CanvasObject{words}, held.Objects)
	s.Rest()
	assert.Equal(t, []fyne.CanvasObject{words}, held.Objects)
}

// The mouse begins motions; letting go, leaving the map, resting the wheel and
// another scene end them. The keyboard makes none.
func TestMotionsBeginAndEnd(t *testing.T) {
	var p parked
	v, _ := shown(t, p.run)
	p.all()
	moving, rests := 0, 0
	v.OnMoving, v.OnRest = func() { moving++ }, func() { rests++ }
	v.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(5, 5)})
	v.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(5, 5)})
	assert.Equal(t, [2]int{2, 0}, [2]int{moving, rests})
	v.DragEnd()
	assert.Equal(t, [2]int{2, 1}, [2]int{moving, rests})
	scroll(v, fyne.NewPos(99, 99), 25)
	scroll(v, fyne.NewPos(99, 99), 25)
	assert.Equal(t, [2]int{4, 1}, [2]int{moving, rests}, "the wheel may go on")
	p.all()
	assert.Equal(t, [2]int{4, 2}, [2]int{moving, rests})
	v.MouseOut()
	assert.Equal(t, 3, rests)
	v.SetScene(small(t, scene.Look{}), style.Of(style.Light), scene.Ref{})
	assert.Equal(t, 4, rests)
	v.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
	v.ZoomBy(2)
	assert.Equal(t, 4, moving)
}
