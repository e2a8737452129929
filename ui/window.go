// Package ui assembles the window: bar, map, panel, menus and dialogs around
// the one state. It wires; what things mean, where they lie and how they look
// is decided in the packages that it joins.
package ui

import (
	"context"
	"log"
	"os"
	"runtime/debug"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"entangle/assets"
	"entangle/data"
	"entangle/layout"
	"entangle/ui/brief"
	"entangle/ui/mapview"
	"entangle/ui/palette"
	"entangle/ui/panel"
	"entangle/ui/picture"
	"entangle/ui/scene"
	"entangle/ui/state"
	"entangle/ui/style"
	"entangle/ui/words"
)

// appID names the program to the desktop and its preferences.
const appID = "org.entangle.Entangle"

// firstWait is how long the window waits for its first map before it opens
// without one. A placement that is remembered takes a few milliseconds; one that
// has to be computed, or Graphviz to be compiled, is waited for in the window.
const firstWait = 150 * time.Millisecond

// Options is what main hands to the window.
type Options struct {
	File    string                                          // "" opens the built-in dataset
	Builtin map[string][]byte                               // the datasets inside the program, by name
	Default string                                          // the name of the one that opens
	View    func(*data.Dataset) (picture.View, bool, error) // from the command line; false: nothing was asked for
	Engine  layout.Engine                                   // cached, in a worker
	Warm    func()                                          // starts the worker
	Version string
	Started time.Time
	Bench   bool
	Numbers words.Format // how numbers are written; Run takes the way of the system
}

// Window is the program's window.
type Window struct {
	options Options
	app     fyne.App
	win     fyne.Window
	jobs    *jobs
	state   *state.State
	ruler   *style.Ruler
	theme   palette.Theme

	view   *mapview.View
	stills *mapview.Stills
	legend *mapview.Legend
	beside mapview.Painter // draws legend, timeline and what is lit, so that fonts are read once for them and the map
	panel  *panel.Panel
	lists  *lists

	dialogs  dialogs
	unframed int // roles without a frame on the map
	bar      *bar
	clock    *clock
	blank    *blank
	find     *finder
	edit     edit
	choices  choices
	clip     pictureClipboard

	filters filterPage

	pathFrom data.PartyID // the party of which it is asked what it depends on; "" for none

	file          source
	watcher       *watcher
	stop          context.CancelFunc // of the placement under way
	request       int                // which that placement answers
	composed      int                // the number of the scene that was asked for last
	composing     bool               // a scene is being made
	atOnce        bool               // what is visible of the scene came with it
	recompose     bool               // and another one has been asked for since
	patches       patches
	scene         *scene.Scene
	lifted        []string       // boxes that are being carried elsewhere
	pins          picture.Places // as they are remembered
	saved         []kept         // the saved views of what is on screen
	onDisk        string         // the digest of the file on screen, as it was read or written last
	probe         probe
	placing       time.Duration     // how long the last placement took
	foreseen      time.Duration     // of that, ahead of being asked for
	chosen        string            // why another engine than the usual one placed the map; "" when none did
	engineAtStart layout.EngineName // the one that was chosen last, read once
	warmed        bool              // the layout worker has been started ahead of its next task
	measured      bool              // the bench has begun
	firstFrame    time.Duration     // from the start of the program to the first map
	afterFirst    []func()          // what waits for that, so that it has all processors
	seen          chan struct{}     // closed then
}

// Run opens the window and returns the exit status when it is closed.
func Run(o Options) int {
	if why := missingDisplay(); why != "" {
		os.Stderr.WriteString("entangle: " + why + "\n")
		return 1
	}
	preferX11()
	debug.SetMemoryLimit(ownMemory)
	collect := startUncollected(o.File)
	o.Numbers = numbersOfSystem()
	log.SetFlags(0)
	log.SetOutput(&graphicsLog{stderr: os.Stderr, exit: os.Exit})
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	w := newWindow(ctx, app.NewWithID(appID), o)
	w.jobs.settle(func() bool { return w.scene != nil || w.bar.notice.Visible() }, firstWait)
	w.win.Show()
	collect()
	w.app.Run()
	w.watcher.close()
	return w.bar.exit
}

