package ui

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"entangle/layout"
	"entangle/layout/draft"
	"entangle/ui/brief"
	"entangle/ui/mapview"
	"entangle/ui/picture"
	"entangle/ui/scene"
	"entangle/ui/words"
)

// place asks the layout for the present view. A placement that is under way for
// an earlier view is cancelled.
func (w *Window) place() {
	w.cancelPlacing()
	subject, request := w.state.Subject(), w.state.Request()
	if !subject.View.Arranged().Placed() {
		w.chosen = ""
		w.state.Place(request, layout.Placed{})
		return
	}
	ctx, stop := context.WithCancel(w.jobs.ctx)
	w.stop, w.request = stop, request
	nudged := w.state.Nudged()
	w.bar.busy(words.Placing(len(subject.Placed.Nodes)))
	w.jobs.run("placing the map", func(context.Context) (func(), error) {
		defer stop()
		graph := subject.Graph(w.ruler)
		chosen := subject.View.Chosen(graph)
		if picture.Drafted(graph) && !nudged {
			w.draft(ctx, request, graph, chosen)
			w.letFirst(ctx)
		}
		started := time.Now()
		placed, err := picture.Place(ctx, w.options.Engine, graph)
		took := time.Since(started)
		return func() {
			w.placing, w.foreseen = took+w.foreseen, 0
			if w.state.Request() != request || errors.Is(err, context.Canceled) {
				return // overtaken or cancelled: nobody waits for it
			}
			w.stop = nil
			w.bar.idle()
			if err != nil {
				w.state.Revert()
				w.keepDraft()
				w.fail("placing the map", err)
				return
			}
			w.bar.placed(placed)
			w.chosen = chosen
			w.state.Place(request, placed)
		}, nil
	})
}

// draft shows a first picture of a huge graph, unless its engine is quicker. When
// that is cancelled or fails the draft stays.
func (w *Window) draft(placing context.Context, request int, graph layout.Graph, chosen string) {
	w.jobs.run("drafting the map", func(context.Context) (func(), error) {
		placed, err := draft.Layout(placing, graph)
		if placing.Err() != nil {
			return nil, nil
		}
		return func() {
			if placing.Err() != nil || w.state.Request() != request {
				return
			}
			w.bar.busy(words.Refining(len(graph.Boxes), string(graph.Options.Engine)))
			w.chosen = chosen
			w.state.Place(request, placed)
		}, err
	})
}

// drafted says whether what is on screen is a draft.
func (w *Window) drafted() bool {
	placed, ok := w.state.Placement()
	return ok && placed.Engine == draft.Name
}

// cancelPlacing stops the layout that is under way.
func (w *Window) cancelPlacing() {
	if w.stop != nil {
		w.stop()
		w.stop = nil
	}
	w.bar.idle()
}

// compose shows the present view: of a large web at first what it has otherwise than
// the picture on screen.
func (w *Window) compose() {
	if w.state.View().Arranged() == picture.Table {
		w.lists.show()
		return
	}
	w.composed++
	if w.patch() && !w.composing {
		w.composeSoon()
		return
	}
	w.composeNow()
}

// composeNow draws the present view as a scene in the background and shows it; a
// scene that is overtaken by a later one is dropped.
func (w *Window) composeNow() {
	number, subject := w.composed, w.state.Subject()
	placed, ok := w.state.Placement()
	if !ok {
		return
	}
	if w.composing { // one at a time: while a date is dragged through a huge web scenes would heap up
		w.recompose = true
		return
	}
	w.composing, w.recompose = true, false
	look := w.lookOf()
	look.Before, look.Bare = w.scene, w.refining()
	first := w.scene == nil
	before := w.patches.next.Subject
	w.view.Steady(before != nil && before.Dataset == subject.Dataset && before.View.SameButDays(subject.View))
	ahead := func(*scene.Scene) *mapview.Ahead { return nil }
	if w.scene != nil && subject.Light() {
		ahead = w.view.DrawAhead()
	}
	w.jobs.run("drawing the map", func(context.Context) (apply func(), err error) {
		defer func() {
			show := apply // nil after an error of the program, which the jobs tell
			apply = func() { w.composedAs(number, subject, show) }
			if p := recover(); p != nil {
				err = fmt.Errorf("the program made an error (%v); the map stays as it was", p)
			}
		}()
		s := subject.Compose(placed, look, w.ruler)
		drawn, changed := ahead(s), subject.ChangedSince(before)
		if !first && !subject.Light() {
			s.Ready() // for patches of it
		}
		return func() {
			w.scene = s
			w.patches.waits = first && !subject.Light()
			w.patches.next = picture.Shown{Scene: s, Subject: subject, Look: look}
			w.patches.next.Look.Before = nil
			w.sayUnframed(s.Shown.Unframed)
			w.legend.SetEntries(s.Shown.Entries, w.layerName, look.Palette)
			w.bar.makeRoom()
			w.view.SetSceneAhead(s, drawn, look.Palette, look.Selected)
			w.atOnce = w.view.Shows()
			w.ready(s)
			if len(changed) > 0 {
				w.view.Flash(changed)
			}
			w.tell()
		}, nil
	})
}

// composedAs shows a scene, and goes on with the one that was asked for since. What
// is overtaken is shown all the same when it lies as the later one will, so that a
// date that is dragged is followed; else it is dropped.
func (w *Window) composedAs(number int, subject *picture.Subject, show func()) {
	w.composing = false
	shows := show != nil && (number == w.composed || subject.PlacesLike(w.state.Subject()))
	if shows {
		show()
	}
	switch {
	case w.recompose:
		w.composeNow()
	case !shows:
		w.view.Patch(nil) // nothing comes that would replace it
	}
	w.patches.composed()
}

// sayUnframed says when roles have no frame, since other boxes stand among them.
func (w *Window) sayUnframed(n int) {
	if n > 0 && n != w.unframed {
		w.bar.say(picture.Unframed(n))
	}
	w.unframed = n
}

// placedText tells on the first page, where there is room for it, which engine
// was chosen for a large web and why.
func (w *Window) placedText(page *brief.Brief) *brief.Brief {
	if w.chosen == "" || w.state.View().Engine != "" {
		return page
	}
	out := *page
	out.Sections = append(slices.Clone(page.Sections), brief.Section{
		Title: "How it is laid out", Text: words.Capital(w.chosen) + ". The choice of engine above the map overrules it.",
	})
	return &out
}
