package state

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/data"
	"entangle/layout"
	"entangle/layout/geom"
	"entangle/layout/layouttest"
	"entangle/ui/scene"
	"entangle/ui/style"
)

// placeIt answers the request for a placement, as the window does.
func placeIt(t testing.TB, s *State) {
	t.Helper()
	if _, ok := s.Placement(); ok {
		return
	}
	ruler, err := style.NewRuler()
	require.NoError(t, err)
	p, err := layout.Pinned(layouttest.Grid)(t.Context(), s.Subject().Graph(ruler))
	require.NoError(t, err)
	s.Place(s.Request(), p)
}

// middle is where a box lies.
func middle(t testing.TB, s *State, id string) geom.Point {
	t.Helper()
	p, ok := s.Placement()
	require.True(t, ok)
	for _, b := range p.Boxes {
		if b.ID == id {
			return b.Rect.Center()
		}
	}
	require.Fail(t, "no such box", id)
	return geom.Point{}
}

// A pin survives a layout by another engine, another day, filters, a file that is
// read again, undoing what came after it and doing it again.
func TestAPinStays(t *testing.T) {
	s, _ := opened(t)
	placeIt(t, s)
	from := middle(t, s, "a")
	by := geom.Point{X: -31, Y: 407}
	s.Move([]data.PartyID{"a"}, by)
	assert.Equal(t, "move A", s.Undoable())
	want := from.Add(by)
	stays := func(after string) {
		t.Helper()
		placeIt(t, s)
		assert.Equal(t, want, middle(t, s, "a"), after)
	}
	stays("the move")
	v := s.View()
	v.Engine = layout.Circo
	s.Change("lay out with circo", v)
	stays("another engine")
	v = s.View()
	v.AsOf = data.DayOf(2027, 1, 1)
	s.Change("another day", v)
	stays("another day")
	s.ShowOnly("two", []data.PartyID{"a", "b"})
	stays("a filter")
	s.ShowAll()
	stays("no filter")
	w, _ := parse(t, web)
	s.Reload(w, s.View())
	stays("reading the file again")
	for s.Undoable() != "move A" {
		s.Undo()
		stays("undoing something else")
	}
	s.Undo()
	placeIt(t, s)
	assert.Equal(t, from, middle(t, s, "a"), "undone")
	s.Redo()
	stays("doing it again")
	for _, box := range s.Subject().Diagram(ruler(t)).Boxes {
		assert.Equal(t, box.ID == "a", box.Pinned)
	}
	s.UnpinAll()
	placeIt(t, s)
	assert.Equal(t, from, middle(t, s, "a"))
}

func ruler(t testing.TB) *style.Ruler {
	t.Helper()
	r, err := style.NewRuler()
	require.NoError(t, err)
	return r
}

func TestPinning(t *testing.T) {
	s, _ := opened(t)
	s.Move([]data.PartyID{"a"}, geom.Point{X: 1})
	assert.Empty(t, s.View().Pins, "what has no place cannot be moved")
	placeIt(t, s)
	s.TogglePin()
	assert.Empty(t, s.Undoable(), "nothing is selected")
	s.SelectAll([]scene.Ref{party("a"), party("b")})
	at := middle(t, s, "b")
	s.TogglePin()
	assert.Equal(t, "pin 2 boxes", s.Undoable())
	assert.Equal(t, at, s.View().Pins["b"])
	s.Select(party("c"))
	placeIt(t, s)
	s.Add(party("a"))
	s.TogglePin()
	assert.Equal(t, "pin C", s.Undoable(), "the others are pinned already")
	placeIt(t, s)
	s.TogglePin()
	assert.Equal(t, "unpin 2 boxes", s.Undoable())
	assert.Len(t, s.View().Pins, 1)
	before := s.View()
	placeIt(t, s)
	s.Move([]data.PartyID{"a"}, geom.Point{X: math.Inf(1)})
	s.Move([]data.PartyID{"nobody"}, geom.Point{X: 1})
	assert.Equal(t, before, s.View())
	s.Move([]data.PartyID{"a"}, geom.Point{X: 1e300})
	assert.InDelta(t, 1e6, s.View().Pins["a"].X, 0, "within what a layout takes")
}

