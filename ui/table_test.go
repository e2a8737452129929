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
	"entangle/ui/brief"
	"entangle/ui/picture"
	"entangle/ui/scene"
)

// tabled waits for the sheet of the present state.
func (d *desk) tabled() {
	d.t.Helper()
	d.until("the table is made", func() bool {
		return d.lists.made.result == d.state.Subject().Result && d.lists.made.list == d.lists.list && d.lists.made.order == d.lists.orders[d.lists.list]
	})
}

func TestTheTableFollowsTheView(t *testing.T) {
	d := sit(t)
	d.item("View", "Table").Action()
	d.tabled()
	assert.True(t, d.lists.object.Visible())
	assert.False(t, d.view.Visible())
	assert.Equal(t, 3, d.lists.table.Rows())
	assert.Equal(t, "3 ties", d.lists.buttons[brief.Ties].Text)
	v := d.state.View()
	v.Kinds = []data.KindID{"equity"}
	d.state.Change("only equity", v)
	d.tabled()
	assert.Equal(t, 1, d.lists.table.Rows(), "filters hold in the table")
	assert.Equal(t, "1 tie", d.lists.buttons[brief.Ties].Text)
	d.state.Undo()
	d.tabled()

	// Select in the table: the panel reads it, and the map has it selected too.
	d.lists.table.OnPick(tie("t3"))
	assert.Contains(t, d.panelText(), "Gamma invests in Alpha")
	d.item("View", "Web").Action()
	d.drawn()
	assert.True(t, d.view.Visible())
	assert.False(t, d.lists.object.Visible())
	assert.Equal(t, tie("t3"), d.state.Selection())

	// And the other way round.
	d.pick(scene.Ref{Kind: scene.Party, ID: "c"})
	d.drawn()
	d.item("View", "Table").Action()
	d.tabled()
	assert.Equal(t, scene.Ref{Kind: scene.Party, ID: "c"}, d.state.Selection())
}

func TestListsAndOrders(t *testing.T) {
	d := sit(t)
	next := d.item("View", "Next list of the table")
	next.Action()
	d.tabled()
	assert.Equal(t, picture.Table, d.state.View().Arranged(), "it shows the table first")
	next.Action()
	d.tabled()
	assert.Equal(t, brief.Statements, d.lists.list)
	next.Action()
	d.tabled()
	assert.Equal(t, 1, d.lists.table.Rows(), "the one source")
	next.Action()
	d.tabled()
	test.Tap(d.lists.buttons[brief.Statements])
	d.tabled()
	for _, want := range []order{{column: 1}, {column: 1, down: true}, {column: -1}} {
		d.lists.table.OnSort(1)
		d.tabled()
		assert.Equal(t, want, d.lists.orders[brief.Statements])
	}
	d.lists.table.Focus().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	assert.Equal(t, scene.Ref{}, d.state.Selection())
}

func TestTheTableIsWrittenAsCSV(t *testing.T) {
	d := sit(t)
	d.item("View", "Table").Action()
	d.tabled()
	d.showExport()
	assert.Contains(t, d.dialog(), "Export the ties in view as CSV")
	d.win.Canvas().Overlays().Top().Hide()
	path := filepath.Join(t.TempDir(), "t.csv")
	d.exportTable(path, "ties")
	d.until("it is written", func() bool { return strings.HasPrefix(d.bar.message.Text, "Written to ") })
	content, err := os.ReadFile(path)
	require.NoError(t, err)
	assert.Equal(t, 4, strings.Count(string(content), "\n"), "a header and three ties")
	d.exportTable(path, "ties")
	assert.Contains(t, d.dialog(), "exists already")
	_, err = d.state.Subject().Draw(layout.Placed{}, d.ruler, picture.Export{Format: "svg"})
	assert.ErrorContains(t, err, "csv")
}
