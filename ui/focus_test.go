package ui

import (
	"testing"

	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/assert"

	"entangle/data/query"
	"entangle/ui/scene"
)

// A digit on the map looks at the selected party and what is so many ties away;
// the rest is dimmed, or hidden, as chosen; 0 leaves.
func TestFocus(t *testing.T) {
	d := sit(t)
	d.view.TypedRune('2')
	assert.Contains(t, d.bar.message.Text, "Select a party first")
	d.view.TypedRune('i')
	assert.Contains(t, d.bar.message.Text, "Select a party first")
	d.view.TypedRune('d')
	assert.Contains(t, d.bar.message.Text, "Nothing is in focus")
	assert.Empty(t, d.state.Undoable())

	d.pick(scene.Ref{Kind: scene.Party, ID: "b"})
	d.view.TypedRune('1')
	d.drawn()
	assert.Equal(t, "focus on Beta, 1 hop", d.state.Undoable())
	assert.Equal(t, "Beta, 1 hop, 1 tie dimmed · leave", d.bar.focus.Text)
	assert.Contains(t, d.bar.shows.Text, "3 parties, 3 ties", "what is dimmed is shown")
	assert.False(t, d.bar.chip.Visible())
	d.view.TypedRune('o')
	assert.Equal(t, "Beta, 1 hop out, 3 ties dimmed · leave", d.bar.focus.Text)
	d.view.TypedRune('b')
	assert.Equal(t, query.Both, d.state.View().View.Direction)
	d.view.TypedRune('2')
	assert.Equal(t, "Beta, 2 hops, nothing dimmed · leave", d.bar.focus.Text)
	d.view.TypedRune('1')

	d.view.TypedRune('d')
	d.until("the rest is hidden", func() bool { return d.bar.chip.Visible() })
	assert.Equal(t, "1 party and 1 tie hidden by filter · show all", d.bar.chip.Text)
	assert.Equal(t, "Beta, 1 hop · leave", d.bar.focus.Text)
	d.view.TypedRune('2')
	assert.Contains(t, d.bar.shows.Text, "3 parties, 3 ties")
	test.Tap(d.bar.focus)
	assert.False(t, d.bar.focus.Visible())
	assert.Empty(t, d.state.View().Focus)

	d.pick(scene.Ref{Kind: scene.Party, ID: "c"})
	d.view.TypedRune('i')
	assert.Equal(t, query.In, d.state.View().View.Direction, "a direction focuses too")
	assert.Equal(t, 1, d.state.View().Hops)
	assert.False(t, d.state.View().Dim, "the choice is remembered")
	d.view.TypedRune('0')
	assert.Empty(t, d.state.View().Focus)
	d.item("Find", "Leave the focus").Action()
}
