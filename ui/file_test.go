package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/data"
	"entangle/ui/picture"
)

func (d *desk) drop(paths ...string) {
	var files []fyne.URI
	for _, path := range paths {
		if strings.Contains(path, "://") {
			u, err := storage.ParseURI(path)
			require.NoError(d.t, err)
			files = append(files, u)
			continue
		}
		files = append(files, storage.NewFileURI(path))
	}
	d.dropped(fyne.Position{}, files)
}

func TestADroppedFileIsOpened(t *testing.T) {
	d := sit(t)
	path := file(t, "Dropped")
	d.drop("https://example.org/web.yaml", path)
	d.until("it is on screen", func() bool { return d.win.Title() == "Dropped – Entangle" })
	assert.Equal(t, path, d.file.path)
	assert.Equal(t, []string{path}, d.app.Preferences().StringList(prefRecent))
	assert.Equal(t, filepath.Dir(path), d.app.Preferences().String(prefFolder))
	assert.Equal(t, filepath.Dir(path), d.lastFolder())
	recent := d.item("File", "Open recent")
	require.Len(t, recent.ChildMenu.Items, 1)
	assert.Equal(t, "web.yaml", recent.ChildMenu.Items[0].Label)

	d.item("File", "Built-in: other.yaml").Action()
	d.until("the built-in one is on screen", func() bool { return d.win.Title() == "Other – Entangle" })
	assert.Nil(t, d.watcher, "what is built in is not watched")
	recent.ChildMenu.Items[0].Action()
	d.until("the recent one is back", func() bool { return d.win.Title() == "Dropped – Entangle" })
}

// A file with problems lists them, and what is on screen stays.
func TestADroppedFileWithProblems(t *testing.T) {
	d := sit(t)
	path := file(t, "Broken")
	write(t, path, titled("Broken")+strings.Repeat("- x\n", 3)+"nonsense: 1\n")
	before, scene := d.state.Subject(), d.scene
	d.drop(path)
	d.until("the problems are listed", func() bool { return d.dialog() != "" })
	assert.Contains(t, d.dialog(), "web.yaml:")
	assert.Contains(t, d.dialog(), "It was not opened; what was on screen stays.")
	assert.Contains(t, d.notice(), "Opening web.yaml: ")
	assert.Same(t, before, d.state.Subject())
	assert.Same(t, scene, d.view.Scene())
	assert.Equal(t, "Small – Entangle", d.win.Title())
	assert.Empty(t, d.file.path)
	assert.Empty(t, d.app.Preferences().StringList(prefRecent))
	d.press("Close")
	assert.Empty(t, d.dialog())
}

func TestWhatCannotBeOpened(t *testing.T) {
	d := sit(t)
	d.drop("https://example.org/web.yaml")
	assert.Contains(t, d.notice(), "only files on this machine")
	d.drop(filepath.Join(t.TempDir(), "nowhere.yaml"))
	d.until("it is told", func() bool { return strings.Contains(d.notice()+d.dialog(), "nowhere.yaml") })
	d.open(source{builtin: "nothing.yaml"}, true)
	d.until("it is told", func() bool { return strings.Contains(d.notice(), "the program holds no such dataset") })
	assert.Equal(t, "Small – Entangle", d.win.Title())
}

// A program that is started with a bad file says so, and offers what is always
// there.
func TestStartingWithABadFile(t *testing.T) {
	path := file(t, "Broken")
	write(t, path, "format: entangle/1\nnonsense: 1\n")
	d := seat(t, path)
	d.until("the problems are listed", func() bool { return d.dialog() != "" })
	assert.Contains(t, d.dialog(), "Mend the file, or open another one.")
	assert.Equal(t, "Nothing is open.", d.bar.shows.Text)
	assert.Nil(t, d.state.Subject())
	d.setTheme("dark")
	d.showExport()
	d.press("Close")
	d.bar.chip.Tapped(nil)
	d.until("the built-in dataset is on screen", func() bool { return d.scene != nil })
	assert.Equal(t, "Small – Entangle", d.win.Title())
}

func TestManyProblems(t *testing.T) {
	d := sit(t)
	path := file(t, "Broken")
	write(t, path, titled("Broken")+"parties: [{id: z}]\nnotes: ["+strings.Repeat("{id: n, bad: 1}, ", 400)+"]\n")
	d.drop(path)
	d.until("the problems are listed", func() bool { return d.dialog() != "" })
	assert.LessOrEqual(t, strings.Count(d.dialog(), "\n"), 500)
}

