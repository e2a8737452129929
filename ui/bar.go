package ui

import (
	"image/color"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynelayout "fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"entangle/data"
	"entangle/layout"
	"entangle/ui/palette"
	"entangle/ui/picture"
	"entangle/ui/style"
	"entangle/ui/words"
)

// bar is everything around map and panel: the thin bar at the top, the line
// that says what the map shows, and the place for messages.
type bar struct {
	w *Window

	name    *canvas.Text
	title   *widget.Label
	views   segments
	legend  *fyne.Container
	middle  *fyne.Container // the map and the rows about it
	engine  *choice
	ground  *palette.Ground // of the bar
	rules   []*canvas.Rectangle
	shows   *widget.Label
	chip    *chip // what is hidden, and the way to show it
	core    *chip // the way back to the first view
	focus   *chip // what is in focus, and the way out
	message *widget.Label
	pulse   *pulse // beside it, while the work goes on
	cancel  *palette.Button
	status  *fyne.Container // the row of all these
	notice  *fyne.Container // an error, above the map
	said    int             // the number of the last message, to clear it in time
	setting bool            // the choice of engine is being set, not chosen
	exit    int
}

func newBar(w *Window) *bar {
	b := &bar{w: w}
	b.name = canvas.NewText("Entangle", w.pal().Ink)
	b.name.TextSize, b.name.TextStyle.Bold = style.SizeName, true
	b.title = widget.NewLabel("")
	b.title.Importance, b.title.Truncation = widget.LowImportance, fyne.TextTruncateEllipsis
	b.views = newSegments(w.around(), w.arrange)
	b.engine = newChoice(w.around(), engineNames(), func(string) { b.chooseEngine() })
	b.engine.Selected = automatic
	b.shows = widget.NewLabel("Opening …")
	b.shows.Importance, b.shows.Truncation = widget.LowImportance, fyne.TextTruncateEllipsis
	b.chip = newChip(w.around(), w.chipTapped, b.why)
	b.core, b.focus = newChip(w.around(), w.showCore, nil), newChip(w.around(), w.leaveFocus, nil)
	b.core.SetText("Core only")
	b.message = widget.NewLabel("")
	b.message.Importance = widget.LowImportance
	b.pulse = newPulse(w.pal())
	b.cancel = newButton(w.around(), "Cancel", func() {
		w.cancelPlacing()
		w.state.Revert()
		w.keepDraft()
		b.say(words.Cancelled(w.drafted()))
	})
	b.cancel.Importance = widget.LowImportance
	b.cancel.Hide()
	b.notice = container.NewStack()
	b.notice.Hide()
	return b
}

// automatic is the choice that leaves the engine to the size of the web.
const automatic = "automatic"

func engineNames() []string {
	names := []string{automatic}
	for _, e := range layout.Engines {
		names = append(names, string(e))
	}
	return names
}

// content puts bar, map, legend and panel together.
func (w *Window) content() fyne.CanvasObject {
	b := w.bar
	fit := newButton(w.around(), "Fit", w.view.Fit)
	export := newButton(w.around(), "Export", w.showExport)
	for _, button := range []*palette.Button{fit, export} {
		button.Importance = widget.LowImportance
	}
	b.ground = palette.NewGround(w.pal().Panel)
	left := container.New(fynelayout.NewCustomPaddedLayout(0, 0, 22, 10), b.name)
	right := container.NewHBox(b.engine, fit, export, gapOf(8))
	top := container.NewStack(b.ground.Object(), container.New(fynelayout.NewCustomPaddedLayout(5, 5, 0, 0),
		container.NewBorder(nil, nil, container.NewHBox(container.NewCenter(left), b.views.row), right,
			container.New(between{w.find.entry, b.title}, w.find.entry, b.title))))
	b.status = newStatus(b)
	shows := container.New(fynelayout.NewCustomPaddedLayout(4, 2, 16, 12), b.status)
	legend := container.New(fynelayout.NewCustomPaddedLayout(4, 8, 22, 22), w.legend)
	b.legend = legend
	below := container.NewVBox(legend, b.rule(0, 1), w.clock.object())
	// Behind map and legend lies nothing: the window itself has the colour of the page.
	b.middle = container.NewBorder(w.stills.Hold(container.NewVBox(shows, b.notice)), w.stills.Hold(below), nil, nil, container.NewStack(w.view, w.lists.object, w.blank.object))
	side := container.NewBorder(nil, nil, b.rule(1, 0), nil, w.panel.Object())
	whole := container.NewBorder(w.stills.Hold(container.NewVBox(top, b.rule(0, 1))), nil, nil, w.stills.Hold(side), b.middle)
	return container.NewStack(whole, w.stills.Gate())
}

// makeRoom gives the rows about the map the height that they have come to want. The
// toolkit does so before the next frame; a map that is drawn for the room that is left
// need not be drawn again then.
func (b *bar) makeRoom() { b.middle.Layout.Layout(b.middle.Objects, b.middle.Size()) }

func (b *bar) rule(width, height float32) fyne.CanvasObject {
	r := canvas.NewRectangle(b.w.pal().Rule)
	r.SetMinSize(fyne.NewSize(width, height))
	b.rules = append(b.rules, r)
	return container.New(bare{}, r)
}

