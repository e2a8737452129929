package ui

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
	"github.com/stretchr/testify/require"

	"entangle/layout"
	"entangle/layout/layouttest"
	"entangle/ui/palette"
	"entangle/ui/scene"
)

// small is a dataset; TITLE is replaced.
const small = `format: entangle/1
title: TITLE
as_of: 2026-05-01
sources: [{id: s, title: S, publisher: Daily}]
parties: [{id: a, name: Alpha, kind: ai-lab}, {id: b, name: Beta, kind: cloud}, {id: c, name: Gamma, kind: investor}]
ties:
  - {id: t1, kind: cloud-commitment, from: a, to: b, statements: [{id: x1, source: s, says: One., status: signed, end: 2030}]}
  - {id: t2, kind: hosting, from: a, to: b, statements: [{id: x2, source: s, says: Two., status: signed}]}
  - {id: t3, kind: equity, from: c, to: a, statements: [{id: x3, source: s, says: Three., status: signed}]}
`

func titled(title string) string { return strings.Replace(small, "TITLE", title, 1) }

// desk is a window under test. Work runs in the background as ever; its results
// are applied where the test waits, so that one goroutine has the window.
type desk struct {
	*Window
	t *testing.T

	mu     sync.Mutex
	engine layout.Engine // instead of the grid, when not nil
	asked  []layout.Graph
	seen   *scene.Scene // the one that drawn waited for last
}

// sit opens a window with a small built-in dataset, and waits for its map.
func sit(t *testing.T, files ...string) *desk {
	t.Helper()
	d := seat(t, files...)
	d.until("the map is shown", func() bool { return d.scene != nil && d.view.Scene() == d.scene })
	d.seen = d.scene
	return d
}

// prefs is what a person preferred before.
type prefs = fyne.Preferences

// seat opens a window and waits for nothing.
func seat(t *testing.T, files ...string) *desk {
	t.Helper()
	return seatAs(t, func(prefs) {}, files...)
}

// seatAs is seat for somebody with preferences.
func seatAs(t *testing.T, prefer func(prefs), files ...string) *desk {
	t.Helper()
	t.Setenv(probeVariable, "")
	if !strings.HasPrefix(os.Getenv("XDG_CONFIG_HOME"), os.TempDir()) { // else it is another window of the same test
		t.Setenv("XDG_CONFIG_HOME", t.TempDir())
	}
	d := &desk{t: t}
	ctx, cancel := context.WithCancel(t.Context())
	t.Cleanup(cancel)
	o := Options{
		Builtin: map[string][]byte{"small.yaml": []byte(titled("Small")), "other.yaml": []byte(titled("Other"))},
		Default: "small.yaml", Engine: d.layout, Warm: func() {}, Version: "1.2.3", Started: time.Now(),
	}
	if len(files) > 0 {
		o.File = files[0]
	}
	app := test.NewTempApp(t)
	prefer(app.Preferences())
	d.Window = newWindow(ctx, app, o)
	open := true
	d.win.SetOnClosed(func() { open = false })
	t.Cleanup(func() {
		d.watcher.close()
		if open {
			d.win.Close()
		}
	})
	return d
}

// layout is the engine of the window: a grid, or what a test puts in its place.
func (d *desk) layout(ctx context.Context, g layout.Graph) (layout.Placed, error) {
	d.mu.Lock()
	d.asked = append(d.asked, g)
	engine := d.engine
	d.mu.Unlock()
	if engine != nil {
		return engine(ctx, g)
	}
	return layouttest.Grid(ctx, g)
}

func (d *desk) lay(engine layout.Engine) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.engine = engine
}

func (d *desk) lastAsked() layout.Options {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.asked[len(d.asked)-1].Options
}

// until applies results of background work until what is waited for is so.
func (d *desk) until(what string, so func() bool) {
	d.t.Helper()
	over := time.After(10 * time.Second)
	for !so() {
		select {
		case <-d.jobs.arrived:
			d.jobs.apply()
		case <-over:
			require.Failf(d.t, "waited in vain", "until %s; title %q, message %q, notice %q", what, d.win.Title(), d.bar.message.Text, d.notice())
		}
	}
}

// drawn waits for another scene than the one that it saw last: a small one comes at
// once.
func (d *desk) drawn() {
	d.t.Helper()
	d.until("the map is drawn anew", func() bool { return d.scene != d.seen && d.view.Scene() == d.scene })
	d.seen = d.scene
}

// notice is the error on screen, "" for none.
func (d *desk) notice() string {
	if !d.bar.notice.Visible() {
		return ""
	}
	var text []string
	for _, l := range labels(d.bar.notice) {
		text = append(text, l.Text)
	}
	return strings.Join(text, "\n")
}

// texts are the labels in a dialog, joined; "" when none is open.
func (d *desk) dialog() string {
	top := d.win.Canvas().Overlays().Top()
	if top == nil {
		return ""
	}
	var text []string
	for _, l := range labels(top) {
		text = append(text, l.Text)
	}
	for _, q := range all[*palette.Quote](top) {
		text = append(text, q.Text)
	}
	return strings.Join(text, "\n")
}

// press presses a button of the top dialog.
func (d *desk) press(words string) {
	d.t.Helper()
	for _, b := range all[*palette.Button](d.win.Canvas().Overlays().Top()) {
		if b.Text == words {
			test.Tap(b)
			return
		}
	}
	require.Fail(d.t, "no such button", "%q in %q", words, d.dialog())
}

// menuItem is an item of the menu bar by its labels.
func (d *desk) item(labels ...string) *fyne.MenuItem {
	d.t.Helper()
	for _, m := range d.win.MainMenu().Items {
		if m.Label == labels[0] {
			for _, i := range m.Items {
				if i.Label == labels[1] {
					return i
				}
			}
		}
	}
	require.Fail(d.t, "no such item", "%v", labels)
	return nil
}

func (d *desk) panelText() string { return d.state.Page().Text() }

func labels(o fyne.CanvasObject) []*widget.Label { return all[*widget.Label](o) }

// all lists the objects of a type below one.
func all[T fyne.CanvasObject](o fyne.CanvasObject) []T {
	var out []T
	if found, ok := o.(T); ok {
		out = append(out, found)
	}
	switch o := o.(type) {
	case *fyne.Container:
		for _, child := range o.Objects {
			out = append(out, all[T](child)...)
		}
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(o).Objects() {
			out = append(out, all[T](child)...)
		}
	}
	return out
}

func write(t *testing.T, path, content string) {
	t.Helper()
	require.NoError(t, os.WriteFile(path, []byte(content), 0o600))
}

// file is a dataset on disk, in a folder of its own.
func file(t *testing.T, title string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "web.yaml")
	write(t, path, titled(title))
	return path
}

func tie(id string) scene.Ref { return scene.Ref{Kind: scene.Tie, ID: id} }
