package ui

import (
	"context"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"entangle/data"
	"entangle/ui/brief"
	"entangle/ui/palette"
	"entangle/ui/picture"
	"entangle/ui/words"
)

// savedItems are the items of the menu View that keep views and go back to them.
func (w *Window) savedItems() []*fyne.MenuItem {
	list := plain("Saved views", nil)
	var views []*fyne.MenuItem
	for _, k := range w.saved {
		views = append(views, plain(nameOf(k), w.onView(func() { w.restore(k) })))
	}
	list.ChildMenu = fyne.NewMenu("", views...)
	list.Disabled = len(views) == 0
	return []*fyne.MenuItem{
		item("Save this view …", fyne.KeyS, w.onView(w.showSave)),
		list,
		keyed("All saved views …", fyne.KeyS, ctrlShift, w.onView(w.showSaved)),
	}
}

// nameOf is how a view is called.
func nameOf(k kept) string {
	if k.Title == "" {
		return k.ID
	}
	return words.Plain(k.Title)
}

// shelf says where the views of what is on screen are kept.
func (w *Window) shelf() (shelf, error) {
	return shelfOf(w.file, w.state.Subject().Dataset.Title)
}

// stock takes the saved views of what is on screen.
func (w *Window) stock(list []kept) {
	w.saved = list
	w.setMenu()
	w.showPage()
}

// savedRows lists the saved views for the first page of the panel.
func (w *Window) savedRows(page *brief.Brief) *brief.Brief {
	if len(w.saved) == 0 {
		return page
	}
	section := brief.Section{Title: "Saved views"}
	for _, k := range w.saved {
		section.Rows = append(section.Rows, brief.Row{Act: brief.Act{Verb: brief.Restore, Of: k.ID}, Words: nameOf(k)})
	}
	out := *page
	out.Sections = slices.Insert(slices.Clone(page.Sections), min(1, len(page.Sections)), section)
	return &out
}

// showSave asks for the name under which to keep what is on screen.
func (w *Window) showSave() {
	name := newField(w.within())
	name.SetText("View of " + words.Day(w.state.View().AsOf))
	where := widget.NewLabel(w.whereKept())
	where.Wrapping, where.Importance = fyne.TextWrapWord, widget.LowImportance
	d := w.newQuestion("Save this view", "Save", "Cancel",
		container.NewVBox(widget.NewForm(widget.NewFormItem("Name", name)), where), func(yes bool) {
			if yes && strings.TrimSpace(name.Text) != "" {
				w.save(strings.TrimSpace(name.Text))
			}
		})
	name.OnSubmitted = func(string) { d.Confirm() }
	d.Resize(fyne.NewSize(480, 240))
	w.raise(d)
	w.win.Canvas().Focus(name)
	name.TypedShortcut(&fyne.ShortcutSelectAll{})
}

func (w *Window) whereKept() string {
	s, err := w.shelf()
	switch {
	case err != nil:
		return ""
	case s.own == "":
		return "Day, filters, places, camera and selection, kept in " + s.beside[0] + ". A name that there is already is replaced."
	default:
		return "Day, filters, places, camera and selection, kept under views: in " + filepath.Base(s.own) +
			", or beside it when that is read-only. A name that there is already is replaced."
	}
}

// save keeps what is on screen under a name. One of that name is replaced.
func (w *Window) save(name string) {
	k := kept{}
	if i := slices.IndexFunc(w.saved, func(k kept) bool { return nameOf(k) == name }); i >= 0 {
		k = w.saved[i]
	} else {
		k.ID = w.freeID(name)
	}
	saved := picture.Saved{ID: k.ID, Title: name, View: w.state.View(), Selected: w.state.Selected(), Camera: w.camera()}
	if placed, ok := w.state.Placement(); ok && saved.View.Arranged() == picture.Web && !w.drafted() {
		saved.View.Kept = picture.Places{}
		for _, b := range placed.Boxes {
			if _, pinned := saved.View.Pins[data.PartyID(b.ID)]; !pinned {
				saved.View.Kept[data.PartyID(b.ID)] = b.Rect.Center()
			}
		}
	}
	k.SavedView = saved.Record()
	w.keep(k, "Saved as “"+name+"”")
}

// notID matches what an id cannot have.
var notID = regexp.MustCompile(`[^a-z0-9]+`)

// freeID makes an id of a name that no other view has, and that does not make it
// the one that the dataset opens with.
func (w *Window) freeID(name string) string {
	base := strings.Trim(notID.ReplaceAllString(strings.ToLower(name), "-"), "-")
	base = strings.Trim(base[:min(len(base), 60)], "-")
	if base == "" {
		base = "view"
	}
	id := base
	for n := 2; id == picture.CoreView || slices.ContainsFunc(w.saved, func(k kept) bool { return k.ID == id }); n++ {
		id = base + "-" + strconv.Itoa(n)
	}
	return id
}