// startUncollected collects no garbage until collect is called, after the first
// frame: before it that takes a tenth of the time. Whoever opens a file may open a
// large one, and its reader sees to the memory itself.
func startUncollected(file string) (collect func()) {
	if file != "" {
		return func() {}
	}
	often := debug.SetGCPercent(-1)
	return func() { debug.SetGCPercent(often) }
}

func newWindow(ctx context.Context, a fyne.App, o Options) *Window {
	w := &Window{options: o, app: a, state: &state.State{Numbers: o.Numbers}, probe: newProbe(), seen: make(chan struct{}), clip: systemClipboard(), filters: filterPage{atOnce: countedAtOnce}}
	w.jobs = newJobs(ctx, w.fail)
	ruler := style.LazyRuler()
	w.ruler = ruler
	w.engineAtStart = w.rememberedEngine()
	w.openFirst() // in the background, while the window is being made
	w.beside = mapview.NewPainter(ruler)
	w.view, w.legend = mapview.New(w.jobs.run, ruler), mapview.NewLegend(w.jobs.run, ruler, w.beside)
	w.view.Share(w.beside)
	a.SetIcon(fyne.NewStaticResource("icon.png", assets.Icon))
	w.theme = rememberedTheme(a)
	a.Settings().SetTheme(w.theme)
	a.Settings().AddListener(func(fyne.Settings) { w.recolour() })
	w.panel = panel.New(ruler)
	w.panel.Paint(w.pal())
	w.win = a.NewWindow("Entangle")
	w.find = newFinder(w)
	w.stills = mapview.NewStills(w.win.Canvas, w.view)
	w.bar = newBar(w)
	w.clock = newClock(w)
	w.lists, w.blank = newLists(w), newBlank(w)
	w.win.SetPadded(false)
	w.win.SetContent(w.content())
	w.setMenu()
	w.win.Resize(w.rememberedSize())
	w.win.SetCloseIntercept(w.close)
	w.win.SetOnDropped(w.dropped)
	w.win.Canvas().SetOnTypedKey(w.typedBeside)
	w.connect()
	return w
}

// connect joins the widgets' callbacks to the state.
func (w *Window) connect() {
	w.state.OnChange, w.state.Seen, w.state.OnAim = w.changed, w.camera, w.aim
	w.view.OnPick = w.pick
	w.view.OnAdd = func(r scene.Ref) { w.find.leave(); w.state.Add(r) }
	w.view.OnFrame = func(refs []scene.Ref) { w.find.leave(); w.state.AddAll(refs) }
	w.view.Carry, w.view.OnLift, w.view.OnMove = w.carry, w.lift, w.move
	w.panel.OnLeave = func() {
		w.win.Canvas().Focus(w.view)
		w.probe.again(w)
	}
	w.view.OnRead = func() {
		w.panel.Enter()
		w.probe.again(w)
	}
	w.view.OnNowhere = func() { w.bar.say("No tie leads that way.") }
	w.view.OnOpen = func(scene.Ref) { w.state.ToggleFan() }
	w.view.OnWalk = func(step int) { w.walk(step) }
	w.view.OnStep = w.clock.step
	w.view.OnType = w.typed
	w.view.OnCancel = func() { w.pick(scene.Ref{}) }
	w.view.Tip, w.view.Words = w.tip, w.words
	w.view.OnShown = w.shown
	w.view.OnBase = w.rebased
	w.view.OnMoving, w.view.OnRest = w.stills.Move, w.stills.Rest
	w.panel.OnPick = w.goTo
	w.panel.OnAsk = w.ask
	w.panel.OnAct = w.act
	w.panel.OnHome = func() { w.pick(scene.Ref{}) }
	w.panel.OnCopy = func(text string) {
		w.app.Clipboard().SetContent(text)
		w.bar.say("Copied with its citation.")
	}
	w.panel.OnLink = w.openLink
}

