package ui

import (
	"context"
	"fmt"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynelayout "fyne.io/fyne/v2/layout"

	"entangle/data"
	"entangle/data/query"
	"entangle/ui/brief"
	"entangle/ui/picture"
	"entangle/ui/scene"
	"entangle/ui/timeline"
	"entangle/ui/words"
)

// clock is what moves the two days of the view: the strip under the map, its
// controls, and the play.
type clock struct {
	w        *Window
	strip    *timeline.View
	controls *timeline.Controls
	events   []query.Event    // of subject
	subject  *picture.Subject // whose events are known
	line     *scene.Timeline  // of these
	reading  bool             // the events are being read
	stale    bool             // and will have to be again
	playing  bool
	played   int           // the number of the play under way
	beat     time.Duration // how long an event stays when playing
}

func newClock(w *Window) *clock {
	c := &clock{w: w, strip: timeline.New(w.jobs.run, w.ruler, w.beside), controls: timeline.NewControls(), beat: playBeat}
	c.strip.OnMove = c.move
	c.strip.OnStep, c.controls.OnStep = c.step, c.step
	c.strip.OnPlay, c.controls.OnPlay = c.play, c.play
	c.strip.OnLeave, c.controls.OnLeave = w.toMap, w.toMap
	c.strip.OnPoint = c.point
	c.strip.OnShown = func() { w.probe.again(w) }
	c.controls.OnDate = func(h timeline.Handle, day data.Day) { c.move(h, day, false) }
	c.controls.OnRefuse = func(err error) { w.bar.say("No day: " + err.Error()) }
	return c
}

// object is the strip with its controls as a part of the window.
func (c *clock) object() fyne.CanvasObject {
	controls := container.New(fynelayout.NewCustomPaddedLayout(2, 0, 12, 12), c.controls.Object())
	return container.NewBorder(controls, nil, nil, nil, c.strip)
}

// opened lets the strip show all events of another dataset.
func (c *clock) opened() {
	c.stop()
	c.strip.Whole()
}

// show shows the days of the view and, when they are read, its events.
func (c *clock) show() {
	s := c.w.state.Subject()
	c.controls.SetDays(s.View.AsOf, s.View.KnownOn, s.View.Since)
	now := s.Timeline(nil)
	c.strip.SetDays(now.AsOf, now.KnownOn, now.Since, c.w.pal())
	c.w.afterFirstMap(func() { c.w.whenComposed(c.read) })
}

// read finds the events of the view in the background. While the days are being
// dragged one reading at a time is under way.
func (c *clock) read() {
	if c.reading {
		c.stale = true
		return
	}
	c.reading, c.stale = true, false
	subject := c.w.state.Subject()
	if subject == c.subject { // something else has changed
		c.reading = false
		c.strip.Set(c.line, c.w.pal())
		return
	}
	c.w.jobs.run("reading the events", func(context.Context) (func(), error) {
		events := subject.Events()
		line := subject.Timeline(events)
		return func() {
			c.reading = false
			c.events, c.subject, c.line = events, subject, line
			if c.stale {
				c.read()
				return
			}
			c.strip.Set(line, c.w.pal())
		}, nil
	})
}

// move sets one of the days. The steps of one drag are undone together.
func (c *clock) move(h timeline.Handle, day data.Day, goOn bool) {
	if c.w.state.Subject() == nil {
		return
	}
	c.stop()
	c.set(h, day, goOn)
}

func (c *clock) set(h timeline.Handle, day data.Day, goOn bool) {
	v := c.w.state.View()
	name := "move the as-of day"
	switch h {
	case timeline.AsOf:
		v.AsOf = day
	case timeline.KnownOn:
		v.KnownOn, name = day, "move the known-on day"
	case timeline.Since:
		v.Since, name = day, "compare two days"
		if day == 0 {
			name = "end the comparison"
		}
	default:
		return
	}
	if goOn {
		c.w.state.Continue(name, v)
	} else {
		c.w.state.Change(name, v)
	}
}

// step goes to the next event or to the one before.
func (c *clock) step(forward bool) {
	if s := c.w.state.Subject(); s != nil {
		c.stop()
		if day, ok := c.next(forward); ok {
			c.set(timeline.AsOf, day, true)
			return
		}
		c.w.bar.say(map[bool]string{true: "No event after this day.", false: "No event before this day."}[forward])
	}
}

// stepKnown goes from source to source on the known-on day; past the last one
// there is no limit.
func (c *clock) stepKnown(forward bool) {
	s := c.w.state.Subject()
	if s == nil {
		return
	}
	c.stop()
	day, ok := query.NextKnown(c.now(), s.View.KnownOn, forward)
	switch {
	case ok:
		c.set(timeline.KnownOn, day, true)
	case forward:
		c.set(timeline.KnownOn, data.MaxDay, true)
	default:
		c.w.bar.say("No dated source appears before this day.")
	}
}

// next is the day of the next event, or of the one before.
func (c *clock) next(forward bool) (data.Day, bool) {
	s := c.w.state.Subject()
	if c.subject == s {
		return query.Next(c.events, s.View.AsOf, forward)
	}
	return s.NextEvent(s.View.AsOf, forward) // quicker than reading them all
}

