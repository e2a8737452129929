package ui

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"entangle/data"
	"entangle/data/query"
	"entangle/ui/scene"
	"entangle/ui/timeline"
)

// benchSteps is how many steps of the timeline are measured.
const benchSteps = 20

// most is the middle and the worst of some durations, in milliseconds.
type most struct {
	P50 float64 `json:"p50"`
	Max float64 `json:"max"`
}

func mostOf(list []time.Duration) most {
	if len(list) == 0 {
		return most{}
	}
	return most{spreadOf(list).P50, ms(slices.Max(list))}
}

// stepThrough goes to days all over the timeline, from each on to the next event, and
// notes how long it takes until a frame is painted that shows the day.
func (b *bench) stepThrough(next func()) {
	var days []data.Day
	for _, e := range b.w.clock.now() {
		if e.Kind != query.Appears && e.Known {
			days = append(days, e.Day())
		}
	}
	days = slices.Compact(days)
	if len(days) == 0 {
		next()
		return
	}
	var leaps, steps []time.Duration
	var from func(i int)
	from = func(i int) {
		if i == benchSteps {
			b.figures.Leap, b.figures.Step = mostOf(leaps), mostOf(steps)
			next()
			return
		}
		day := days[i*len(days)/benchSteps]
		b.firstFrameOf(func() { b.w.clock.set(timeline.AsOf, day, true) }, &leaps, func() {
			b.firstFrameOf(func() { b.w.clock.step(true) }, &steps, func() { from(i + 1) })
		})
	}
	from(0)
}

// selectThrough selects parties all over the map, and lets go of them again.
func (b *bench) selectThrough(next func()) {
	nodes := b.w.state.Subject().Drawing.Nodes
	const parties = 10
	var took, rest []time.Duration
	var from func(i int)
	from = func(i int) {
		if i == parties || len(nodes) == 0 {
			b.figures.Select = mostOf(took)
			next()
			return
		}
		ref := scene.Ref{Kind: scene.Party, ID: string(nodes[i*len(nodes)/parties].Party)}
		b.firstFrameOf(func() { b.w.pick(ref) }, &took, func() {
			b.firstFrameOf(func() { b.w.pick(scene.Ref{}) }, &rest, func() { from(i + 1) })
		})
	}
	from(0)
}

// firstFrameOf notes how long it takes until another picture is painted, and goes on
// when nothing is worked on any more.
func (b *bench) firstFrameOf(change func(), took *[]time.Duration, next func()) {
	var started time.Time
	before := b.w.composed
	var run *fyne.Animation
	run = fyne.NewAnimation(time.Hour, func(float32) {
		if started.IsZero() {
			started = time.Now()
			change()
		}
		if !b.w.showsView() {
			return
		}
		run.Stop()
		b.w.jobs.hand(func() { // after the frame that this tick belongs to
			if b.w.composed != before { // else it was what is on screen
				*took = append(*took, time.Since(started))
			}
			b.calm(4, next)
		})
	})
	run.Start()
}

// calm waits until nothing has been worked on for a while.
func (b *bench) calm(left int, then func()) {
	b.w.jobs.later(50*time.Millisecond, func() {
		switch {
		case b.w.jobs.busy.Load() > 0 || b.w.composing:
			b.calm(4, then)
		case left > 0:
			b.calm(left-1, then)
		default:
			then()
		}
	})
}

// showsView says whether the picture on the map is one of the present view.
func (w *Window) showsView() bool {
	base := w.patches.next
	return w.view.Patched() || base.Subject == w.state.Subject() && base.Look.Selected == w.lookOf().Selected && w.view.Shows()
}
