package state

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/data"
	"entangle/layout"
	"entangle/layout/geom"
	"entangle/ui/brief"
	"entangle/ui/picture"
	"entangle/ui/scene"
)

func TestUndo(t *testing.T) {
	s, changes := opened(t)
	assert.Empty(t, s.Undoable())
	s.Undo()
	s.Redo()
	assert.Empty(t, *changes, "there is nothing to undo")
	s.Select(tie("t5"))
	first := s.moment()
	s.ShowOnly("show A and C", []data.PartyID{"a", "c"})
	second := s.moment()
	assert.Equal(t, scene.Ref{}, s.Selection(), "it is out of view")
	v := s.View()
	v.Engine = layout.Circo
	s.Change("lay out with circo", v)
	third := s.moment()
	s.Change("nothing", v)
	assert.Equal(t, "lay out with circo", s.Undoable(), "what changes nothing is no step")
	assert.Empty(t, s.Redoable())

	s.Undo()
	assert.Equal(t, second, s.moment())
	assert.Equal(t, "show A and C", s.Undoable())
	assert.Equal(t, "lay out with circo", s.Redoable())
	s.Undo()
	assert.Equal(t, first, s.moment(), "with what was selected")
	assert.Len(t, s.Subject().Result.Ties, 4)
	s.Redo()
	assert.Equal(t, second, s.moment())
	s.Redo()
	assert.Equal(t, third, s.moment())
	s.Undo()
	s.ShowAll()
	assert.Empty(t, s.Redoable(), "another step takes the place of those undone")
}

// Whatever is done, undoing all of it shows every picture again, and doing it
// again too.
func TestUndoIsTheInverse(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 60 {
		s, _ := opened(t)
		var before, after []moment
		for range 25 {
			steps, now := s.steps.past, s.moment()
			act(s, random)
			if s.steps.past != steps {
				before, after = append(before, now), append(after, s.moment())
			}
		}
		require.NotEmpty(t, before)
		end := s.moment()
		for i := len(before) - 1; i >= 0; i-- {
			s.Undo()
			require.Equal(t, before[i], s.moment())
		}
		require.Empty(t, s.Undoable())
		for i := range after[:len(after)-1] {
			s.Redo()
			require.True(t, before[i+1].view.Equal(s.View()) || after[i].view.Equal(s.View()))
		}
		s.Redo()
		require.Equal(t, end, s.moment())
		require.Empty(t, s.Redoable())
	}
}

// act does one thing that a person can do, at random.
func act(s *State, random *rand.Rand) {
	v := s.View()
	switch random.IntN(15) {
	case 0:
		v.Engine = layout.Engines[random.IntN(len(layout.Engines))]
		s.Change("engine", v)
	case 1:
		v.Products = !v.Products
		s.Change("products", v)
	case 2:
		s.ShowOnly("some", []data.PartyID{"a", data.PartyID([]string{"b", "c"}[random.IntN(2)])})
	case 3:
		s.ShowAll()
	case 4:
		s.ToggleFan()
	case 5:
		s.Walk(1 - 2*random.IntN(2))
	case 6:
		s.Select(party([]string{"a", "b", "c"}[random.IntN(3)]))
	case 7:
		s.Place(s.Request(), placedAs(1))
	case 8:
		s.Move([]data.PartyID{"a"}, geom.Point{X: random.Float64(), Y: 1})
	case 9:
		s.Add(party([]string{"a", "b", "c"}[random.IntN(3)]))
	case 10:
		s.Hide()
	case 11:
		s.Unhide()
	case 12:
		s.TogglePin()
	case 13:
		s.Back()
	case 14:
		s.Restore("go there", v, []scene.Ref{party("b"), tie("t4")})
	}
}

func TestAGestureIsOneStep(t *testing.T) {
	s, _ := opened(t)
	start := s.View()
	drag := func(day int) {
		v := s.View()
		v.AsOf = data.DayOf(2026, 6, day)
		s.Continue("move the date", v)
	}
	for day := range 9 {
		drag(day + 1)
	}
	s.Undo()
	assert.Equal(t, start, s.View())
	assert.Empty(t, s.Undoable())
	s.Redo()
	drag(20)
	s.Select(tie("t4"))
	drag(21)
	s.Undo()
	assert.Equal(t, data.DayOf(2026, 6, 20), s.View().AsOf, "something else happened in between")
	s.Undo()
	assert.Equal(t, data.DayOf(2026, 6, 9), s.View().AsOf)
	v := s.View()
	v.AsOf = data.DayOf(2026, 7, 1)
	s.Change("move the date", v)
	s.Change("move the date", start)
	s.Undo()
	assert.Equal(t, v, s.View(), "two steps of one name")
}

