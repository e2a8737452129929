package mapview

import (
	"entangle/ui/paper"
	"entangle/ui/scene"
	"entangle/ui/style"
)

// Ahead is the visible part of a scene, drawn before the scene is set, so that it
// comes to the screen in the same frame.
type Ahead struct{ sheet sheet }

// DrawAhead returns what draws the visible part of a scene that is to come, in the
// background, as the camera sees it now. It must be asked for on the user
// interface's goroutine.
func (v *View) DrawAhead() func(*scene.Scene) *Ahead {
	look, area := v.look(), v.visible()
	return func(s *scene.Scene) *Ahead {
		if area.Empty() {
			return nil
		}
		var drawn sheet
		err := v.glow.painter(func(p *paper.Painter) { drawn = planOf(s, look, area).draw(p) })
		if err != nil {
			return nil // it is tried again in the ordinary way, which says what is wrong
		}
		drawn.narrow = true
		return &Ahead{drawn}
	}
}

// SetSceneAhead is SetScene for a scene whose visible part has been drawn; nil is
// for none. The room around follows in the background. What was drawn is left when
// the camera has moved meanwhile.
func (v *View) SetSceneAhead(s *scene.Scene, drawn *Ahead, pal *style.Palette, picked scene.Ref) {
	v.ahead = drawn
	v.SetScene(s, pal, picked)
	v.ahead = nil
}

// takeAhead shows what has been drawn of the scene that was set just now.
func (v *View) takeAhead() {
	if v.ahead == nil || v.motion != nil || v.travel != nil {
		return
	}
	s := v.ahead.sheet
	if s.look == v.look() && s.covers(v.visible(), v.scene.Bounds) {
		s.generation = v.tiler.generation
		v.take(s, false)
	}
}
