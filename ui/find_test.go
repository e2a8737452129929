package ui

import (
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/assert"

	"entangle/ui/brief"
	"entangle/ui/scene"
)

// seek types into the find box and waits for the answer.
func (d *desk) seek(words string) {
	d.t.Helper()
	d.item("Find", "Find …").Action()
	assert.Equal(d.t, fyne.Focusable(d.find.entry), d.win.Canvas().Focused())
	test.Type(d.find.entry, words)
	d.until("something is found", func() bool { return d.find.open && d.find.question == words })
}

func (d *desk) press1(key fyne.KeyName) { d.find.entry.TypedKey(&fyne.KeyEvent{Name: key}) }

// Ctrl+F, a name with a mistake, Enter: the party is selected and read.
func TestFinding(t *testing.T) {
	d := sit(t)
	d.seek("gamme")
	assert.Contains(t, d.page().Text(), "Gamma | investor")
	d.press1(fyne.KeyReturn)
	d.drawn()
	assert.Equal(t, scene.Ref{Kind: scene.Party, ID: "c"}, d.state.Selection())
	assert.Contains(t, d.page().Text(), "INVESTOR")
	assert.Equal(t, fyne.Focusable(d.view), d.win.Canvas().Focused(), "the keyboard is at the map")
}

func TestGoingThroughWhatWasFound(t *testing.T) {
	d := sit(t)
	d.seek("t")
	n := len(d.find.answer.Hits)
	assert.Greater(t, n, 2)
	d.press1(fyne.KeyDown)
	assert.Equal(t, 1, d.find.chosen)
	d.press1(fyne.KeyUp)
	d.press1(fyne.KeyUp)
	assert.Equal(t, n-1, d.find.chosen, "from the first to the last")
	d.seek("three")
	assert.Zero(t, d.find.chosen)
	assert.Equal(t, scene.Ref{}, d.state.Selection(), "looking selects nothing")
	d.press1(fyne.KeyEscape)
	assert.False(t, d.find.open)
	assert.Contains(t, d.page().Text(), "Three questions")
	d.item("Find", "Find …").Action()
	d.until("it is listed again", func() bool { return d.find.open })
	d.press1(fyne.KeyEnter)
	assert.Equal(t, tie("t3"), d.state.Selection(), "what a statement says leads to its tie")
	d.seek("one")
	d.panel.OnAct(brief.Act{Verb: brief.JumpTo, Value: "0"})
	assert.Equal(t, tie("t1"), d.state.Selection(), "a click does the same")
	d.panel.OnAct(brief.Act{Verb: brief.JumpTo, Value: "0"})
	d.seek("xyzzy")
	d.press1(fyne.KeyDown)
	d.press1(fyne.KeyReturn)
	assert.Contains(t, d.page().Text(), "Nothing in the dataset")
	d.find.entry.SetText("")
	assert.False(t, d.find.open)
	d.seek("daily")
	d.pick(tie("t1"))
	assert.False(t, d.find.open, "a click on the map reads what was clicked")
	d.seek("daily")
	d.press1(fyne.KeyReturn)
	assert.Equal(t, scene.Ref{Kind: scene.Source, ID: "s"}, d.state.Selection())
	assert.Contains(t, d.page().Text(), "Ties that it speaks of")
}

// Where the table stands in place of the map the keyboard goes there.
func TestFindingInTheTable(t *testing.T) {
	d := sit(t)
	d.item("View", "Table").Action()
	d.seek("three")
	d.press1(fyne.KeyReturn)
	assert.Equal(t, tie("t3"), d.state.Selection())
	assert.Equal(t, d.lists.table.Focus(), d.win.Canvas().Focused())
}

// What is found belongs to the dataset on screen.
func TestFindingInAnotherDataset(t *testing.T) {
	d := sit(t)
	d.seek("beta")
	before := d.find.index
	path := filepath.Join(t.TempDir(), "web.yaml")
	write(t, path, titled("Another"))
	d.open(source{path: path}, true)
	d.drawn()
	d.seek("alpha")
	assert.NotSame(t, before, d.find.index)
}
