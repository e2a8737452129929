package picture

import (
	"regexp"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/data"
	"entangle/layout"
	"entangle/ui/scene"
	"entangle/ui/style"
)

// days of the invented example: nobody ties anybody, a plan, all of it, all known
// since.
func days() []data.Day {
	return []data.Day{
		data.DayOf(2024, 1, 1), data.DayOf(2024, 6, 1), data.DayOf(2025, 3, 20), data.DayOf(2025, 7, 1), data.DayOf(2032, 1, 1),
	}
}

func TestBoxesKeepTheirPlaceWhileTheDateMoves(t *testing.T) {
	r := newRuler(t)
	first := everything(example(t))
	place := placed(t, first, r)
	where := map[string]layout.PlacedBox{}
	for _, b := range place.Boxes {
		where[b.ID] = b
	}
	for _, known := range []data.Day{data.MaxDay, data.DayOf(2025, 1, 1)} {
		for _, day := range days() {
			v := first.View
			v.AsOf, v.KnownOn = day, known
			s := first.Look(v)
			require.True(t, s.PlacesLike(first), "%s, known on %s", day, known)
			assert.Equal(t, Look(first.Web, v).Drawing, s.Drawing, "moving there or asking at once is the same")
			sc := scene.Compose(s.Diagram(r), place, scene.Look{Palette: style.Of(style.Light)}, r)
			for _, n := range s.Drawing.Nodes {
				box, ok := sc.BoxOf(string(n.Party))
				require.True(t, ok)
				assert.Equal(t, where[string(n.Party)].Rect, box)
			}
			assert.Equal(t, scene.Compose(first.Diagram(r), place, scene.Look{Palette: style.Of(style.Light)}, r).Frame, sc.Frame)
		}
	}
}

var boxOnPage = regexp.MustCompile(`<g class="party" id="([^"]+)"><title>[^<]*</title><path d="([^"]+)"`)

func TestFilesOfSeveralDaysLieOnOneAnother(t *testing.T) {
	r := newRuler(t)
	first := everything(example(t))
	on := map[string]string{}
	for _, day := range days() {
		v := first.View
		v.AsOf = day
		s := first.Look(v)
		content, err := s.Draw(placed(t, s, r), r, Export{Format: "svg", NoCaption: true})
		require.NoError(t, err)
		for _, m := range boxOnPage.FindAllStringSubmatch(string(content.Content), -1) {
			if before, ok := on[m[1]]; ok {
				assert.Equal(t, before, m[2], "%s on %s", m[1], day)
			}
			on[m[1]] = m[2]
		}
	}
	assert.Len(t, on, 6)
}