// camera is what is seen of the picture, nil when all of it is fitted.
func (w *Window) camera() *picture.Camera {
	middle, zoom, fitted := w.view.Camera()
	if fitted {
		return nil
	}
	size := w.view.Size()
	return &picture.Camera{Middle: middle, Zoom: zoom, Width: float64(size.Width), Height: float64(size.Height)}
}

// aim has the map show with its next scene what a camera saw, all of it for none.
func (w *Window) aim(c *picture.Camera) {
	if c == nil {
		w.view.AimAtAll()
		return
	}
	size := w.view.Size()
	w.view.Aim(c.In(float64(size.Width), float64(size.Height)))
}

// fitting takes a step after which all of the map is seen.
func (w *Window) fitting(step func()) {
	w.state.Aiming(step)
	w.view.Fit()
}

// keep writes a view into its file and says where.
func (w *Window) keep(k kept, said string) {
	s, err := w.shelf()
	if err != nil {
		w.fail("saving the view", err)
		return
	}
	src := w.file
	w.jobs.run("saving the view", func(context.Context) (func(), error) {
		done, err := s.put(k.SavedView, k.file)
		if err != nil {
			return nil, err
		}
		return func() {
			if w.file != src {
				return // another dataset is on screen by now
			}
			k.file = done.path
			w.written(done)
			list := slices.Clone(w.saved)
			if i := slices.IndexFunc(list, func(o kept) bool { return o.ID == k.ID }); i >= 0 {
				list[i] = k
			} else {
				list = append(list, k)
			}
			w.stock(list)
			said += " in " + filepath.Base(done.path) + "."
			if done.note != "" {
				said += " (" + done.note + ")"
			}
			w.bar.say(said)
		}, nil
	})
}

// remove takes a view out of its file.
func (w *Window) remove(k kept) {
	s, err := w.shelf()
	if err != nil {
		w.fail("deleting the view", err)
		return
	}
	src := w.file
	w.jobs.run("deleting the view", func(context.Context) (func(), error) {
		done, err := s.drop(k.ID, k.file)
		if err != nil {
			return nil, err
		}
		return func() {
			if w.file != src {
				return
			}
			w.written(done)
			w.stock(slices.DeleteFunc(slices.Clone(w.saved), func(o kept) bool { return o.ID == k.ID }))
			w.bar.say("Deleted “" + nameOf(k) + "”.")
		}, nil
	})
}

// written notes what the program itself wrote into the open file, so that it is
// not read again for that. What somebody else had written there since is.
func (w *Window) written(done stored) {
	if done.path == w.file.path && done.before == w.onDisk {
		w.onDisk = done.after
	}
}

// restore goes to a saved view, and says what of it is gone by now.
func (w *Window) restore(k kept) {
	s, lost := picture.ReadSaved(w.state.Subject().Dataset, k.SavedView, data.DayAt(time.Now()))
	w.find.leave()
	w.state.Aiming(func() {
		w.aim(s.Camera)
		w.state.Restore("go to “"+nameOf(k)+"”", s.View, s.Selected)
	})
	if len(lost) > 0 {
		w.bar.say(words.Capital(words.List(lost)) + " of this view: not there any more, and left out.")
	}
}

// showSaved lists the saved views, to go to, to rename and to delete.
func (w *Window) showSaved() {
	rows := container.NewVBox()
	if len(w.saved) == 0 {
		rows.Add(widget.NewLabel("No view is saved yet. Ctrl+S keeps what is on screen."))
	}
	var d *dialog.CustomDialog
	row := func(text string, do func()) *palette.Button {
		b := newButton(w.within(), text, func() {
			d.Hide()
			do()
		})
		b.Importance = widget.LowImportance
		return b
	}
	for _, k := range w.saved {
		show := row(nameOf(k), func() { w.restore(k) })
		show.Alignment = widget.ButtonAlignLeading
		rename, remove := row("Rename", func() { w.showRename(k) }), row("Delete", func() { w.showRemove(k) })
		if k.file == "" {
			rename.Disable()
			remove.Disable()
		}
		rows.Add(container.NewBorder(nil, nil, nil, container.NewHBox(rename, remove), show))
	}
	d = w.newNotice("Saved views", "Close", container.NewVScroll(rows))
	d.Resize(fyne.NewSize(520, 360))
	w.raise(d)
}

func (w *Window) showRename(k kept) {
	name := newField(w.within())
	name.SetText(nameOf(k))
	d := w.newQuestion("Rename the view", "Rename", "Cancel", widget.NewForm(widget.NewFormItem("Name", name)), func(yes bool) {
		if text := strings.TrimSpace(name.Text); yes && text != "" {
			k.Title = text
			w.keep(k, "Renamed to “"+text+"”")
		}
	})
	name.OnSubmitted = func(string) { d.Confirm() }
	d.Resize(fyne.NewSize(440, 180))
	w.raise(d)
	w.win.Canvas().Focus(name)
}

func (w *Window) showRemove(k kept) {
	w.confirm("Delete the view?", "“"+nameOf(k)+"” is taken out of "+filepath.Base(k.file)+".", func(yes bool) {
		if yes {
			w.remove(k)
		}
	})
}
