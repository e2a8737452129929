package scene

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/data"
	"entangle/layout/geom"
	"entangle/ui/style"
)

// Long names take two lines, in any script, and end in an ellipsis where that is
// not enough; they never reach over the edge of their box.
func TestLongNamesWrap(t *testing.T) {
	for _, name := range []string{
		"The International Consortium for Large Language Models, Ltd.", "AnUnbrokenNameOfSixtyLettersWithoutAnySpaceInItToBreakTheLine",
		strings.Repeat("株式会社人工知能研究所", 6), strings.Repeat("شركة الذكاء الاصطناعي ", 4), strings.Repeat("חברת בינה ", 8), "Short",
	} {
		require.True(t, name == "Short" || utf8.RuneCountInString(name) >= 60, name)
		d := &Diagram{Boxes: []Box{box("a", name, data.AILab)}}
		s := compose(t, d, map[string]geom.Point{"a": {X: 300, Y: 300}}, Look{})
		room, ok := s.BoxOf("a")
		require.True(t, ok)
		var lines []string
		for m := range s.Marks() {
			if text, is := m.Shape.(Text); is && text.Size == style.SizeName {
				lines = append(lines, text.String)
				assert.LessOrEqual(t, text.Width, style.NameWidth+1, name)
				assert.True(t, room.Inset(2).ContainsRect(m.Bounds), "%q stays in its box", text.String)
			}
		}
		assert.LessOrEqual(t, len(lines), 2, name)
		whole := strings.Join(lines, "")
		if !strings.HasSuffix(whole, style.Ellipsis) {
			assert.Equal(t, strings.ReplaceAll(name, " ", ""), strings.ReplaceAll(whole, " ", ""), "what is not cut is all there")
		}
	}
}
