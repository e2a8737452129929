package ui

import (
	"image/color"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/assert"

	"entangle/data"
	"entangle/ui/palette"
	"entangle/ui/picture"
	"entangle/ui/style"
)

// Where nothing is on the map it says why, and one click leads to something.
func TestAnEmptyMapSaysWhy(t *testing.T) {
	path := file(t, "Dated")
	write(t, path, strings.ReplaceAll(strings.ReplaceAll(titled("Dated"), "id: s,", "id: s, published: 2024-02-01,"), "status: signed", "status: signed, start: 2025-02-03"))
	d := sit(t, path)
	assert.False(t, d.blank.object.Visible())
	for _, a := range []picture.Arrangement{picture.Web, picture.Matrix, picture.Table} {
		d.arrange(a)
		v := d.state.View()
		v.Kinds = []data.KindID{"carve-out"}
		d.state.Change("only carve-outs", v)
		assert.True(t, d.blank.object.Visible(), "%s", a)
		assert.Equal(t, "Nothing is left to show: 3 parties and 3 ties hidden.", d.blank.says.Text)
		test.Tap(d.blank.button)
		assert.False(t, d.blank.object.Visible() || d.blank.button.Visible(), "%s", a)
	}

	v := d.state.View()
	v.AsOf = data.DayOf(1990, 1, 1)
	d.state.Change("long ago", v)
	assert.True(t, d.blank.object.Visible())
	assert.Equal(t, "There is nothing as of 1 Jan 1990, all that is known.", d.blank.says.Text)
	assert.Equal(t, "Show 1 May 2026", d.blank.button.Text)
	test.Tap(d.blank.button)
	assert.False(t, d.blank.object.Visible())
	assert.Equal(t, data.DayOf(2026, 5, 1), d.state.View().AsOf)
	assert.Equal(t, "show 1 May 2026", d.state.Undoable())

	write(t, path, "format: entangle/1\ntitle: Empty\nas_of: 2026-05-01\n")
	none := sit(t, path)
	assert.Equal(t, "This dataset has no ties.", none.blank.says.Text)
	test.Tap(none.blank.button)
	assert.NotEmpty(t, none.dialog())
}

// Whoever likes it dark is not shown a white panel while nothing is read yet, or when
// nothing can be.
func TestColoursBeforeThereIsAPage(t *testing.T) {
	d := seatAs(t, func(p prefs) { p.SetString(prefTheme, string(palette.Dark)) }, "/there/is/no/such.yaml")
	dark := color.Color(style.Of(style.Dark).Panel)
	for _, o := range []fyne.CanvasObject{d.panel.Object(), d.lists.table.Object()} {
		assert.Equal(t, dark, all[*canvas.Rectangle](o)[0].FillColor)
	}
}