// bare gives its object all the room and takes no padding.
type bare struct{}

func (bare) Layout(o []fyne.CanvasObject, size fyne.Size) { o[0].Resize(size) }

func (bare) MinSize(o []fyne.CanvasObject) fyne.Size { return o[0].MinSize() }

func gapOf(width float32) fyne.CanvasObject {
	r := canvas.NewRectangle(color.Transparent)
	r.SetMinSize(fyne.NewSize(width, 1))
	return r
}

// recolour takes the colours of the theme.
func (b *bar) recolour() {
	p := b.w.pal()
	b.name.Color = p.Ink
	b.pulse.recolour(p)
	b.name.Refresh()
	b.ground.Paint(p.Panel)
	for _, r := range b.rules {
		r.FillColor = p.Rule
		r.Refresh()
	}
}

// update says what the map shows: days, counts, what is hidden.
func (b *bar) update() {
	s := b.w.state.Subject()
	b.title.SetText(words.Plain(s.Dataset.Title))
	b.shows.SetText(b.showing(s))
	show(b.chip, hiddenChip(s) != "")
	b.chip.SetText(hiddenChip(s))
	show(b.focus, s.Focus() != "")
	b.focus.SetText(s.Focus() + " · leave")
	show(b.core, len(s.View.Parties) == 0 && b.w.hasCore())
	b.status.Refresh()
	b.views.choose(s.View.Arranged())
	b.w.showArranged(s.View.Arranged())
	b.w.blank.update(s)
	b.setting = true
	b.engine.SetSelected(automatic)
	if s.View.Engine != "" {
		b.engine.SetSelected(string(s.View.Engine))
	}
	b.setting = false
	b.w.win.SetTitle(words.Plain(s.Dataset.Title) + " – Entangle")
}

// showing says as of when the map is, and how much is on it.
func (b *bar) showing(s *picture.Subject) string {
	parts := []string{words.Capital(s.Dates()), s.Counts()}
	if s.Compared != nil {
		parts = append(parts, s.Compared.Counts())
	} else if resting := s.UndatedTies(); resting != "" {
		parts = append(parts, resting)
	} else if undated := picture.Undated(s.Dataset); undated != "" {
		parts = append(parts, undated)
	}
	if w := b.w; s.View.Engine == "" && w.chosen != "" {
		parts = append(parts, w.chosen)
	}
	return strings.Join(parts, " · ")
}

func show(o fyne.CanvasObject, yes bool) {
	if yes {
		o.Show()
	} else {
		o.Hide()
	}
}

func (b *bar) chooseEngine() {
	if b.setting || b.w.state.Subject() == nil {
		return
	}
	name := b.engine.Selected
	if name == automatic {
		name = ""
	}
	b.w.setEngine(layout.EngineName(name))
}

// placed tells what a layout did differently from what was asked for.
func (b *bar) placed(p layout.Placed) {
	if p.Note != "" {
		b.say(p.Note)
	}
}

// empty says that nothing is open, and offers what is always there.
func (b *bar) empty() {
	b.shows.SetText("Nothing is open.")
	b.w.blank.update(nil)
	b.chip.SetText("Open the built-in dataset")
	b.chip.Show()
	b.status.Refresh()
}

// busy shows work under way that can be cancelled.
func (b *bar) busy(what string) {
	b.said++
	b.pulse.start()
	b.cancel.Show()
	b.tell(what)
}

// idle ends it.
func (b *bar) idle() {
	if b.cancel.Visible() {
		b.pulse.stop()
		b.cancel.Hide()
		b.tell("")
	}
}

// messageTime is how long a passing message stays.
const messageTime = 4 * time.Second

// say shows a passing message.
func (b *bar) say(text string) {
	b.said++
	number := b.said
	b.tell(text)
	b.w.jobs.later(messageTime, func() {
		if b.said == number {
			b.tell("")
		}
	})
}

// tell sets the message and gives it its room.
func (b *bar) tell(text string) {
	b.message.SetText(text)
	b.status.Refresh()
}

// fail shows an error above the map until it is dismissed. It is the one place
// where errors are shown.
func (w *Window) fail(what string, err error) {
	text := widget.NewLabel(words.Capital(what) + ": " + words.Plain(err.Error()))
	text.Wrapping = fyne.TextWrapWord
	text.Importance = widget.DangerImportance
	dismiss := newButton(w.around(), "Dismiss", nil)
	dismiss.Importance = widget.LowImportance
	notice := w.bar.notice
	dismiss.OnTapped = w.dismiss
	ground := canvas.NewRectangle(style.Over(w.pal().Disagree, w.pal().Page, 0.08))
	notice.Objects = []fyne.CanvasObject{container.NewStack(ground, container.NewBorder(nil, nil, nil, container.NewCenter(dismiss), text))}
	notice.Show()
	notice.Refresh()
	w.probe.failed(w, text.Text)
}

// dismiss takes the error on screen away.
func (w *Window) dismiss() {
	w.bar.notice.Hide()
	w.probe.failed(w, "")
}

func (w *Window) layerName(id data.LayerID) string {
	return words.Plain(words.Layer(w.state.Subject().Dataset, id))
}
