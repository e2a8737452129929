package state

import (
	"context"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/data"
	"entangle/data/format"
	"entangle/data/query"
	"entangle/data/resolve"
	"entangle/layout"
	"entangle/ui/brief"
	"entangle/ui/picture"
	"entangle/ui/scene"
	"entangle/ui/style"
)

// web is three firms; two ties run from a to b, one back, one to c.
const web = `format: entangle/1
title: Three firms
as_of: 2026-05-01
sources: [{id: s, title: S}]
parties: [{id: a, name: A, kind: ai-lab}, {id: a1, name: A1, kind: product, parent: a}, {id: b, name: B, kind: cloud}, {id: c, name: C, kind: investor}]
ties:
  - {id: t1, kind: cloud-commitment, from: a, to: b, statements: [{id: x1, source: s, says: One., status: signed}]}
  - {id: t2, kind: hosting, from: a1, to: b, statements: [{id: x2, source: s, says: Two., status: signed}]}
  - {id: t3, kind: carve-out, from: b, to: a, statements: [{id: x3, source: s, says: Three., status: signed}]}
  - {id: t4, kind: equity, from: c, to: a, statements: [{id: x4, source: s, says: Four., status: signed}]}
  - {id: t5, kind: equity, from: c, to: b, statements: [{id: x5, source: s, says: Five., status: rumoured}]}
`

const both = "a/b/contractual" // the line of t1 and t2

func parse(t testing.TB, content string) (*resolve.Web, picture.View) {
	t.Helper()
	d, err := format.Parse("web.yaml", []byte(content))
	require.NoError(t, err)
	v := query.Default(d, data.DayOf(2026, 5, 1))
	return resolve.At(d, v.Moment()), picture.View{View: v}
}

// opened is a state with the small web, and the changes that it tells.
func opened(t testing.TB) (*State, *[]Change) {
	t.Helper()
	var changes []Change
	s := &State{OnChange: func(c Change) { changes = append(changes, c) }}
	s.Open(parse(t, web))
	changes = changes[:0]
	return s, &changes
}

func tie(id string) scene.Ref { return scene.Ref{Kind: scene.Tie, ID: id} }

func party(id string) scene.Ref { return scene.Ref{Kind: scene.Party, ID: id} }

func placedAs(n float64) layout.Placed {
	return layout.Placed{Boxes: []layout.PlacedBox{{ID: "a"}}, Note: string(rune('0' + int(n)))}
}

func TestBeforeOpen(t *testing.T) {
	s := &State{}
	assert.Nil(t, s.Subject())
	_, ok := s.Placement()
	assert.False(t, ok)
	s.Revert()
	assert.Nil(t, s.Subject())
}

func TestSelect(t *testing.T) {
	s, changes := opened(t)
	s.Select(tie("t4"))
	assert.Equal(t, tie("t4"), s.Selection())
	assert.Equal(t, []Change{Selected}, *changes, "nothing is drawn anew but what is lit")
	assert.Equal(t, "C invests in A", s.Page().Title)
	s.Select(party("b"))
	assert.Equal(t, "B", s.Page().Title)
	s.Select(scene.Ref{})
	assert.Equal(t, scene.Ref{}, s.Selection())
	assert.Equal(t, "Three firms", s.Page().Title)
	s.Select(tie("nothing"))
	assert.Equal(t, scene.Ref{}, s.Selection(), "what the dataset lacks is nothing")
	s.Select(scene.Ref{Kind: scene.Bundle, ID: "nothing"})
	assert.Equal(t, scene.Ref{}, s.Selection())
}

func TestALineOfSeveralTiesIsFannedOut(t *testing.T) {
	s, changes := opened(t)
	s.Select(scene.Ref{Kind: scene.Bundle, ID: both})
	lead := string(s.Subject().Bundle(both).Ties[0].Tie.ID)
	assert.Equal(t, tie(lead), s.Selection(), "its leading tie is picked")
	assert.Equal(t, both, s.View().Fanned)
	assert.Equal(t, both, s.Subject().View.Fanned, "and drawn so")
	assert.Equal(t, []Change{Fanned}, *changes)
	s.Select(tie("t2"))
	assert.Equal(t, both, s.View().Fanned, "another tie of the line leaves it fanned")
	assert.Equal(t, []Change{Fanned, Selected}, *changes)
	s.Select(party("a"))
	assert.Empty(t, s.View().Fanned, "anything else folds it up")
	assert.Equal(t, []Change{Fanned, Selected, Fanned}, *changes)
	s.Select(tie("t1"))
	assert.Equal(t, both, s.View().Fanned, "a tie picked in the panel fans its line out")
}

