package timeline

import (
	"errors"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"entangle/data"
	"entangle/ui/palette"
)

// Controls is the row above the strip: play, the steps from event to event, the
// two days as fields, and words about what is under the pointer.
type Controls struct {
	// OnDate is told of a day that was typed.
	OnDate func(h Handle, day data.Day)
	// OnRefuse is told why what was typed is no day.
	OnRefuse func(error)
	// OnStep is told to go to the next event, or to the one before.
	OnStep func(forward bool)
	// OnPlay is told to begin or to stop playing.
	OnPlay func()
	// OnLeave is told of Escape.
	OnLeave func()

	play    *palette.Button
	asOf    *palette.Field
	knownOn *palette.Field
	since   *palette.Field
	days    [3]string // in these, as they were set last
	words   *widget.Label
	root    *fyne.Container
}

// NewControls returns the row with nothing in it yet.
func NewControls() *Controls {
	c := &Controls{words: widget.NewLabel("")}
	c.words.Importance, c.words.Truncation = widget.LowImportance, fyne.TextTruncateEllipsis
	c.play = c.button(theme.MediaPlayIcon(), func() {
		if c.OnPlay != nil {
			c.OnPlay()
		}
	})
	before := c.button(theme.MediaSkipPreviousIcon(), func() { c.step(false) })
	after := c.button(theme.MediaSkipNextIcon(), func() { c.step(true) })
	c.asOf, c.knownOn, c.since = c.field(AsOf, "a date"), c.field(KnownOn, "all that is known"), c.field(Since, "no other day")
	name := func(s string) fyne.CanvasObject {
		l := widget.NewLabel(s)
		l.Importance = widget.LowImportance
		return l
	}
	c.root = container.New(&row{groups: [][]int{{0, 1, 2}, {3, 4}, {5, 6}, {7, 8}}},
		before, c.play, after, name("As of"), wide(112, c.asOf), name("Known on"), wide(136, c.knownOn),
		name("Compared with"), wide(112, c.since), c.words)
	return c
}

// Object is the row as a part of a window.
func (c *Controls) Object() fyne.CanvasObject { return c.root }

func (c *Controls) button(icon fyne.Resource, tapped func()) *palette.Button {
	b := palette.NewButton("", tapped)
	b.Leave = c.leave
	b.Icon, b.Importance = icon, widget.LowImportance
	return b
}

// leave takes what was typed and not given back, and leaves the row.
func (c *Controls) leave() {
	for i, field := range c.fields() {
		field.SetText(c.days[i])
	}
	if c.OnLeave != nil {
		c.OnLeave()
	}
}

func (c *Controls) step(forward bool) {
	if c.OnStep != nil {
		c.OnStep(forward)
	}
}

// SetDays writes the days into the fields, as they are typed; the second day of a
// comparison is 0 for none.
func (c *Controls) SetDays(asOf, knownOn, since data.Day) {
	c.asOf.SetText(asOf.String())
	c.since.SetText("")
	if since != 0 {
		c.since.SetText(since.String())
	}
	if knownOn == data.MaxDay {
		c.knownOn.SetText("")
	} else {
		c.knownOn.SetText(knownOn.String())
	}
	for i, field := range c.fields() {
		c.days[i] = field.Text
	}
}

func (c *Controls) fields() [3]*palette.Field { return [3]*palette.Field{c.asOf, c.knownOn, c.since} }

// SetPlaying shows whether it plays.
func (c *Controls) SetPlaying(yes bool) {
	if yes {
		c.play.SetIcon(theme.MediaStopIcon())
	} else {
		c.play.SetIcon(theme.MediaPlayIcon())
	}
}

// SetWords shows words about what is under the pointer.
func (c *Controls) SetWords(text string) {
	if c.words.Text != text {
		c.words.SetText(text)
	}
}

// Words are those about what is under the pointer.
func (c *Controls) Words() string { return c.words.Text }

// Focus leads to the field of a handle. In a window that is too narrow for it the
// person is told so.
func (c *Controls) Focus(h Handle, on fyne.Canvas) {
	place := map[Handle]int{AsOf: 4, KnownOn: 6, Since: 8}[h]
	if !c.root.Objects[place].Visible() {
		if c.OnRefuse != nil {
			c.OnRefuse(errors.New("the window is too narrow for its field; make it wider"))
		}
		return
	}
	field := map[Handle]*palette.Field{AsOf: c.asOf, KnownOn: c.knownOn, Since: c.since}[h]
	on.Focus(field)
	field.TypedShortcut(&fyne.ShortcutSelectAll{})
}

func (c *Controls) field(h Handle, hint string) *palette.Field {
	e := palette.NewField()
	e.Leave = c.leave
	e.PlaceHolder = hint
	e.OnSubmitted = func(text string) {
		day, err := ReadDay(text)
		if none := strings.TrimSpace(text) == ""; none && h == KnownOn {
			day, err = data.MaxDay, nil
		} else if none && h == Since {
			day, err = 0, nil
		}
		if err != nil {
			if c.OnRefuse != nil {
				c.OnRefuse(err)
			}
			return
		}
		if c.OnDate != nil {
			c.OnDate(h, day)
		}
	}
	return e
}

// ReadDay reads a date that means a day: of a vague one the last.
func ReadDay(text string) (data.Day, error) {
	d, err := data.ParseDate(strings.TrimSpace(text))
	if err == nil && d.Last() == data.MaxDay {
		err = errors.New("it has no last day; write 2026-04-23, 2026-04 or 2026")
	}
	return d.Last(), err
}

// wide gives an object a width of its own.
func wide(width float32, o fyne.CanvasObject) fyne.CanvasObject {
	return container.New(fixed{width}, o)
}

type fixed struct{ width float32 }

func (f fixed) Layout(o []fyne.CanvasObject, size fyne.Size) { o[0].Resize(size) }

func (f fixed) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(f.width, o[0].MinSize().Height)
}

// row sets groups of objects beside one another as long as they have room, and
// gives the rest of it to the last object. A window may so be narrower than the
// row; what it leaves out has its place in the menus.
type row struct{ groups [][]int }

func (r *row) Layout(o []fyne.CanvasObject, size fyne.Size) {
	x := float32(0)
	for n, group := range r.groups {
		width := float32(0)
		for _, i := range group {
			width += o[i].MinSize().Width
		}
		fits := n < 2 || x+width <= size.Width
		for _, i := range group {
			w := o[i].MinSize().Width
			if !fits {
				o[i].Hide()
				continue
			}
			o[i].Show()
			o[i].Move(fyne.NewPos(x, 0))
			o[i].Resize(fyne.NewSize(w, size.Height))
			x += w
		}
	}
	last := o[len(o)-1]
	last.Move(fyne.NewPos(x, 0))
	last.Resize(fyne.NewSize(max(size.Width-x, 0), size.Height))
}

func (r *row) MinSize(o []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for n, group := range r.groups {
		for _, i := range group {
			m := o[i].MinSize()
			if size.Height = max(size.Height, m.Height); n < 2 {
				size.Width += m.Width
			}
		}
	}
	return size
}
