package state

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"entangle/data"
)

// later is a web in which a tie comes in 2027.
const later = `format: entangle/1
title: Three firms
as_of: 2026-05-01
sources: [{id: s, title: S}]
parties: [{id: a, name: A, kind: ai-lab}, {id: b, name: B, kind: cloud}, {id: c, name: C, kind: investor}]
ties:
  - {id: t1, kind: cloud-commitment, from: a, to: b, statements: [{id: x1, source: s, says: One., status: signed}]}
  - {id: t4, kind: equity, from: c, to: a, statements: [{id: x4, source: s, says: Four., status: signed, effective: 2027-03}]}
`

func TestADateNeedsNoNewPlacement(t *testing.T) {
	var changes []Change
	s := &State{OnChange: func(c Change) { changes = append(changes, c) }}
	s.Open(parse(t, later))
	s.Place(s.Request(), placedAs(1))
	request := s.Request()
	changes = nil
	v := s.View()
	v.AsOf = data.DayOf(2027, 3, 1)
	s.Change("another day", v)
	assert.Equal(t, []Change{Fanned}, changes, "what is drawn, where it lies already")
	assert.Equal(t, request, s.Request())
	_, ok := s.Placement()
	assert.True(t, ok, "the placement holds every day")
	assert.Len(t, s.Subject().Result.Ties, 2)

	v.Status = "signed"
	s.Change("another day", v)
	assert.Equal(t, request, s.Request(), "the filter lets the same pass on some day")
	v.Basis = data.Technical
	s.Change("another day", v)
	assert.NotEqual(t, request, s.Request(), "what may be shown on some day is another")
	s.Revert()
	assert.Equal(t, data.DayOf(2027, 3, 1), s.View().AsOf, "the way back leads to the day that was on screen")
	assert.Equal(t, "signed", s.View().Status)
}

func TestADateMayMoveWhileThePlacementIsUnderWay(t *testing.T) {
	s := &State{}
	s.Open(parse(t, later))
	request := s.Request()
	v := s.View()
	v.AsOf = data.DayOf(2027, 3, 1)
	s.Change("another day", v)
	s.Place(request, placedAs(1))
	_, ok := s.Placement()
	assert.True(t, ok)
	assert.Equal(t, data.DayOf(2027, 3, 1), s.View().AsOf)
}
