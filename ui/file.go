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

	"entangle/data"
	"entangle/data/format"
	"entangle/data/query"
	"entangle/data/resolve"
	"entangle/ui/palette"
	"entangle/ui/picture"
	"entangle/ui/words"
)

// source is where the dataset on screen comes from.
type source struct {
	path    string // "" for a dataset inside the program
	builtin string // its name
}

func (s source) name() string {
	if s.path != "" {
		return s.path
	}
	return "built-in:" + s.builtin
}

func (w *Window) openFirst() {
	first := source{builtin: w.options.Default}
	if w.options.File != "" {
		first = w.named(w.options.File)
	}
	w.open(first, true)
}

// named reads a name from the command line: a path, or built-in:NAME.
func (w *Window) named(file string) source {
	if name, ok := strings.CutPrefix(file, "built-in:"); ok {
		return source{builtin: name}
	}
	if path, err := filepath.Abs(file); err == nil {
		file = path
	}
	return source{path: file}
}

// open reads a dataset in the background. When it has problems they are listed
// and what is on screen stays; fresh begins with the dataset's first view, else
// the present view is kept as far as it can be.
func (w *Window) open(src source, fresh bool) {
	now, pins := time.Now(), w.rememberedPins(src)
	w.jobs.run("opening "+src.name(), func(context.Context) (func(), error) {
		d, err := w.load(src)
		var problems format.Problems
		if errors.As(err, &problems) {
			return func() { w.refuse(src, problems) }, nil
		}
		if err != nil {
			return nil, err
		}
		w.jobs.run("measuring names", func(context.Context) (func(), error) {
			picture.Measure(d, w.ruler)
			return nil, nil
		})
		var list []kept
		place, unread := shelfOf(src, d.Title)
		if unread == nil {
			list, unread = place.load(d.Views)
		}
		web := resolve.At(d, query.Default(d, data.DayAt(now)).Moment())
		var first *picture.Subject
		var took time.Duration
		if fresh {
			first, took = w.foresee(web, now, pins)
		}
		return func() {
			if !fresh && d.Digest == w.onDisk {
				return // the program wrote it
			}
			w.saved = list
			w.foreseen = took
			w.state.Expect(first)
			w.show(src, web, fresh, now)
			w.setMenu()
			if unread != nil {
				w.fail("reading saved views", unread)
			}
		}, nil
	})
}

func (w *Window) load(src source) (*data.Dataset, error) {
	if src.path != "" {
		return format.Open(src.path)
	}
	content, ok := w.options.Builtin[src.builtin]
	if !ok {
		return nil, errors.New("the program holds no such dataset")
	}
	return format.Parse(src.name(), content)
}

// show puts a dataset on screen.
func (w *Window) show(src source, web *resolve.Web, fresh bool, now time.Time) {
	w.dismiss()
	v := w.state.View()
	if shown := w.state.Subject(); fresh || shown == nil || len(v.View.Check(web.Dataset())) > 0 {
		v = pinnedAs(w.firstView(web, now), w.rememberedPins(src), web.Dataset())
	} else if today := data.DayAt(now); v.AsOf == query.Default(shown.Dataset, today).AsOf {
		v.AsOf = query.Default(web.Dataset(), today).AsOf // nobody chose another day than the file's
	}
	w.file, w.onDisk, w.pins = src, web.Dataset().Digest, v.Pins
	if fresh {
		w.state.Open(web, v)
	} else {
		w.state.Reload(web, v)
	}
	w.watch(src)
	w.remember(src)
}

// foresee looks at a dataset as it opens, and places that view ahead of being
// asked, so that the answer is remembered by then; not one that is drafted first.
// A view that cannot be placed is told when it is asked for.
func (w *Window) foresee(web *resolve.Web, now time.Time, pins picture.Places) (subject *picture.Subject, took time.Duration) {
	v := query.Default(web.Dataset(), data.DayAt(now))
	v.Parties = picture.Core(web)
	subject = picture.LookIn(web, pinnedAs(picture.View{View: v, Engine: w.engineAtStart}, pins, web.Dataset()), w.state.Numbers)
	if subject.Huge() {
		return subject, 0
	}
	if graph := subject.Graph(w.ruler); !picture.Drafted(graph) {
		started := time.Now()
		_, _ = w.options.Engine(w.jobs.ctx, graph)
		took = time.Since(started)
	}
	return subject, took
}

