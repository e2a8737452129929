package ui

import (
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/assert"

	"entangle/ui/brief"
)

// Choose a kind on the page: the rest is hidden, counted and said; one click on
// the chip shows it again; each is a step that can be undone.
func TestFiltering(t *testing.T) {
	d := sit(t)
	d.item("Find", "Filters").Action()
	assert.Contains(t, d.page().Text(), "What the map shows")
	d.drawn()
	assert.False(t, d.bar.chip.Visible())
	d.panel.OnAct(brief.Act{Verb: brief.Toggle, Of: "kinds", Value: "equity"})
	d.drawn()
	assert.Contains(t, d.bar.shows.Text, "2 parties, 1 tie")
	assert.Equal(t, "1 party and 2 ties hidden by filter · show all", d.bar.chip.Text)
	assert.Equal(t, "filter: kind equity", d.state.Undoable())
	assert.Contains(t, d.page().Text(), "What the map shows", "the page stays")
	assert.Len(t, d.scene.Refs(), 3, "two boxes and a line")

	d.bar.chip.MouseIn(&desktop.MouseEvent{})
	assert.Equal(t, "Hidden are 2 by kind.", d.bar.shows.Text)
	d.bar.chip.MouseOut()
	assert.Contains(t, d.bar.shows.Text, "2 parties, 1 tie")

	test.Tap(d.bar.chip)
	d.drawn()
	assert.Contains(t, d.bar.shows.Text, "3 parties, 3 ties")
	assert.False(t, d.bar.chip.Visible())
	d.state.Undo()
	d.drawn()
	assert.Contains(t, d.bar.shows.Text, "2 parties, 1 tie")
}

// What the status hides is said too, and can be shown when nothing else is
// hidden.
func TestTheStatusHides(t *testing.T) {
	path := filepath.Join(t.TempDir(), "web.yaml")
	write(t, path, titled("Rumours")+"  - {id: t4, kind: dispute, from: c, to: b, statements: [{id: x4, source: s, says: Four., status: rumoured}]}\n")
	d := sit(t, path)
	assert.Equal(t, "1 tie hidden by status · show", d.bar.chip.Text)
	d.panel.OnAct(brief.Act{Verb: brief.Toggle, Of: "parties", Value: "c"})
	d.drawn()
	assert.Equal(t, "1 party and 2 ties hidden by filter · show all", d.bar.chip.Text)
	test.Tap(d.bar.chip)
	d.drawn()
	assert.Equal(t, "1 tie hidden by status · show", d.bar.chip.Text, "all that the status lets pass, and what it does not")
	test.Tap(d.bar.chip)
	d.drawn()
	assert.False(t, d.bar.chip.Visible())
	assert.Contains(t, d.bar.shows.Text, "3 parties, 4 ties")
	d.panel.OnAct(brief.Act{Verb: brief.Toggle, Of: "status", Value: "signed"})
	d.drawn()
	d.pick(tie("t4"))
	assert.Contains(t, d.page().Text(), "The filter by status hides it")
	d.panel.OnAct(brief.Act{Verb: brief.Reveal, Of: "t4"})
	d.drawn()
	assert.True(t, d.state.Subject().Result.Holds("t4"))
	assert.Equal(t, tie("t4"), d.state.Selection(), "what was read is read on")
	d.panel.OnAct(brief.Act{Verb: brief.Without, Of: "status"})
	d.panel.OnAct(brief.Act{Verb: brief.ShowAll})
	assert.False(t, d.bar.chip.Visible())
}

// Of a huge web the page is counted in the background; until then it says so, or
// shows what was counted before.
func TestCountingInTheBackground(t *testing.T) {
	d := sit(t)
	d.filters.atOnce = 0
	d.item("Find", "Filters").Action()
	assert.Contains(t, d.page().Text(), "Counting …")
	d.until("it is counted", func() bool { return d.filters.making == nil })
	assert.Contains(t, d.page().Text(), "3 ties between 3 parties")
	d.panel.OnAct(brief.Act{Verb: brief.Toggle, Of: "kinds", Value: "equity"})
	assert.Contains(t, d.page().Text(), "3 ties between 3 parties", "what was counted before")
	d.until("it is counted", func() bool { return d.filters.making == nil && d.filters.of == d.state.Subject() })
	assert.Contains(t, d.page().Text(), "1 tie between 2 parties")
}

// A focus that only dims hides nothing: showing a tie leaves it.
func TestShowingATieKeepsAFocusThatDims(t *testing.T) {
	d := sit(t)
	d.pick(party("b"))
	d.view.TypedRune('1')
	d.panel.OnAct(brief.Act{Verb: brief.Toggle, Of: "kinds", Value: "equity"})
	d.pick(tie("t1"))
	assert.Contains(t, d.page().Text(), "Not on the map")
	d.panel.OnAct(brief.Act{Verb: brief.Reveal, Of: "t1"})
	assert.True(t, d.state.Subject().Result.Holds("t1"))
	assert.EqualValues(t, "b", d.state.View().Focus)
	assert.Equal(t, "show Cloud commitment", d.state.Undoable())
}
