package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"entangle/ui/palette"
)

// control is what the window's own buttons, choices and fields do with a key that
// those of the toolkit keep to themselves: Escape leaves.
type control struct{ leave func() }

// left says whether a key was Escape, and leaves then.
func (c control) left(e *fyne.KeyEvent) bool {
	if e.Name != fyne.KeyEscape {
		return false
	}
	c.leave()
	return true
}

// within is for controls in a dialog, which Escape closes.
func (w *Window) within() control { return control{w.dialogs.escape} }

// around is for controls around the map, from which Escape leads back to it.
func (w *Window) around() control { return control{w.toMap} }

func isEnter(e *fyne.KeyEvent) bool { return e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter }

func newButton(c control, text string, tapped func()) *palette.Button {
	b := palette.NewButton(text, tapped)
	b.Leave = c.leave
	return b
}

// choice is a list to choose from, which Enter opens too.
type choice struct {
	widget.Select
	control
	focused bool
}

func newChoice(c control, options []string, chosen func(string)) *choice {
	s := &choice{control: c}
	s.ExtendBaseWidget(s)
	s.Options, s.OnChanged = options, chosen
	return s
}

// CreateRenderer is part of fyne.Widget.
func (s *choice) CreateRenderer() fyne.WidgetRenderer {
	return palette.Ringed(s.Select.CreateRenderer(), 0, func() bool { return s.focused })
}

// FocusGained shows the focus ring.
func (s *choice) FocusGained() {
	s.focused = true
	s.Select.FocusGained()
}

// FocusLost hides the focus ring.
func (s *choice) FocusLost() {
	s.focused = false
	s.Select.FocusLost()
}

// TypedKey is part of fyne.Focusable.
func (s *choice) TypedKey(e *fyne.KeyEvent) {
	switch {
	case s.left(e):
	case isEnter(e):
		s.Select.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	default:
		s.Select.TypedKey(e)
	}
}

// tick is a box to tick.
type tick struct {
	widget.Check
	control
	focused bool
}

func newTick(c control, text string, changed func(bool)) *tick {
	t := &tick{control: c}
	t.ExtendBaseWidget(t)
	t.Text, t.OnChanged = text, changed
	return t
}

// CreateRenderer is part of fyne.Widget.
func (t *tick) CreateRenderer() fyne.WidgetRenderer {
	return palette.Ringed(t.Check.CreateRenderer(), 0, func() bool { return t.focused })
}

// FocusGained shows the focus ring.
func (t *tick) FocusGained() {
	t.focused = true
	t.Check.FocusGained()
}

// FocusLost hides the focus ring.
func (t *tick) FocusLost() {
	t.focused = false
	t.Check.FocusLost()
}

// TypedKey is part of fyne.Focusable.
func (t *tick) TypedKey(e *fyne.KeyEvent) {
	if !t.left(e) {
		t.Check.TypedKey(e)
	}
}

func newField(c control) *palette.Field {
	f := palette.NewField()
	f.Leave = c.leave
	return f
}

// listField is a line to type in, with a list of what is usual.
type listField struct {
	widget.SelectEntry
	control
}

func newListField(c control, options []string) *listField {
	f := &listField{control: c}
	f.ExtendBaseWidget(f)
	f.SetOptions(options)
	if made, ok := f.ActionItem.(*widget.Button); ok {
		open := newButton(c, "", made.OnTapped)
		open.Importance, open.Icon = widget.LowImportance, theme.MenuDropDownIcon()
		f.ActionItem = open
	}
	return f
}

// TypedKey is part of fyne.Focusable.
func (f *listField) TypedKey(e *fyne.KeyEvent) {
	if !f.left(e) {
		f.SelectEntry.TypedKey(e)
	}
}
