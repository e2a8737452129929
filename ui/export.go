package ui

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/widget"

	"entangle/layout"
	"entangle/ui/disk"
	"entangle/ui/pace"
	"entangle/ui/palette"
	"entangle/ui/picture"
)

// showExport asks where and how, shows what that looks like, and writes it.
func (w *Window) showExport() {
	if w.state.Subject() == nil {
		return
	}
	if w.state.View().Arranged() == picture.Table {
		w.showTableExport()
		return
	}
	form := w.newExportForm()
	shown := w.newPreview(form)
	folder := newButton(w.within(), "Folder …", func() { w.chooseFolder(form.path) })
	rows := widget.NewForm(
		widget.NewFormItem("File", container.NewBorder(nil, nil, nil, folder, form.path)),
		widget.NewFormItem("Format", form.format),
		widget.NewFormItem("Size", form.size),
		widget.NewFormItem("Scale", form.scale),
		widget.NewFormItem("Colours", form.theme),
		widget.NewFormItem("Ground", form.ground),
		widget.NewFormItem("Show", form.part),
		widget.NewFormItem("Title", form.title),
		widget.NewFormItem("Frame of", form.frame),
		widget.NewFormItem("With", form.caption),
		widget.NewFormItem("", form.annex),
		widget.NewFormItem("", form.outlines),
	)
	content := container.NewGridWithColumns(2, container.NewVScroll(rows), shown.object)
	d := w.newQuestion("Export", "Export", "Cancel", content, func(yes bool) {
		shown.close()
		if yes {
			w.export(form)
		}
	})
	form.path.OnSubmitted = func(string) { d.Confirm() }
	canvas := w.win.Canvas().Size()
	d.Resize(fyne.NewSize(min(1040, canvas.Width), min(640, canvas.Height)))
	w.raise(d)
	w.win.Canvas().Focus(form.path)
	shown.draw()
}

func (w *Window) chooseFolder(path *palette.Field) {
	d := dialog.NewFolderOpen(func(dir fyne.ListableURI, err error) { w.folderChosen(path, dir, err) }, w.win)
	if dir, err := storage.ListerForURI(storage.NewFileURI(filepath.Dir(path.Text))); err == nil {
		d.SetLocation(dir)
	}
	w.raise(d)
}

// folderChosen puts the file into the folder that was chosen, nil for none.
func (w *Window) folderChosen(path *palette.Field, dir fyne.ListableURI, err error) {
	if err != nil {
		w.fail("choosing a folder", err)
	} else if dir != nil {
		path.SetText(filepath.Join(filepath.FromSlash(dir.Path()), filepath.Base(path.Text)))
	}
}

// wanted is a picture that is to be drawn, all that it needs held fast.
type wanted struct {
	export  picture.Export
	subject *picture.Subject
	placed  layout.Placed
}

// wants reads the form and holds fast what is on screen.
func (w *Window) wants(f *exportForm) (wanted, error) {
	e, err := f.asked(w.state.Highlighted(), w.pal().Theme)
	placed, ok := w.state.Placement()
	if err == nil && !ok {
		err = errors.New("the map is still being placed; try again in a moment")
	}
	return wanted{e, w.state.Subject(), placed}, err
}

// draw draws what is wanted; it may run in the background.
func (w *Window) draw(ctx context.Context, want wanted) (*picture.Drawn, error) {
	e, err := want.subject.Framed(ctx, w.options.Engine, w.ruler, want.export)
	if err != nil {
		return nil, err
	}
	return want.subject.Draw(want.placed, w.ruler, e)
}

// export writes the picture that is on screen, as it is placed there.
func (w *Window) export(f *exportForm) {
	f.remember(w.app.Preferences())
	want, err := w.wants(f)
	if err != nil {
		w.fail("exporting", err)
		return
	}
	path := f.path.Text
	write := func() {
		w.writing(path, func(ctx context.Context, pc pace.Pace) (*picture.Drawn, error) {
			want.export.Pace = pc
			return w.draw(ctx, want)
		})
	}
	if _, err := os.Stat(path); err != nil {
		write()
		return
	}
	w.confirm("Replace the file?", path+" exists already.", func(yes bool) {
		if yes {
			write()
		}
	})
}

// write writes what a function makes.
func (w *Window) write(path string, draw func() (*picture.Drawn, error)) {
	w.writing(path, func(context.Context, pace.Pace) (*picture.Drawn, error) { return draw() })
}

// patience is how long an export takes before it says how far it is.
const patience = 400 * time.Millisecond

// writing writes what a function makes. When that takes a while, a dialog shows
// how far it is, and can end it; then no file is written.
func (w *Window) writing(path string, draw func(context.Context, pace.Pace) (*picture.Drawn, error)) {
	if whole, err := filepath.Abs(path); err == nil {
		path = whole
	}
	w.app.Preferences().SetString(prefFolder, filepath.Dir(path))
	ctx, cancel := context.WithCancel(w.jobs.ctx)
	bar := widget.NewProgressBar()
	name := widget.NewLabel(path)
	name.Truncation = fyne.TextTruncateEllipsis
	running := w.newNotice("Exporting", "Cancel", container.NewVBox(name, bar))
	running.Resize(fyne.NewSize(min(440, w.win.Canvas().Size().Width), 0))
	running.SetOnClosed(cancel)
	done := false
	w.jobs.later(patience, func() {
		if !done {
			w.raise(running)
		}
	})
	pc := pace.New(ctx, func(share float64) { w.jobs.hand(func() { bar.SetValue(share) }) })
	w.jobs.run("exporting to "+path, func(context.Context) (func(), error) {
		drawn, err := draw(ctx, pc)
		if err == nil {
			err = disk.Write(ctx, disk.File{Name: path, Content: drawn.Content})
		}
		if err != nil && ctx.Err() != nil {
			return func() { done = true; w.bar.say("The export was cancelled; nothing is written") }, nil
		}
		return func() {
			done = true
			running.Hide()
			if err == nil {
				w.bar.say(strings.Join(append([]string{"Written to " + path}, drawn.Notes...), "; "))
			}
		}, err
	})
}