// words says what the map shows, for those who do not see it.
func (w *Window) words() string {
	s := w.state.Subject()
	if s == nil {
		return "Map; nothing is open"
	}
	said := "Map. " + words.Capital(s.Dates()) + ": " + s.Counts() + "."
	if tip := w.tip(w.state.Selection()); tip != "" {
		said += " Selected: " + tip + "."
	}
	return said
}

// shown is told when everything visible has been drawn.
func (w *Window) shown() {
	w.probe.shown(w)
	if !w.warmed {
		w.warmed = true
		w.view.Warm()
		if w.win.Canvas().Focused() == nil {
			w.view.Attend()
		}
		w.options.Warm() // not before: a remembered placement needs no worker, and the first frame all processors
	}
	if w.firstFrame == 0 {
		w.firstFrame = time.Since(w.options.Started)
		close(w.seen)
		for _, work := range w.afterFirst {
			work()
		}
		w.afterFirst = nil
	}
	w.rest()
	if w.options.Bench && !w.measured && w.stop == nil && !w.composing { // no draft
		w.measured = true
		w.startBench()
	}
}

func (w *Window) pick(ref scene.Ref) {
	w.find.leave()
	if w.endPath(ref) {
		return
	}
	w.state.Select(ref)
}

func (w *Window) ask(q brief.Question) {
	w.find.leave()
	w.state.Ask(q)
}

func (w *Window) walk(step int) {
	if w.state.Subject() != nil {
		w.state.Walk(step)
	}
}

// changed shows anew what a change of the state concerns.
func (w *Window) changed(c state.Change) {
	w.atOnce = false
	w.rememberPins()
	switch c {
	case state.Opened, state.Viewed:
		w.bar.update()
		w.place()
	default:
		if _, placed := w.state.Placement(); placed && w.request != w.state.Request() {
			w.cancelPlacing() // of a view that was left since; a draft of this one goes on being refined
		}
		w.bar.update()
		w.compose()
	}
	if c == state.Opened {
		w.clock.opened()
	}
	w.clock.show()
	if named := w.edit.name(w); w.choices.tick() || named {
		w.win.MainMenu().Refresh()
	}
	w.afterPatch(w.showPage)
	if w.scene != nil && w.composing && w.state.Subject().Light() {
		w.jobs.linger(func() bool { return !w.composing }, oneFrame)
	}
}

// oneFrame is how long the window waits for a picture that is about to come. A frame
// without it takes nearly as long where the processor paints, and comes in its way.
const oneFrame = 32 * time.Millisecond

func (w *Window) showPage() {
	home := w.find.open || w.state.Selection().Kind != scene.None || w.state.Question() != 0
	w.panel.Show(w.page(), w.pal(), home)
	w.tell()
}

// tell has the probe write what is shown, of which the map is yet to be drawn unless
// that was done at once.
func (w *Window) tell() {
	if w.atOnce {
		w.probe.again(w)
		return
	}
	w.probe.write(w)
}

// page is what the panel shows: what was found, else what is selected.
func (w *Window) page() *brief.Brief {
	if found := w.find.page(); found != nil {
		return found
	}
	if w.state.Selection().Kind != scene.None {
		return w.state.Page()
	}
	switch w.state.Question() {
	case brief.WhatIsShown:
		return w.filterPage()
	case brief.NoQuestion:
		return w.placedText(w.savedRows(w.state.Page()))
	default:
		return w.state.Page()
	}
}

// pal is the palette in use: the system's unless the person chose one.
func (w *Window) pal() *style.Palette { return w.theme.Palette(w.app.Settings().ThemeVariant()) }

// recolour follows a change of the theme.
func (w *Window) recolour() {
	w.bar.recolour()
	w.panel.Paint(w.pal())
	w.lists.table.Paint(w.pal())
	if w.state.Subject() != nil {
		w.compose()
		w.clock.show()
		w.showPage()
	}
}
