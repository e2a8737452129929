package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/data"
	"entangle/layout/geom"
	"entangle/ui/picture"
	"entangle/ui/scene"
)

// press presses the primary button where a record is drawn.
func (d *desk) pressOn(ref scene.Ref) {
	at, ok := d.view.ScreenOf(ref)
	require.True(d.t, ok)
	d.view.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}, Button: desktop.MouseButtonPrimary})
}

func (d *desk) pull(dx, dy float32) {
	d.view.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(dx, dy)})
}

// Drag a box: it and its lines are left out of the tiles meanwhile, the rest stays
// where it is, and it is pinned where it was put.
func TestDraggingABox(t *testing.T) {
	d := sit(t)
	before, _ := d.scene.BoxOf("a")
	_, zoom, _ := d.view.Camera()
	d.pressOn(party("a"))
	d.pull(30, 10)
	d.drawn()
	assert.NotContains(t, d.scene.Refs(), party("a"), "it is in the hand")
	assert.NotContains(t, d.scene.Refs(), tie("t3"))
	assert.Contains(t, d.scene.Refs(), party("b"))
	d.pull(30, 20)
	d.view.DragEnd()
	d.drawn()
	after, _ := d.scene.BoxOf("a")
	assert.InDelta(t, 60/zoom, after.Min.X-before.Min.X, 0.01)
	assert.InDelta(t, 30/zoom, after.Min.Y-before.Min.Y, 0.01)
	assert.Equal(t, "Undo: move Alpha", d.edit.undo.Label)
	assert.Contains(t, d.state.View().Pins, d.state.Subject().Drawing.Nodes[0].Party)
	words := ""
	for _, e := range d.scene.Shown.Entries {
		words += e.Words + "|"
	}
	assert.Contains(t, words, "pinned", "the legend says what the dot means")
	d.item("Edit", d.edit.undo.Label).Action()
	d.drawn()
	back, _ := d.scene.BoxOf("a")
	assert.Equal(t, before, back)

	d.pressOn(party("a"))
	d.pull(30, 0)
	d.drawn()
	d.pull(-30, 0)
	d.view.DragEnd()
	d.drawn()
	assert.Contains(t, d.scene.Refs(), party("a"), "put back where it was")
	assert.Empty(t, d.state.View().Pins)
}

// What is selected with a box moves with it; in the stack nothing does.
func TestDraggingSeveral(t *testing.T) {
	d := sit(t)
	d.state.SelectAll([]scene.Ref{party("a"), party("b")})
	d.drawn()
	assert.ElementsMatch(t, []string{"a", "b"}, d.carry("a"))
	assert.Equal(t, []string{"c"}, d.carry("c"))
	d.nudge(geom.Point{X: 20})
	d.until("both are pinned", func() bool { return len(d.state.View().Pins) == 2 })
	assert.Equal(t, "Undo: move 2 boxes", d.edit.undo.Label)
	d.until("the map is drawn", func() bool { _, ok := d.scene.BoxOf("a"); return ok && d.view.Scene() == d.scene })
	d.arrange(picture.Stack)
	d.drawn()
	assert.Empty(t, d.carry("a"))
	cam := func() geom.Point { at, _, _ := d.view.Camera(); return at }
	at := cam()
	d.pressOn(party("a"))
	d.pull(50, 0)
	d.view.DragEnd()
	assert.NotEqual(t, at, cam(), "a drag pans there")
	d.nudge(geom.Point{X: 20})
	assert.Len(t, d.state.View().Pins, 2)
}

func TestSelectingInTheWindow(t *testing.T) {
	d := sit(t)
	d.selectVisible()
	assert.Len(t, d.state.Selected(), 3)
	d.state.Select(party("c"))
	d.drawn()
	d.item("Edit", "Select all neighbours").Action()
	assert.ElementsMatch(t, []scene.Ref{party("a"), party("c")}, d.state.Selected())
	d.view.OnFrame([]scene.Ref{party("b")})
	assert.Len(t, d.state.Selected(), 3)
	d.view.OnAdd(party("b"))
	d.drawn()
	assert.Len(t, d.state.Selected(), 2)
	d.item("Edit", "Hide what is selected").Action()
	d.drawn()
	assert.Empty(t, d.state.Selected())
	assert.Contains(t, d.state.Undoable(), "hide")
	d.item("Edit", "Show what was hidden by hand").Action()
	d.drawn()
	assert.Contains(t, d.bar.shows.Text, "3 parties")
}

func TestLayingAPartOutAnew(t *testing.T) {
	d := sit(t)
	d.state.Select(party("a"))
	d.item("Layout", "Lay out what is selected anew").Action()
	assert.Contains(t, d.bar.message.Text, "Select two boxes or more")
	d.state.SelectAll([]scene.Ref{party("a"), party("b")})
	d.drawn()
	c, _ := d.scene.BoxOf("c")
	d.item("Layout", "Lay out what is selected anew").Action()
	d.until("they are pinned", func() bool { return len(d.state.View().Pins) == 2 })
	d.drawn()
	same, _ := d.scene.BoxOf("c")
	assert.Equal(t, c, same, "the others stay")
	assert.Equal(t, "Undo: lay out 2 boxes anew", d.edit.undo.Label)
	d.item("Layout", "Unpin all").Action()
	d.drawn()
	assert.Empty(t, d.state.View().Pins)
}

