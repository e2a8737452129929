package ui

import (
	"fmt"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"entangle/data/interchange"
	"entangle/ui/picture"
	"entangle/ui/words"
)

// showTableExport asks where to write the list on screen, as CSV.
func (w *Window) showTableExport() {
	list := words.Plural(w.lists.list.Noun())
	path := newField(w.within())
	path.SetText(filepath.Join(w.lastFolder(), list+".csv"))
	folder := newButton(w.within(), "Folder …", func() { w.chooseFolder(path) })
	rows := widget.NewForm(widget.NewFormItem("File", container.NewBorder(nil, nil, nil, folder, path)))
	d := w.newQuestion("Export the "+list+" in view as CSV", "Export", "Cancel", rows, func(yes bool) {
		if yes {
			w.exportTable(path.Text, list)
		}
	})
	path.OnSubmitted = func(string) { d.Confirm() }
	d.Resize(fyne.NewSize(560, 180))
	w.raise(d)
	w.win.Canvas().Focus(path)
}

// exportTable writes the table of that name of what is in view: whole, and in the
// order of ids, whatever the order on screen, so that two exports can be compared.
func (w *Window) exportTable(path, name string) {
	subject := w.state.Subject()
	write := func() {
		w.write(path, func() (*picture.Drawn, error) {
			for _, t := range interchange.Tables(subject.Web, subject.Result) {
				if t.Name == name {
					content, err := t.CSV()
					return &picture.Drawn{Content: content}, err
				}
			}
			return nil, fmt.Errorf("there is no table of %s", name)
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
