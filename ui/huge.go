package ui

import (
	"context"
	"time"

	"entangle/layout"
	"entangle/ui/picture"
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
// pointer on a line should not wait for it.
func (w *Window) ready(s *scene.Scene) {
	if !w.state.Subject().Huge() {
		return
	}
	w.afterFirstMap(func() {
		w.jobs.run("finding out what lies where", func(context.Context) (func(), error) {
			s.Ready()
			return nil, nil
		})
	})
}

// bare says whether lines are drawn without labels: in a draft that is being
// refined, and at first wherever a huge web lies, since placing so many labels
// takes longer than all the rest.
func (w *Window) bare(subject *picture.Subject, placed layout.Placed) bool {
	return w.refining() || subject.Huge() && w.dressed != markOf(placed)
}

// dress draws a placement again with labels, when it is to stay.
func (w *Window) dress(placed layout.Placed) {
	if !w.refining() {
		w.dressed = markOf(placed)
		w.compose()
	}
}

// refining says whether a draft is on screen that its engine goes on with.
func (w *Window) refining() bool { return w.drafted() && w.stop != nil }

// markOf tells a placement from others, which are never changed.
func markOf(p layout.Placed) *layout.PlacedBox {
	if len(p.Boxes) == 0 {
		return nil
	}
	return &p.Boxes[0]
}
