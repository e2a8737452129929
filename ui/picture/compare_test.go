package picture

import (
	"bytes"
	"image/png"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/data"
	"entangle/data/query"
	"entangle/ui/golden"
	"entangle/ui/scene"
	"entangle/ui/style"
)

// twoDays is the invented example as it opens, compared with 1 January 2025.
func twoDays(t testing.TB) *Subject {
	t.Helper()
	s := everything(example(t))
	v := s.View
	v.AsOf, v.Since = data.DayOf(2026, 5, 1), data.DayOf(2025, 1, 1)
	return s.Look(v)
}

func TestTwoDaysOnOneCanvas(t *testing.T) {
	s := twoDays(t)
	c := s.Compared
	require.NotNil(t, c)
	assert.NotEmpty(t, c.Added)
	assert.NotEmpty(t, c.Amended)
	tags := map[scene.Change]string{}
	for _, l := range s.Diagram(newRuler(t)).Lines {
		tags[l.Change] = l.Tag
		assert.Equal(t, l.Change == scene.Unchanged || l.Change == scene.NotCompared, l.Tag == "", l.ID)
	}
	assert.Contains(t, s.Dates(), "compared with 1 Jan 2025")
	plain := s.View
	plain.Since = 0
	assert.True(t, s.PlacesLike(s.Look(plain)), "no box moves")
	assert.Nil(t, s.Look(plain).Compared)
}

// What the lines say is what the comparison of the ties says.
func TestTheChangesOfALine(t *testing.T) {
	c := &Comparison{Diff: &query.Diff{}}
	for _, k := range []struct {
		count  map[scene.Change]int
		n      int
		change scene.Change
		tag    string
	}{
		{map[scene.Change]int{scene.Added: 1}, 1, scene.Added, "+ added"},
		{map[scene.Change]int{scene.Ended: 1}, 1, scene.Ended, "– ended"},
		{map[scene.Change]int{scene.Amended: 1}, 1, scene.Amended, "~ amended"},
		{map[scene.Change]int{scene.Added: 2}, 2, scene.Added, "+2 added"},
		{map[scene.Change]int{scene.Added: 1, scene.Unchanged: 4}, 5, scene.Amended, "+1 added"},
		{map[scene.Change]int{scene.Added: 1, scene.Ended: 2, scene.Amended: 3}, 6, scene.Amended, "+1 added –2 ended ~3 amended"},
	} {
		change, tag := c.tag(k.count, k.n)
		assert.Equal(t, k.change, change, "%v", k.count)
		assert.Equal(t, k.tag, tag)
	}
}

// A tie that is in view on the earlier day alone is drawn as well.
func TestWhatIsGoneIsDrawn(t *testing.T) {
	s := everything(example(t))
	v := s.View
	v.AsOf, v.Since, v.Ended = data.DayOf(2032, 6, 1), data.DayOf(2025, 7, 1), query.EndedHidden
	s = s.Look(v)
	require.NotEmpty(t, s.Compared.Ended)
	for _, tie := range s.Compared.Ended {
		assert.NotNil(t, s.BundleOf(tie.ID), "%s", tie.ID)
		assert.Equal(t, scene.Ended, s.Compared.Of(tie.ID))
	}
}

func TestGoldenComparison(t *testing.T) {
	r := newRuler(t)
	s := twoDays(t)
	for _, theme := range []style.Theme{style.Light, style.Print} {
		content, err := s.Draw(placed(t, s, r), r, Export{Format: "png", Theme: theme})
		require.NoError(t, err)
		img, err := png.Decode(bytes.NewReader(content.Content))
		require.NoError(t, err)
		golden.Image(t, "comparison-"+string(theme)+".png", img, 0.004)
	}
}

func TestUndatedTiesAreMarkedOnPastDays(t *testing.T) {
	s := core(builtin(t))
	assert.Empty(t, s.UndatedTies(), "the day of the dataset is no past one")
	v := s.View
	v.AsOf = data.DayOf(2019, 12, 31)
	past := s.Look(v)
	assert.Contains(t, past.UndatedTies(), "ties rest on undated statements")
	marked := 0
	for _, l := range past.Diagram(newRuler(t)).Lines {
		if l.Undated {
			marked++
		}
	}
	assert.Positive(t, marked)
}

func TestDimmedTiesStandBack(t *testing.T) {
	s := everything(example(t))
	v := s.View
	v.AsOf, v.Ended = data.DayOf(2033, 1, 1), query.EndedDimmed
	dimmed := 0
	for _, l := range s.Look(v).Diagram(newRuler(t)).Lines {
		if l.Faint {
			dimmed++
		}
	}
	assert.Positive(t, dimmed)
}