// firstView is what a dataset opens with: what the command line asks for, else
// its core.
func (w *Window) firstView(web *resolve.Web, now time.Time) picture.View {
	d := web.Dataset()
	v := picture.View{View: query.Default(d, data.DayAt(now)), Engine: w.rememberedEngine()}
	if w.options.View != nil {
		asked, some, err := w.options.View(d)
		if err != nil {
			w.fail("reading the flags", err)
		} else if some {
			return asked
		}
	}
	v.Parties = picture.Core(web)
	return v
}

// refuse lists the problems of a file. What is on screen stays.
func (w *Window) refuse(src source, problems format.Problems) {
	const most = 200
	var lines []string
	for i, p := range problems {
		if i == most {
			lines = append(lines, words.Count(len(problems)-most, "problem")+" more; entangle validate lists them all.")
			break
		}
		lines = append(lines, words.Plain(p.String()))
		if p.Excerpt != "" {
			lines = append(lines, "    "+words.Plain(p.Excerpt))
		}
	}
	text := palette.NewQuote(strings.Join(lines, "\n"))
	head := words.Count(len(problems), "problem") + " in " + filepath.Base(src.name()) + ". It was not opened; what was on screen stays."
	w.fail("opening "+filepath.Base(src.name()), errors.New(words.Count(len(problems), "problem")+"; first: "+problems[0].String()))
	if w.state.Subject() == nil {
		w.bar.empty()
		head = words.Count(len(problems), "problem") + " in " + filepath.Base(src.name()) + ". Mend the file, or open another one."
	}
	list := newReader(text)
	list.onEscape = w.dialogs.escape
	body := container.NewBorder(widget.NewLabel(head), nil, nil, nil, list)
	d := w.newNotice("This dataset cannot be read", "Close", body)
	d.Resize(fyne.NewSize(min(820, w.win.Canvas().Size().Width-80), min(520, w.win.Canvas().Size().Height-80)))
	w.raise(d)
	w.win.Canvas().Focus(list)
}

// dropped opens the first file that is dropped on the window.
func (w *Window) dropped(_ fyne.Position, files []fyne.URI) {
	for _, f := range files {
		if f.Scheme() == "file" {
			w.open(source{path: filepath.FromSlash(f.Path())}, true)
			return
		}
	}
	w.fail("opening what was dropped", errors.New("only files on this machine can be opened"))
}

func (w *Window) showOpen() {
	d := dialog.NewFileOpen(w.fileChosen, w.win)
	d.SetFilter(storage.NewExtensionFileFilter([]string{".yaml", ".yml", ".json"}))
	if dir, err := storage.ListerForURI(storage.NewFileURI(w.lastFolder())); err == nil {
		d.SetLocation(dir)
	}
	w.raise(d)
	d.Resize(fyne.NewSize(820, 560)) // not before: it has no size to grow from
}

// fileChosen opens what was chosen, nil for nothing.
func (w *Window) fileChosen(f fyne.URIReadCloser, err error) {
	if err != nil {
		w.fail("choosing a file", err)
		return
	}
	if f == nil {
		return
	}
	path := f.URI().Path()
	_ = f.Close()
	w.open(source{path: filepath.FromSlash(path)}, true)
}

// lastFolder is where the last file was opened or written, else the person's
// documents, else home.
func (w *Window) lastFolder() string {
	if dir := w.app.Preferences().String(prefFolder); dir != "" {
		if info, err := os.Stat(dir); err == nil && info.IsDir() {
			return dir
		}
	}
	home, _ := os.UserHomeDir()
	return home
}
