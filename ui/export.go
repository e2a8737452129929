package ui

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/widget"

	"entangle/ui/disk"
	"entangle/ui/picture"
	"entangle/ui/style"
)

// The keys of the last choices.
const (
	prefFormat  = "export.format"
	prefPicture = "export.theme"
	prefScale   = "export.scale"
)

// asScreen is the choice of the colours that are on screen.
const asScreen = "as on screen"

// exportForm is what the dialog asks for.
type exportForm struct {
	path    *widget.Entry
	format  *widget.Select
	theme   *widget.Select
	scale   *widget.Select
	caption *widget.Check
	marked  *widget.Check
}

// showExport asks where and how, and writes the picture as it is on screen.
func (w *Window) showExport() {
	if w.state.Subject() == nil {
		return
	}
	if w.state.View().Arranged() == picture.Table {
		w.showTableExport()
		return
	}
	form := w.newExportForm()
	folder := widget.NewButton("Folder …", func() { w.chooseFolder(form.path) })
	rows := widget.NewForm(
		widget.NewFormItem("File", container.NewBorder(nil, nil, nil, folder, form.path)),
		widget.NewFormItem("Format", form.format),
		widget.NewFormItem("Colours", form.theme),
		widget.NewFormItem("Size", form.scale),
		widget.NewFormItem("", form.caption),
		widget.NewFormItem("", form.marked),
	)
	d := dialog.NewCustomConfirm("Export picture", "Export", "Cancel", rows, func(yes bool) {
		if yes {
			w.export(form)
		}
	}, w.win)
	form.path.OnSubmitted = func(string) { d.Confirm() }
	d.Resize(fyne.NewSize(560, 360))
	d.Show()
	w.win.Canvas().Focus(form.path)
}

func (w *Window) newExportForm() *exportForm {
	p := w.app.Preferences()
	f := &exportForm{path: widget.NewEntry()}
	f.format = widget.NewSelect(picture.Formats(), func(format string) {
		f.path.SetText(strings.TrimSuffix(f.path.Text, filepath.Ext(f.path.Text)) + "." + format)
	})
	themes := []string{asScreen}
	for _, t := range style.Themes() {
		themes = append(themes, string(t))
	}
	f.theme = widget.NewSelect(themes, nil)
	f.scale = widget.NewSelect([]string{"1×", "2×", "3×", "4×"}, nil)
	f.caption = widget.NewCheck("Print title, dates, legend and sources with it", nil)
	f.marked = widget.NewCheck("Show what is selected", nil)
	f.caption.SetChecked(true)
	f.path.SetText(filepath.Join(w.lastFolder(), "entangle.svg"))
	f.format.SetSelected(p.StringWithFallback(prefFormat, "svg"))
	f.theme.SetSelected(p.StringWithFallback(prefPicture, string(style.Print)))
	f.scale.SetSelected(p.StringWithFallback(prefScale, "2×"))
	return f
}

func (w *Window) chooseFolder(path *widget.Entry) {
	d := dialog.NewFolderOpen(func(dir fyne.ListableURI, err error) { w.folderChosen(path, dir, err) }, w.win)
	if dir, err := storage.ListerForURI(storage.NewFileURI(filepath.Dir(path.Text))); err == nil {
		d.SetLocation(dir)
	}
	d.Show()
}

// folderChosen puts the file into the folder that was chosen, nil for none.
func (w *Window) folderChosen(path *widget.Entry, dir fyne.ListableURI, err error) {
	if err != nil {
		w.fail("choosing a folder", err)
	} else if dir != nil {
		path.SetText(filepath.Join(filepath.FromSlash(dir.Path()), filepath.Base(path.Text)))
	}
}

// export writes the picture that is on screen, as it is placed there.
func (w *Window) export(f *exportForm) {
	p := w.app.Preferences()
	p.SetString(prefFormat, f.format.Selected)
	p.SetString(prefPicture, f.theme.Selected)
	p.SetString(prefScale, f.scale.Selected)
	scale, _ := strconv.ParseFloat(strings.TrimSuffix(f.scale.Selected, "×"), 64)
	e := picture.Export{Format: f.format.Selected, Theme: style.Theme(f.theme.Selected), Scale: scale, NoCaption: !f.caption.Checked}
	if f.theme.Selected == asScreen {
		e.Theme = w.pal().Theme
	}
	if f.marked.Checked {
		e.Lit = w.state.Highlighted()
	}
	path, subject := f.path.Text, w.state.Subject()
	placed, ok := w.state.Placement()
	if !ok {
		w.fail("exporting", errors.New("the map is still being placed; try again in a moment"))
		return
	}
	if _, err := os.Stat(path); err == nil {
		dialog.ShowConfirm("Replace the file?", path+" exists already.", func(yes bool) {
			if yes {
				w.write(path, func() (*picture.Drawn, error) { return subject.Draw(placed, w.ruler, e) })
			}
		}, w.win)
		return
	}
	w.write(path, func() (*picture.Drawn, error) { return subject.Draw(placed, w.ruler, e) })
}

func (w *Window) write(path string, draw func() (*picture.Drawn, error)) {
	if whole, err := filepath.Abs(path); err == nil {
		path = whole
	}
	w.app.Preferences().SetString(prefFolder, filepath.Dir(path))
	w.jobs.run("exporting to "+path, func(context.Context) (func(), error) {
		drawn, err := draw()
		if err == nil {
			err = disk.Write(disk.File{Name: path, Content: drawn.Content})
		}
		if err != nil {
			return nil, err
		}
		return func() { w.bar.say(strings.Join(append([]string{"Written to " + path}, drawn.Notes...), "; ")) }, nil
	})
}
