package state

import (
	"strings"
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

// A source that is selected lights the ties of which it speaks, and no other.
func TestASourceLightsItsTies(t *testing.T) {
	text := strings.Replace(web, "{id: s, title: S}", "{id: s, title: S}, {id: r, title: R}, {id: q, title: Q}", 1)
	s := &State{}
	s.Open(parse(t, strings.Replace(text, "{id: x3, source: s", "{id: x3, source: r", 1)))
	for source, want := range map[string][]string{"s": {"t1", "t2", "t4"}, "r": {"t3"}, "q": nil} {
		ref := scene.Ref{Kind: scene.Source, ID: source}
		s.Select(ref)
		lit, selected := s.Lit()
		assert.Equal(t, ref, selected)
		assert.ElementsMatch(t, want, lit, "%s", source)
	}
}
