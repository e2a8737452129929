package ui

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"slices"

	"fyne.io/fyne/v2"

	"entangle/layout/geom"
	"entangle/ui/disk"
	"entangle/ui/scene"
	"entangle/ui/timeline"
)

// probeVariable names a file into which the window writes what it shows, for
// tests that drive the real window and cannot read its pixels as words.
const probeVariable = "ENTANGLE_PROBE"

type probe struct {
	path    string
	failure string // the error on screen
	sharp   bool   // what was said last
}

func newProbe() probe { return probe{path: os.Getenv(probeVariable)} }

// seen is what the probe writes. Positions are in units of the window's
// content, below the menu bar.
type seen struct {
	Title    string           `json:"title"`
	Engine   string           `json:"engine"`
	Selected scene.Ref        `json:"selected"`
	Panel    string           `json:"panel"`
	Sharp    bool             `json:"sharp"` // everything visible has been drawn
	Failure  string           `json:"failure"`
	Scale    float32          `json:"scale"` // pixels per unit
	Boxes    map[string]place `json:"boxes"`
	Lines    map[string]place `json:"lines"`
	AsOf     string           `json:"as_of"`
	KnownOn  string           `json:"known_on"` // ".." without a limit
	Ties     int              `json:"ties"`     // in view
	Labels   int              `json:"labels"`   // that are large enough to be drawn
	Arranged string           `json:"arranged"` // web, stack, matrix or table
	Rows     int              `json:"rows"`     // of the table
	Chip     string           `json:"chip"`     // what it says is hidden
	Focus    string           `json:"focus"`    // what is in focus
	Handles  map[string]place `json:"handles"`  // of the timeline: as_of, known_on, since
	Also     []string         `json:"also"`     // what is selected beside Selected
	Keyboard string           `json:"keyboard"` // where it is: map, or the type of widget
	Undo     string           `json:"undo"`     // the step that can be undone
	Pinned   []string         `json:"pinned"`
	Saved    []string         `json:"saved"` // names of views
}

type place struct{ X, Y float32 }

func (p *probe) shown(w *Window) { p.put(w, true) }
func (p *probe) write(w *Window) { p.put(w, false) }

// again writes what has changed beside the map.
func (p *probe) again(w *Window) { p.put(w, p.sharp) }

// failed notes the error on screen, "" when it is gone.
func (p *probe) failed(w *Window, text string) {
	p.failure = text
	p.put(w, false)
}

func (p *probe) put(w *Window, sharp bool) {
	if p.path == "" || w.state.Subject() == nil {
		return
	}
	p.sharp = sharp
	placed, _ := w.state.Placement()
	s := seen{
		Title: w.win.Title(), Engine: string(placed.Engine), Selected: w.state.Selection(), Panel: w.page().Text(),
		Arranged: string(w.state.View().Arranged()), Rows: w.lists.table.Rows(),
		Sharp: sharp, Failure: p.failure, Scale: w.win.Canvas().Scale(), Boxes: map[string]place{}, Lines: map[string]place{},
	}
	origin := fyne.CurrentApp().Driver().AbsolutePositionForObject(w.view)
	if w.scene != nil {
		_, zoom, _ := w.view.Camera()
		for _, l := range w.scene.Labels() {
			if w.scene.LabelFrom(l.Ref) <= zoom*float64(s.Scale) {
				s.Labels++
			}
		}
		w.scene.Boxes(func(r scene.Ref, _ geom.Rect) { p.locate(w, s.Boxes, r, origin) })
		for _, r := range w.scene.Refs() {
			if r.Kind != scene.Party {
				p.locate(w, s.Lines, r, origin)
			}
		}
	}
	s.Chip, s.Focus = hiddenChip(w.state.Subject()), w.state.Subject().Focus()
	p.time(w, &s)
	p.doing(w, &s)
	content, err := json.Marshal(s)
	if err == nil {
		err = disk.Write(context.Background(), disk.File{Name: p.path, Content: content})
	}
	if err != nil {
		os.Stderr.WriteString("entangle: " + err.Error() + "\n")
	}
}

func (p *probe) locate(w *Window, into map[string]place, r scene.Ref, origin fyne.Position) {
	if at, ok := w.view.ScreenOf(r); ok {
		into[r.ID] = place{at.X + origin.X, at.Y + origin.Y}
	}
}

// doing notes what the person has done and where the keyboard is.
func (p *probe) doing(w *Window, s *seen) {
	lit, _ := w.state.Lit()
	s.Also, s.Undo, s.Keyboard = lit, w.state.Undoable(), fmt.Sprintf("%T", w.win.Canvas().Focused())
	if w.win.Canvas().Focused() == fyne.Focusable(w.view) {
		s.Keyboard = "map"
	}
	for id := range w.state.View().Pins {
		s.Pinned = append(s.Pinned, string(id))
	}
	slices.Sort(s.Pinned)
	for _, k := range w.saved {
		s.Saved = append(s.Saved, nameOf(k))
	}
}

// time notes the days that are looked at, and where they can be moved.
func (p *probe) time(w *Window, s *seen) {
	subject := w.state.Subject()
	s.AsOf, s.KnownOn, s.Ties = subject.View.AsOf.String(), subject.View.KnownOn.String(), len(subject.Result.Ties)
	s.Handles = map[string]place{}
	origin := fyne.CurrentApp().Driver().AbsolutePositionForObject(w.clock.strip)
	for name, h := range map[string]timeline.Handle{"as_of": timeline.AsOf, "known_on": timeline.KnownOn, "since": timeline.Since} {
		if at, ok := w.clock.strip.HandleAt(h); ok {
			s.Handles[name] = place{at.X + origin.X, at.Y + origin.Y}
		}
	}
}
