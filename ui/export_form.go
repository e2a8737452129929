package ui

import (
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"entangle/data"
	"entangle/ui/annex"
	"entangle/ui/palette"
	"entangle/ui/paper"
	"entangle/ui/picture"
	"entangle/ui/style"
)

// The keys of the last choices.
const (
	prefFormat   = "export.format"
	prefPicture  = "export.theme"
	prefScale    = "export.scale"
	prefSize     = "export.size"
	prefGround   = "export.ground"
	prefPart     = "export.part"
	prefCaption  = "export.caption"
	prefAnnex    = "export.annex"
	prefOutlines = "export.outlines"
	prefFrame    = "export.frame"
)

// Choices of the form.
const (
	asScreen     = "as on screen"
	naturalSize  = "as large as it is"
	groundTheme  = "that of the colours"
	groundWhite  = "white"
	groundNone   = "none (transparent)"
	partWhole    = "everything"
	partLit      = "everything, the selection lit up"
	partSelected = "the selection alone"
)

// exportForm is what the dialog asks for.
type exportForm struct {
	path, title, frame       *palette.Field
	format                   *choice
	size, scale              *listField
	theme, ground, part      *choice
	caption, annex, outlines *tick
	changed                  func() // something was chosen; nil while the form is filled
}

func (w *Window) newExportForm() *exportForm {
	p := w.app.Preferences()
	in := w.within()
	f := &exportForm{path: newField(in), title: newField(in), frame: newField(in)}
	said := func(string) { f.say() }
	f.format = newChoice(in, f.formats(), func(format string) {
		f.path.SetText(withEnding(f.path.Text, format))
		f.enable()
		f.say()
	})
	themes := []string{asScreen}
	for _, t := range style.Themes() {
		themes = append(themes, string(t))
	}
	f.theme = newChoice(in, themes, said)
	f.ground = newChoice(in, []string{groundTheme, groundWhite, groundNone}, said)
	f.part = newChoice(in, []string{partWhole, partLit, partSelected}, said)
	f.size = newListField(in, []string{naturalSize, "1280x720", "1920x1080", "3840x2160", "794x1123", "1123x794"})
	f.scale = newListField(in, []string{"1", "2", "3", "4", "3.125"})
	f.size.OnChanged, f.scale.OnChanged, f.title.OnChanged, f.frame.OnChanged = said, said, said, said
	checked := func(bool) { f.say() }
	f.caption = newTick(in, "title, dates, legend, sources", checked)
	f.annex = newTick(in, "evidence, on pages that follow", checked)
	f.outlines = newTick(in, "letters as shapes", checked)
	f.title.SetPlaceHolder("that of the dataset")
	f.frame.SetPlaceHolder("2025-10..2026-05")
	f.path.SetText(filepath.Join(w.lastFolder(), "entangle.svg"))
	f.fill(p)
	return f
}

func (f *exportForm) fill(p fyne.Preferences) {
	f.size.SetText(p.StringWithFallback(prefSize, naturalSize))
	f.scale.SetText(strings.TrimSuffix(p.StringWithFallback(prefScale, "2"), "×"))
	f.theme.SetSelected(p.StringWithFallback(prefPicture, string(style.Print)))
	f.ground.SetSelected(p.StringWithFallback(prefGround, groundTheme))
	f.part.SetSelected(p.StringWithFallback(prefPart, partWhole))
	f.caption.SetChecked(p.BoolWithFallback(prefCaption, true))
	f.annex.SetChecked(p.Bool(prefAnnex))
	f.outlines.SetChecked(p.Bool(prefOutlines))
	f.frame.SetText(p.String(prefFrame))
	f.format.SetSelected(p.StringWithFallback(prefFormat, "svg"))
	if f.format.Selected == "" {
		f.format.SetSelected("svg")
	}
}

// remember keeps the choices for the next time, but for file and title.
func (f *exportForm) remember(p fyne.Preferences) {
	p.SetString(prefFormat, f.format.Selected)
	p.SetString(prefSize, f.size.Text)
	p.SetString(prefScale, f.scale.Text)
	p.SetString(prefPicture, f.theme.Selected)
	p.SetString(prefGround, f.ground.Selected)
	p.SetString(prefPart, f.part.Selected)
	p.SetBool(prefCaption, f.caption.Checked)
	p.SetBool(prefAnnex, f.annex.Checked)
	p.SetBool(prefOutlines, f.outlines.Checked)
	p.SetString(prefFrame, f.frame.Text)
}

