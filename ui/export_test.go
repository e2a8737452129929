package ui

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2/storage"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/layout"
	"entangle/ui/style"
)

// exported fills the form in, confirms it, and returns the file.
func (d *desk) exported(path string, fill func(*exportForm)) string {
	d.t.Helper()
	form := d.newExportForm()
	form.path.SetText(path)
	if fill != nil {
		fill(form)
	}
	d.bar.message.SetText("")
	d.export(form)
	d.until("the picture is written", func() bool { return strings.HasPrefix(d.bar.message.Text, "Written to ") })
	content, err := os.ReadFile(form.path.Text)
	require.NoError(d.t, err)
	return string(content)
}

func TestExport(t *testing.T) {
	d := sit(t)
	dir := t.TempDir()
	svg := d.exported(filepath.Join(dir, "picture.svg"), nil)
	assert.Contains(t, svg, "As of 1 May 2026")
	assert.Contains(t, svg, "Alpha")
	assert.Contains(t, svg, "#ffffff", "print, unless asked otherwise")
	assert.Equal(t, dir, d.app.Preferences().String(prefFolder))
	assert.Contains(t, d.bar.message.Text, "picture.svg")

	png := d.exported(filepath.Join(dir, "picture.svg"), func(f *exportForm) { f.format.SetSelected("png") })
	assert.True(t, strings.HasPrefix(png, "\x89PNG"))
	assert.FileExists(t, filepath.Join(dir, "picture.png"), "the ending follows the format")
	form := d.newExportForm()
	assert.Equal(t, "png", form.format.Selected, "the last choices are remembered")
	assert.Equal(t, filepath.Join(dir, "entangle.png"), form.path.Text)
}

func TestExportAsOnScreen(t *testing.T) {
	d := sit(t)
	d.setTheme("dark")
	d.pick(tie("t3"))
	d.drawn()
	svg := d.exported(filepath.Join(t.TempDir(), "a.svg"), func(f *exportForm) {
		f.format.SetSelected("svg")
		f.theme.SetSelected(asScreen)
		f.caption.SetChecked(false)
		f.part.SetSelected(partLit)
	})
	halo := style.Of(style.Dark).Halo
	assert.Contains(t, svg, "#15181d", "the ground of the dark theme")
	assert.NotContains(t, svg, "known on")
	assert.Equal(t, [3]uint8{0x45, 0x3b, 0x11}, [3]uint8{halo.R, halo.G, halo.B})
	assert.Contains(t, svg, "#453b11", "what is selected is shown")
	assert.Contains(t, svg, `data-id="t3"`)
}

func TestExportAsksBeforeItReplaces(t *testing.T) {
	d := sit(t)
	path := filepath.Join(t.TempDir(), "picture.svg")
	write(t, path, "old")
	form := d.newExportForm()
	form.path.SetText(path)
	d.export(form)
	assert.Contains(t, d.dialog(), "exists already")
	d.press("No")
	content, err := os.ReadFile(path)
	require.NoError(t, err)
	assert.Equal(t, "old", string(content))
	d.export(form)
	d.press("Yes")
	d.until("the picture is written", func() bool { return strings.HasPrefix(d.bar.message.Text, "Written to ") })
	content, err = os.ReadFile(path)
	require.NoError(t, err)
	assert.Contains(t, string(content), "<svg")
}

func TestExportThatFails(t *testing.T) {
	d := sit(t)
	form := d.newExportForm()
	form.path.SetText(filepath.Join(t.TempDir(), "none", "picture.svg"))
	d.export(form)
	d.until("the error is told", func() bool { return d.notice() != "" })
	assert.Contains(t, d.notice(), "Exporting to ")
	assert.Contains(t, d.notice(), "is not there")

	d.lay(func(ctx context.Context, _ layout.Graph) (layout.Placed, error) {
		<-ctx.Done()
		return layout.Placed{}, ctx.Err()
	})
	d.setEngine(layout.FDP)
	d.export(form)
	assert.Contains(t, d.notice(), "the map is still being placed")
}

func TestTheExportDialog(t *testing.T) {
	d := sit(t)
	d.app.Preferences().SetString(prefFolder, t.TempDir())
	d.item("File", "Export …").Action()
	d.press("Cancel")
	assert.Nil(t, d.win.Canvas().Overlays().Top())
	d.showExport()
	d.press("Export")
	d.until("the picture is written", func() bool { return strings.HasPrefix(d.bar.message.Text, "Written to ") })
	assert.FileExists(t, filepath.Join(d.lastFolder(), "entangle.svg"))
}

func TestARelativePathIsMadeWhole(t *testing.T) {
	d := sit(t)
	t.Chdir(t.TempDir())
	d.exported("picture.svg", nil)
	assert.True(t, filepath.IsAbs(d.app.Preferences().String(prefFolder)))
}

func TestTheFolderThatIsChosen(t *testing.T) {
	d := sit(t)
	dir := t.TempDir()
	list, err := storage.ListerForURI(storage.NewFileURI(dir))
	require.NoError(t, err)
	form := d.newExportForm()
	form.path.SetText(filepath.Join("elsewhere", "mine.svg"))
	d.folderChosen(form.path, nil, nil)
	assert.Equal(t, filepath.Join("elsewhere", "mine.svg"), form.path.Text, "nothing was chosen")
	d.folderChosen(form.path, list, nil)
	assert.Equal(t, filepath.Join(dir, "mine.svg"), form.path.Text)
	d.folderChosen(form.path, nil, os.ErrPermission)
	assert.Contains(t, d.notice(), "Choosing a folder")
	d.chooseFolder(form.path)
	assert.NotNil(t, d.win.Canvas().Overlays().Top())
}
