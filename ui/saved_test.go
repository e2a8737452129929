package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/data"
	"entangle/layout"
	"entangle/layout/geom"
	"entangle/ui/palette"
	"entangle/ui/scene"
)

// saveAs saves what is on screen under a name, as a person does.
func (d *desk) saveAs(name string) {
	d.t.Helper()
	d.bar.message.SetText("")
	d.item("View", "Save this view …").Action()
	entry, ok := d.win.Canvas().Focused().(*palette.Field)
	require.True(d.t, ok, "the name is typed at once")
	entry.SetText(name)
	test.Type(entry, "")
	d.press("Save")
	d.until("the view is saved", func() bool { return strings.Contains(d.bar.message.Text, "Saved as") || d.notice() != "" })
	require.Empty(d.t, d.notice())
}

// A view is the same when it is gone back to after the program was closed: date,
// filter, places, camera and selection; and nothing else of the file has changed.
func TestASavedViewComesBack(t *testing.T) {
	path := filepath.Join(t.TempDir(), "web.yaml")
	text := "# my own head\n" + titled("Saved") + "# my own end\n"
	write(t, path, text)
	d := sit(t, path)
	d.state.Move([]data.PartyID{"a"}, geom.Point{X: 37, Y: 120})
	d.drawn()
	d.state.SelectAll([]scene.Ref{party("b"), tie("t3")})
	d.drawn()
	v := d.state.View()
	v.AsOf, v.Engine = data.DayOf(2026, 7, 1), layout.Neato
	d.state.Change("look elsewhere", v)
	d.drawn()
	d.view.ZoomBy(1.37)
	d.view.Pan(43, -21)
	_, zoom, _ := d.view.Camera()
	seen, _ := d.view.ScreenOf(party("a"))
	placed, _ := d.state.Placement()
	want := d.state.View()
	d.saveAs("A view: mine")
	content, err := os.ReadFile(path)
	require.NoError(t, err)
	assert.True(t, strings.HasPrefix(string(content), text), "every byte stays")
	assert.Contains(t, string(content), "views:\n  - id: a-view-mine\n    title: \"A view: mine\"\n")
	assert.Contains(t, d.wholePanel(), "A view: mine", "the panel lists it")

	other := sit(t, path)
	other.item("View", "Saved views").ChildMenu.Items[0].Action()
	other.drawn()
	_, z, fitted := other.view.Camera()
	assert.False(t, fitted)
	assert.InDelta(t, zoom, z, 1e-12)
	got := other.state.View()
	got.Kept = nil
	assert.True(t, want.Equal(got), "%+v %+v", want, got)
	assert.Equal(t, []scene.Ref{party("b"), tie("t3")}, other.state.Selected())
	at, _ := other.view.ScreenOf(party("a"))
	assert.InDelta(t, seen.X, at.X, 1, "within a pixel")
	assert.InDelta(t, seen.Y, at.Y, 1)
	again, _ := other.state.Placement()
	for i, b := range placed.Boxes {
		assert.InDelta(t, 0, b.Rect.Center().Dist(again.Boxes[i].Rect.Center()), 0.01)
	}
	assert.Equal(t, "Undo: go to “A view: mine”", other.edit.undo.Label)
	other.state.Undo()
	other.drawn()
	assert.Empty(t, other.state.View().Pins)
}

// wholePanel is what the panel shows, with what the window adds.
func (d *desk) wholePanel() string {
	d.state.Select(scene.Ref{})
	return d.page().Text()
}

// What the program writes into the open file is no reason to read it again; what
// somebody else writes is, also when it was there before the program wrote.
func TestSavingIsNoForeignChange(t *testing.T) {
	path := file(t, "Before")
	d := sit(t, path)
	dataset := d.state.Subject().Dataset
	d.saveAs("One")
	d.saveAs("Two")
	d.saveAs("One")
	require.Len(t, d.saved, 2)
	content, err := os.ReadFile(path)
	require.NoError(t, err)
	write(t, path, string(content)) // the same again: nothing is to be read
	write(t, path+".other", "x")
	d.jobs.later(4*settle, func() { d.bar.say("time is over") })
	d.until("the file would have been read", func() bool { return d.bar.message.Text == "time is over" })
	assert.Same(t, dataset, d.state.Subject().Dataset)
	write(t, path, strings.Replace(string(content), "Before", "After", 1))
	d.until("the saved file is shown", func() bool { return d.win.Title() == "After – Entangle" })
	assert.Len(t, d.saved, 2)
}

