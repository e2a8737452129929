package ui

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"entangle/ui/style"
)

// pulse is a bar that shows that work is under way whose end nobody can tell:
// Graphviz says nothing of how far it is. Its block goes from left to right in a
// few steps a second, since each of them repaints the window; without motion it
// stays where it is.
type pulse struct {
	object       *fyne.Container
	track, block *canvas.Rectangle
	motion       *fyne.Animation
}

const (
	pulseWidth  = 96
	pulseHeight = 4
	pulseSteps  = 8
	pulseTime   = 2 * time.Second // from one end to the other
)

func newPulse(p *style.Palette) *pulse {
	u := &pulse{track: canvas.NewRectangle(p.Rule), block: canvas.NewRectangle(p.Accent)}
	size := fyne.NewSize(pulseWidth, pulseHeight)
	u.track.SetMinSize(size)
	u.track.Resize(size)
	u.block.Resize(fyne.NewSize(pulseWidth/pulseSteps, pulseHeight))
	u.object = container.NewCenter(container.New(fixed(size), u.track, u.block))
	u.object.Hide()
	return u
}

// fixed gives its objects the places that they have, and a size to the whole.
type fixed fyne.Size

func (f fixed) Layout([]fyne.CanvasObject, fyne.Size) {}

func (f fixed) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size(f) }

// start shows the bar.
func (u *pulse) start() {
	u.object.Show()
	if u.motion != nil || !fyne.CurrentApp().Settings().ShowAnimations() {
		return
	}
	u.motion = fyne.NewAnimation(pulseTime, u.step)
	u.motion.Curve, u.motion.RepeatCount = fyne.AnimationLinear, fyne.AnimationRepeatForever
	u.motion.Start()
}

// step moves the block to where it is a share t of the way; nothing is painted
// anew while it stays where it is.
func (u *pulse) step(t float32) {
	at := fyne.NewPos(min(float32(int(t*pulseSteps)), pulseSteps-1)*pulseWidth/pulseSteps, 0)
	if u.block.Position() != at {
		u.block.Move(at)
	}
}

// stop takes the bar away.
func (u *pulse) stop() {
	if u.motion != nil {
		u.motion.Stop()
		u.motion = nil
	}
	u.object.Hide()
}

// recolour takes the colours of the theme.
func (u *pulse) recolour(p *style.Palette) {
	u.track.FillColor, u.block.FillColor = p.Rule, p.Accent
	u.track.Refresh()
	u.block.Refresh()
}