func TestToggleFan(t *testing.T) {
	s, _ := opened(t)
	s.ToggleFan()
	assert.Empty(t, s.View().Fanned, "nothing is selected")
	s.Select(tie("t1"))
	s.ToggleFan()
	assert.Empty(t, s.View().Fanned)
	assert.Equal(t, tie("t1"), s.Selection(), "the tie stays selected")
	s.ToggleFan()
	assert.Equal(t, both, s.View().Fanned)
	s.Select(tie("t4"))
	s.ToggleFan()
	assert.Empty(t, s.View().Fanned, "a tie that stands alone does not fan out")
}

func TestAsk(t *testing.T) {
	s, changes := opened(t)
	s.Select(tie("t1"))
	*changes = nil
	s.Ask(brief.WhoSupplies)
	assert.Equal(t, scene.Ref{}, s.Selection())
	assert.Equal(t, brief.WhoSupplies, s.Question())
	assert.Equal(t, "Who supplies whom?", s.Page().Title)
	assert.Equal(t, []Change{Fanned}, *changes)
	s.Select(tie("t4"))
	assert.Equal(t, brief.NoQuestion, s.Question(), "a selection ends the question")
}

func TestWalk(t *testing.T) {
	s, _ := opened(t)
	var seen []string
	for range 5 {
		s.Walk(1)
		seen = append(seen, s.Selection().ID)
	}
	assert.Equal(t, []string{"t1", "t2", "t3", "t4", "t1"}, seen, "what is in view, in a ring")
	s.Walk(-1)
	assert.Equal(t, tie("t4"), s.Selection())
	s.Select(scene.Ref{})
	s.Walk(-1)
	assert.Equal(t, tie("t4"), s.Selection())

	s.Select(party("c"))
	s.Walk(1)
	assert.Equal(t, tie("t4"), s.Selection(), "from a party to its first tie")
	s.Select(party("b"))
	s.Walk(-1)
	assert.Equal(t, tie("t3"), s.Selection(), "or to its last")
	s.Select(party("a1"))
	s.Walk(1)
	assert.Equal(t, tie("t2"), s.Selection())

	v := s.View()
	v.Kinds = []data.KindID{"dispute"}
	s.Change("change", v)
	s.Walk(1)
	assert.Equal(t, scene.Ref{}, s.Selection(), "nothing is in view")
}

func TestALatePlacementIsDropped(t *testing.T) {
	s, changes := opened(t)
	first := s.Request()
	v := s.View()
	v.Engine = layout.Neato
	s.Change("change", v)
	second := s.Request()
	assert.NotEqual(t, first, second)
	*changes = nil
	s.Place(first, placedAs(1))
	assert.Empty(t, *changes)
	_, ok := s.Placement()
	assert.False(t, ok)
	s.Place(second, placedAs(2))
	assert.Equal(t, []Change{Placed}, *changes)
	p, ok := s.Placement()
	assert.True(t, ok)
	assert.Equal(t, placedAs(2), p)
	s.Place(first, placedAs(1))
	p, _ = s.Placement()
	assert.Equal(t, placedAs(2), p)
}

func TestSelectionAndFanKeepThePlacement(t *testing.T) {
	s, _ := opened(t)
	s.Place(s.Request(), placedAs(1))
	s.Select(scene.Ref{Kind: scene.Bundle, ID: both})
	s.Ask(brief.WhatEndsNext)
	_, ok := s.Placement()
	assert.True(t, ok)
}

func TestRevert(t *testing.T) {
	s, changes := opened(t)
	s.Place(s.Request(), placedAs(1))
	s.Select(tie("t1"))
	before := s.View()
	s.ShowOnly("show some", []data.PartyID{"a", "c"})
	lost := s.Request()
	*changes = nil
	s.Revert()
	before.Fanned = "" // the tie that was selected is let go
	assert.Equal(t, before, s.View())
	p, ok := s.Placement()
	assert.True(t, ok)
	assert.Equal(t, placedAs(1), p)
	assert.Contains(t, *changes, Placed)
	s.Place(lost, placedAs(2))
	p, _ = s.Placement()
	assert.Equal(t, placedAs(1), p, "the answer that comes after all is late")
	*changes = nil
	s.Revert()
	assert.Empty(t, *changes, "there is nothing to go back to")
	s.ShowAll()
	assert.NotEqual(t, lost, s.Request(), "a number is never used twice")
}