func TestRenamingAndDeletingAView(t *testing.T) {
	path := file(t, "File")
	before, err := os.ReadFile(path)
	require.NoError(t, err)
	d := sit(t, path)
	d.saveAs("One")
	d.item("View", "All saved views …").Action()
	d.press("Rename")
	d.win.Canvas().Focused().(*palette.Field).SetText("First")
	d.press("Rename")
	d.until("it is renamed", func() bool { return strings.Contains(d.bar.message.Text, "Renamed") })
	assert.Equal(t, "First", nameOf(d.saved[0]))
	assert.Equal(t, "one", d.saved[0].ID)
	d.item("View", "All saved views …").Action()
	d.press("Delete")
	assert.Contains(t, d.dialog(), "First")
	d.press("Yes")
	d.until("it is deleted", func() bool { return strings.Contains(d.bar.message.Text, "Deleted") })
	assert.Empty(t, d.saved)
	content, err := os.ReadFile(path)
	require.NoError(t, err)
	assert.Equal(t, string(before)+"views: []\n", string(content))
	d.item("View", "All saved views …").Action()
	assert.Contains(t, d.dialog(), "No view is saved yet")
}

// Views of a dataset inside the program, or of a file that is read-only, are kept
// beside it.
func TestViewsBesideADataset(t *testing.T) {
	d := sit(t)
	d.saveAs("Of the program")
	kept := filepath.Join(os.Getenv("XDG_CONFIG_HOME"), "entangle", "views", "small.views.yaml")
	content, err := os.ReadFile(kept)
	require.NoError(t, err)
	assert.Contains(t, string(content), "Of the program")
	again := sit(t)
	require.Len(t, again.saved, 1)
	assert.Equal(t, kept, again.saved[0].file)

	path := file(t, "Guarded")
	require.NoError(t, os.Chmod(path, 0o400))
	guarded := sit(t, path)
	guarded.saveAs("Of the guarded")
	assert.Contains(t, guarded.bar.message.Text, "read-only")
	content, err = os.ReadFile(filepath.Join(filepath.Dir(path), "web.views.yaml"))
	require.NoError(t, err)
	assert.Contains(t, string(content), "Of the guarded")
	content, err = os.ReadFile(path)
	require.NoError(t, err)
	assert.Equal(t, titled("Guarded"), string(content))
	assert.Equal(t, "Of the guarded", nameOf(sit(t, path).saved[0]))

	write(t, filepath.Join(filepath.Dir(path), "web.views.yaml"), "nonsense: [")
	broken := sit(t, path)
	broken.until("the error is shown", func() bool { return broken.notice() != "" })
	assert.Contains(t, broken.notice(), "web.views.yaml")
}

// What a view names that is gone by now is left out and said.
func TestAViewThatLostSomething(t *testing.T) {
	path := filepath.Join(t.TempDir(), "web.yaml")
	write(t, path, titled("Lost")+"views: [{id: old, title: Old, parties: [a, b, gone], selected: [nobody, a]}]\n")
	d := sit(t, path)
	d.panel.OnAct(d.savedRows(d.state.Page()).Sections[1].Rows[0].Act)
	assert.Equal(t, "Gone and nobody of this view: not there any more, and left out.", d.bar.message.Text)
	assert.Equal(t, []scene.Ref{party("a")}, d.state.Selected())
	assert.Equal(t, []data.PartyID{"a", "b"}, d.state.View().Parties)
	assert.IsType(t, &fyne.MenuItem{}, d.item("View", "Saved views"))
}

func TestIdsOfViews(t *testing.T) {
	d := sit(t)
	for name, id := range map[string]string{"Nvidia's web, 2026": "nvidia-s-web-2026", "  ": "view", "Core": "core-2", "Ünï": "n", strings.Repeat("a", 300): strings.Repeat("a", 60)} {
		assert.Equal(t, id, d.freeID(name))
	}
	d.saved = []kept{{SavedView: data.SavedView{ID: "view"}}, {SavedView: data.SavedView{ID: "view-2"}}}
	assert.Equal(t, "view-3", d.freeID("VIEW!"))
}