// The open file is read again whenever it is saved, and its reader's place is
// kept; while it has problems what was on screen stays.
func TestReloadOnSave(t *testing.T) {
	path := file(t, "Before")
	d := sit(t, path)
	d.pick(tie("t3"))
	d.drawn()
	write(t, filepath.Join(filepath.Dir(path), "notes.txt"), "no matter")
	write(t, path, titled("After"))
	write(t, filepath.Join(filepath.Dir(path), "web.yaml~"), "a copy that an editor keeps")
	d.until("the saved file is shown", func() bool { return d.win.Title() == "After – Entangle" })
	assert.Equal(t, tie("t3"), d.state.Selection())

	write(t, path, titled("Broken")+"nonsense: 1\n")
	d.until("the problem is told", func() bool { return d.notice() != "" })
	assert.Equal(t, "After – Entangle", d.win.Title())
	d.press("Close")

	// Many editors write beside the file and rename.
	beside := path + ".new"
	write(t, beside, strings.Replace(titled("Mended"), "2026-05-01", "2027-06-02", 1))
	require.NoError(t, os.Rename(beside, path))
	d.until("the mended file is shown", func() bool { return d.win.Title() == "Mended – Entangle" })
	assert.Empty(t, d.notice(), "the error is gone with its cause")
	assert.Contains(t, d.bar.shows.Text, "As of 2 Jun 2027", "the day of the file is followed")
}

func TestAViewThatWasChosenIsKeptOnReload(t *testing.T) {
	path := file(t, "Before")
	d := sit(t, path)
	v := d.state.View()
	v.AsOf, v.Parties = data.DayOf(2027, 1, 1), []data.PartyID{"a", "b"}
	d.state.Change("look elsewhere", v)
	d.drawn()
	write(t, path, strings.Replace(titled("After"), "2026-05-01", "2027-06-02", 1))
	d.until("the saved file is shown", func() bool { return d.win.Title() == "After – Entangle" })
	assert.Equal(t, v, d.state.View())

	write(t, path, "format: entangle/1\ntitle: Emptied\n")
	d.until("the saved file is shown", func() bool { return d.win.Title() == "Emptied – Entangle" })
	assert.Empty(t, d.state.View().Parties, "a filter on parties that are gone is let go")
}

func TestNamed(t *testing.T) {
	d := sit(t)
	assert.Equal(t, source{builtin: "other.yaml"}, d.named("built-in:other.yaml"))
	assert.Equal(t, "built-in:other.yaml", d.named("built-in:other.yaml").name())
	got := d.named("web.yaml")
	assert.True(t, filepath.IsAbs(got.path))
	assert.Equal(t, got.path, got.name())
	assert.Equal(t, []string{"small.yaml", "other.yaml"}, d.builtinNames(), "the one that opens first, first")
}

func TestTheFlagsDecideTheFirstView(t *testing.T) {
	d := sit(t)
	d.options.View = func(set *data.Dataset) (picture.View, bool, error) {
		v := d.state.View()
		v.Parties = []data.PartyID{"a", "c"}
		return v, true, nil
	}
	d.open(source{builtin: "other.yaml"}, true)
	d.until("the other dataset is on screen", func() bool { return d.win.Title() == "Other – Entangle" })
	assert.Equal(t, []data.PartyID{"a", "c"}, d.state.View().Parties)
	d.options.View = func(*data.Dataset) (picture.View, bool, error) { return picture.View{}, false, os.ErrInvalid }
	d.open(source{builtin: "small.yaml"}, true)
	d.until("the error is told", func() bool { return strings.Contains(d.notice(), "Reading the flags") })
	assert.Equal(t, "Small – Entangle", d.win.Title(), "and the dataset opens as it does by itself")
}

func TestTheFileThatIsChosen(t *testing.T) {
	d := sit(t)
	d.item("File", "Open …").Action()
	assert.NotNil(t, d.win.Canvas().Overlays().Top(), "the dialog opens")
	d.fileChosen(nil, nil)
	assert.Empty(t, d.notice())
	d.fileChosen(nil, os.ErrPermission)
	assert.Contains(t, d.notice(), "Choosing a file")
	f, err := storage.Reader(storage.NewFileURI(file(t, "Chosen")))
	require.NoError(t, err)
	d.fileChosen(f, nil)
	d.until("it is on screen", func() bool { return d.win.Title() == "Chosen – Entangle" })
}