func TestReopeningKeepsTheReadersPlace(t *testing.T) {
	s, changes := opened(t)
	s.Select(tie("t1"))
	s.Open(parse(t, web+"notes: []\n"))
	assert.Equal(t, tie("t1"), s.Selection())
	assert.Equal(t, Opened, (*changes)[len(*changes)-1])
	_, ok := s.Placement()
	assert.False(t, ok, "it has to be placed anew")

	s.Ask(brief.WhoSupplies)
	s.Select(party("c"))
	s.Open(parse(t, "format: entangle/1\ntitle: Empty\n"))
	assert.Equal(t, scene.Ref{}, s.Selection(), "what the new dataset lacks is let go")
	assert.Equal(t, "Empty", s.Page().Title)
}

func TestWhatIsFannedFollowsTheView(t *testing.T) {
	s, _ := opened(t)
	s.Select(tie("t1"))
	require.Equal(t, both, s.View().Fanned)
	v := s.View()
	v.Products = true // now t1 and t2 run from different boxes
	s.Change("change", v)
	assert.Equal(t, tie("t1"), s.Selection())
	if s.Subject().Bundle(both) == nil || len(s.Subject().Bundle(both).Ties) == 1 {
		s.ToggleFan()
		assert.Empty(t, s.View().Fanned)
	}
	s.ShowOnly("show some", []data.PartyID{"a", "c"})
	assert.Equal(t, scene.Ref{}, s.Selection(), "what is out of view is let go")
	assert.Empty(t, s.View().Fanned, "no line is fanned that is not drawn")
	assert.Empty(t, s.Subject().View.Fanned)
}

func TestShowOnlyAndShowAll(t *testing.T) {
	s, changes := opened(t)
	s.Select(party("a"))
	only := []data.PartyID{"a", "c"}
	s.ShowOnly("show some", only)
	only[0] = "b"
	assert.Equal(t, []data.PartyID{"a", "c"}, s.View().Parties, "a list of its own")
	assert.Equal(t, party("a"), s.Selection(), "what is still drawn stays selected")
	assert.Len(t, s.Subject().Result.Ties, 1)
	s.ShowAll()
	assert.Empty(t, s.View().Parties)
	assert.Len(t, s.Subject().Result.Ties, 4)
	assert.Equal(t, []Change{Selected, Viewed, Viewed}, *changes)
}

func TestTheSameViewNeedsNoPlacement(t *testing.T) {
	s, changes := opened(t)
	s.Place(s.Request(), placedAs(1))
	*changes = nil
	v := s.View()
	v.Fanned = both
	s.Change("change", v)
	assert.Equal(t, []Change{Fanned}, *changes)
	_, ok := s.Placement()
	assert.True(t, ok)
}

// The filters hide t5, a rumour below the default status when asked for what is
// signed: it can be read, and the map stays as it is.
func TestAHiddenTieCanBeRead(t *testing.T) {
	s, _ := opened(t)
	v := s.View()
	v.Status = string(data.Signed)
	s.Change("change", v)
	require.Nil(t, s.Subject().BundleOf("t5"))
	s.Place(s.Request(), placedAs(1))
	s.Select(tie("t5"))
	assert.Equal(t, tie("t5"), s.Selection())
	assert.Equal(t, "C invests in B", s.Page().Title)
	assert.Empty(t, s.View().Fanned)
	_, ok := s.Placement()
	assert.True(t, ok)
}

// A subject that was handed out stays as it was while the state goes on: others
// draw it in the background. The race detector watches.
func TestSubjectsAreNeverChanged(t *testing.T) {
	s, _ := opened(t)
	ruler, err := style.NewRuler()
	require.NoError(t, err)
	ctx, stop := context.WithCancel(t.Context())
	var group sync.WaitGroup
	for range 40 {
		subject := s.Subject()
		group.Go(func() {
			if ctx.Err() == nil {
				_ = subject.Graph(ruler)
				_ = brief.Tie(subject, "t1")
			}
		})
		s.Walk(1)
		s.ToggleFan()
		s.ShowOnly("show some", []data.PartyID{"a", "b"})
		s.ShowAll()
	}
	stop()
	group.Wait()
}