func TestHiding(t *testing.T) {
	s, _ := opened(t)
	s.Hide()
	assert.Empty(t, s.Undoable())
	all := len(s.Subject().Result.Ties)
	s.SelectAll([]scene.Ref{tie("t4"), tie("t3")})
	s.Hide()
	assert.Equal(t, "hide 2 ties", s.Undoable())
	assert.Len(t, s.Subject().Result.Ties, all-2)
	assert.Equal(t, "by hand", s.Subject().Result.Hidden.By[1].Filter)
	assert.Equal(t, 2, s.Subject().Result.Hidden.By[1].Ties)
	assert.Empty(t, s.Selected(), "what is hidden is let go")
	s.Select(party("a"))
	s.Hide()
	assert.Equal(t, "hide A", s.Undoable())
	assert.Empty(t, s.Subject().Result.Ties, "with its products' ties")
	s.Unhide()
	assert.Len(t, s.Subject().Result.Ties, all)
	s.Undo()
	assert.Equal(t, party("a").ID, string(s.View().Hide.Parties[0]))
	s.ShowAll()
	assert.Len(t, s.Subject().Result.Ties, all)
	s.Undo()
	s.Undo()
	assert.Len(t, s.Subject().Result.Ties, all-2)
	assert.Equal(t, party("a"), s.Selection(), "and what was hidden is selected again")
}

func TestSelectingSeveral(t *testing.T) {
	s, _ := opened(t)
	s.Select(party("a"))
	s.Add(party("b"))
	assert.Equal(t, []scene.Ref{party("a"), party("b")}, s.Selected())
	assert.Equal(t, party("b"), s.Selection())
	assert.Equal(t, "B", s.Page().Title)
	assert.Contains(t, s.Page().Text(), "Selected with it 1 other\n- A | AI lab")
	s.Add(tie("t4"))
	s.Add(party("b"))
	s.Add(party("b"))
	assert.Contains(t, s.Page().Text(), "C invests in A")
	s.Add(tie("t4"))
	assert.Equal(t, []scene.Ref{party("a"), party("b")}, s.Selected())
	s.Add(party("b"))
	assert.Equal(t, party("a"), s.Selection(), "once more lets go")
	s.Add(party("nobody"))
	s.Add(scene.Ref{Kind: scene.Bundle, ID: both})
	assert.ElementsMatch(t, []scene.Ref{party("a"), tie("t1"), tie("t2")}, s.Selected())
	s.Back()
	assert.Equal(t, []scene.Ref{party("a")}, s.Selected())
	s.AddAll([]scene.Ref{party("a"), party("c"), party("nobody")})
	assert.Equal(t, []scene.Ref{party("a"), party("c")}, s.Selected())

	s.Select(party("c"))
	s.SelectNeighbours()
	assert.ElementsMatch(t, []data.PartyID{"a", "c"}, s.SelectedParties(), "of c only a: the tie with b is a rumour")
	assert.Equal(t, party("c"), s.Selection())
	s.SelectNeighbours()
	assert.ElementsMatch(t, []data.PartyID{"a", "b", "c"}, s.SelectedParties())
	s.Select(tie("t3"))
	assert.ElementsMatch(t, []data.PartyID{"a", "b"}, s.SelectedParties(), "its ends")
	s.SelectNeighbours()
	assert.Contains(t, s.SelectedParties(), data.PartyID("c"))
	s.Select(scene.Ref{})
	s.SelectNeighbours()
	assert.Empty(t, s.Selected())
}

// What is selected is laid out anew among itself, and all else stays.
func TestRegroup(t *testing.T) {
	s, _ := opened(t)
	s.Regroup(layout.Placed{})
	placeIt(t, s)
	s.SelectAll([]scene.Ref{party("a"), party("b")})
	c := middle(t, s, "c")
	part, err := layouttest.Grid(t.Context(), s.Subject().Part(s.SelectedParties(), ruler(t)))
	require.NoError(t, err)
	require.Len(t, part.Boxes, 2)
	part.Boxes[1].Rect = part.Boxes[0].Rect.Shift(geom.Point{Y: 90})
	part.Bounds = part.Boxes[0].Rect.Union(part.Boxes[1].Rect)
	s.Regroup(part)
	assert.Equal(t, "lay out 2 boxes anew", s.Undoable())
	placeIt(t, s)
	assert.Equal(t, c, middle(t, s, "c"))
	assert.InDelta(t, 90, middle(t, s, "b").Y-middle(t, s, "a").Y, 1e-9)
	assert.Len(t, s.View().Pins, 2)
}
