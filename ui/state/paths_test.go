package state

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"entangle/data"
	"entangle/ui/scene"
)

// The ties of the path are lit, and the page stays through a change of the view,
// going back and forward.
func TestPaths(t *testing.T) {
	s, _ := opened(t)
	s.AskPaths("a", "b")
	lit, selected := s.Lit()
	assert.NotEmpty(t, lit)
	assert.Equal(t, scene.Ref{}, selected, "its other ties would be lit too")
	assert.Equal(t, lit, s.Highlighted())
	assert.Contains(t, s.Page().Text(), "How A depends on B")
	assert.Contains(t, s.Page().Text(), "up to 4 hops")
	s.PathsUpTo(99)
	assert.Contains(t, s.Page().Text(), "up to 8 hops")
	s.LightPath(5)
	lit, _ = s.Lit()
	assert.Empty(t, lit, "there is no such path")
	s.PathsUpTo(1)
	lit, _ = s.Lit()
	assert.NotEmpty(t, lit)

	s.Select(scene.Ref{Kind: scene.Party, ID: "c"})
	assert.NotContains(t, s.Page().Text(), "How A depends on B")
	_, selected = s.Lit()
	assert.Equal(t, "c", selected.ID)
	s.Back()
	assert.Contains(t, s.Page().Text(), "How A depends on B")
	v := s.View()
	v.AsOf = data.DayOf(2020, 1, 1)
	s.Change("another day", v)
	assert.Contains(t, s.Page().Text(), "How A depends on B")
	s.AskPaths("a", "nothing")
	assert.NotContains(t, s.Page().Text(), "How A")
}