// A change that moves nothing does not ask for a placement, and going back to
// what is placed does not either.
func TestWhatMovesNothing(t *testing.T) {
	s, changes := opened(t)
	s.Place(s.Request(), placedAs(1))
	*changes = nil
	v := s.View()
	v.KnownOn = data.DayOf(2026, 5, 2)
	s.Change("know less", v)
	assert.Equal(t, []Change{Fanned}, *changes)
	_, ok := s.Placement()
	assert.True(t, ok)
	s.ShowOnly("some", []data.PartyID{"a", "c"})
	_, ok = s.Placement()
	assert.False(t, ok)
	s.Undo()
	_, ok = s.Placement()
	assert.True(t, ok, "it was placed already")
	s.Redo()
	s.Revert()
	assert.Equal(t, v, s.View())
	assert.Equal(t, "know less", s.Undoable(), "what was not placed is no step")
}

func TestStepsAndDatasets(t *testing.T) {
	s, _ := opened(t)
	s.ShowOnly("some", []data.PartyID{"a", "c"})
	s.ShowAll()
	w, _ := parse(t, "format: entangle/1\ntitle: Empty\n")
	s.Reload(w, s.View())
	assert.Equal(t, "show everything", s.Undoable(), "a file that is read again can be worked on")
	s.Undo()
	assert.Empty(t, s.View().Parties, "what it lacks now is not asked for")
	s.Open(parse(t, web))
	assert.Empty(t, s.Undoable())
	assert.Empty(t, s.Redoable())
	assert.False(t, s.CanBack())
}

func TestBackAndForward(t *testing.T) {
	s, _ := opened(t)
	s.Back()
	s.Forward()
	assert.False(t, s.CanBack())
	s.Select(party("a"))
	s.Ask(brief.WhoSupplies)
	s.Select(tie("t1"))
	s.Select(tie("t1"))
	assert.True(t, s.CanBack())
	assert.False(t, s.CanForward())
	s.Back()
	assert.Equal(t, brief.WhoSupplies, s.Question())
	assert.Empty(t, s.View().Fanned)
	s.Back()
	assert.Equal(t, party("a"), s.Selection())
	s.Forward()
	s.Forward()
	assert.Equal(t, tie("t1"), s.Selection())
	assert.Equal(t, both, s.View().Fanned, "the line is fanned out again")
	assert.False(t, s.CanForward())
	s.Back()
	s.Back()
	s.Back()
	assert.Equal(t, scene.Ref{}, s.Selection())
	assert.False(t, s.CanBack())
	s.Select(tie("t4"))
	assert.False(t, s.CanForward(), "a new way begins here")

	s.Select(party("c"))
	s.Select(party("b"))
	w, v := parse(t, `format: entangle/1
title: Less
parties: [{id: b, name: B, kind: cloud}]
`)
	s.Reload(w, v)
	s.Back()
	assert.Equal(t, scene.Ref{}, s.Selection(), "what the file lacks now is passed over")
}

// A step that moved the camera leads back to what was seen before it, and to what was
// seen since when it is taken again; another leaves the camera alone.
func TestUndoLeadsBackToWhatWasSeen(t *testing.T) {
	w, _ := opened(t)
	here, told := &picture.Camera{Zoom: 1}, []*picture.Camera(nil)
	w.Seen = func() *picture.Camera { return here }
	w.OnAim = func(c *picture.Camera) { here, told = c, append(told, c) }
	first, later := here, &picture.Camera{Zoom: 3}
	w.Aiming(func() {
		here = nil // all is seen
		v := w.View()
		v.Roles = true
		w.Change("by role", v)
	})
	v := w.View()
	v.Products = true
	w.Change("products", v)
	here = later
	w.Undo()
	assert.Empty(t, told, "this step moved nothing")
	w.Undo()
	assert.Equal(t, []*picture.Camera{first}, told)
	w.Redo()
	assert.Equal(t, []*picture.Camera{first, later}, told, "where the person was when they undid it")
	w.Redo()
	w.Undo()
	assert.Len(t, told, 2)
	w.Aiming(func() { w.Restore("go to it", picture.View{View: w.View().View}, nil) })
	w.Undo()
	assert.Len(t, told, 3)
}
