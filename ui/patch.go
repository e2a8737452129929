package ui

import (
	"context"
	"runtime"
	"slices"
	"time"

	"entangle/ui/picture"
	"entangle/ui/scene"
)

// patches shows at once what a step changes on the map of a large web: until the whole
// picture is made, that is laid over the one on screen.
type patches struct {
	base picture.Shown // the picture on screen
	next picture.Shown // the one that was set last, whose sheets may still be being drawn
	soon bool          // composing waits for the frame that shows a patch
	// waits: the first picture has no index yet, without which there are no patches.
	waits bool
	// rested: the scene after which garbage was collected, so that the next step need not
	// wait for that.
	rested *scene.Scene
	after  func() // is done when the frame that shows a patch has been painted
	drawn  func() // is done when the whole picture has been composed
}

// patchPause is how long the frame that shows a patch has the processors for itself.
const patchPause = 60 * time.Millisecond

// lookOf is how the present picture is shown.
func (w *Window) lookOf() scene.Look {
	lit, selected := w.state.Lit()
	return scene.Look{Palette: w.pal(), Selected: selected, Lit: lit, Lifted: w.lifted}
}

// patch lays over the map what the present picture has otherwise, and says whether it
// did.
func (w *Window) patch() bool {
	base, subject := w.patches.base, w.state.Subject()
	placed, ok := w.state.Placement()
	if base.Scene == nil || base.Subject.Light() || w.patches.waits || base.Scene != w.view.Base() || !ok || !base.Scene.LiesOn(placed) {
		w.view.Patch(nil)
		return false
	}
	look := w.lookOf()
	if subject == base.Subject && look.Selected == base.Look.Selected && slices.Equal(look.Lit, base.Look.Lit) {
		w.view.Patch(nil) // back to what is on screen
		return false
	}
	if subject != base.Subject {
		giveRoom(true)
	}
	look.Bare = w.refining()
	w.view.Patch(subject.Patch(base, look, w.ruler))
	return w.view.Patched()
}

// rebased notes that another picture is on screen than before. What was asked for since
// is laid over it.
func (w *Window) rebased() {
	if w.patches.base = (picture.Shown{}); w.patches.next.Scene == w.view.Base() {
		w.patches.base = w.patches.next
	}
	if base := w.patches.base.Scene; w.patches.waits && base != nil && !w.refining() {
		w.afterFirstMap(func() {
			w.jobs.run("finding places on the map", func(context.Context) (func(), error) {
				base.Ready()
				return func() { w.patches.waits = w.patches.waits && w.patches.base.Scene != base }, nil
			})
		})
	}
	if w.composing || w.patches.soon {
		w.patch()
	}
}

// rest collects garbage when the picture of a large web is there, once: a step that
// comes later would share the processors with that.
func (w *Window) rest() {
	if w.scene == nil || w.patches.rested == w.scene || w.composing || w.patches.next.Subject.Light() {
		return
	}
	w.patches.rested = w.scene
	w.jobs.run("collecting garbage", func(context.Context) (func(), error) {
		runtime.GC()
		return func() { giveRoom(false) }, nil
	})
}

// composeSoon composes when the frame that shows a patch has been painted. Further steps
// meanwhile are composed with it.
func (w *Window) composeSoon() {
	if w.patches.soon {
		return
	}
	w.patches.soon = true
	w.jobs.later(patchPause, func() {
		w.patches.soon = false
		w.composeNow()
	})
}

// afterPatch does what the frame that shows a patch need not wait for: the pages of a
// large web are written by going through all of it.
func (w *Window) afterPatch(work func()) {
	if !w.view.Patched() {
		work()
		return
	}
	if w.patches.after == nil {
		w.jobs.hand(func() {
			last := w.patches.after
			w.patches.after = nil
			last()
		})
	}
	w.patches.after = work
}

// whenComposed does what would take the processors from drawing the map, when a patch
// stands for it.
func (w *Window) whenComposed(work func()) {
	if !w.view.Patched() {
		work()
		return
	}
	w.patches.drawn = work
}

// composed does what waited for that.
func (p *patches) composed() {
	if work := p.drawn; work != nil {
		p.drawn = nil
		work()
	}
}