// Enter leads into the panel, the arrows on and back there, Escape to the map.
func TestTheKeyboardGoesToThePanelAndBack(t *testing.T) {
	d := sit(t)
	d.pick(tie("t1"))
	d.drawn()
	canvas := d.win.Canvas()
	canvas.Focus(d.view)
	d.view.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	first := canvas.Focused()
	require.NotNil(t, first)
	assert.NotEqual(t, fyne.Focusable(d.view), first)
	first.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	second := canvas.Focused()
	assert.NotEqual(t, first, second)
	second.TypedKey(&fyne.KeyEvent{Name: fyne.KeyUp})
	assert.Equal(t, first, canvas.Focused())
	first.TypedKey(&fyne.KeyEvent{Name: fyne.KeyUp})
	assert.Equal(t, first, canvas.Focused(), "there is nothing before it")
	first.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	assert.Equal(t, fyne.Focusable(d.view), canvas.Focused())
}

// What a screen reader is given: the map in a sentence, with what is selected, and
// the whole page of the panel.
func TestWhatIsSpoken(t *testing.T) {
	d := seat(t)
	assert.Equal(t, "Map; nothing is open", d.view.AccessibilityLabel())
	d = sit(t)
	assert.Equal(t, "Map. As of 1 May 2026, all that is known: 3 parties, 3 ties.", d.view.AccessibilityLabel())
	d.pick(party("a"))
	d.drawn()
	assert.Contains(t, d.view.AccessibilityLabel(), " Selected: Alpha · AI lab.")
	assert.Equal(t, fyne.AccessibleRoleText, d.view.AccessibilityRole())
	var spoken []string
	for _, o := range all[fyne.CanvasObject](d.panel.Object()) {
		if a, ok := o.(fyne.Accessible); ok {
			spoken = append(spoken, a.AccessibilityLabel())
		}
	}
	assert.Contains(t, spoken, d.page().Text())
	assert.Contains(t, spoken, "Equity", "rows say what they lead to")
}

// Ctrl+Z belongs to a field while one is typed into.
func TestUndoAndTyping(t *testing.T) {
	d := sit(t)
	d.state.Select(party("a"))
	d.state.Hide()
	d.drawn()
	d.item("Find", "Find …").Action()
	d.edit.undo.Action()
	assert.Equal(t, "hide Alpha", d.state.Undoable())
	d.win.Canvas().Focus(d.view)
	d.edit.undo.Action()
	d.drawn()
	assert.Equal(t, "Redo: hide Alpha", d.edit.redo.Label)
	assert.True(t, d.edit.undo.Disabled)
	d.edit.redo.Action()
	assert.Equal(t, "hide Alpha", d.state.Undoable())
}

// Tab goes round through map, timeline, bar and panel, and Shift+Tab back.
func TestTabReachesEverything(t *testing.T) {
	d := sit(t)
	canvas := d.win.Canvas()
	canvas.Focus(d.view)
	var round []fyne.Focusable
	for canvas.FocusNext(); canvas.Focused() != fyne.Focusable(d.view); canvas.FocusNext() {
		require.Less(t, len(round), 500, "it comes round")
		round = append(round, canvas.Focused())
	}
	for _, o := range all[fyne.CanvasObject](d.win.Content()) {
		f, ok := o.(fyne.Focusable)
		if !ok || o == fyne.CanvasObject(d.view) || !seenOn(o) {
			continue
		}
		if disabled, ok := o.(fyne.Disableable); !ok || !disabled.Disabled() {
			assert.Contains(t, round, f, "%T", f)
		}
	}
	assert.Greater(t, len(round), 15)
	for i := range round {
		canvas.FocusPrevious()
		assert.Equal(t, round[len(round)-1-i], canvas.Focused())
	}
	canvas.FocusPrevious()
	assert.Equal(t, fyne.Focusable(d.view), canvas.Focused())
}

// seenOn says whether an object lies in the window: what is hidden has no place.
func seenOn(o fyne.CanvasObject) bool {
	return o.Visible() && fyne.CurrentApp().Driver().AbsolutePositionForObject(o) != fyne.Position{}
}

// From whatever Tab leads to Escape leads back to the map.
func TestEscapeLeadsBackToTheMap(t *testing.T) {
	d := sit(t)
	canvas := d.win.Canvas()
	d.pick(scene.Ref{Kind: scene.Party, ID: "a"}) // a page with rows and links
	d.state.Change("focus", d.focused("a"))
	d.drawn()
	seen := 0
	for nth := 1; ; nth++ {
		canvas.Focus(d.view)
		for range nth {
			canvas.FocusNext()
		}
		at := canvas.Focused()
		if at == fyne.Focusable(d.view) {
			break
		}
		seen++
		at.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		assert.Equal(t, fyne.Focusable(d.view), canvas.Focused(), "from %T, number %d", at, nth)
	}
	assert.Greater(t, seen, 15)
}

// focused is the view with a party in focus.
func (d *desk) focused(id data.PartyID) picture.View {
	v := d.state.View()
	v.Focus, v.Hops = id, 1
	return v
}