// now is the events of the view, read at once when the last reading is of
// another one.
func (c *clock) now() []query.Event {
	if s := c.w.state.Subject(); c.subject != s {
		c.events, c.subject = s.Events(), s
	}
	return c.events
}

// playBeat is how long an event stays when playing.
const playBeat = 1100 * time.Millisecond

// play goes from event to event until the last one, or stops.
func (c *clock) play() {
	if c.w.state.Subject() == nil {
		return
	}
	if c.playing {
		c.stop()
		return
	}
	c.playing = true
	c.played++
	c.controls.SetPlaying(true)
	if _, ok := query.Next(c.now(), c.w.state.View().AsOf, true); !ok { // from the beginning again
		if len(c.events) > 0 {
			c.set(timeline.AsOf, c.events[0].Day()-1, false)
		}
	}
	c.tick(c.played)
}

func (c *clock) tick(number int) {
	if !c.playing || c.played != number {
		return
	}
	day, ok := c.next(true)
	if !ok {
		c.stop()
		return
	}
	c.set(timeline.AsOf, day, true)
	c.w.jobs.later(c.beat, func() { c.tick(number) })
}

func (c *clock) stop() {
	if c.playing {
		c.playing = false
		c.controls.SetPlaying(false)
	}
}

// point says what is under the pointer of the strip.
func (c *clock) point(marks []int) {
	if c.subject == nil || len(marks) == 0 {
		c.controls.SetWords("")
		return
	}
	var events []query.Event
	for _, i := range marks {
		if i < len(c.events) {
			events = append(events, c.events[i])
		}
	}
	if len(events) == 0 {
		return
	}
	text := c.subject.EventWords(events[:1])[0]
	if more := len(events) - 1; more > 0 {
		text += fmt.Sprintf(" · and %s", words.Count(more, "event")+" more")
	}
	c.controls.SetWords(text)
}

// compare compares with the day before the last event, so that the second flag
// stands somewhere from where it can be dragged, or ends the comparison.
func (c *clock) compare() {
	s := c.w.state.Subject()
	switch {
	case s == nil:
	case s.View.Comparing():
		c.move(timeline.Since, 0, false)
	default:
		day, ok := query.Next(c.now(), s.View.AsOf+1, false)
		if !ok {
			day = s.View.AsOf
		}
		c.move(timeline.Since, day-1, false)
		c.w.ask(brief.WhatChanged)
		c.controls.Focus(timeline.Since, c.w.win.Canvas()) // so that another day can be typed at once
	}
}

// endedItem chooses what becomes of ties that are over.
func (w *Window) endedItem(e query.Ended, word string) *fyne.MenuItem {
	m := plain("Ties that are over: "+word, w.onView(func() {
		v := w.state.View()
		v.Ended = e
		w.state.Change("show ties that are over "+word, v)
	}))
	return w.whileView(m, func(v picture.View) bool { return v.Ended == e })
}

// showHistory shows the versions of the tie that is selected.
func (w *Window) showHistory() {
	if w.state.Selection().Kind != scene.Tie {
		w.bar.say("Select a tie first; its history is then shown here.")
		return
	}
	w.ask(brief.TieHistory)
}

// timeItems is the menu of the two days.
func (w *Window) timeItems() []*fyne.MenuItem {
	return []*fyne.MenuItem{
		item("Next event", fyne.KeyPeriod, func() { w.clock.step(true) }),
		item("Previous event", fyne.KeyComma, func() { w.clock.step(false) }),
		keyed("Play or stop", fyne.KeySpace, fyne.KeyModifierShortcutDefault, w.clock.play),
		item("As of a date …", fyne.KeyD, w.onView(func() { w.clock.controls.Focus(timeline.AsOf, w.win.Canvas()) })),
		fyne.NewMenuItemSeparator(),
		keyed("Known on a date …", fyne.KeyD, fyne.KeyModifierShortcutDefault|fyne.KeyModifierShift, w.onView(func() { w.clock.controls.Focus(timeline.KnownOn, w.win.Canvas()) })),
		plain("Known when the next source appeared", func() { w.clock.stepKnown(true) }),
		plain("Known when the source before appeared", func() { w.clock.stepKnown(false) }),
		plain("All that is known", w.onView(func() { w.clock.move(timeline.KnownOn, data.MaxDay, false) })),
		fyne.NewMenuItemSeparator(),
		keyed("Compare with another day, or end it", fyne.KeyC, fyne.KeyModifierShortcutDefault|fyne.KeyModifierShift, w.clock.compare),
		shifted("History of the selected tie", fyne.KeyT, w.onView(w.showHistory)),
		shifted("What ends next?", fyne.KeyJ, w.onView(func() { w.ask(brief.WhatEndsNext) })),
		plain("What changed?", w.onView(func() { w.ask(brief.WhatChanged) })),
		fyne.NewMenuItemSeparator(),
		w.endedItem(query.EndedDotted, "dotted"), w.endedItem(query.EndedDimmed, "dimmed"), w.endedItem(query.EndedHidden, "hidden"),
		fyne.NewMenuItemSeparator(),
		plain("Whole timeline", func() { w.clock.strip.Whole() }),
	}
}
