package mapview

import (
	"entangle/ui/paper"
	"entangle/ui/scene"
	"entangle/ui/style"
)

// SetSceneNow is SetScene for a scene of few marks: what is visible of it is drawn
// before it returns, so that the next frame has it. The room around follows in the
// background.
func (v *View) SetSceneNow(s *scene.Scene, pal *style.Palette, picked scene.Ref) {
	v.now = true
	v.SetScene(s, pal, picked)
	v.now = false
}

// drawNow draws what is visible, unless the camera is on its way elsewhere.
func (v *View) drawNow() {
	if v.Size().Width < 1 || v.Size().Height < 1 || v.motion != nil || v.travel != nil {
		return
	}
	d := v.plan(v.look(), v.visible())
	var drawn sheet
	err := guarded("drawing the map", func() error {
		return v.glow.painter(func(p *paper.Painter) { drawn = d.draw(p) })
	})
	if err == nil { // else the background tries it again, and says what is wrong
		drawn.narrow = true
		v.take(drawn, false)
	}
}
