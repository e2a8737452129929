package ui

import (
	"context"
	"time"

	"entangle/ui/scene"
)

// afterFirstMap does what a huge web can wait for: not before its first map is
// there, which then has all processors.
func (w *Window) afterFirstMap(work func()) {
	if w.firstFrame == 0 && w.state.Subject().Huge() {
		w.afterFirst = append(w.afterFirst, work)
		return
	}
	work()
}

// letFirst waits until a first map is there, which has all processors: refining its
// draft takes ten times as long, and one of two of them.
func (w *Window) letFirst(placing context.Context) {
	const longest = 5 * time.Second // when there is no draft after all
	select {
	case <-w.seen:
	case <-placing.Done():
	case <-time.After(longest):
	}
}

// ready makes ahead what finding things on a scene of a huge web takes: the first
// pointer on a line should not wait for it. Of a draft that is being refined it would
// soon be in the way of what is made of the map that comes.
func (w *Window) ready(s *scene.Scene) {
	if !w.state.Subject().Huge() || w.refining() {
		return
	}
	w.afterFirstMap(func() {
		w.jobs.run("finding out what lies where", func(context.Context) (func(), error) {
			s.Ready()
			return nil, nil
		})
	})
}

// refining says whether a draft is on screen that its engine goes on with: its lines
// have no labels, since they will soon lie elsewhere.
func (w *Window) refining() bool { return w.drafted() && w.stop != nil }

// keepDraft gives a draft labels after all, when nothing will come in its place.
func (w *Window) keepDraft() {
	if w.drafted() {
		w.compose()
	}
}
