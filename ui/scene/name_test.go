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

// From afar a name is written larger, as long as its box has room, and is then alone
// in it; close by and in files it is as large as ever.
func TestNamesAreReadFromAfar(t *testing.T) {
	for _, name := range []string{"Beta", "Anthropic", "Alpha Research", "The International Consortium for Large Language Models, Ltd.", "株式会社人工知能研究所"} {
		d := &Diagram{Boxes: []Box{box("a", name, data.AILab)}}
		s := compose(t, d, map[string]geom.Point{"a": {X: 300, Y: 300}}, Look{})
		room, _ := s.BoxOf("a")
		texts := func(scale float64) (out []Text) {
			for m := range s.Within(s.Bounds, scale) {
				if text, is := m.Shape.(Text); is {
					out = append(out, text)
					assert.True(t, room.ContainsRect(m.Bounds), "%q stays in its box at %v pixels per point", text.String, scale)
				}
			}
			return out
		}
		words := func(list []Text) (out []string) {
			for _, text := range list {
				out = append(out, strings.Fields(text.String)...)
			}
			return out
		}
		usual := texts(1)
		require.Equal(t, style.SizeName, usual[0].Size)
		assert.Equal(t, "AI lab", usual[len(usual)-1].String)
		before := style.SizeName
		for _, scale := range []float64{0.6, 0.5, 0.4} {
			now := texts(scale)
			assert.Equal(t, words(usual[:len(usual)-1]), words(now), "%q has the box for itself at %v", name, scale)
			for _, text := range now {
				assert.GreaterOrEqual(t, text.Size, before)
				assert.LessOrEqual(t, text.Size*scale, farName+1e-9, "no larger than it must be")
			}
			before = now[0].Size
		}
		assert.Greater(t, before*0.4, 7.0, "%q can be read", name)
		assert.Empty(t, texts(0.05), "%q is left out where nobody could read it", name)
	}
}