func (f *exportForm) say() {
	if f.changed != nil {
		f.changed()
	}
}

// formats lists what can be written: pictures, then data.
func (f *exportForm) formats() []string {
	names := picture.Formats()
	for _, d := range picture.DataFormats() {
		names = append(names, d.Name)
	}
	return names
}

// withEnding replaces the ending of a file by that of a format.
func withEnding(path, format string) string {
	bare := strings.TrimSuffix(path, filepath.Ext(path))
	if strings.HasSuffix(path, ".csl.json") {
		bare = strings.TrimSuffix(path, ".csl.json")
	}
	return bare + "." + format
}

// isPicture says whether a picture is to be written, and not data.
func (f *exportForm) isPicture() bool { return slices.Contains(picture.Formats(), f.format.Selected) }

// enable lets only those choices be made that the format heeds.
func (f *exportForm) enable() {
	for _, c := range []struct {
		field fyne.Disableable
		on    bool
	}{
		{f.size, f.isPicture()},
		{f.scale, f.format.Selected == "png" || f.format.Selected == "svg"},
		{f.theme, f.isPicture()},
		{f.ground, f.isPicture()},
		{f.title, f.isPicture()},
		{f.frame, f.isPicture()},
		{f.caption, f.isPicture()},
		{f.annex, f.format.Selected == "pdf"},
		{f.outlines, f.format.Selected == "svg"},
	} {
		if c.on {
			c.field.Enable()
		} else {
			c.field.Disable()
		}
	}
}

// asked reads the form. highlighted is what is selected on screen, and screen
// the theme there.
func (f *exportForm) asked(highlighted []string, screen style.Theme) (picture.Export, error) {
	e := picture.Export{
		Format: f.format.Selected, Theme: style.Theme(f.theme.Selected), Title: f.title.Text, NoCaption: !f.caption.Checked,
		White: f.ground.Selected == groundWhite, Transparent: f.ground.Selected == groundNone,
		OutlineText: f.outlines.Checked, Annex: annex.If(f.annex.Checked),
	}
	if f.theme.Selected == asScreen {
		e.Theme = screen
	}
	switch f.part.Selected {
	case partLit:
		e.Lit = highlighted
	case partSelected:
		if e.Only = highlighted; len(highlighted) == 0 {
			return e, fmt.Errorf("nothing is selected; click a box or a line first, or choose %q", partWhole)
		}
	}
	var err error
	if e.Width, e.Height, err = sizeOf(f.size.Text); err != nil {
		return e, err
	}
	if e.Scale, err = strconv.ParseFloat(strings.TrimSpace(f.scale.Text), 64); err != nil || !(e.Scale >= 0.1 && e.Scale <= 16) {
		return e, fmt.Errorf("the scale %q is no number from 0.1 to 16", f.scale.Text)
	}
	e.FrameOf, err = daysOf(f.frame.Text)
	return e, err
}

// sizeOf reads a size in points, 0 for the natural one.
func sizeOf(text string) (w, h float64, err error) {
	if text = strings.TrimSpace(text); text == "" || text == naturalSize {
		return 0, 0, nil
	}
	a, b, ok := strings.Cut(strings.ReplaceAll(strings.ToLower(text), "×", "x"), "x")
	width, err1 := strconv.ParseUint(strings.TrimSpace(a), 10, 31)
	height, err2 := strconv.ParseUint(strings.TrimSpace(b), 10, 31)
	if !ok || err1 != nil || err2 != nil || width == 0 || height == 0 || max(width, height) > paper.MaxSide {
		return 0, 0, fmt.Errorf("the size %q is none; write width and height up to %d, as in 1600x900", text, paper.MaxSide)
	}
	return float64(width), float64(height), nil
}

// daysOf reads the two days whose pictures are to be laid out alike.
func daysOf(text string) ([]data.Day, error) {
	if strings.TrimSpace(text) == "" {
		return nil, nil
	}
	var days []data.Day
	for part := range strings.SplitSeq(text, "..") {
		d, err := data.ParseDate(strings.TrimSpace(part))
		if err != nil || d.Last() == data.MaxDay {
			return nil, fmt.Errorf("%q names no two dates; write them as in 2025-10..2026-05, or leave that empty", text)
		}
		days = append(days, d.Last())
	}
	if len(days) != 2 {
		return nil, fmt.Errorf("%q names no two dates; write them as in 2025-10..2026-05, or leave that empty", text)
	}
	return days, nil
}
